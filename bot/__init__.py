"""Turns issue forms into edits of the list of EV chargers and their OCPP support."""

import os
import sys

__version__ = "1.0.0"

if sys.version_info < (3, 11):  # noqa: UP036 -- whoever has an older Python reads why
    sys.exit("error: The bot needs Python 3.11 or newer. Use `make PYTHON=python3.12 .venv/run`.")

# Without this, pydantic looks through all installed packages for plugins, a tenth of the time of a
# `preview`: https://docs.pydantic.dev/latest/concepts/plugins/
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
