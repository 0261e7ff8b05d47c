"""Reading: flags, environment and files become one configuration.

A flag wins over the environment, then come the files, nearest first, then the defaults.
"""

import difflib
import os
import re
import tomllib
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from ostinato.config.checks import check
from ostinato.config.checks import notes as notes_on
from ostinato.config.foreign import FOREIGN, THEME, WITHOUT_EFFECT
from ostinato.config.options import OPTIONS, Config, Option
from ostinato.config.ownership import whose
from ostinato.errors import ConfigError

OTHER_NAMES = {"server.disconnectedSessionTTL": "session.idle"}

OLD_VALUES = {"client.showErrorDetails": {"true": "full", "false": "stacktrace"}}

THEME_VARIABLES = ("OSTINATO_THEME_", "STREAMLIT_THEME_")

FILES = (".ostinato/config.toml", ".streamlit/config.toml")


class ConfigFile(NamedTuple):
    """A file of options and the text in it."""

    path: Path
    text: str


class Settings(NamedTuple):
    """What was read: the options, where each of them was set, and what the person should know."""

    config: Config
    origins: dict[str, str]
    notes: list[str]


class Reading(NamedTuple):
    """One option as it was written somewhere."""

    name: str
    value: Any
    origin: str
    # A file written for Streamlit, or a variable for it, may hold what Streamlit skips too.
    lenient: bool = False


def config_files(folders: Iterable[Path], home: Path | None = None) -> list[ConfigFile]:
    """Read the configuration files in `folders`, strongest first.

    Args:
        folders: Where to look.
        home: Where to look last; what this user may not read there is no concern of the app.

    Raises:
        ConfigError: If there is a file that cannot be read.
    """
    paths = dict.fromkeys(folder.resolve() / name for folder in folders for name in FILES)
    texts = {path: _text(path) for path in paths}
    for path in [home.resolve() / name for name in FILES] if home is not None else ():
        with suppress(ConfigError):
            texts.setdefault(path, _text(path))
    return [ConfigFile(path, text) for path, text in texts.items() if text is not None]


def home_folder() -> Path | None:
    """Return the folder of this user, if it is known."""
    try:
        return Path.home()
    except RuntimeError:
        # A user without a name, and no variable that tells: so it is in some containers.
        return None


class Places(NamedTuple):
    """Where the configuration of a server came from, to be read again when a file changes."""

    flags: Mapping[str, str]
    environment: Mapping[str, str]
    folders: tuple[Path, ...]
    home: Path | None

    def load(self) -> Settings:
        """Read it.

        Raises:
            ConfigError: If a file cannot be read, or says what cannot be.
        """
        files = config_files(self.folders, self.home)
        return load(flags=self.flags, environment=self.environment, files=files)

    @property
    def files(self) -> set[Path]:
        """The files of the app, whether they exist or not; not those of the user."""
        return {folder.resolve() / name for folder in self.folders for name in FILES}


def load(
    *,
    flags: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
    files: Sequence[ConfigFile] = (),
) -> Settings:
    """Join what flags, environment and files say into one configuration.

    Args:
        flags: Values by name of option, as written on the command line.
        environment: Variables, of which those that name an option are read.
        files: Configuration files, strongest first.

    Raises:
        ConfigError: If an option is unknown, or a value does not fit its option.
    """
    readings = [Reading(name, value, f"--{name}") for name, value in (flags or {}).items()]
    readings += _from_environment(environment or {})
    for file in files:
        readings += _from_file(file)
    chosen: dict[str, Reading] = {}
    others: dict[str, Reading] = {}
    theme: dict[str, Reading] = {}
    skipped: dict[tuple[str, str], list[str]] = {}
    for reading in readings:
        name = OTHER_NAMES.get(reading.name, reading.name)
        if name in OPTIONS:
            chosen.setdefault(name, reading)
        elif name in theme_names(name):
            theme.setdefault(name, reading)
        else:
            if is_foreign(name):
                others.setdefault(name, reading)
            skipped.setdefault((reading.origin, _reason_to_skip(reading)), []).append(name)
    notes = [f"{', '.join(names)} (from {key[0]}): {key[1]}" for key, names in skipped.items()]
    origins = {name: each.origin for name, each in {**others, **chosen, **theme}.items()}
    config = _build(chosen, theme, others)
    return Settings(config, origins, notes + notes_on(config))


def _text(path: Path) -> str | None:
    """Return the text of a file, nothing without one."""
    try:
        return path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if os.path.isdir(path):
            # Docker makes one in place of a file that it is to mount and does not find.
            raise ConfigError(
                f"{path}: must be a file, and is a folder: remove it, or put the file in its place"
            ) from None
        if isinstance(error, PermissionError) and not os.access(path.parent, os.X_OK):
            path = path.parent
        raise ConfigError(
            f"{path}: must be readable, got {error.strerror!r}{whose(path)}: give this user the "
            "right, or move it away"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: must be UTF-8, got byte {error.object[error.start]:#x} at {error.start}: "
            "save it as UTF-8"
        ) from None


def environment_names(name: str) -> tuple[str, str]:
    """Return the variables that set an option, strongest first.

    Example:
        >>> environment_names("server.enableCORS")
        ('OSTINATO_SERVER_ENABLE_CORS', 'STREAMLIT_SERVER_ENABLE_CORS')
    """
    variable = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).replace(".", "_").upper()
    return f"OSTINATO_{variable}", f"STREAMLIT_{variable}"


def _from_environment(environment: Mapping[str, str]) -> list[Reading]:
    has_theme = any(variable.startswith(THEME_VARIABLES) for variable in environment)
    names = (*OPTIONS, *OTHER_NAMES, *FOREIGN, *(theme_names() if has_theme else ()))
    ours = {environment_names(name)[0]: name for name in names}
    theirs = {environment_names(name)[1]: name for name in names}
    sections = tuple({variable[: variable.index("_", len("OSTINATO_")) + 1] for variable in ours})
    for variable in environment:
        if variable.startswith(sections) and variable not in ours:
            advice = near(variable, ours)
            raise ConfigError(f"{variable}: unknown option in the environment{advice}")
    return [
        Reading(name, environment[variable], variable)
        for variable, name in (*ours.items(), *theirs.items())
        if variable in environment
    ]


def _from_file(file: ConfigFile) -> list[Reading]:
    try:
        tables = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file.path}: not valid TOML: {error}") from None
    lenient = file.path.parent.name == ".streamlit"
    return [Reading(name, value, str(file.path), lenient) for name, value in flat(tables)]


def flat(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield what tables of TOML hold, by its whole name."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _reason_to_skip(reading: Reading) -> str:
    if is_foreign(reading.name):
        return WITHOUT_EFFECT
    advice = near(reading.name, theme_names(reading.name) or OPTIONS)
    if reading.lenient:
        return f"unknown option, skipped{advice}"
    raise ConfigError(f"{reading.name}: unknown option, from {reading.origin}{advice}")


def near(name: str, known: Iterable[str] = OPTIONS) -> str:
    """Return a question for an error: whether another name was meant; empty if none is near."""
    close = difflib.get_close_matches(name, known, n=1)
    return f": did you mean {close[0]}?" if close else ""


def theme_names(name: str = THEME) -> Mapping[str, object]:
    """Return the options of themes, if a name may be one of them."""
    if not name.startswith(THEME):
        return {}
    from ostinato.config.theme.names import NAMES  # noqa: PLC0415  (most apps have no theme)

    return NAMES


def _themed(readings: Mapping[str, Reading]) -> dict[str, Any]:
    if not readings:
        return {}
    from ostinato.config.theme.values import as_written  # noqa: PLC0415  (likewise)

    return {name: as_written(name, each.value, each.origin) for name, each in readings.items()}


def _build(
    chosen: Mapping[str, Reading], theme: Mapping[str, Reading], others: Mapping[str, Reading]
) -> Config:
    sections: dict[str, dict[str, Any]] = {option.section: {} for option in OPTIONS.values()}
    for name, reading in chosen.items():
        option = OPTIONS[name]
        sections[option.section][option.field] = _convert(reading, option)
    fields = msgspec.structs.fields(Config)
    types = {field.name: field.type for field in fields if field.name in sections}
    values = {name: type(**sections[name]) for name, type in types.items()}
    ineffective = {name: _foreign(each) for name, each in others.items()}
    config = Config(**values, theme=_themed(theme), others=ineffective)
    check(config)
    return config


def changed(config: Config, name: str, value: Any) -> Config:
    """Return a configuration in which one option has another value.

    Args:
        config: The configuration.
        name: The option; one without effect here is noted as it is.
        value: What it is to be.

    Raises:
        ConfigError: If the value does not fit the option.
    """
    if is_foreign(name):
        return msgspec.structs.replace(config, others={**config.others, name: value})
    option = OPTIONS[name]
    fit = _convert(Reading(name, value, "the value"), option)
    section = msgspec.structs.replace(getattr(config, option.section), **{option.field: fit})
    return msgspec.structs.replace(config, **{option.section: section})


def is_foreign(name: str) -> bool:
    """Return whether an option is one of Streamlit that has no effect here."""
    return name in FOREIGN


def _foreign(reading: Reading) -> Any:
    """Return the value of an option without effect, as what its default is, if it can be one."""
    usual = FOREIGN.get(reading.name)
    try:
        return (
            reading.value
            if usual is None
            else msgspec.convert(reading.value, type(usual), strict=False)
        )
    except msgspec.ValidationError:
        # Whoever gives it an effect will say what is wrong with it.
        pass
    return reading.value


def _convert(reading: Reading, option: Option) -> Any:
    value = reading.value
    kind = option.type.__origin__
    if isinstance(value, str) and option.is_list:
        value = [part.strip() for part in value.split(",") if part.strip()]
    value = OLD_VALUES.get(option.name, {}).get(str(value).lower(), value)
    try:
        return msgspec.convert(value, option.type, strict=False)
    except msgspec.ValidationError as error:
        rule = _rule(kind, str(error))
        raise ConfigError(
            f"{reading.name}: must be {rule}, got {reading.value!r}: correct {reading.origin}"
        ) from None


def _rule(kind: Any, error: str) -> str:
    words = [each for part in (kind, *get_args(kind)) for each in _words(part)]
    if words:
        return "one of " + ", ".join(words)
    return error.removeprefix("Expected ").partition(", got")[0].replace("`", "")


def _words(kind: Any) -> tuple[str, ...]:
    """Return the words that a type allows: those of a `Literal`, and those of a bool beside one."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    is_mixed = get_origin(kind) in (Union, types.UnionType) and bool in get_args(kind)
    return ("true", "false") if is_mixed else ()
