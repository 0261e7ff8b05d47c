"""Namespace: what the code of a session finds under `__main__`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

    from ostinato.caching.caches import Caches
    from ostinato.caching.disk import Disk
    from ostinato.run.components import Source
    from ostinato.run.dialog import Defined
    from ostinato.run.filing import Filing
    from ostinato.run.holdings import Holdings
    from ostinato.run.page import Page
    from ostinato.run.recipe import Recipe
    from ostinato.run.scope import Scope
    from ostinato.run.surroundings import Surroundings
    from ostinato.run.visit import Visit
    from ostinato.run.visitor import Visitor
    from ostinato.values.value import Value


class Namespace:
    """What the script calls things, in one run.

    Its run's thread sets `earlier`; threads that the script has started only read it. `earlier` is
    what things were called in the run before, while its callbacks go on: until then, the script
    has not defined its names again.

    Args:
        now: The names that it has so far.
    """

    __slots__ = ("earlier", "now")

    def __init__(self, now: dict[str, Any]) -> None:
        self.now = now
        self.earlier: dict[str, Any] = {}


class Home:
    """What all runs of a session have in common for their code.

    Threads that it has started find their names here: those of the latest run. Only the thread of a
    run changes it, and a session has one at a time; one that was abandoned changes nothing.

    Args:
        label: Stands for the session in what scripts see of it.
        surroundings: What its app has around its scripts.
    """

    __slots__ = (
        "_before",
        "_latest",
        "caches",
        "components",
        "dialogs",
        "has_threads",
        "holdings",
        "label",
        "loop",
        "on_recipe",
        "open_disk",
        "pages",
        "scopes",
        "submitted",
        "surroundings",
        "visit",
        "visitor",
        "whole",
    )

    def __init__(self, label: str = "", surroundings: "Surroundings | None" = None) -> None:
        self.label, self.surroundings = label, surroundings
        self.visit: Visit | None = None
        """What is known of its browser; replaced as a whole, so any thread may look."""
        self.visitor: Visitor | None = None
        """Who has come last; only the event loop changes it."""
        self.has_threads = False
        self.loop: asyncio.AbstractEventLoop | None = None
        self.scopes: dict[str, Scope] = {}
        """The parts of its page that can run alone; replaced as a whole, so any thread may look."""
        self.whole: str | None = None
        """The page of which all was drawn last in this process, so that `scopes` has all of it."""
        self.pages: dict[str, Page] = {}
        """The pages of the app by their paths, as the script has said last."""
        self.dialogs: dict[str, Defined] = {}
        """By its name, each function that opens a dialog, as it was decorated last."""
        self.components: dict[str, tuple[int, Source]] = {}
        """By its name, each component that was registered: in which run last, and its source."""
        self.submitted: dict[str, dict[str, Value[Any] | None]] = {}
        """The forms to clear when the script has come to its end, each with its inputs by id; None
        for those that the script has set from the submit on: they stay."""
        self.caches: Caches | None = None
        """What functions have made for this session alone."""
        self.open_disk: Callable[[], Disk | None] = lambda: None
        """Returns where what functions make outlives the process, if there is such a place."""
        self.on_recipe: Callable[[], object] | None = None
        """Called, by any thread, when a button is drawn whose file may be waited for."""
        self.holdings: Holdings | None = None
        """The files that the session needs."""
        self._latest: Namespace | None = None
        self._before: dict[str, Any] = {}

    @property
    def files(self) -> "Filing | None":
        """Where the app keeps what its pages show."""
        return None if self.surroundings is None else self.surroundings.files

    def begin(self, names: Namespace) -> None:
        """Note that a run begins: until it has defined a name, that of the run before counts."""
        self._before = {} if self._latest is None else self._latest.now
        self._latest = names

    def end(self, names: Namespace) -> None:
        """Note that a run has ended. No name is kept, unless there are threads to ask for it.

        One that was abandoned may end late: then the names of another are here, and stay.
        """
        if self._latest is names:
            self._before = {}
            if not self.has_threads:
                self._latest = None

    def note_recipe(self, recipe: "Recipe") -> None:
        """Note that a button was drawn that saves a file, which another thread may have to make."""
        self.has_threads = self.has_threads or recipe.content is not None
        tell = self.on_recipe  # Once: the session may want to hear no more meanwhile.
        if tell is not None:
            tell()

    def close(self) -> None:
        """Forget all names, and close what is open: the session is over."""
        self._latest, self._before, self.scopes = None, {}, {}
        self.dialogs, self.pages, self.components = {}, {}, {}
        if self.caches is not None:
            _close(self.caches)
        if self.loop is not None and not self.loop.is_running():
            self.loop.close()

    @property
    def names(self) -> Namespace:
        """What things are called for a thread."""
        names = Namespace({} if self._latest is None else self._latest.now)
        names.earlier = self._before
        return names


def _close(caches: "Caches") -> None:
    """Let go of what a session alone has used: code of the user may take its time."""
    if caches.has_releases:
        import threading  # noqa: PLC0415  (few scripts need one here)

        threading.Thread(target=caches.close, name="release", daemon=True).start()
    else:
        caches.close()
