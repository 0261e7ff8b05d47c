"""Settings: which files of options and secrets there are, and what is wrong in them."""

import os
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ostinato.cli.doctor.findings import Finding, of_error, ok, warning, wrong
from ostinato.cli.serving import places_of
from ostinato.config import Config, Settings, config_files, home_folder, load
from ostinato.config.auth import auth_settings, find_provider, providers_of
from ostinato.config.foreign import WITHOUT_EFFECT
from ostinato.config.secrets import SecretFiles, secret_paths
from ostinato.errors import ConfigError, StreamlitAuthError, StreamlitSecretNotFoundError


def read_options(flags: dict[str, str], folder: Path) -> tuple[Settings, list[Finding]]:
    """Read the options as a server does, and return them with what was found.

    If they cannot be followed, the defaults stand for them: the rest can be looked at all the same.
    """
    places = places_of(flags, folder)
    try:
        files = config_files(places.folders, places.home)
        settings = load(flags=flags, environment=places.environment, files=files)
    except ConfigError as error:
        advice = "correct it; ostinato config show lists all options"
        return Settings(Config(), {}, []), [wrong("options", str(error), advice)]
    read = ", ".join(str(file.path) for file in files) or "no file of options"
    changed = len(settings.origins)
    found = [ok("options", f"{read}; {changed} set in all")]
    return settings, [*found, *map(_of_note, settings.notes)]


def _of_note(note: str) -> Finding:
    """Return what a server would note as it starts."""
    if note.endswith(WITHOUT_EFFECT):
        return ok("options", note)
    text, _, advice = note.rpartition(": ")
    return warning("options", text, advice) if text else warning("options", note, "correct it")


def read_secrets(config: Config, folder: Path) -> tuple[Mapping[str, object], list[Finding]]:
    """Read the secrets, and return them with what was found; no value is in that."""
    named = [Path(each).expanduser().absolute() for each in config.secrets.files]
    paths = named or secret_paths([folder, Path.cwd()], home_folder())
    there = [path for path in paths if path.exists()]
    if not there:
        return {}, [ok("secrets", "no file of secrets")]
    found = list(_look_at_access([path for path in there if path.is_file()]))
    try:
        # Nothing is to get into the environment of this process.
        values = _peek(paths)
    except StreamlitSecretNotFoundError as error:
        return {}, [*found, of_error("secrets", error)]
    named_files = ", ".join(map(str, there))
    return values, [ok("secrets", f"{named_files}; {len(values)} at the root"), *found]


def look_at_login(secrets: Mapping[str, object]) -> Iterator[Finding]:
    """See whether people can log in by what the secrets say, as `st.login` would."""
    if "auth" not in secrets:
        return
    try:
        auth_settings(secrets)
        names = providers_of(secrets)
        ids = [find_provider(secrets, name).name for name in names]
    except StreamlitAuthError as error:
        yield of_error("login", error)
        return
    yield ok("login", f"[auth] of the secrets is complete; providers: {', '.join(ids)}")


def _peek(paths: Sequence[Path]) -> Mapping[str, object]:
    files = SecretFiles(paths)
    try:
        return dict(files.values())
    finally:
        files.close()


def _look_at_access(paths: Sequence[Path]) -> Iterator[Finding]:
    for path in paths:
        mode = stat.S_IMODE(path.stat().st_mode)
        if os.name != "nt" and mode & 0o077:
            yield warning(
                "secrets",
                f"{path} can be read by others, mode {mode:04o}",
                f"chmod 600 {path}, as the user that the server runs as",
            )
        if _is_tracked(path):
            yield warning(
                "secrets",
                f"{path} is in the repository",
                f"git rm --cached {path}, name it in .gitignore, and change what it holds",
            )


def _is_tracked(path: Path) -> bool:
    """Return whether git has a file, where there is git."""
    words = ["git", "ls-files", "--error-unmatch", path.name]
    try:
        done = subprocess.run(words, cwd=path.parent, capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
