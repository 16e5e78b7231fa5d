"""How one is reached, in `/profile` (P9): seen, changed, and kept to."""

from __future__ import annotations

import io
import zipfile

import pytest

from community import own_data
from conversations import readers
from conversations.own_data import packed
from conversations.questions import NotUnderstood
from conversations.testing import Stage
from conversations.transcripts import play


def test_everything_is_seen_and_changed_in_the_profile(stage: Stage) -> None:
    stage.member("Awa", offers=["comptabilité"])
    play(
        stage,
        """
        Awa > /profile
        Awa < Voici votre profil… [Comment on me joint]
        Awa > [Comment on me joint]
        Awa < Voici quand… Heures calmes\u202f: 21:00-08:00 3 demandes par semaine au plus Les suggestions… À l’heure de Europe/Paris [Le changer] [Faire une pause]
        """,
    )
    stage.taps(
        "Awa",
        "Le changer",
    )
    stage.fills("Awa", quiet="22 h à 7 h 30", weekly="1", suggestions="no")
    card = stage.spoken["dm:Awa"][-1].card
    assert card[1:4] == (
        "Heures calmes\u202f: 22:00-07:30", "Une demande par semaine au plus",
        "Pas de suggestions de rencontres",
    )  # fmt: skip


def test_a_pause_can_be_begun_and_ended_there(stage: Stage) -> None:
    stage.member("Awa")
    play(
        stage,
        """
        Awa > /profile
        Awa < …
        Awa > [Comment on me joint]
        Awa < …
        Awa > [Faire une pause]
        Awa < Jusqu’à quand …
        Awa > [Jusqu’à ce que je revienne]
        Awa < C’est noté …
        Awa > /profile
        Awa < …
        Awa > [Comment on me joint]
        Awa < Voici quand… En pause jusqu’à votre retour … [Finir la pause]
        Awa > [Finir la pause]
        Awa < Content de vous retrouver, Awa…
        """,
    )


def test_a_pause_to_come_is_shown_with_its_days_and_can_be_dropped(stage: Stage) -> None:
    """It was told of in its confirmation alone."""
    stage.member("Awa")
    play(
        stage,
        """
        Awa > pas dispo du 3 au 9
        Awa < C’est noté : à partir du jeudi 3 décembre, …
        Awa > /profile
        Awa < …
        Awa > [Comment on me joint]
        Awa < Voici quand… Pause prévue : à partir du jeudi 3 décembre, plus aucune demande avant le jeudi 10 décembre … [Faire une pause] [Renoncer à la pause prévue] …
        """,
    )
    data = stage.work(own_data.collect, actor="Awa")["member"][0]
    assert data["pauses_at"].startswith("2026-12-02T23:00")
    assert data["pauses_until"].startswith("2026-12-10T08:00")
    page = zipfile.ZipFile(io.BytesIO(stage.work(packed, actor="Awa"))).read("mes-donnees.html")
    assert "<dt>Pause prévue à partir du</dt><dd>jeudi 3 décembre 2026</dd>" in page.decode()
    play(
        stage,
        """
        Awa > [Renoncer à la pause prévue]
        Awa < Content de vous retrouver, Awa ! …
        Awa > /profile
        Awa < …
        Awa > [Comment on me joint]
        Awa < Voici quand… [Faire une pause] [Le garder ainsi]
        """,
    )
    assert not any("Pause prévue" in line for line in stage.spoken["dm:Awa"][-1].card)
    assert "pauses_at" not in stage.work(own_data.collect, actor="Awa")["member"][0]


def test_somebody_who_wants_no_suggestions_gets_none(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa")
    stage.member("Inès", role="moderator")
    stage.says("Awa", "/profile")
    stage.taps("Awa", "Comment on me joint")
    stage.taps("Awa", "Le changer")
    stage.fills("Awa", quiet="", weekly="3", suggestions="no")
    stage.says("Inès", "/intro @Zoé @Awa")
    stage.says("Inès", "Elles ont le même métier")
    assert not stage.spoken["dm:Zoé"]
    assert "Awa" in stage.spoken["dm:Inès"][-1].text


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("21:00-08:00", [1260, 480]), ("22h-7h30", [1320, 450]), ("22 h à 7 h", [1320, 420]),
     ("23 to 6", [1380, 360]), ("9 p.m. to 7 am", [1260, 420]), ("minuit à 7h 30", [0, 450]),
      ("", [0, 0]), ("passer", [0, 0])],
)  # fmt: skip
def test_hours_are_read_as_one_writes_them(words: str, minutes: list[int]) -> None:
    assert readers.hours(words) == minutes


@pytest.mark.parametrize("words", ["25:00-08:00", "21:70-8", "la nuit", "21"])
def test_hours_that_are_none_are_asked_again(words: str) -> None:
    with pytest.raises(NotUnderstood):
        readers.hours(words)
