"""Links to places in the repository, relative where its address is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from bot.forms.form import Form

_LONGEST_ANSWER = 500  # characters; servers refuse addresses of many thousand


@dataclass(frozen=True)
class Links:
    """Links from the address of the repository; `..` is right from issues and pull requests."""

    repository: str = ".."
    default_branch: str = "HEAD"

    def row(self, anchor: str, model: str) -> str:
        """To a row of the list: the section's anchor, and the text to scroll to."""
        page = f"{self.repository}/blob/{quote(self.default_branch)}/README.md"
        return f"{page}#{quote(anchor)}:~:text={_plain(model)}"

    def compare(self, branch: str) -> str:
        """To the page that compares a branch with the default one and offers a pull request."""
        return f"{self.repository}/compare/{quote(self.default_branch)}...{quote(branch)}?expand=1"

    def form(self, form: Form, answers: dict[str, str]) -> str:
        """To a form, filled in as far as answers are known.

        https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
        """
        known = {
            name: text for name, text in answers.items() if text and len(text) <= _LONGEST_ANSWER
        }
        query = {"template": form.file} | known
        return f"{self.repository}/issues/new?{urlencode(query, quote_via=quote)}"


def _plain(text: str) -> str:
    """Percent-encoded for a text fragment, in which a hyphen or comma has a meaning.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    return quote(text).replace("-", "%2D")


def text_answers(form: Form, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers a link can carry: of text fields only.

    A dropdown in a link made GitHub open the empty editor, or stayed empty.
    """
    found = {}
    for field in form.fields:
        if not field.options and answers.get(field.id):
            found[field.id] = answers[field.id]
    return found
