"""Issues as files: Markdown with front matter, or JSON from `gh`, the REST API or a webhook.

What is in the JSON: https://cli.github.com/manual/gh_issue_list, https://cli.github.com/manual/gh_issue_view,
https://docs.github.com/en/rest/issues/issues, https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.forms.issue import Author, Issue
from bot.names.cleaning import encodable
from bot.names.near import closest
from bot.shape.yaml_words import in_words

_NAMES = ("number", "title", "labels", "author", "user", "state", "body")
_FRONT_MATTER = re.compile(
    r"(?P<before>\s*---[ \t]*\r?\n)(?P<front>.*?)^---[ \t]*(?:\r?\n|\Z)(?P<body>.*)",
    re.DOTALL | re.MULTILINE,
)
_ARRAY_OF_OBJECTS = re.compile(r"\[\s*(?:\{|\]\s*\Z)")


class UnreadableIssue(Exception):
    """A file without an issue; this is wrong usage."""


class _Record(NamedTuple):
    """The fields of an issue as they were given; `lines` are known in front matter only."""

    fields: dict[str, Any]
    lines: Mapping[str, int] = MappingProxyType({})

    def get(self, name: str) -> Any:
        return self.fields.get(name)

    def wrong(self, name: str, message: str) -> UnreadableIssue:
        line = self.lines.get(name)
        place = f"line {line}: " if line else ""
        return UnreadableIssue(f"{place}{name}: {message}")


def read_issues_from(path: str, label: str | None = None) -> list[tuple[str, Issue]]:
    """Read the issues in a file, as `read_issues` does. Raises UnreadableIssue."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableIssue(f"{path}: {error.strerror}") from None
    return read_issues(data, path, label)


def read_issues(data: bytes, name: str, label: str | None = None) -> list[tuple[str, Issue]]:
    """Read issues, each with a name: that of the file, in an array with `#` and the number.

    Bodies keep their line ends. `label` counts for issues without any. Pull requests, which the
    REST API has among the issues, are left out. Raises UnreadableIssue, which names the file and,
    for front matter, the line.
    """
    try:
        text = data.decode("utf-8-sig")
        records, is_array = _records(text)
        issues = [_issue(record, label) for record in records]
    except UnreadableIssue as error:
        raise UnreadableIssue(f"{name}: {error}") from None
    except (ValueError, RecursionError) as error:  # not UTF-8, or too deep
        raise UnreadableIssue(f"{name}: {in_words(str(error))}") from None
    if not is_array:
        return [(name, issue) for issue in issues]
    return [
        (f"{name}#{issue.number or position}", issue)
        for position, issue in enumerate(issues, start=1)
    ]


def _records(text: str) -> tuple[list[_Record], bool]:
    """The issues in a text, and whether they are an array."""
    if text.lstrip().startswith("{"):
        return [_json_record(_read_json(text))], False
    if _ARRAY_OF_OBJECTS.match(text.lstrip()):
        records = []
        for element in _read_json(text):
            if not isinstance(element, dict):
                raise UnreadableIssue("the array holds something else than issues")
            if not element.get("pull_request"):
                records.append(_json_record(element))
        return records, True
    match = _FRONT_MATTER.match(text)
    if match is None:
        return [_Record({"body": text})], False
    record = _front_matter(match["front"], match["before"].count("\n"))
    record.fields["body"] = match["body"]
    return [record], False


def _read_json(text: str) -> Any:
    """The value of a JSON text. Raises UnreadableIssue, and RecursionError where it is too deep."""
    import json  # takes 1.5 ms to load, and most issues are Markdown

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise UnreadableIssue(f"not valid JSON at {place}") from None


def _json_record(data: dict[str, Any]) -> _Record:
    if isinstance(data.get("issue"), dict):  # the payload of a webhook
        data = data["issue"]
    record = _Record(_known_fields(data.items(), {}))
    if not record.fields:
        raise UnreadableIssue(f"the JSON is no issue, which has {', '.join(_NAMES)}")
    return record


def _front_matter(front: str, lines_before: int) -> _Record:
    import yaml  # takes 10 ms to load

    from bot.shape.yaml_loader import BAD_VALUE, yaml_problem

    lines: dict[str, int] = {}
    line = lines_before + 1
    values = []
    try:
        # The C loader dies of text that is nested too deep; a few lines gain nothing from it.
        loader = yaml.SafeLoader(front)
        node = loader.get_single_node() or yaml.MappingNode("", [])
        if not isinstance(node, yaml.MappingNode):
            raise UnreadableIssue(f"line {line}: front matter is made of lines like `number: 12`")
        for key_node, value_node in node.value:
            line = lines_before + key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise UnreadableIssue(f"line {line}: the name of a field must be a word")
            key = str(key_node.value)
            if key in lines:
                raise UnreadableIssue(f"line {line}: {key} is there twice")
            lines[key] = line
            values.append((key, loader.construct_object(value_node, deep=True)))
    except yaml.YAMLError as error:
        at, problem = yaml_problem(error)
        place = f"line {lines_before + at}: " if at else ""
        raise UnreadableIssue(f"{place}not valid YAML: {problem}") from None
    except BAD_VALUE as error:
        raise UnreadableIssue(f"line {line}: {in_words(str(error))}") from None
    fields = _known_fields(values, lines)
    return _Record(fields, {name.casefold(): at for name, at in lines.items()})


def _known_fields(given: Iterable[tuple[str, Any]], lines: dict[str, int]) -> dict[str, Any]:
    """The fields of an issue; case does not matter, and an empty field is not given.

    Raises UnreadableIssue for a name that is nearly that of a field, since its value would be lost.
    """
    fields = {}
    others = []
    for name, value in given:
        if name.casefold() in _NAMES:
            if value is not None:
                fields[name.casefold()] = value
        else:
            others.append(name)
    missing = [name for name in _NAMES if name not in fields]
    for name in others:
        if near := closest(name.casefold(), missing, least=0.8):
            place = f"line {lines[name]}: " if name in lines else ""
            raise UnreadableIssue(f"{place}there is no field {name}; did you mean {near}?")
    return fields


def _issue(record: _Record, label: str | None) -> Issue:
    labels = _labels(record)
    if not labels and label:
        labels = (label,)
    return Issue(
        number=_number(record),
        # Without quotes, YAML takes a title such as `2.1` for a number.
        title=_text(record, "title", (str, int, float), "must be text; put it in quotes"),
        body=_text(record, "body", str, "must be text"),
        labels=labels,
        author=_author(record),
        is_open=_is_open(record),
    )


def _number(record: _Record) -> int | None:
    number = record.get("number")
    if number is None:
        return None
    if isinstance(number, str) and number.isascii() and number.isdigit():
        number = int(number)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise record.wrong("number", "must be a whole number from 1")
    return number


def _text(record: _Record, name: str, kinds: type | tuple[type, ...], message: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, kinds):
        raise record.wrong(name, message)
    return encodable(str(value))


def _labels(record: _Record) -> tuple[str, ...]:
    """`bug`, `bug, help`, `[bug]` and `[{"name": "bug"}]` all name labels."""
    labels = record.get("labels") or []
    if isinstance(labels, str):
        labels = list(map(str.strip, labels.split(",")))
    if not isinstance(labels, list):
        raise record.wrong("labels", "must be a list of names, such as [new-charger]")
    names = []
    for label in labels:
        name = label.get("name") if isinstance(label, dict) else label
        if not isinstance(name, str):
            raise record.wrong("labels", "must be a list of names, such as [new-charger]")
        names.append(encodable(name))
    return tuple(names)


def _author(record: _Record) -> Author | None:
    """`gh` says author, the REST API user; only the latter has the number of the account."""
    name = "author" if record.get("author") is not None else "user"
    author = record.get(name)
    if author is None:
        return None
    if isinstance(author, str | int):
        return Author(encodable(str(author)))
    login = author.get("login") if isinstance(author, dict) else None
    if not isinstance(login, str):
        raise record.wrong(name, "must be a login")
    number = author.get("id")
    return Author(encodable(login), number if isinstance(number, int) else None)


def _is_open(record: _Record) -> bool:
    state = record.get("state")
    if state is None:
        return True
    if not isinstance(state, str) or state.casefold() not in {"open", "closed"}:
        raise record.wrong("state", "must be open or closed")
    return state.casefold() == "open"
