"""The bot as a person calls it at a terminal."""

import os
import pty
import subprocess
import sys

from tests.command_line import Place, environment_of


def on_a_terminal(place: Place, *arguments: str, **environment: str) -> str:
    """What a person sees, standard error included."""
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        cwd=place.folder,
        env=environment_of(place.folder) | {"TERM": "xterm"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    ):
        os.close(terminal)
        seen = b"".join(iter(lambda: read(screen), b""))
    os.close(screen)
    return seen.decode().replace("\r\n", "\n")


def read(screen: int) -> bytes:
    try:
        return os.read(screen, 65_536)
    except OSError:  # Linux says so when nobody holds the other end any more
        return b""


def errors_on_a_terminal(place: Place, *arguments: str) -> str:
    """What a person sees on standard error while the output goes elsewhere."""
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        cwd=place.folder,
        env=environment_of(place.folder),
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ):
        os.close(terminal)
        seen = b"".join(iter(lambda: read(screen), b""))
    os.close(screen)
    return seen.decode()
