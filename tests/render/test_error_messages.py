"""What a maintainer must set up."""

from bot.render import error_messages

NEXT = "Nothing is lost: the next run goes on from here."


def test_what_will_pass_says_so():
    assert error_messages.wait("60") == f"GitHub asks the bot to wait for 60 s. {NEXT}"
    assert error_messages.wait(None) == f"GitHub asks the bot to wait. {NEXT}"
    assert error_messages.no_answer("502") == f"GitHub gave no clear answer (502). {NEXT}"


def test_what_stays_names_its_reason():
    assert error_messages.unreachable("Gone.") == (
        "The issue cannot be reached: Gone. It may be locked, deleted or transferred, or the "
        "repository archived."
    )
    assert error_messages.server_too_old("Field a") == (
        "This server does not know what the bot asks for: `Field a`. Update one of the two."
    )
    assert error_messages.rules("no @ada\nin `x`") == (
        "A rule of this repository forbids what the bot wants to write: `` no @ada in `x` ``. Let "
        "the bot make, move and delete branches named `bot/issue-*`, under Settings > Rules > "
        "Rulesets."
    )
