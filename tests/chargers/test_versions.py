"""OCPP versions are read as people mean them, or asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chargers.versions import read_versions
from bot.rules.rule import FieldErrors


@pytest.mark.parametrize(
    ("typed", "versions"),
    [
        ("1.6J", "1.6J"),
        ("ocpp 1.6 json", "1.6J"),
        ("OCPP-1.6-SOAP", "1.6S"),
        ("v1.6 (s)", "1.6S"),
        ("OCPP_v2.0.1", "2.0.1"),
        ("2.1; 2.0\r\n1.6j/2.0", "1.6J 2.0 2.1"),
    ],
)
def test_a_version_is_read_however_it_is_written(typed: str, versions: str):
    assert " ".join(read_versions(typed)) == versions


WORDS = st.sampled_from(
    str.split("""
OCPP 1.6 1.6J 1.6S 2.0 2.0.1 2.1 1.5 JSON SOAP over WebSocket and & + / ( ) , - not later certified
Edition 2 jsom sopa or v planned 1,6J
""")
)


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
def test_versions_that_are_read_or_suggested_read_as_themselves(answer: str):
    try:
        versions = read_versions(answer)
    except FieldErrors as errors:
        for _, facts in errors.args:
            meant = str(facts.get("suggestion", ""))
            assert not meant or [str(v) for v in read_versions(meant)] == [meant]
        return
    assert read_versions(", ".join(versions)) == versions
    numbers = {str(version).rstrip("SJ") for version in versions}
    assert all(number in answer.replace(",", ".") for number in numbers)


@given(
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.sampled_from(["not", "later", "or"])
)
def test_a_word_that_may_mean_anything_is_asked_about(answer: str, word: str):
    with pytest.raises(FieldErrors) as caught:
        read_versions(f"{answer} {word} 2.0.1")
    for _, facts in caught.value.args:
        assert word not in str(facts) or not facts.get("suggestion")
