"""Examination: which things are looked at, and in which order."""

from collections.abc import Iterator
from pathlib import Path

from ostinato.cli.doctor import machine, packages, settings, storage
from ostinato.cli.doctor.asking import target_of
from ostinato.cli.doctor.deployment import look_at_deployment
from ostinato.cli.doctor.findings import Finding
from ostinato.cli.failure import Failure


def examine_app(script: Path | None, folder: Path, flags: dict[str, str]) -> Iterator[Finding]:
    """Look at an app and at the machine that is to serve it.

    Args:
        script: The script; None if there is none yet.
        folder: Its folder.
        flags: Options, as they are given to the server.
    """
    yield from machine.look_at_python()
    yield from machine.look_at_page()
    (config, origins, _), found = settings.read_options(flags, folder)
    yield from found
    secrets, found = settings.read_secrets(config, folder)
    yield from found
    yield from settings.look_at_login(secrets)
    yield from packages.look_at_installation(config, secrets)
    if script is not None:
        yield from packages.look_at_script(script)
    yield from storage.look_at_secret(config, folder)
    yield from storage.look_at_storage(config, folder, script.stem if script else "app")
    yield from machine.look_at_port(config, is_fixed="server.port" in origins)
    yield from machine.look_at_disk(folder)
    yield from machine.look_at_files()
    yield from machine.look_at_clock()


def examine_deployment(url: str) -> Iterator[Finding]:
    """Ask an app that is being served, as a browser does, through whatever stands before it.

    Raises:
        Failure: If that is no address.
    """
    try:
        target = target_of(url)
    except ValueError as error:
        raise Failure(f"ostinato doctor: --url {error}") from None
    return look_at_deployment(target)
