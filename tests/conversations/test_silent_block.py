"""A block can't be told from ordinary life: who is blocked reads what they would have read anyway."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest

from community import own_data
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Thanks, table

Step = Callable[[Stage], Any]
New = Callable[[str], str]


def says(who: str, *lines: str) -> Step:
    """Somebody writes, or presses what stands in brackets."""

    def step(stage: Stage) -> None:
        for line in lines:
            if line.startswith("["):
                stage.taps(who, line.strip("[]"))
            else:
                stage.says(who, line)

    return step


def days(number: float) -> Step:
    """Time goes by, and the night is over."""
    return lambda stage: stage.passes(timedelta(days=number))


def read_by(who: str, url: str, steps: Sequence[Step], *, apart: bool = False) -> list[Any]:
    """All that somebody reads, and when, as these things happen in a town of four."""
    stage = Stage(url=url)
    at = "elsewhere" if apart else None
    stage.member("Zoé")
    stage.member("Awa", at=at, offers=["comptabilité"])
    stage.member("Marc", offers=["comptabilité en ligne"])
    stage.member("Inès", role="moderator")
    heard = []

    class Watched(list[Any]):
        def append(self, each: Any) -> None:
            heard.append((stage.now, each.text, each.labels, each.card))
            super().append(each)

    stage.spoken[f"dm:{who}"] = Watched()
    for step in steps:
        step(stage)
    stage.restart()
    return heard


ASKED = (says("Zoé", "/ask comptabilité", "[Awa]", "[Passer]"),)
MET = (*ASKED, says("Awa", "[J’accepte]"))
BLOCKS = {"Awa": says("Awa", "/block Zoé", "oui"), "Zoé": says("Zoé", "/block Awa", "oui")}
NOTHING = says("Inès", "/help")


def same(new: New, who: str, before: Sequence[Step], block: Step, after: Sequence[Step],
         instead: Step = NOTHING, *, apart: bool = False) -> None:  # fmt: skip
    """Hold what is read with a block against what is read with something ordinary instead."""
    told = [
        read_by(who, new("sqlite"), (*before, step, *after), apart=apart)
        for step in (block, instead)
    ]
    assert told[0]
    assert told[0] == told[1]


def test_who_was_promised_help_is_asked_about_it_and_helped_on_as_ever(new_database: New) -> None:
    """At once she read that Awa was “not available after all”."""
    after = days(2.1), says("Zoé", "[Pas encore]", "[Demander à quelqu’un"), days(1)
    same(new_database, "Zoé", MET, BLOCKS["Awa"], after)


def test_who_says_nothing_more_hears_the_same_to_its_end(new_database: New) -> None:
    after = says("Zoé", "/where", "[Merci, c’est clair"), days(40)
    same(new_database, "Zoé", MET, BLOCKS["Awa"], after)


def test_a_helper_who_is_blocked_hears_the_same_to_its_end(new_database: New) -> None:
    after = days(2.1), says("Awa", "[Pas encore]"), days(40)
    same(new_database, "Awa", MET, BLOCKS["Zoé"], after)


def test_who_blocked_is_asked_no_more_and_can_have_others_asked(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for step in MET:
        step(stage)
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > /block Awa
        Zoé < Souhaitez-vous …
        Zoé > oui
        Zoé < C’est fait : …
        Zoé < Pour ce que vous aviez demandé (comptabilité), je peux chercher quelqu’un d’autre : /suivi
        3 days pass
        Awa < Le … je vous ai mis en lien avec Zoé …
        Zoé > /where
        Zoé < …
        Zoé > [Demander à quelqu’un]
        Inès < …
        Zoé < …
        Awa < Zoé cherche maintenant quelqu’un d’autre …
        """,
    )
    assert not [each for each in stage.spoken["dm:Zoé"] if "pu vous parler" in each.text]


def test_who_is_asked_about_it_just_then_is_asked_no_more(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for step in (*MET, days(2.1)):
        step(stage)
    told = len(stage.spoken["dm:Awa"])
    BLOCKS["Awa"](stage)
    stage.says("Awa", "bonjour")
    assert not [each for each in stage.spoken["dm:Awa"][told:] if "pu vous parler" in each.text]


def test_a_time_to_talk_is_proposed_to_nobody_and_looks_proposed(new_database: New) -> None:
    """The times that were offered, and those of the other one's answer, stay as they were."""

    def first(stage: Stage) -> None:
        labels = next(each.labels for each in stage.spoken["dm:Awa"] if "C’est Zoé" in each.text)
        stage.taps("Awa", labels[0])

    same(new_database, "Awa", MET, BLOCKS["Zoé"], (first, days(1)))


def test_a_time_that_was_agreed_on_leaves_the_calendar_of_who_blocked(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for step in MET:
        step(stage)
    labels = next(each.labels for each in stage.spoken["dm:Awa"] if "C’est Zoé" in each.text)
    stage.taps("Awa", labels[0])
    stage.says("Zoé", "oui")
    stage.heard.clear()
    BLOCKS["Awa"](stage)
    off = {who: any("n’aura pas lieu" in each.text for each in stage.heard[f"dm:{who}"])
           for who in ("Zoé", "Awa")}  # fmt: skip
    assert off == {"Zoé": False, "Awa": True}


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_exchange_that_is_not_agreed_on_lapses_at_its_own_time(
    new_database: New, when: str
) -> None:
    agrees = says("Zoé", "[Oui, sous mon nom]", "[Plutôt pas")
    before = (*MET, agrees) if when == "before" else MET
    after = (days(9),) if when == "before" else (agrees, days(9))
    same(new_database, "Zoé", before, BLOCKS["Awa"], after, apart=True)


def test_what_the_one_had_agreed_to_opens_nothing_any_more(new_database: New) -> None:
    """Awa agreed before she blocked: Zoé waits, as if Awa had not said a word."""
    agrees = says("Awa", "[Oui, sous mon nom]")

    def both(stage: Stage) -> None:
        agrees(stage)
        BLOCKS["Awa"](stage)

    same(new_database, "Zoé", MET, both, (says("Zoé", "[Oui, sous mon nom]"), days(9)), apart=True)


@pytest.mark.parametrize("end", ["/block Zoé", "/report Zoé"])
def test_an_exchange_ends_as_if_it_were_left(new_database: New, end: str) -> None:
    """It ended without a word, which nothing else does."""
    opened = (*MET, says("Awa", "[Oui, sous mon nom]"), says("Zoé", "[Oui, sous mon nom]"))
    ends = {"/block Zoé": ("oui",), "/report Zoé": ("Il me fait peur.", "non")}[end]
    after = says("Zoé", "@Awa bonjour"), days(1)
    same(
        new_database, "Zoé", opened, says("Awa", end, *ends), after, says("Awa", "/leave"),
        apart=True,
    )  # fmt: skip


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("words", ["/thanks Awa pour tout", "/thanks Awa"])
def test_thanks_look_brought(new_database: New, met: bool, words: str) -> None:
    """They were refused, by which one could ask who had blocked one."""
    thank = says("Zoé", words, *([] if "pour" in words else ["[Dire simplement"]))
    after = (thank, days(1), thank, thank, thank)
    same(new_database, "Zoé", MET if met else (), BLOCKS["Awa"], after)


def test_whom_to_thank_is_the_same_list(new_database: New) -> None:
    same(new_database, "Zoé", MET, BLOCKS["Awa"], (says("Zoé", "/thanks"),))


def test_what_was_said_to_who_blocked_is_neither_brought_nor_in_their_data(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa")
    says("Zoé", "/thanks Awa pour hier")(stage)
    stage.passes(timedelta(days=8))
    BLOCKS["Awa"](stage)
    told = len(stage.spoken["dm:Awa"])
    says("Zoé", "/thanks Awa pour ce matin")(stage)
    assert len(stage.spoken["dm:Awa"]) == told
    words = {who: str(stage.work(own_data.collect, who)["thanks"]) for who in ("Zoé", "Awa")}
    assert "ce matin" in words["Zoé"]
    assert "ce matin" not in words["Awa"]
    assert "pour hier" in words["Awa"]
    assert len(stage.write(lambda c: c.execute(table(Thanks).select()).all())) == 2


def test_a_helper_whom_the_asker_blocks_reads_that_it_is_taken_back(new_database: New) -> None:
    """It read that the time was over, long before it was."""
    withdraws = says("Zoé", "/where", "[Retirer")
    after = says("Awa", "[J’accepte]"), days(1)
    same(new_database, "Awa", ASKED, BLOCKS["Zoé"], after, withdraws)


def test_an_asker_whom_the_helper_blocks_unknowingly_reads_that_they_declined(
    new_database: New,
) -> None:
    named = says("Zoé", "/ask comptabilité", "[Awa]", "[Préciser")

    def signs(stage: Stage) -> None:
        named(stage)
        stage.fills("Zoé", signed="shown")

    same(
        new_database, "Zoé", (signs,), BLOCKS["Awa"], (days(1),), says("Awa", "[Je ne peux pas]")
    )  # fmt: skip
