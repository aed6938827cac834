"""The sentence for each problem: what was received, what is allowed, what may be meant."""

from collections.abc import Callable

from bot.render.quoting import code, listed, neutralize, reveal_invisible
from bot.rules import list_rules
from bot.rules.rule import Fact, Problem

_LONGEST_VALUE = 1_200  # characters of a value to paste, which must be whole


def sentence(problem: Problem, quoted: Callable[[str], str] = neutralize) -> str:
    """The problem in Markdown, without the name of the field; `quoted` makes errors safe."""
    facts = {
        name: quoted(str(fact)) if name == "told" else _shown(name, fact)
        for name, fact in problem.facts.items()
    }
    text = problem.rule.message.format(field=problem.field, **facts)
    match problem.facts.get("near") or problem.facts.get("suggestion"):
        case str(near) if near:
            return f"{text} Did you mean {code(near, _LONGEST_VALUE)}?"
        case tuple(names) if names:
            verb = "is" if len(names) == 1 else "are"
            return f"{text} The nearest {verb} {listed([code(name) for name in names])}."
        case "" if problem.rule is list_rules.UNTIDY:  # notes that are used as none
            return f"{text} Leave the cell empty."
    return text


def problem_line(problem: Problem) -> str:
    """A list item for a problem."""
    return (
        f"- **{problem.field}**: {sentence(problem)}" if problem.field else f"- {sentence(problem)}"
    )


def told(problem: Problem, quoted: Callable[[str], str] = reveal_invisible) -> str:
    """The problem on one line, with the name of its field, as plain text or `quoted`."""
    text = sentence(problem, quoted)
    return f"{problem.field}: {text}" if problem.field else text


def _shown(name: str, fact: Fact) -> str:
    match fact:
        case int():
            return f"{fact:,}"
        case tuple() if name == "old":
            return listed([code(word, _LONGEST_VALUE) for word in fact])
        case tuple():
            return listed([code(word) for word in fact])
        case _ if name == "characters":
            return " ".join(code(char) for char in fact[:20])
        case _:
            return fact if name in {"before", "name", "why"} else code(fact)
