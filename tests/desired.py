"""What should become of an issue, as text: the decision and its words in one step."""

from bot.decision.decide import decide
from bot.decision.situation import Situation
from bot.forms.form import Forms
from bot.render.context import Context
from bot.render.desired import DesiredState, render

_ANYWHERE = Context()


def desired_state(situation: Situation, forms: Forms, context: Context = _ANYWHERE) -> DesiredState:
    return render(decide(situation, forms), situation, context, forms)
