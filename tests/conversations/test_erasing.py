"""Whoever has everything erased is asked nothing more before it is done (P42)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.testing import Stage
from tests.conversations.test_linking import code_of

ERASE = ("Tout effacer", "Tout effacer")


def erases(stage: Stage, who: str) -> list[str]:
    """What somebody reads from the second yes on."""
    stage.says(who, "/mesdonnees")
    stage.taps(who, ERASE[0])
    before = len(stage.spoken[f"dm:{who}"])
    stage.taps(who, ERASE[1])
    return [each.outgoing.text.key for each in stage.spoken[f"dm:{who}"][before:]]


@pytest.mark.parametrize("command", ["/demander", "/equipe", "/profil"])
def test_an_open_question_is_not_asked_again(stage: Stage, command: str) -> None:
    """It came once more just before “C’est fait : … effacé”."""
    stage.member("Zoé")
    stage.says("Zoé", command)
    assert erases(stage, "Zoé") == ["erased"]


def test_nor_a_request_nor_the_notice_of_a_link(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", line)
    stage.passes(timedelta(hours=1))
    stage.joins("ailleurs")
    stage.says("ailleurs", f"/relier {code_of(stage, 'Awa')}")
    stage.taps("ailleurs", "C’est moi")
    stage.passes(timedelta(hours=1))
    assert {"request-received", "linked"} <= {
        each.outgoing.text.key for each in stage.spoken["dm:Awa"]
    }
    assert erases(stage, "Awa") == ["erased"]


def test_after_a_no_what_was_asked_is_asked_again(stage: Stage) -> None:
    stage.member("Zoé")
    stage.says("Zoé", "/equipe")
    stage.says("Zoé", "/mesdonnees")
    stage.taps("Zoé", "Tout effacer")
    stage.says("Zoé", "non")
    assert [each.outgoing.text.key for each in stage.spoken["dm:Zoé"]][-2:] == [
        "mydata-kept", "team-what",
    ]  # fmt: skip
