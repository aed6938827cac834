"""One issue as people read it at a terminal."""

from tests.command_line import ADDED, Place, markdown
from tests.stage import new_charger


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
    untouched = place.bot("preview", place.write("a", markdown()))
    assert "is read as" not in untouched.out
