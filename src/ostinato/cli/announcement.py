"""Announcement: what whoever starts a server is told, and shown."""

import os
import socket
import sys
import threading

import click

from ostinato.config import Config


def announce(name: str, config: Config, listener: socket.socket) -> None:
    """Print the addresses of a server, and open the page where there is a screen.

    Args:
        name: What it serves.
        config: How it serves.
        listener: Where it listens.
    """
    server = config.server
    port = listener.getsockname()[1]
    scheme = "https" if server.ssl_cert_file else "http"
    here = server.address if server.address not in (None, "0.0.0.0", "::", "127.0.0.1") else None
    local = f"{scheme}://{_in_url(here or 'localhost')}:{port}{server.base_path}"
    click.echo(f"\n  {name} is being served. Stop with Ctrl+C.\n")
    if port != server.port and server.port:
        click.echo(f"  Port {server.port} is taken: using {port}.")
    click.echo(f"  Local URL:   {local}")
    if server.address in (None, "0.0.0.0", "::") and (outside := _outside_address()):
        click.echo(f"  Network URL: {scheme}://{outside}:{port}{server.base_path}")
    click.echo()
    if not (_has_no_screen() if server.headless is None else server.headless):
        # Opening may wait for the browser to end.
        threading.Thread(target=_open_browser, args=(local,), daemon=True).start()


def _open_browser(address: str) -> None:
    import webbrowser  # noqa: PLC0415  # 10 ms that a server without a screen need not spend

    webbrowser.open(address)


def _outside_address() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: the system only chooses the way out.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _has_no_screen() -> bool:
    is_linux = sys.platform.startswith("linux")
    return is_linux and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_url(address: str) -> str:
    return f"[{address}]" if ":" in address else address
