"""The three workflows which run the bot as a GitHub Action.

Triggers, permissions and concurrency are those of the workflows of this repository.
"""

from importlib.resources import files

UNKNOWN_ACTION = "OWNER/NAME"  # in place of a repository, of a clone made from a folder
_CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"


def workflow_texts(action: str) -> dict[str, str]:
    """The texts of the workflows by file name; `action` is OWNER/NAME@SHA."""
    texts = {}
    for name in ("contribute.yml", "sweep.yml", "check.yml"):
        text = files("bot.init").joinpath("templates", name).read_text(encoding="utf-8")
        texts[name] = text.replace("<checkout>", _CHECKOUT).replace("<action>", action)
    return texts
