"""OCPP versions are read as people mean them, or asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chargers.versions import (
    OcppVersion,
    is_only_version,
    read_versions,
    without_version,
)
from bot.rules.rule import FieldErrors

ALL = ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")


def problem(typed: str) -> tuple[str, dict]:
    """The rule and the facts of the one problem of an answer."""
    with pytest.raises(FieldErrors) as caught:
        read_versions(typed)
    (found,) = caught.value.problems("OCPP versions")
    return found.rule.code, dict(found.facts)


@pytest.mark.parametrize("typed", ["", "-", "none", "\n \n", ",;"])
def test_no_version(typed: str):
    assert read_versions(typed) == ()


@pytest.mark.parametrize(
    ("typed", "versions"),
    [
        ("1.6J", "1.6J"),
        ("ocpp 1.6 json", "1.6J"),
        ("OCPP-1.6-SOAP", "1.6S"),
        ("v1.6 (s)", "1.6S"),
        ("OCPP_v2.0.1", "2.0.1"),
        ("2.1; 2.0\r\n1.6j/2.0", "1.6J 2.0 2.1"),
        ("1.6J, -", "1.6J"),
        ("-, 1.6J", "1.6J"),
        ("1.6 json, soap", "1.6S 1.6J"),
        ("1.6J / S", "1.6S 1.6J"),
        ("1.6 J S", "1.6S 1.6J"),
        ("J 1.6", "1.6J"),
        ("soap 1.6, json 2.0", "1.6S 2.0"),
        ("1.6 json 2.0.1", "1.6J 2.0.1"),
        ("1.6J 2.0", "1.6J 2.0"),
        ("2.0 1.6J", "1.6J 2.0"),
        ("1.6J 1.6S 2.0", "1.6S 1.6J 2.0"),
        ("2.0 / json", "2.0"),
        ("2.0/2.0.1/2.1", "2.0 2.0.1 2.1"),
        ("1,6J and 2,0,1", "1.6J 2.0.1"),
        ("1.6 xml, 1.6 wss", "1.6S 1.6J"),
        ("2.0.1 Edition 3", "2.0.1"),
        ("2.0.1 Ed. 3, 1.6J", "1.6J 2.0.1"),
        ("- 1.6J\n\n- 2.0", "1.6J 2.0"),
        (",".join(["1.6J"] * 20), "1.6J"),
        ("1.6J" + ",-" * 199, "1.6J"),
        (f"1.6J{' ' * 117}", "1.6J"),
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
        for _, _, facts in errors.args:
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
    for _, _, facts in caught.value.args:
        assert word not in str(facts) or not facts.get("suggestion")


@pytest.mark.parametrize(
    ("typed", "received", "suggestion"),
    [
        ("json", "json", ""),
        ("J/S", "J/S", ""),
        ("ocpp", "ocpp", ""),
        ("17", "17", ""),
        ("1.6J 17", "1.6J 17", ""),
        ("edition 2", "edition 2", ""),
        ("abc / 1.6J", "abc", ""),
        ("1.6J/abc", "abc", ""),
        ("2.0 soap", "2.0 soap", ""),
        ("2.0.1, S", "2.0.1, S", ""),
        ("1.7 jsom", "1.7 jsom", ""),
        ("1.6 jsom", "1.6 jsom", "1.6J"),
        ("1.6 soab", "1.6 soab", "1.6S"),
        ("2.0 versoin", "2.0 versoin", "2.0"),
        ("2.0 2.1 versoin", "2.0 2.1 versoin", ""),
        ("1.6J, 2.0 versoin", "2.0 versoin", "2.0"),
        ("2.01", "2.01", "2.0.1"),
        ("1.6J, OCPP 2.01", "OCPP 2.01", "2.0.1"),
        ("201", "201", "2.0.1"),
        ("16J", "16J", "1.6J"),
        ("16 json, soap", "16 json, soap", ""),
        ("21 soap", "21 soap", ""),
        ("x" * 121, "x" * 121, ""),
    ],
)
def test_words_which_are_no_version(typed: str, received: str, suggestion: str):
    assert problem(typed) == (
        "unknown_choice",
        {"received": received, "allowed": ALL, "suggestion": suggestion},
    )


@pytest.mark.parametrize(
    "typed",
    [
        "1.6J later",
        "later 1.6J",
        "1.6 jso",
        "1.6-2.0.1",
        "1.6J - 2.1",
        "1.6J > 2.0",
        "1.6J+",
        "2.0+",
        "+2.0.1",
        "2.0.1 also later",
    ],
)
def test_more_is_said_than_versions(typed: str):
    assert problem(typed) == ("version_unclear", {"received": typed, "allowed": ALL})


@pytest.mark.parametrize("typed", ["add 2.0.1", "Also 1.6J", "additional: 2.1"])
def test_who_adds_a_version_is_asked_for_all(typed: str):
    assert problem(typed) == ("version_added", {"received": typed})


def test_an_answer_without_end_says_more_than_versions():
    assert problem(f"1.6J {'over ' * 24}x")[0] == "version_unclear"
    longest = "1.6J" + "." * 116
    assert read_versions(longest) == ("1.6J",)
    assert problem(f"{longest}.")[0] == "version_unclear"


@pytest.mark.parametrize("typed", ["1.7", "1.5 soap", "1.6J 1.7", "1.6J 2.01", "2.1.0", "2.2.2"])
def test_a_version_the_list_does_not_have(typed: str):
    assert problem(typed) == ("version_other", {"received": typed, "allowed": ALL})


@pytest.mark.parametrize("typed", ["1.6", "ocpp 1.6", "16", "1.6 2.0.1 json", "1.6 and 2.0 json"])
def test_nobody_can_tell_which_1_6_is_meant(typed: str):
    assert problem(typed) == ("version_ambiguous", {"received": typed})


@pytest.mark.parametrize("typed", ["OCPP 1.6J (SOAP)", "1.6-J over SOAP", "1.6S [JSON]"])
def test_a_transport_that_is_called_the_other_is_asked_about(typed: str):
    assert problem(typed) == ("version_ambiguous", {"received": typed})


def test_both_transports_of_1_6_may_be_named():
    for typed in ("1.6J and SOAP", "1.6 (JSON/SOAP)", "1.6S / 1.6J"):
        assert read_versions(typed) == (OcppVersion.V1_6S, OcppVersion.V1_6J)


def test_all_problems_are_named():
    with pytest.raises(FieldErrors) as caught:
        read_versions("json, 1.6, 2.0")
    codes = [found.rule.code for found in caught.value.problems("OCPP versions")]
    assert codes == ["unknown_choice", "version_ambiguous"]


def test_more_parts_than_anybody_means():
    assert problem(",".join(f"1.{n}" for n in range(21))) == ("too_many_choices", {"count": 21})
    assert problem("1.6J" + ",-" * 200) == ("too_many_choices", {"count": 201})
    with pytest.raises(FieldErrors) as caught:
        read_versions(",".join(f"3.{n}" for n in range(20)))
    assert len(caught.value.problems("OCPP versions")) == 20


def test_a_text_which_is_only_a_version():
    for text in ("1.6", "2.0.1", "1.6J", "OCPP 1.6", "ocpp2.0", "1,6-json"):
        assert is_only_version(text)
    for text in ("", "2.2", "Go 1.6J", "1.6J Go", "OCPP"):
        assert not is_only_version(text)


@pytest.mark.parametrize(
    "name", ["", "Go", "Gemini 2.0", "Go 1.6", "Go (2.0)", "Go: 2.0 m", "Go ( )", "Go OCPP -"]
)
def test_a_name_without_a_version(name: str):
    assert without_version(name) == name


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Go OCPP 1.6J", "Go"),
        ("OCPP 1.6 Go", "Go"),
        ("X OCPP 1.6", "X"),
        ("Go (OCPP 2.0.1)", "Go"),
        ("Go [ocpp 1.6 json] 2", "Go 2"),
        ("Go, OCPP 1.6;", "Go"),
        ("Go: 1.6J", "Go"),
        ("Go: 2.0", "Go"),
        ("Go: 1.6J, 2.0.1", "Go"),
        ("Go (2.0.1)", "Go"),
        ("Go (1.6 / 2.0.1)", "Go"),
        ("Go/OCPP1.6 -", "Go"),
        ("Go 1,6J - 22 kW", "Go - 22 kW"),
        ("Go with OCPP 1.6J", "Go"),
        ("Go mit OCPP 1.6", "Go"),
    ],
)
def test_a_version_is_no_part_of_a_name(name: str, rest: str):
    assert without_version(name) == rest
