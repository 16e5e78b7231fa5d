"""Words that tell of harm, or ask never to meet somebody: heard as that, and never as another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from conversations import harm
from conversations.testing import Stage
from storage.tables import Outbox, table
from tests.conversations.openings import opening

outboxes = table(Outbox)
MET = "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > j'accepte"
RELAY = f"{MET}\nAwa > 1\nAwa > non\nZoé > 1\nZoé > non\nZoé > 4"
IS_IT = "S’agit-il de cette personne\u00a0: Awa"
NEVER = "Souhaitez-vous que je ne vous fasse plus jamais rencontrer Awa"


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


@opening
def relay(stage: Stage) -> Stage:
    """Zoé and Awa write to each other through the bot."""
    stage.member("Zoé")
    stage.member("Awa", at="phone", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    said(stage, RELAY)
    return stage


def said(stage: Stage, lines: str) -> None:
    for line in lines.splitlines():
        who, words = line.split(" > ", 1)
        stage.says(who, words)


def heard(stage: Stage, who: str) -> list[str]:
    return [each.text for each in stage.spoken[f"dm:{who}"]]


def replies(stage: Stage, who: str, words: str) -> None:
    """Below the last that came to somebody through the relay."""
    query = select(outboxes.c.platform_id).where(
        outboxes.c.purpose == "relay", outboxes.c.place == f"dm:{who}"
    )
    came = stage.write(lambda c: c.execute(query).scalars().all())[-1]
    stage.says(who, words, replied_to=came)


@pytest.mark.parametrize("words", [
    "Awa insulted me", "Awa threatened me", "Awa m'a insultée", "elle m'a menacée", "she was rude",
    "Awa me fait peur", "Awa m'envoie des messages déplacés", "je me sens en danger",
    "I don't feel safe", "en fait elle m'a harcelée", "Awa n'arrête pas de m'écrire",
    "elle m'a traitée de menteuse", "Awa won't leave me alone", "she keeps texting me",
])  # fmt: skip
def test_words_that_tell_of_harm_lead_to_the_report_with_whoever_was_met(
    town: Stage, words: str
) -> None:
    said(town, MET)
    town.says("Zoé", words)
    assert IS_IT in heard(town, "Zoé")[-1]
    town.says("Zoé", "oui")
    assert "gardé pour l’équipe" in heard(town, "Zoé")[-2]
    assert NEVER in heard(town, "Zoé")[-1]
    said(town, "Zoé > non\nInès > /signalements")
    assert words in " ".join(" ".join(each.card) for each in town.spoken["dm:Inès"])


def test_nothing_is_told_without_a_yes_and_of_somebody_else_if_it_was_them(town: Stage) -> None:
    town.member("Marc")
    said(town, f"{MET}\nZoé > elle m'a menacée\nZoé > non\nInès > /signalements")
    assert heard(town, "Inès")[-1] == "Aucun signalement n’attend l’équipe."
    said(town, "Zoé > il m'a menacée\nZoé > Quelqu’un d’autre\nZoé > Marc\nZoé > non")
    said(town, "Inès > /signalements")
    assert "Cela concerne Marc" in " ".join(" ".join(each.card) for each in town.spoken["dm:Inès"])


def test_harm_that_nobody_was_met_for_is_asked_about(town: Stage) -> None:
    town.says("Zoé", "je me sens en danger")
    assert heard(town, "Zoé")[-1].startswith("De qui s’agit-il")


@pytest.mark.parametrize("words", [
    "ne me mettez plus jamais en contact avec Awa", "ne me mettez jamais en relation avec Awa",
    "je ne veux plus jamais être mise en relation avec Awa", "je ne veux plus avoir affaire à Awa",
    "I never want to hear from Awa again", "don't ever put me in touch with Awa",
])  # fmt: skip
def test_never_to_meet_somebody_again_is_a_block(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert NEVER in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", ["elle m'a insultée", "she was rude", "Awa m'a menacée"])
def test_who_is_asked_whether_they_talked_may_tell_of_harm(town: Stage, words: str) -> None:
    said(town, MET)
    town.passes(timedelta(days=3))
    town.says("Zoé", words)
    assert IS_IT in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", ["Awa me fait peur", "elle m'insulte"])
def test_in_a_lively_relay_harm_is_for_the_bot(relay: Stage, words: str) -> None:
    relay.says("Zoé", words)
    assert IS_IT in heard(relay, "Zoé")[-1]


FOR_THE_BOT = {
    "stop": "Entendu", "aide": "/demander", "help": "/demander", "leave": "Awa",
    "je veux parler à l'équipe": "équipe", "I want to talk to the team": "équipe",
    "bloquez-la": NEVER, "block her": NEVER, "je veux la signaler": IS_IT, "report her": IS_IT,
    "I want to report this": IS_IT, "elle m'a menacée, aidez-moi": IS_IT,
    "delete my data": "Tout cela est à vous", "ne me mettez plus jamais en contact avec Awa": NEVER,
}  # fmt: skip


@pytest.mark.parametrize("words", list(FOR_THE_BOT))
def test_what_is_meant_for_the_bot_passes_to_nobody(relay: Stage, words: str) -> None:
    """On a phone one answers what one reads."""
    said(relay, "Awa > @Zoé bonjour")
    before = len(heard(relay, "Awa"))
    replies(relay, "Zoé", words)
    assert words not in " ".join(heard(relay, "Awa")[before:])
    assert FOR_THE_BOT[words] in " ".join(heard(relay, "Zoé")[-2:])


@pytest.mark.parametrize("words", [
    "ça marche pour demain 14h", "où ?", "merci, c'était super", "mon chef me fait peur",
    "je te dis ça demain, je dois parler à l'équipe d'abord", "who is it", "never mind", "oui",
    "elle ne m'a pas insultée", "ça me touche beaucoup", "mon prof me crie dessus", "je l'ai signalé au service", "start", "laisse tomber",
])  # fmt: skip
def test_ordinary_replies_still_pass(relay: Stage, words: str) -> None:
    said(relay, "Awa > @Zoé bonjour")
    replies(relay, "Zoé", words)
    assert words in heard(relay, "Awa")[-1]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("je vais me foutre en l'air", "Ce que vous traversez"), ("my boss touches me", "grave"),
        ("aidez-moi je vais craquer", "Ce que vous traversez"),
        ("I took too many pills", "S’il y a danger"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("standing", ["", "/pause", "/demander"])
def test_a_cry_for_help_is_heard_in_any_words_whatever_stands(
    town: Stage, words: str, answer: str, standing: str
) -> None:
    if standing:
        town.says("Zoé", standing)
    town.says("Zoé", words)
    assert answer in heard(town, "Zoé")[-1]


def test_a_bare_cry_reads_where_help_is_and_may_name_what_it_is_about(town: Stage) -> None:
    """It was met with “Avec plaisir”."""
    for words in ("au secours", "help quick"):
        town.says("Zoé", words)
        assert "112" in heard(town, "Zoé")[-1]
        town.says("Zoé", "comptabilité")
        assert "j’ai pensé à cette personne" in heard(town, "Zoé")[-1]
    said(town, "Zoé > /cancel\nZoé > à l'aide\nZoé > oui\nZoé > il m'a frappée")
    assert "il m'a frappée" in heard(town, "Inès")[-1]
    said(town, "Zoé > au secours\nZoé > mon mari me frappe")
    assert "3919" in heard(town, "Zoé")[-1]


def test_help_offered_to_those_who_were_harmed_is_an_offer(town: Stage) -> None:
    town.says("Zoé", "je conseille des victimes de harcèlement")
    assert "proposer votre aide pour «\u00a0harcèlement" in heard(town, "Zoé")[-1]


def test_a_complaint_against_a_member_is_for_the_team(town: Stage) -> None:
    town.says("Zoé", "je veux porter plainte contre Awa")
    assert IS_IT in heard(town, "Zoé")[-1]
    said(town, "Zoé > non\nZoé > je veux porter plainte contre mon assurance")
    assert IS_IT not in heard(town, "Zoé")[-1]


def test_never_again_is_a_block_also_of_whom_no_name_is_given(town: Stage) -> None:
    said(town, f"{MET}\nZoé > je veux plus jamais lui parler")
    assert NEVER in heard(town, "Zoé")[-1]


@pytest.mark.parametrize(("words", "away"), [
    ("je ne veux plus jamais le voir", True), ("jveux plus jamais avoir affaire à lui", True),
    ("non, i don't want to see him ever again", True), ("plus jamais lui parler", True),
    ("je veux plus jamais voir excel", False), ("je ne veux plus le faire", False),
    ("i never want to do taxes again", False), ("je ne veux plus le voir dans ma liste", False),
])  # fmt: skip
def test_who_wants_to_keep_away_is_told_from_who_has_had_enough(words: str, away: bool) -> None:
    assert harm.keeps_away(words) is away


@pytest.mark.parametrize("words", [
    "il m'a volé 50 euros", "Awa m'a demandé de l'argent", "he wants to sleep with me",
    "she is a scammer", "il insulte tout le monde", "he said racist things to me",
])  # fmt: skip
def test_theft_advances_and_insults_are_harm_too(town: Stage, words: str) -> None:
    step = town.work(lambda scope: harm.told(scope, words, met=True))
    assert step is not None
    assert step[0] == "report"
