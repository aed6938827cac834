"""A browser, and pages of lists in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.export.chromium import chromium
from tests.export.lists import html_of, text_of_list

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page; at the end nothing was asked of another machine, and nothing went wrong."""
    asked: list[str] = []
    messages: list[str] = []
    contexts = []
    file = tmp_path / "index.html"

    def dismiss(dialog: Dialog) -> None:
        messages.append(dialog.message)
        dialog.dismiss()

    def open_(
        html: str | None = None,
        *,
        fragment: str = "",
        width: int = 1280,
        height: int = 800,
        scheme: Literal["dark", "light"] = "light",
        script: bool = True,
    ) -> Page:
        file.write_text(html or html_of(text_of_list()), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("dialog", dismiss)
        page.goto(f"{file.as_uri()}{fragment}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert messages == []
    assert {url.split("#")[0] for url in asked} <= {file.as_uri()}
