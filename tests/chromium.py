"""A browser without network: the Chromium that `make .venv/npm` unpacks.

The package has it for Linux on x86-64 only; elsewhere it is the Chromium or Chrome in PATH.
"""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_UNPACKED = Path(__file__).parent.parent / ".venv" / "chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OFFLINE = (
    "--proxy-server=http://127.0.0.1:9",  # nobody listens there
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, and close it at the end.

    Raises RuntimeError when it should be in PATH and is not.
    """
    # Playwright's own Node needs libatomic, which a bare Debian lacks; the one of PyPI does not.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(sys.executable).with_name("node"))
    # A server often has neither NSS nor fonts, and without any font Chromium crashes.
    brought = {
        "LD_LIBRARY_PATH": str(_UNPACKED / "al2023" / "lib"),
        "FONTCONFIG_FILE": str(_UNPACKED / "fonts.conf"),
    }
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=_path(), args=_OFFLINE, env={**os.environ, **brought}
        ) as browser,
    ):
        yield browser


def _path() -> str:
    if (sys.platform, platform.machine()) == ("linux", "x86_64"):
        return str(_UNPACKED / "chromium")
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        raise RuntimeError(f"no Chromium in PATH under any of the names {', '.join(_NAMES)}")
    return found
