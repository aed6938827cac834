"""The rows that name each address."""

from bot.evidence.entry import Entry, entries_by_address

A, B = "https://a.example", "https://b.example"


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
