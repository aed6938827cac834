"""Issues as files: Markdown with front matter, the JSON of `gh issue view`, or a webhook payload."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, Field, ValidationError, field_validator

from bot.forms.issue import Author, Issue
from bot.names.cleaning import encodable

_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\r?\n(?P<front>.*?)^---[ \t]*(?:\r?\n|\Z)(?P<body>.*)", re.DOTALL | re.MULTILINE
)


class UnreadableIssue(Exception):
    """A file that is no issue, which is wrong usage."""


class _AuthorRecord(BaseModel):
    login: str
    id: int | str | None = None


class _IssueRecord(BaseModel):
    number: int | None = Field(default=None, gt=0)
    title: str = ""
    body: str | None = None
    labels: list[str] = []
    author: _AuthorRecord | None = None
    state: str = "open"

    @field_validator("labels", mode="before")
    @classmethod
    def _names(cls, labels: Any) -> Any:
        """`bug`, `[bug]` and `[{"name": "bug"}]` all name a label."""
        labels = [labels] if isinstance(labels, str) else labels or []
        if not isinstance(labels, list):
            return labels
        return [label.get("name") if isinstance(label, Mapping) else label for label in labels]

    @field_validator("title", mode="before")
    @classmethod
    def _text(cls, title: Any) -> Any:
        """Without quotes, YAML takes a title such as `2.1` for a number."""
        return str(title) if isinstance(title, int | float) else title

    @field_validator("author", mode="before")
    @classmethod
    def _login(cls, author: Any) -> Any:
        return {"login": str(author)} if isinstance(author, str | int) else author


def read_issue_file(path: str, label: str | None = None) -> Issue:
    """Read an issue from a file, keeping its line ends. Raises UnreadableIssue."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableIssue(f"{path}: {error.strerror}") from None
    return read_issue(data, path, label)


def read_issue(data: bytes, name: str, label: str | None = None) -> Issue:
    """Read an issue; `label` counts when it names none. Raises UnreadableIssue, which names the
    file.
    """
    try:
        record = _IssueRecord.model_validate(_record(data.decode()))
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False)
        )
        raise UnreadableIssue(f"{name}: {told}") from None
    except (
        yaml.YAMLError,
        ValueError,
        RecursionError,
    ) as error:  # a ValueError is broken JSON, or no UTF-8
        raise UnreadableIssue(f"{name}: {' '.join(str(error).split())}") from None
    return Issue(
        number=record.number,
        title=encodable(record.title),
        body=encodable(record.body or ""),
        labels=tuple(map(encodable, record.labels)) or ((label,) if label else ()),
        author=_author(record.author),
        is_open=record.state.casefold() == "open",
    )


def _record(text: str) -> Any:
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("{"):
        data = json.loads(text)
        return _given(_webhook(data["issue"]) if isinstance(data.get("issue"), dict) else data)
    match = _FRONT_MATTER.match(text)
    return _with_front_matter(match["front"], match["body"]) if match else {"body": text}


def _with_front_matter(front: str, body: str) -> Any:
    fields = yaml.safe_load(front) or {}
    if not isinstance(fields, dict):
        raise yaml.YAMLError("the front matter is not made of lines like `number: 12`")
    return _given(fields) | {"body": body}


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """What was given at all: an empty line of front matter and a null of JSON give nothing."""
    return {name: value for name, value in fields.items() if value is not None}


def _webhook(issue: dict[str, Any]) -> dict[str, Any]:
    return issue | {"author": issue.get("user")}


def _author(record: _AuthorRecord | None) -> Author | None:
    if record is None:
        return None
    return Author(encodable(record.login), record.id if isinstance(record.id, int) else None)
