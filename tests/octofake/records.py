"""What the fake remembers, and photographs of it."""

from dataclasses import dataclass
from typing import Any


class Record:
    """Something with an identity whose fields can be photographed and put back."""


@dataclass(frozen=True)
class Photograph:
    """The fields of every record as they were; the records themselves stay the same objects."""

    fields: list[tuple[Record, dict[str, Any]]]

    def put_back(self) -> None:
        """Make all records as they were; may be done any number of times."""
        for record, fields in self.fields:
            record.__dict__.clear()
            record.__dict__.update(copied(fields))


def photograph(root: Record) -> Photograph:
    """Copy the fields of every record that can be reached from `root`."""
    taken: list[tuple[Record, dict[str, Any]]] = []
    waiting, seen = [root], {id(root)}
    while waiting:
        record = waiting.pop()
        fields = copied(record.__dict__)
        taken.append((record, fields))
        for neighbour in records_in(fields):
            if id(neighbour) not in seen:
                seen.add(id(neighbour))
                waiting.append(neighbour)
    return Photograph(taken)


def copied(fields: dict[str, Any]) -> dict[str, Any]:
    """Copy fields, and the lists, dictionaries and sets in them, but no records."""
    return {
        name: value.copy() if isinstance(value, list | dict | set) else value
        for name, value in fields.items()
    }


def records_in(fields: dict[str, Any]) -> list[Record]:
    """Return the records that the fields hold."""
    found: list[Record] = []
    for value in fields.values():
        inside = (
            value.values()
            if isinstance(value, dict)
            else value
            if isinstance(value, list)
            else (value,)
        )
        found += [item for item in inside if isinstance(item, Record)]
    return found
