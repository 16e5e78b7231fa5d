"""Until when, and why, a moderator holds a member back, as it is said in one line."""

from __future__ import annotations

from functools import partial

from conversations.dialogues.holds import day_and_reason
from conversations.testing import Stage
from conversations.transcripts import play


def test_a_last_day_that_counts_is_no_reason_and_is_held_through(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Paul", role="moderator")
    said = {
        "until Friday inclusive": ("2026-11-28", ""),
        "until Friday, inclusive: spam": ("2026-11-28", "spam"),
        "jusqu'au 15 janvier compris, insultes": ("2027-01-16", "insultes"),
        "until Friday spam": ("2026-11-27", "spam"),
    }
    for words, (day, reason) in said.items():
        got = stage.work(partial(day_and_reason, said=words, zone="Europe/Paris"))
        assert (got[0][:10], got[1]) == (day, reason), words
    play(
        stage,
        """
        Paul > /suspendre Zoé jusqu'à vendredi inclus
        Paul < Pourquoi ? …
        Paul > spam
        Paul < C’est fait, et Zoé le sait.
        Zoé < … en pause jusqu’au samedi 28 novembre : « spam ». …
    """,
    )
