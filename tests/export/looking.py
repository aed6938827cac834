"""What is seen and done on the page."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page


def shown(page: Page) -> list[str]:
    """The names in the table, from top to bottom."""
    return page.locator("#entries tbody th").all_inner_texts()


def query_of(link: str | None) -> dict[str, str]:
    """The parameters of an address."""
    return {name: value for name, (value,) in parse_qs(urlsplit(link or "").query).items()}


def choose(page: Page, name: str, *values: str) -> None:
    """Check boxes of a filter."""
    chosen = page.locator(".filter").filter(has=page.get_by_text(name, exact=True))
    chosen.locator("summary").click()
    for value in values:
        chosen.get_by_role("checkbox", name=value).check()
    page.keyboard.press("Escape")
