"""One issue as people read it at a terminal."""

from tests.charger_list import LIST
from tests.command_line import ADDED, Place, markdown
from tests.stage import correction, new_charger


def test_people_read_the_status_and_the_row_with_its_neighbours(place: Place):
    ran = place.bot("preview", place.write("my issue.md", markdown()))
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "my issue.md: pull request",
        "  Add Zaptec Go 2 (label new-charger, branch bot/issue-12)",
    ]
    row = lines.index(f"  +{ADDED}")
    assert lines[row - 1].startswith("   | Zaptec Go |")
    assert lines[row + 1].startswith("   | Zaptec Pro |")
    assert sum("Zaptec Go 2" in line for line in lines) == 2


def test_a_submission_without_a_number_has_no_branch(place: Place):
    ran = place.bot("preview", place.write("a", markdown(number=None)))
    assert ran.out.splitlines()[1] == "  Add Zaptec Go 2 (label new-charger)"


def test_a_long_row_is_wrapped_and_whole(place: Place):
    ran = place.bot("preview", place.write("a", markdown(new_charger(notes="word " * 50))))
    lines = ran.out.splitlines()
    (start,) = [at for at, line in enumerate(lines) if line.startswith("  +")]
    row = [lines[start].strip()]
    for line in lines[start + 1 :]:
        if not line.startswith(" " * 6):
            break
        row.append(line.strip())
    assert len(row) == 4
    assert " ".join(row).count("word") == 50
    assert row[-1].endswith("(https://www.zaptec.com/go2) |")


def test_problems_are_plain_text(place: Place):
    body = new_charger("a|b *c* <d>", ocpp_versions="3.0", sources="see `www.x.example` @ada")
    ran = place.bot("preview", place.write("a", markdown(body)))
    assert ran.out.startswith("a: reply with 3 problems, label needs-info\n  - Models: ")
    assert '"a|b *c* <d>"' in ran.out
    assert not any(mark in ran.out for mark in ("**", "<!--", "\\", "&#", "@ada:"))


def test_a_reply_is_plain_text_with_the_address_of_each_link(place: Place):
    ran = place.bot("preview", place.write("a", markdown("Please add my charger")))
    lines = ran.out.splitlines()
    assert lines[0] == "a: reply, label needs-info"
    assert "This issue was not made with a form" in lines[1]
    assert not any(mark in ran.out for mark in ("**", "<!--", "](", "<p>"))


def test_a_change_of_what_was_typed_is_remarked(place: Place):
    source = "https://www.zaptec.com/go2?utm_source=mail"
    ran = place.bot("preview", place.write("a", markdown(new_charger(sources=source))))
    assert f"  - Sources: {source} is read as" in ran.out
    emptied = place.bot("preview", place.write("a", markdown(new_charger(notes="None so far"))))
    assert "  - Notes: None so far is read as empty\n" in emptied.out
    untouched = place.bot("preview", place.write("a", markdown()))
    assert "is read as" not in untouched.out


def test_a_change_is_shown_between_its_neighbours_and_fits_the_width(place: Place, monkeypatch):
    monkeypatch.setenv("COLUMNS", "76")
    place.write("README.md", f"{LIST}\nX\n".replace("\n", "\r\n"))
    body = correction(notes="Needs a gateway")
    ran = place.bot("preview", place.write("a", markdown(body, labels=["invalid"])))
    line = LIST[: LIST.index("| Zaptec Pro |")].count("\n") + 1
    assert ran.out.startswith(f"""\
a: pull request
  Correct Zaptec Pro (label invalid, branch bot/issue-12)
  README.md, line {line - 1}:
   | Zaptec Go | 1.6J | ☁️ Cloud / 🔌 Direct | Direct OCPP connection suppo…
  -| Zaptec Pro | 1.6J | ☁️ Cloud | | [Zaptec Help
      Center](https://help.zaptec.com/hc/en-001/articles/4530001974033-Zapte
      c-Cloud-and-OCPP-Integration#h_01HF9AAA8G4GPFEXEYDZX0HQM8) |
  +| Zaptec Pro | 1.6J | ☁️ Cloud | Needs a gateway | [Zaptec Help
      Center](https://help.zaptec.com/hc/en-001/articles/4530001974033-Zapte
      c-Cloud-and-OCPP-Integration#h_01HF9AAA8G4GPFEXEYDZX0HQM8) |
  - No source was given""")


def test_each_place_of_a_change_has_its_line(place: Place):
    body = correction(
        "Rename the model", "go-e Charger Gemini 11 kW", brand="go-e", new_model="go-e Zz"
    )
    ran = place.bot("preview", place.write("a", markdown(body, labels=["invalid"])))
    old = LIST[: LIST.index("| go-e Charger Gemini 11 kW")].count("\n") + 1
    rows = LIST[LIST.index("| go-e Charger Gemini 11 kW") :].partition("\n\n")[0].count("\n") + 1
    lines = [line for line in ran.out.splitlines() if line.startswith("  README.md, line")]
    assert lines == [f"  README.md, line {old - 1}:", f"  README.md, line {old + rows - 2}:"]


def test_an_item_is_wrapped_under_its_own_text(place: Place, monkeypatch):
    monkeypatch.setenv("COLUMNS", "76")
    source = "https://www.zaptec.com/go2?utm_source=mail"
    ran = place.bot("preview", place.write("a", markdown(new_charger(sources=source))))
    read = "\n    https://www.zaptec.com/go2\n\n"
    assert ran.out.endswith(f"\n  - Sources: {source} is read as{read}")


def test_a_text_is_wrapped_below_the_status(place: Place, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = place.bot("preview", place.write("a", markdown("Hello"))).out.splitlines()
    assert lines[-1] == ""
    assert all(line.startswith("  ") and line[2] != " " for line in lines[1:-1])
    assert max(map(len, lines)) <= 40
