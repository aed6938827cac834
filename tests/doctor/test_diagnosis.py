"""What `doctor` says of a list, its forms, workflows and settings."""

import pytest

from bot.check.inspect import inspect
from bot.doctor import findings
from bot.doctor.diagnosis import diagnose_forms, diagnose_list, diagnose_sections
from bot.doctor.findings import SetupFinding
from bot.document.parse import parse
from bot.forms.form import Field, Form, Forms, Kind
from bot.render import problems
from bot.render.error_messages import MAY_NOT_OPEN
from bot.rules import finding as rules
from bot.rules import list_rules, row_rules
from tests.charger_list import FORMS, LIST, SHAPE
from tests.games import TEXT, games, games_shape


def whats(found) -> list[str]:
    return [finding.what for finding in found]


def test_a_row_out_of_order_and_a_section_out_of_the_contents_are_warnings():
    swapped = LIST.replace("| Zaptec Go |", "| Zaptec Zz |").replace("  - [go-e](#go-e)\n", "")
    found = list(diagnose_list(parse(swapped, SHAPE)))
    assert [finding.level for finding in found] == ["warning", "warning"]
    assert "`Zaptec Pro` belongs before `Zaptec Zz`" in found[1].what
    assert "`go-e` is not in the table of contents" in found[0].what


def test_of_each_kind_of_mistake_the_first_is_named():
    rows = "".join(
        f"| Zaptec Z{n} | 1.6J | ☁️ Cloud | | Source needed! |\n" for n in range(9, 0, -1)
    )
    unordered = LIST.replace("| Zaptec Go |", f"{rows}| Zaptec Go |", 1)
    assert len(inspect(parse(unordered, SHAPE))) > 8
    (found,) = diagnose_list(parse(unordered, SHAPE))
    assert found.what.startswith("README.md:")
    assert found.what.endswith("Move the row. 8 more of this kind.")
    assert found.fix == "`python -m bot check` names each place, and `check --fix` corrects 9 of 9."


def test_a_brand_with_two_sections_keeps_the_bot_from_editing_them():
    renamed = LIST.replace("### go-e", "### Zaptec").replace("  - [go-e](#go-e)\n", "")
    (found,) = (one for one in diagnose_list(parse(renamed, SHAPE)) if one.level == "error")
    assert found.what.endswith("the names below begin with `go-e Charger`. Correct this heading.")


def test_what_no_fix_corrects_promises_none():
    row = next(line for line in LIST.splitlines() if line.startswith("| Zaptec Pro |"))
    short = LIST.replace(row, "| Zaptec Pro | 1.6J |")
    (found,) = diagnose_list(parse(short, SHAPE))
    assert found.level == "warning"
    assert found.why == "Readers may be misled, and `check` calls it an error."
    assert found.fix == "`python -m bot check` names each place."


def test_a_list_near_githubs_limits_is_a_warning():
    long = LIST + "<!--" + "x" * 420_000 + "-->"
    (what,) = whats(diagnose_list(parse(long, SHAPE)))
    assert "GitHub shows no file beyond 512,000" in what


def test_a_broken_list_is_an_error():
    found = diagnose_list(parse("# Nothing", SHAPE))
    assert [finding.level for finding in found] == ["error"]


def test_what_the_bot_can_edit_around_is_a_warning():
    dead = LIST.replace("(#go-e)", "(#gone)")
    found = list(diagnose_list(parse(dead, SHAPE)))
    assert {finding.level for finding in found} == {"warning"}
    assert any("No heading has the anchor `#gone`" in finding.what for finding in found)
    again = LIST.replace(
        "### go-e", "### go-e\n\n" + LIST[LIST.index("| Model") : LIST.index("### go-e")]
    )
    assert "error" in {finding.level for finding in diagnose_list(parse(again, SHAPE))}


def with_options(kind: Kind, field_id: str, *options: str) -> Forms:
    """The forms, of which one offers other options."""
    forms = []
    for form in FORMS:
        fields = []
        for field in form.fields:
            is_other = form.kind is kind and field.id == field_id
            fields.append(field._replace(options=options) if is_other else field)
        forms.append(form._replace(fields=tuple(fields)))
    return Forms(SHAPE, tuple(forms))


def offering(*sections: str) -> Forms:
    """A form of games with a choice of systems."""
    system = Field("system", "System", required=True, options=sections, fenced=False)
    form = Form(Kind.ADD, "add.yml", "New game", "", "new-game", (system,))
    return Forms(games().shape, (form,))


def test_the_sections_of_a_form_are_those_of_the_list():
    fine = offering("Amiga", "NES")
    assert list(diagnose_sections(games(), fine)) == []
    assert list(diagnose_sections(games(), offering())) == []
    assert list(diagnose_sections(games("# Fun\n"), fine)) == []
    assert list(diagnose_sections(parse(LIST, SHAPE), FORMS)) == []


def test_a_section_renamed_in_the_list_is_found_twice():
    renamed = games(TEXT.replace("### Nes", "### Famicom"))
    gone, missing = diagnose_sections(renamed, offering("Amiga", "Nes"))
    assert gone == findings.SECTION_GONE.of(file="add.yml", names="`Nes`")
    assert missing == findings.SECTION_NOT_OFFERED.of(file="add.yml", names="`Famicom`")


def test_tables_whose_columns_were_renamed_are_no_sections():
    whole = games_shape(without=("heading: Games\n",))
    other = parse(TEXT.replace("| Game | Year |", "| Game | Made |", 1), whole)
    (found,) = diagnose_sections(other, offering("Amiga", "Nes"))
    assert found.what.startswith("The form add.yml offers `Amiga`, where README.md has no table")


def test_forms_which_suit_each_other_have_no_finding():
    assert list(diagnose_forms(FORMS)) == []


@pytest.mark.parametrize(
    ("forms", "what"),
    [
        (
            with_options(Kind.CORRECT, "communication", "Cloud"),
            "The form invalid.yml offers other Communication than Cloud, Direct.",
        ),
        (
            with_options(Kind.CORRECT, "correction", "Other"),
            "The form invalid.yml offers Other, which begins with none of change, rename and "
            "remove.",
        ),
        (
            Forms(SHAPE, (FORMS.add, FORMS.add._replace(file="again.yml"))),
            "The form again.yml sets the label new-charger, as new-charger.yml does.",
        ),
    ],
)
def test_a_form_which_differs_is_named(forms: Forms, what: str):
    assert whats(diagnose_forms(forms)) == [what]


# Each finding: who makes it and of what, and the three things that it says.
DOCUMENT = parse(LIST, SHAPE)
WITHOUT_SOURCE = next(
    found for found in inspect(DOCUMENT) if found.problem.rule is row_rules.NO_LINK
)
FINDINGS = [
    (
        findings.BROKEN_LIST.of(message="README.md: No such file."),
        "error: README.md: No such file.",
        "The bot edits nothing while the list is broken.",
        "Restore the file, or save it as UTF-8.",
    ),
    (
        findings.in_list(WITHOUT_SOURCE, 1, 0),
        f"warning: README.md:{WITHOUT_SOURCE.place.line}: {problems.message(WITHOUT_SOURCE.problem)}",
        "Readers may be misled.",
        "`python -m bot check` names each place.",
    ),
    (
        findings.keeps_from_editing(rules.finding(list_rules.NO_TEXT, 7), 1),
        "error: README.md:7: This line is not UTF-8.",
        "The bot edits nothing there.",
        "`python -m bot check` names each place.",
    ),
    (
        findings.BROKEN_FORM.of(message="new-brand.yml is no YAML."),
        "error: new-brand.yml is no YAML.",
        "The bot reads its questions and labels from the forms.",
        "Correct or restore the form, or name another in `.github/list.yml`.",
    ),
    (
        findings.FORM_DIFFERS.of(file="new-brand.yml", what="asks otherwise"),
        "error: The form new-brand.yml asks otherwise.",
        "The bot would not find, or not understand, what people answer.",
        "Change the form back, or `.github/list.yml` along with it.",
    ),
    (
        findings.NO_LABEL.of(label="invalid"),
        "error: The label invalid does not exist.",
        "GitHub silently drops a form's label that does not exist, and the bot looks only at labelled issues.",
        "Run `python -m bot doctor --fix`.",
    ),
    (
        findings.MAY_NOT_OPEN,
        "error: GitHub Actions may not open pull requests.",
        "The bot makes its branches, but no pull request.",
        MAY_NOT_OPEN,
    ),
    (
        findings.UNKNOWN_SETTING,
        "warning: This token may not read whether GitHub Actions may open pull requests.",
        "If they may not, the bot makes its branches, but no pull request.",
        f"Look yourself, or use an administrator's token. {MAY_NOT_OPEN}",
    ),
    (
        findings.ARCHIVED,
        "error: The repository is archived.",
        "Nothing can be written.",
        "Unarchive it in its settings.",
    ),
    (
        findings.NO_ISSUES,
        "error: Issues are turned off.",
        "The forms open issues. A fork begins without them.",
        "Settings > General > Features: tick Issues.",
    ),
]


@pytest.mark.parametrize(
    ("finding", "what", "why", "fix"), FINDINGS, ids=[row[1] for row in FINDINGS]
)
def test_a_finding_says_what_it_is_why_it_matters_and_how_to_fix_it(
    finding: SetupFinding, what: str, why: str, fix: str
):
    assert str(finding) == f"{what}\n  why it matters: {why}\n  how to fix it: {fix}"
