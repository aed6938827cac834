"""Links to places in the repository, relative where its address is not known."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlencode

from bot.forms.form import Form

GUIDE = "MAINTAINING.md"
_LONGEST_ANSWER = 500  # characters; servers refuse addresses of many thousand


class Links(NamedTuple):
    """Links from the address of the repository; `..` is right from issues and pull requests.

    `has_guide` where the repository has the page for maintainers.
    """

    repository: str = ".."
    default_branch: str = "HEAD"
    has_guide: bool = False

    @property
    def guide(self) -> str:
        """To the page for maintainers; empty where the repository has none."""
        page = f"{self.repository}/blob/{quote(self.default_branch)}/{GUIDE}"
        return page if self.has_guide else ""

    def row(self, anchor: str, name: str) -> str:
        """To a row of the list: the section's anchor, and the text to scroll to.

        In such a text a hyphen has a meaning: https://wicg.github.io/scroll-to-text-fragment/
        """
        page = f"{self.repository}/blob/{quote(self.default_branch)}/README.md"
        text = quote(name).replace("-", "%2D")
        return f"{page}#{quote(anchor)}:~:text={text}"

    def compare(self, branch: str) -> str:
        """To the page that compares a branch with the default one and offers a pull request."""
        return f"{self.repository}/compare/{quote(self.default_branch)}...{quote(branch)}?expand=1"

    def form(self, form: Form, answers: Mapping[str, str]) -> str:
        """To a form, filled in with the answers that fit its text fields.

        A dropdown in a link made GitHub open the empty editor, or stayed empty.
        https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
        """
        query = {"template": form.file, **carried_answers(form, answers)}
        return f"{self.repository}/issues/new?{urlencode(query, quote_via=quote)}"


def carried_answers(form: Form, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers a link to a form can carry, by the id of their field, in the form's order."""
    carried = {}
    for field in form.fields:
        answer = answers.get(field.id)
        if answer and not field.options and len(answer) <= _LONGEST_ANSWER:
            carried[field.id] = answer
    return carried
