"""The sentence for a problem: what was received, what is allowed, and the nearest right value."""

from bot.names.order import is_look_alike
from bot.render.quoting import code, listed
from bot.rules.rule import Problem, Quoted

_MOST_CHARACTERS = 20
_LONGEST_VALUE = 1_200  # characters of a value to paste, which must be whole


def sentence(problem: Problem) -> str:
    """The problem in Markdown, without the name of the field."""
    rule = problem.rule
    text, insist = problem.format(rule.message, _code), problem.format(rule.insist, _code)
    return " ".join(filter(None, [text, _nearest(problem), insist]))


def _nearest(problem: Problem) -> str:
    """What may be meant: a ready value, or up to three names; empty where nothing is near."""
    meant = problem.facts.get("near") or problem.facts.get("suggestion")
    if isinstance(meant, str) and meant:
        whole = code(meant, _LONGEST_VALUE)
        return f"{_other_alphabet(problem, meant)}Did you mean {whole}?"
    if isinstance(meant, tuple):
        names = listed(list(map(code, meant)))
        are = "is" if len(meant) == 1 else "are"
        return f"{_other_alphabet(problem, *meant)}The nearest {are} {names}."
    return ""


def _other_alphabet(problem: Problem, *names: str) -> str:
    """A sentence for a name that nobody can tell from what was received by looking at it."""
    received = problem.facts.get("received")
    for name in names:
        if isinstance(received, str) and is_look_alike(received, name):
            return f"It looks like {code(name)}, but has letters of another alphabet. "
    return ""


def problem_line(problem: Problem) -> str:
    """A list item for a problem, its field in bold."""
    if problem.field is None:
        return f"- {sentence(problem)}"
    return f"- **{problem.field}**: {sentence(problem)}"


def message(problem: Problem) -> str:
    """The problem on one line, with the name of its field in front."""
    if problem.field is None:
        return sentence(problem)
    return f"{problem.field}: {sentence(problem)}"


def more_of_kind(count: int) -> str:
    """What follows the first of so many findings of one rule."""
    if count == 1:
        return ""
    return f" {count - 1} more of this kind."


def _code(name: str, fact: Quoted) -> str:
    if isinstance(fact, tuple) and name == "old":
        return listed([code(word, _LONGEST_VALUE) for word in fact])
    if isinstance(fact, tuple):
        return listed(list(map(code, fact)))
    if name == "characters":
        return " ".join(map(code, fact[:_MOST_CHARACTERS]))
    return code(fact)
