"""The rows that name each address, and those longest without a change."""

from datetime import date, timedelta

from bot.evidence.entry import Entry, entries_by_address, longest_unchanged

A, B = "https://a.example", "https://b.example"
DAY = date(2026, 1, 1)


def test_rows_without_sources_name_none():
    assert entries_by_address([Entry(1, "Zaptec", "Zaptec Go")]) == {}


def test_an_address_has_its_rows_in_the_order_of_the_list():
    first = Entry(1, "Zaptec", "Zaptec Go", addresses=(B, A))
    second = Entry(2, "Zaptec", "Zaptec Pro", addresses=(A,))
    found = entries_by_address([first, second])
    assert found == {B: [first], A: [first, second]}
    assert list(found) == [B, A]


def test_a_row_that_names_an_address_twice_counts_once():
    row = Entry(1, "Zaptec", "Zaptec Go", addresses=(A, A))
    assert entries_by_address([row]) == {A: [row]}


def entry(line, *addresses):
    return Entry(line, "Zaptec", f"Zaptec {line}", addresses)


def lines(aged):
    return [entry.line for entry, _ in aged]


def test_nothing_is_known_without_a_history():
    assert longest_unchanged([entry(1)], {}) == []


def test_the_oldest_come_first_and_those_of_a_day_in_the_order_of_the_list():
    changed = {1: DAY, 2: DAY - timedelta(days=9), 3: DAY}
    assert lines(
        longest_unchanged([entry(1, "https://zaptec.com/"), entry(2), entry(3)], changed)
    ) == [2, 1, 3]


def test_ten_are_named():
    entries = [entry(line) for line in range(1, 30)]
    changed = {line: DAY + timedelta(days=line) for line in range(1, 30)}
    assert lines(longest_unchanged(entries, changed)) == list(range(1, 11))


def test_those_without_a_source():
    entries = [entry(1, "https://zaptec.com/"), entry(2)]
    assert lines(longest_unchanged(entries, {1: DAY, 2: DAY}, without_source=True)) == [2]
