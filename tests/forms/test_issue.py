"""An issue, its author, and the branch which belongs to it."""

import pytest

from bot.forms.issue import Author, Issue, branch_of, number_of


def test_an_issue_without_a_number_has_no_branch():
    assert Issue(None, "", "", ()).branch is None
    assert Issue(7, "", "", ()).branch == "bot/issue-7"


@pytest.mark.parametrize("number", [1, 12, 999999999])
def test_a_branch_names_the_number_of_its_issue(number: int):
    assert number_of(branch_of(number)) == number


@pytest.mark.parametrize(
    "branch",
    [
        *("main", "bot/issue-", "bot/issue-0", "bot/issue-07", "bot/issue-12-again"),
        *("x/bot/issue-1", "bot/issue-1\n", "bot/issue-1234567890", "bot/issue-²"),
    ],
)
def test_another_branch_belongs_to_no_issue(branch: str):
    assert number_of(branch) is None


@pytest.mark.parametrize("login", ["ada", "a-b", "Ada_acme", "ada[bot]", "-"])
def test_a_login_of_an_account_may_be_mentioned(login: str):
    assert Author(login).is_account


@pytest.mark.parametrize("login", ["", "_ada", "a b", "ada[bot]x", "[bot]", "ada\n", "ädä", "@ada"])
def test_a_name_which_is_no_login_may_not(login: str):
    assert not Author(login).is_account
