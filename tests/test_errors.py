"""What a run says of an error which a maintainer must fix."""

from bot.errors import ReadmeError


def test_an_error_without_a_place_names_only_the_file():
    error = ReadmeError(None, "It is empty.")
    assert (str(error), error.format("lists/a.md")) == (
        "README.md: It is empty.",
        "lists/a.md: It is empty.",
    )


def test_an_error_names_its_line():
    error = ReadmeError(3, "A pipe is missing.")
    assert str(error) == "README.md:3: A pipe is missing."
    assert (error.line, error.message) == (3, "A pipe is missing.")
