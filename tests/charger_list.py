"""The shape of the charger list, its forms, what its names mean, and a list to try things on."""

from functools import partial
from pathlib import Path

from bot.local.forms import load_forms
from bot.names.order import rated_key
from bot.shape import entry_names
from bot.shape.entry_names import entry_identity

ROOT = Path(__file__).parent.parent
LIST = (ROOT / "tests" / "cases" / "list.md").read_text(encoding="utf-8")
# Two mistakes: a row out of order, and a version that is none.
DISORDER = LIST.replace("| Zaptec Go |", "| Zaptec Zz |").replace(
    "| Zaptec Pro | 1.6J |", "| Zaptec Pro | 1.7 |"
)
FORMS = load_forms(ROOT / ".github" / "ISSUE_TEMPLATE")
SHAPE = FORMS.shape
OPTIONS = {column.field: column.options for column in SHAPE.columns}
VOCABULARY = SHAPE.vocabulary
full_name = partial(entry_names.full_name, SHAPE)
identity = partial(entry_identity, SHAPE)
row_key = partial(rated_key, unit=VOCABULARY.unit)
