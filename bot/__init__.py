"""The bot that turns issue forms into edits of the list of EV chargers and their OCPP support."""

import os

# Without this, pydantic looks through all installed packages for plugins, a tenth of the time of a
# `preview`:
# https://docs.pydantic.dev/latest/concepts/plugins/
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
