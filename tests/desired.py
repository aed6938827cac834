"""What should become of an issue, as text: the decision and its words in one step."""

from bot.decision.decide import decide
from bot.decision.situation import Situation
from bot.forms.form import Forms
from bot.render.desired import DesiredState, render


def desired_state(situation: Situation, forms: Forms) -> DesiredState:
    return render(decide(situation, forms), situation, forms)
