"""A Chromium that is on this machine already, and that reaches no other."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = f"no Chromium in PATH ({', '.join(_NAMES)}); on Debian: apt-get install chromium"
_OFFLINE = (
    "--proxy-server=http://127.0.0.1:9",  # nobody listens there
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
)


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """The browser while it runs; None where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        yield None
        return
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium has none for root
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=[*_OFFLINE, *sandbox]) as browser,
    ):
        yield browser
