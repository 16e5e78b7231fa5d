"""What the bot offers or guesses and nobody answers: it is in nobody's way, and never comes back."""

from __future__ import annotations

from datetime import timedelta

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

NEED = "bonjour, quelqu'un s'y connaît en couture ?"
OFFERED = "J’ai vu que vous cherchez de l’aide"


@opening
def town(stage: Stage) -> Stage:
    """Karim was offered help with a desk, and says nothing to that."""
    stage.member("Karim")
    stage.member("Zoé")
    stage.member("Nadia", offers=["couture"])
    stage.member("Inès", role="organiser")
    stage.says("Inès", "/listen on", place="general")
    stage.says("Karim", "qui s'y connaît en maçonnerie ici ?", place="general")
    assert OFFERED in stage.spoken["dm:Karim"][-1].text
    stage.heard.clear()
    return stage


def offers(stage: Stage, who: str) -> int:
    return sum(OFFERED in each.text for each in stage.spoken[f"dm:{who}"])


def test_another_need_is_heard_once_the_offer_is_an_hour_old(town: Stage) -> None:
    town.says("Karim", NEED, place="general")
    assert offers(town, "Karim") == 1
    town.passes(timedelta(minutes=61))
    town.says("Karim", NEED, place="general")
    play(town, "Karim < … « couture » … [Oui, demandez] [Non merci]")


def test_an_offer_is_not_made_again_after_something_else(town: Stage) -> None:
    for words in ("/who Nadia", "qui peut m'aider en couture ?", "annuler", "/pause", "annuler"):
        town.says("Karim", words)
    assert offers(town, "Karim") == 1


def test_an_offer_does_not_hold_up_a_request_to_its_reader(town: Stage) -> None:
    town.says("Nadia", "qui s'y connaît en maçonnerie ici ?", place="general")
    for words in ("/ask couture", "Nadia", "passer"):
        town.says("Zoé", words)
    assert "« couture »" in town.spoken["dm:Nadia"][-1].text.replace("\u00a0", " ")
    town.says("Nadia", "j'accepte")
    assert "Nadia accepte" in " ".join(each.text for each in town.spoken["dm:Zoé"])


def test_the_button_of_an_offer_still_works_after_something_else(town: Stage) -> None:
    town.says("Karim", "/who Nadia")
    town.taps("Karim", "Oui, demandez")
    assert "maçonnerie" in town.spoken["dm:Karim"][-1].text


def test_an_old_guess_does_not_come_back_in_the_middle_of_a_request(town: Stage) -> None:
    town.says("Zoé", "c'est pour ma declaration d'impot")
    asked = town.spoken["dm:Zoé"][-1].text
    assert asked.startswith("Cherchez-vous quelqu’un"), asked
    town.passes(timedelta(days=20))
    for words in ("/ask couture", "Nadia", "passer"):
        town.says("Zoé", words)
    assert [each.text for each in town.spoken["dm:Zoé"]].count(asked) == 1
