"""GitHub's refusals and failures, in words for a maintainer, with the place of each setting."""

from bot.render.quoting import code

BAD_TOKEN = (
    "GitHub does not accept the token. If the secret BOT_TOKEN is set, it may have expired: make a "
    "new one."
)

MAY_NOT_OPEN = (
    "GitHub Actions may not open pull requests here. Allow it under Settings > Actions > General > "
    "Workflow permissions: tick “Allow GitHub Actions to create and approve pull requests”. An "
    "organisation can forbid it "
    "for all of its repositories, under the same name in its own settings."
)

NO_PERMISSION = (
    "The token may not do this. In the workflow the job needs `permissions:` with "
    "`contents: write`, `issues: write` and `pull-requests: write`; a token in the secret "
    "BOT_TOKEN needs the same three."
)

COLLABORATORS_ONLY = (
    "Only collaborators may open pull requests here. Let the bot's account be one, or allow "
    "everybody under Settings > General > Features > Pull requests."
)

QUERY_TOO_LARGE = "GitHub refuses even the smallest query for its size."

NO_GRAPHQL = (
    "The server has no GraphQL interface where GITHUB_GRAPHQL_URL says. On GitHub Enterprise "
    "Server it is `https://HOST/api/graphql`."
)


def rules(message: str) -> str:
    """A ruleset or a branch protection refuses a write; GitHub's message names the rule."""
    return (
        f"A rule of this repository forbids what the bot wants to write: {code(message)}. Let the "
        "bot make, move and delete branches named `bot/issue-*`, under Settings > Rules > Rulesets."
    )


def server_too_old(message: str) -> str:
    """The server lacks a field read by the bot."""
    return (
        f"This server does not know what the bot asks for: {code(message)}. Update one of the two."
    )


def wait(seconds: str | None) -> str:
    """GitHub wants fewer requests."""
    until = f" for {seconds} s" if seconds else ""
    return f"GitHub asks the bot to wait{until}. Nothing is lost: the next run goes on from here."


def unreachable(reason: str) -> str:
    """Nothing can be written to an issue."""
    return (
        f"The issue cannot be reached: {reason} It may be locked, deleted or transferred, or the "
        "repository archived."
    )


def no_answer(reason: str) -> str:
    """GitHub failed time and again."""
    return (
        f"GitHub gave no clear answer ({reason}). Nothing is lost: the next run goes on from here."
    )
