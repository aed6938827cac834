"""The shape of the charger list, its forms, and a list to try things on."""

from pathlib import Path

from bot.forms.form import load_forms

ROOT = Path(__file__).parent.parent
LIST = (ROOT / "tests" / "cases" / "README.md").read_text(encoding="utf-8")
FORMS = load_forms(ROOT / ".github" / "ISSUE_TEMPLATE")
SHAPE = FORMS.shape
OPTIONS = {column.field: column.options for column in SHAPE.columns}
