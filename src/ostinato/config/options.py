"""Options: each with its type, its default and its meaning.

The structs below are the table of options: the field `server.base_url_path` is the option
`server.baseUrlPath` and the variable `OSTINATO_SERVER_BASE_URL_PATH`.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_origin

import msgspec
from msgspec import Meta

from ostinato.config.units import MEGABYTE


class Section(msgspec.Struct, frozen=True, rename="camel"):
    """Base of the sections; every field is one option."""


def _anywhere() -> list[str]:
    """`["*"]`, as in Streamlit."""
    return ["*"]


class Server(Section, frozen=True):
    """How the server listens and what it accepts."""

    port: Annotated[
        int, Meta(ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    ] = 8501
    address: Annotated[
        str | None, Meta(description="Address to listen on; without it, all of this machine.")
    ] = None
    headless: Annotated[
        bool | None, Meta(description="Open no browser; without it, open one if there is a screen.")
    ] = None
    base_url_path: Annotated[str, Meta(description="Path below which the app is served.")] = ""
    max_message_size: Annotated[
        int, Meta(ge=1, description="Largest message from a browser, in MB.")
    ] = 20
    max_upload_size: Annotated[
        int, Meta(ge=1, description="Largest file that can be uploaded, in MB.")
    ] = 200
    enable_websocket_compression: Annotated[
        bool, Meta(description="Compress what is large on its way to the browser.")
    ] = False
    run_on_save: Annotated[
        bool | Literal["auto"],
        Meta(
            description="Rerun when the script is saved; else the page of a developer offers to. "
            "auto: if only this machine can connect."
        ),
    ] = "auto"
    file_watcher_type: Annotated[
        Literal["auto", "watchdog", "poll", "none"],
        Meta(description="How changes on disk are noticed: by the system, by polling, not at all."),
    ] = "auto"
    allowed_hosts: Annotated[
        list[str],
        Meta(
            description="Names under which the app may be reached, such as app.example.com or "
            "*.example.com; * is any. Without one: any, but if only this machine can connect, "
            "localhost and what else can only mean this machine."
        ),
    ] = []
    frame_ancestors: Annotated[
        list[str],
        Meta(
            description="Pages that may show the app in a frame, such as https://*.example.com, "
            "self, none; * is any."
        ),
    ] = msgspec.field(default_factory=_anywhere)
    cors_allowed_origins: Annotated[
        list[str], Meta(description="Other origins whose pages may connect.")
    ] = []
    enable_cors: Annotated[
        bool, Meta(description="Refuse pages of other origins; false lets every page connect.")
    ] = msgspec.field(default=True, name="enableCORS")
    ssl_cert_file: Annotated[
        str | None, Meta(description="Certificate, to serve HTTPS; needs sslKeyFile.")
    ] = None
    ssl_key_file: Annotated[str | None, Meta(description="Private key of sslCertFile.")] = None
    cookie_secret: Annotated[
        str, Meta(description="Key that signs what is stored; older ones first: old1,new.")
    ] = ""
    workers: Annotated[
        int, Meta(ge=1, description="Processes that serve the app, on one port.")
    ] = 1
    drain_timeout: Annotated[
        float, Meta(ge=0, description="Seconds that runs may go on when the server is to end.")
    ] = 10.0
    enable_static_serving: Annotated[
        bool,
        Meta(description="Serve the files in the folder static beside the script at app/static/."),
    ] = False
    max_cache_data_size: Annotated[
        int | str | None,
        Meta(
            description="Most that st.cache_data keeps in the memory of one process, in bytes or "
            "like 500MB; without it, any."
        ),
    ] = None
    metrics: Annotated[bool, Meta(description="Serve figures for operators at /metrics.")] = False
    telemetry: Annotated[
        bool, Meta(description="Tell an OpenTelemetry collector of each run; OTEL_* say which.")
    ] = False

    @property
    def base_path(self) -> str:
        """The base path as it stands before a route: empty, or with a slash in front only."""
        return "".join(f"/{part}" for part in self.base_url_path.split("/") if part)

    @property
    def max_message_bytes(self) -> int:
        """The largest message from a browser, in bytes."""
        return self.max_message_size * MEGABYTE


class Runner(Section, frozen=True):
    """How scripts run."""

    fast_reruns: Annotated[
        bool, Meta(description="Cut a run short when a newer event makes it stale.")
    ] = True
    magic_enabled: Annotated[
        bool, Meta(description="Show a bare expression on a line of its own.")
    ] = True
    click_grace: Annotated[
        float,
        Meta(ge=0, description="Seconds for which runs of clicks, and of what led to them, go on."),
    ] = 1.0
    enforce_serializable_session_state: Annotated[
        bool, Meta(description="Raise when session state holds what cannot be pickled.")
    ] = False
    enum_coercion: Annotated[
        Literal["off", "nameOnly", "nameAndValue"],
        Meta(description="By what an Enum option of an earlier run is told to be one of this run."),
    ] = "nameOnly"
    max_elements: Annotated[
        int, Meta(ge=1, description="Elements that a run may have on the page at one time.")
    ] = 100_000
    cache_background_refresh_ttl_multiplier: Annotated[
        float,
        Meta(
            gt=1,
            description="How many times its ttl a cached result may be given with "
            'refresh_mode="background", while it is made again.',
        ),
    ] = msgspec.field(default=2.0, name="cacheBackgroundRefreshTTLMultiplier")
    connection_default_ttl: Annotated[
        Annotated[float, Meta(ge=0)] | None,
        Meta(
            description="Seconds after which st.connection makes a connection again that is given "
            "no ttl; without it, never.",
        ),
    ] = msgspec.field(default=None, name="connectionDefaultTTL")
    threads: Annotated[
        int, Meta(ge=1, description="Scripts that may run at the same time in one process.")
    ] = 1000


class Client(Section, frozen=True):
    """What the page shows."""

    show_sidebar_navigation: Annotated[
        bool, Meta(description="Show a menu of the files in the folder pages, if there is one.")
    ] = True
    show_error_details: Annotated[
        Literal["full", "stacktrace", "type", "none"],
        Meta(description="How much of an uncaught exception the page shows."),
    ] = "full"
    toolbar_mode: Annotated[
        Literal["auto", "developer", "viewer", "minimal"],
        Meta(description="Whose entries the menu has; auto: the developer's on localhost."),
    ] = "auto"
    disable_data_export: Annotated[
        bool, Meta(description="Have no table copied or downloaded by the page.")
    ] = False
    isolated_components: Annotated[
        bool,
        Meta(
            description="Give frames of custom components an origin of their own: no cookies, no"
            " storage, no way into the page. Some packages need these."
        ),
    ] = False


class Logger(Section, frozen=True):
    """What the server writes to the terminal."""

    level: Annotated[
        Literal["error", "warning", "info", "debug"], Meta(description="Least grave level shown.")
    ] = "info"


class Global(Section, frozen=True):
    """What concerns everything."""

    show_warning_on_direct_execution: Annotated[
        bool, Meta(description="Warn when a script is run by python alone.")
    ] = True


class Browser(Section, frozen=True):
    """What concerns the person's browser."""

    gather_usage_stats: Annotated[
        bool, Meta(description="Accepted for Streamlit's sake: nothing is ever gathered.")
    ] = False


class Session(Section, frozen=True):
    """What is remembered of visitors, where, and for how long."""

    store: Annotated[
        str,
        Meta(description="Where sessions are kept: sqlite, memory, or redis://host:port/number."),
    ] = "sqlite"
    store_required: Annotated[
        bool, Meta(description="Stop if the store cannot be reached at the start.")
    ] = False
    resume: Annotated[
        Literal["refresh", "reconnect", "never"],
        Meta(description="What state survives: a refresh too, a lost connection, nothing."),
    ] = "refresh"
    idle: Annotated[
        float, Meta(ge=0, description="Seconds that a session without a page stays in memory.")
    ] = 120.0
    rest: Annotated[
        float, Meta(ge=0, description="Seconds that a session with an unused page stays there.")
    ] = 900.0
    ttl: Annotated[
        float, Meta(gt=0, description="Seconds for which the store keeps an unused session.")
    ] = 7 * 24 * 3600.0
    max_value_size: Annotated[
        float, Meta(gt=0, description="Largest value that is stored, in MB.")
    ] = 50.0
    max_size: Annotated[
        float, Meta(gt=0, description="Most that is stored of one session, in MB.")
    ] = 200.0


class Files(Section, frozen=True):
    """What is kept of pictures, downloads, tables and uploads."""

    max_size: Annotated[
        Annotated[float, Meta(gt=0)] | None,
        Meta(
            description="Most that all files of the app take, in MB; without it, 10,000 on disk, "
            "1,000 in Redis or in memory."
        ),
    ] = None
    max_session_size: Annotated[
        float, Meta(gt=0, description="Most that one session shows and holds at a time, in MB.")
    ] = 2000.0


class Maps(Section, frozen=True):
    """Where maps come from, below what a script shows on them."""

    light_style: Annotated[
        str,
        Meta(
            description="Address of the base map's style, in the form of MapLibre, while the page "
            "is light; empty for plain ground."
        ),
    ] = "https://tiles.openfreemap.org/styles/positron"
    dark_style: Annotated[str, Meta(description="The same while the page is dark.")] = (
        "https://tiles.openfreemap.org/styles/dark"
    )
    hosts: Annotated[
        list[str],
        Meta(
            description="Where else maps may be loaded from, such as https://tiles.example.com: "
            "what styles refer to, or scripts name; * is anywhere."
        ),
    ] = []


class Secrets(Section, frozen=True):
    """Where secrets are."""

    files: Annotated[
        list[str],
        Meta(
            description="Files of secrets, and folders with a folder for each; later ones count. "
            "Without one: secrets.toml in .streamlit and in .ostinato, of the user, of the current "
            "folder and of the script's."
        ),
    ] = []


class Config(msgspec.Struct, frozen=True):
    """All options, by section."""

    server: Server = Server()
    runner: Runner = Runner()
    client: Client = Client()
    logger: Logger = Logger()
    global_: Global = msgspec.field(default=Global(), name="global")
    browser: Browser = Browser()
    session: Session = Session()
    files: Files = Files()
    maps: Maps = Maps()
    secrets: Secrets = Secrets()
    theme: dict[str, Any] = {}
    """What was set of the options of a theme (`theme/names.py`), checked, by their names."""
    others: dict[str, Any] = {}
    """What was set of Streamlit's options that have no effect here, by their names."""


class Option(NamedTuple):
    """One option: its name, its place in `Config`, its type and its meaning."""

    name: str
    section: str
    field: str
    type: Any
    help: str

    @property
    def is_list(self) -> bool:
        """Whether the option holds several values."""
        return get_origin(self.type.__origin__) is list

    def of(self, config: Config) -> Any:
        """Return the option's value in `config`."""
        return getattr(getattr(config, self.section), self.field)


def _options() -> Iterator[Option]:
    for section in msgspec.structs.fields(Config):
        if section.name in ("theme", "others"):
            continue
        for field in msgspec.structs.fields(section.type):
            name = f"{section.encode_name}.{field.encode_name}"
            meta = field.type.__metadata__[0]
            yield Option(name, section.name, field.name, field.type, meta.description)


OPTIONS = {option.name: option for option in _options()}
