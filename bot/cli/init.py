"""`init`: the files of a bot for an existing list."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import bot
from bot.check.inspect import inspect
from bot.cli.formats import count_levels, text_line
from bot.cli.terminal import escape_control, print_whole
from bot.errors import MaintainerError, UsageError
from bot.init.initialise import Initialised, initialise
from bot.init.workflows import UNKNOWN_ACTION
from bot.local.git import ask_git
from bot.local.origin import origin_address, origin_name
from bot.local.readme import README, read_readme
from bot.render.problems import more_of_kind
from bot.rules.finding import by_rule

_ACTION = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+@[0-9a-f]{40}")


def init(*, action: str | None, dry_run: bool) -> int:
    """Write list.yml, the forms and the workflows for the list in README.md; or print them.

    Overwrites nothing. Raises MaintainerError for a list which cannot be served, UsageError.
    """
    path = ask_git(Path(), "rev-parse", "--show-toplevel")
    if path is None:
        raise MaintainerError("this is no clone of a repository; call it in one, made by git.")
    top = Path(path.rstrip("\n"))
    if not action:
        action = _running_action()
    elif not _ACTION.fullmatch(action):
        raise UsageError(f"--action needs OWNER/NAME@SHA with 40 hex digits, not {action}")
    readme = top / README
    if not readme.is_file():
        raise MaintainerError(_no_readme(top))
    made = initialise(read_readme(readme), action)
    existing = [path for path in made.files if (top / path).exists()]
    if existing:
        raise UsageError(f"nothing is overwritten; there already: {', '.join(existing)}")
    _print_guesses(made)
    if dry_run:
        for path, text in made.files.items():
            print_whole(f"\n--- {path}\n{text}")
    else:
        write_all(top, made.files)
        print("\nWritten:", *made.files, sep="\n  ")
    print("\nLeft to do:", *_steps(top, action), sep="\n  ")
    findings = inspect(made.document)
    print(f"\nFound by `python -m bot check`: {count_levels(findings)}")
    for first, count in by_rule(findings):
        print(f"  {text_line(README.as_posix(), first)}{more_of_kind(count)}")
    return 0


def _no_readme(top: Path) -> str:
    """Why there is no list to read; GitHub shows a README of any case, and the bot reads one."""
    message = f"{README}: there is none at the top of the clone ({top})."
    for path in top.iterdir():
        if path.name.casefold() == README.name.casefold():
            return f"{message} Rename yours: `git mv {path.name} {README}`."
    return message


def _running_action() -> str:
    """The repository and commit of the running clone. Raises UsageError without one."""
    folder = Path(bot.__file__).parent
    commit = ask_git(folder, "rev-parse", "HEAD")
    if commit is None or ask_git(folder, "ls-files", "--error-unmatch", "__init__.py") is None:
        raise UsageError("the bot does not run from a clone; give --action OWNER/NAME@SHA")
    return f"{origin_name(folder) or UNKNOWN_ACTION}@{commit.strip()}"


def write_all(top: Path, files: Mapping[str, str]) -> None:
    """Write all files or none. Raises MaintainerError where one cannot be written."""
    written: list[Path] = []
    try:
        for name, text in files.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(text.encode())
    except OSError as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise MaintainerError(f"{error.filename}: {error.strerror}. Nothing was written.") from None


def _print_guesses(made: Initialised) -> None:
    print("Guessed from README.md; correct it in .github/list.yml and the forms:")
    for guess in made.guesses:
        print(f"  {escape_control(guess)}")
    if made.others:
        print("\nTables which are not part of the list, and stay as they are:")
    for table in made.others:
        print(f"  {README}:{table.line}: {escape_control(table.reason)}")


def _steps(top: Path, action: str) -> Iterator[str]:
    """The remaining settings, each with its address."""
    address = origin_address(top) or "https://github.com/YOUR/LIST"
    if action.startswith(UNKNOWN_ACTION):
        yield (
            f"replace {UNKNOWN_ACTION} in the workflows and list.yml with the repository of the "
            "bot on GitHub, since the clone you run has no such origin"
        )
    yield "correct the guesses, then commit the files and push them to the default branch"
    yield (f"allow GitHub Actions to create and approve pull requests: {address}/settings/actions")
    yield f"make the labels: python -m bot doctor --fix, or {address}/labels"
    yield (
        "optional, so that checks run on the bot's pull requests: a token as the secret BOT_TOKEN, "
        f"{address}/settings/secrets/actions"
    )
