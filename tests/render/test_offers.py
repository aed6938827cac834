"""The form which a refused submission may belong into."""

import pytest

from bot.forms.form import Forms, Kind
from bot.render.context import Context
from bot.render.repository_links import Links
from tests.charger_list import FORMS
from tests.desired import desired_state
from tests.render.rendered import situation


def comment_on(kind: Kind, **answers: str) -> str:
    comment = desired_state(situation(kind, **answers), FORMS, Context(Links("x"))).comment
    assert comment
    return comment


def test_the_form_for_a_new_section_is_offered_where_one_is_close():
    said = comment_on(Kind.ADD, brand="Zaptek")
    link = "x/issues/new?template=new-brand.yml&brand=Zaptek&models=Go%202"
    assert f"Is it really another brand? [Use the form for a new brand]({link})" in said
    only = desired_state(situation(Kind.ADD, brand="Zaptek"), Forms(FORMS.shape, (FORMS.add,)))
    assert "Use the form" not in (only.comment or "")


@pytest.mark.parametrize(("brand", "model"), [("Tesla", "Max"), ("Zaptec", "Max")])
def test_the_form_for_a_new_entry_is_offered_where_none_is_listed(brand: str, model: str):
    said = comment_on(Kind.CORRECT, brand=brand, model=model)
    link = f"x/issues/new?template=new-charger.yml&brand={brand}&models={model}"
    offer = f"Is it missing in the list? [Use the form for a new charger]({link}), which is filled"
    assert offer in said


def test_nothing_is_offered_for_what_is_to_be_removed_or_has_another_mistake():
    removal = {"model": "Max", "correction": "Remove the entry", "ocpp_versions": ""}
    assert "Is it" not in comment_on(Kind.CORRECT, **removal)
    assert "Is it" not in comment_on(Kind.CORRECT, notes="\n".join("ab"))
    assert "Is it" not in comment_on(Kind.ADD, models="a#b")
