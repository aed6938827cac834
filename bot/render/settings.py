"""What a maintainer must set up before the bot can go on, with the place of each setting."""

BAD_TOKEN = "GitHub does not accept the token. If the secret BOT_TOKEN is set, it may have expired: make a new one."

MAY_NOT_OPEN = (
    "GitHub Actions may not open pull requests here. Allow it under Settings > Actions > General > Workflow "
    "permissions: tick “Allow GitHub Actions to create and approve pull requests”. An organisation can forbid it "
    "for all of its repositories, under the same name in its own settings."
)

NO_PERMISSION = (
    "The token may not do this. In the workflow the job needs `permissions:` with `contents: write`, `issues: write` "
    "and `pull-requests: write`; a token in the secret BOT_TOKEN needs the same three."
)

RULES = (
    "A rule of the repository forbids what the bot wants to write. Let the bot make, move and delete branches named "
    "`bot/issue-*`, under Settings > Rules > Rulesets."
)


def wait(seconds: str | None) -> str:
    """GitHub wants fewer requests."""
    until = f" for {seconds} s" if seconds else ""
    return f"GitHub asks the bot to wait{until}. Nothing is lost: the next run goes on from here."


def unreachable(reason: str) -> str:
    """Nothing can be written to an issue."""
    return f"The issue cannot be reached: {reason} It may be locked, deleted or transferred, or the repository archived."


def no_answer(reason: str) -> str:
    """GitHub failed time and again."""
    return (
        f"GitHub gave no clear answer ({reason}). Nothing is lost: the next run goes on from here."
    )
