"""Words where others' eyes are next: those that hold back, ask or want something else stay here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.second_thoughts import are_thanks
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Luc and Marc mend boilers, Odile sews, Nadia keeps accounts."""
    for name, offers in (
        ("Zoé", []), ("Luc", ["réparer une chaudière"]), ("Marc", ["chaudières à gaz"]),
        ("Odile", ["couture"]), ("Nadia Roux", ["comptabilité"]),
    ):  # fmt: skip
        stage.member(name, offers=offers)
    stage.member("Odette", headline="Couturière")
    stage.member("Inès", role="moderator")
    return stage


def at_the_context(stage: Stage) -> None:
    for words in ("/ask chaudière", "Luc"):
        stage.says("Zoé", words)
    assert "mot de contexte" in stage.spoken["dm:Zoé"][-1].text


def at_the_thanks(stage: Stage) -> None:
    stage.says("Zoé", "merci Odile")
    assert "Un mot de remerciement" in stage.spoken["dm:Zoé"][-1].text


def last(stage: Stage) -> str:
    return stage.spoken["dm:Zoé"][-1].text


NOTHING_LEFT = "Rien n’est encore parti"

HELD = [
    "attends", "atends", "finalement non", "en fait non", "non !!", "ne l'envoie pas", "n'envoie rien",
    "pas lui", "nan mais jveux pas que ce soit Luc", "je connais pas Luc", "oups",
    "euh je me suis trompée de personne", "mauvaise personne", "merci mais j'ai trouvé",
    "wait", "wait, not him", "hang on", "not him", "sorry wrong person", "don't send it yet",
    "let me think about it", "someone already helped me", "il est fiable ?",
    "ça va durer combien de temps ?", "??", "can I pick someone else", "je préfère attendre",
    "pas maintenant", "plus tard", "pas encore", "not yet", "merci", "hmm", "ok", "oui", "retour",
    "actually I need a seamstress instead", "je peux aider en menuiserie", "je veux voir mon profil",
]  # fmt: skip


@pytest.mark.parametrize("words", HELD)
def test_a_request_never_leaves_on_words_that_hold_it_back(town: Stage, words: str) -> None:
    at_the_context(town)
    town.says("Zoé", words)
    assert NOTHING_LEFT in last(town), last(town)
    assert not town.spoken["dm:Luc"]
    town.says("Zoé", "non")
    assert "demander ne dérange personne" in last(town)
    assert not town.spoken["dm:Luc"]


@pytest.mark.parametrize("words", [
    "ma chaudière ne marche plus depuis hier", "pas de chauffage depuis hier", "elle fuit",
    "no heating since monday", "en fait c'est pour mon association", "c'est une Viessmann de 2005",
    "j'ai trouvé une fuite sous l'évier", "nothing works, I tried everything", "merci d'avance !",
    "finalement le réparateur n'est jamais venu", "j'attends un bébé, il fait 12 degrés",
    "j'habite à Brest", "c'est pressé, pour demain", "first winter here, no idea how it works",
    "un conseil suffirait", "je ne sais pas par où commencer", "actually it's been two weeks",
])  # fmt: skip
def test_what_tells_more_of_the_need_leaves_at_once(town: Stage, words: str) -> None:
    at_the_context(town)
    town.says("Zoé", words)
    assert "Votre demande est partie vers Luc" in last(town), last(town)
    assert words in " ".join(town.spoken["dm:Luc"][-1].card)


def test_words_that_were_held_back_leave_on_a_yes(town: Stage) -> None:
    at_the_context(town)
    play(
        town,
        """
        Zoé < …
        Zoé < …
        Zoé > est-ce grave ?
        Zoé < Rien n’est encore parti. Dois-je envoyer votre demande à Luc avec ces mots : « est-ce grave ? » [Oui, envoyez] [Envoyer sans ces mots] [Choisir à nouveau] [Ne rien envoyer]
        Zoé > oui
        Luc < … « chaudière ». … est-ce grave ? …
        Zoé < Votre demande est partie vers Luc. …
        """,
    )


def test_without_the_words_that_were_held_back(town: Stage) -> None:
    at_the_context(town)
    town.says("Zoé", "hmm")
    town.taps("Zoé", "Envoyer sans")
    assert "partie vers Luc" in last(town)
    assert "hmm" not in " ".join(town.spoken["dm:Luc"][-1].card)


def test_other_words_are_shown_before_they_leave(town: Stage) -> None:
    at_the_context(town)
    for words in ("pas encore", "elle est de 2005"):
        town.says("Zoé", words)
        assert NOTHING_LEFT in last(town)
        assert words in last(town)
    town.says("Zoé", "oui")
    assert "elle est de 2005" in " ".join(town.spoken["dm:Luc"][-1].card)


def test_whoever_asks_for_a_moment_has_it_and_nothing_of_it_leaves(town: Stage) -> None:
    """“attends 2 min” and “I'll come back to this” were shown as words to send, or sent."""
    at_the_context(town)
    for words in ("I'll come back to this", "give me 5 minutes", "je reviens", "attends 2 min"):
        town.says("Zoé", words)
        assert "rien ne presse" in last(town), words
    town.says("Zoé", "trop compliqué laisse")
    assert "avec ces mots" in last(town)
    for words in ("attends", "oui"):
        town.says("Zoé", words)
    assert "partie vers Luc" in last(town)
    assert not any("Contexte" in line for line in town.spoken["dm:Luc"][-1].card)


def test_whoever_held_back_can_choose_again(town: Stage) -> None:
    at_the_context(town)
    town.says("Zoé", "pas lui")
    town.taps("Zoé", "Choisir")
    for words in ("Marc", "passer"):
        town.says("Zoé", words)
    assert "partie vers Marc" in last(town)
    assert not town.spoken["dm:Luc"]


def test_of_the_team_it_is_said_that_it_would_get_them(town: Stage) -> None:
    for words in ("/ask chaudière", "Demander plutôt à l’équipe", "pas encore"):
        town.says("Zoé", words)
    assert "à l’équipe avec ces mots" in last(town)
    assert not town.spoken["dm:Inès"]


@pytest.mark.parametrize(
    "words",
    ["qui peut m'aider en couture ?", "attends en fait je cherche plutot une couturière",
     "je cherche aussi une couturière", "il me faut une couturière"],
)  # fmt: skip
def test_another_need_is_another_request_and_the_first_has_not_left(
    town: Stage, words: str
) -> None:
    at_the_context(town)
    town.says("Zoé", words)
    said = [each.text for each in town.spoken["dm:Zoé"][-2:]]
    assert ("j’y reviens" if "aussi" in words else "n’est pas partie") in said[0]
    assert "cout" in said[1]
    assert not town.spoken["dm:Luc"]


def test_a_greeting_days_later_is_greeted_and_the_question_stands(town: Stage) -> None:
    at_the_context(town)
    town.says("Zoé", "hello")
    assert "mot de contexte" in last(town)
    assert not town.spoken["dm:Luc"]


@pytest.mark.parametrize(("words", "answer"), [
    ("c'est qui Odile ?", "Odile"), ("pause jusqu'à lundi", "plus aucune demande avant"),
])  # fmt: skip
def test_what_is_for_the_bot_is_done_and_the_question_stands(
    town: Stage, words: str, answer: str
) -> None:
    at_the_context(town)
    before = len(town.spoken["dm:Zoé"])
    town.says("Zoé", words)
    heard = " ".join(" ".join([each.text, *each.card]) for each in town.spoken["dm:Zoé"][before:])
    assert answer in heard
    assert not town.spoken["dm:Luc"]


@pytest.mark.parametrize("words", [
    "oups pas Odile, Nadia", "attends", "finalement non", "non pas elle", "nadia roux en fait",
    "je voulais dire Nadia Roux", "wait", "sorry wrong person", "oops not her", "en fait non",
    "qui peut m'aider en couture ?", "mauvaise personne", "tu es libre demain ?",
])  # fmt: skip
def test_thanks_never_leave_on_words_that_hold_them_back(town: Stage, words: str) -> None:
    at_the_thanks(town)
    town.says("Zoé", words)
    assert not town.spoken["dm:Odile"]


def test_thanks_that_were_held_back_leave_on_a_yes_and_not_on_a_no(town: Stage) -> None:
    at_the_thanks(town)
    play(
        town,
        """
        Zoé < …
        Zoé > oups
        Zoé < Rien n’est encore parti. Dois-je transmettre ces mots à Odile : « oups » [Oui, transmettez] [Ne rien envoyer]
        Zoé > non
        Zoé < Très bien, rien n’est transmis. …
        """,
    )
    at_the_thanks(town)
    for words in ("attends", "tu m'as sauvée !", "oui"):
        town.says("Zoé", words)
    assert "tu m'as sauvée !" in town.spoken["dm:Odile"][-1].text


@pytest.mark.parametrize("words", [
    "super", "grâce à toi j'ai tout compris", "tu m'as sauvé la mise !", "you're a star",
    "merci pour tout, je n'y croyais plus", "t'es la meilleure", "en fait c'était parfait",
    "merci beaucoup pour ton aide", "pas mal du tout !", "I really needed that",
])  # fmt: skip
def test_ordinary_thanks_leave_at_once(town: Stage, words: str) -> None:
    at_the_thanks(town)
    town.says("Zoé", words)
    assert words in town.spoken["dm:Odile"][-1].text


@pytest.mark.parametrize(
    ("words", "thanks"),
    [
        *((each, False) for each in (
            "je veux plus jamais lui parler", "il est venu chez moi hier soir", "il m'a volé",
            "Odile est une escroc", "il m'a demandé de l'argent", "où en est ma demande de jardinage",
            "he came to my house last night", "where are my other requests", "merci pour rien",
            "merci mais plus jamais", "c'était pas super", "merci de me rembourser",
            "tu m'as bien volé merci", "merci de m'avoir fait perdre mon temps",
            "thanks for nothing", "bravo pour ton mépris", "merci d'être venu en retard",
            "thanks for wasting my time", "merci quand même", "thanks, worst advice ever",
        )),
        *((each, True) for each in (
            "merciiii", "pour ta relecture", "tu m'as sauvée", "c'était top, tout est clair",
            "you saved my life", "sans toi j'aurais pas réussi", "thx a lot", "for the coffee",
            "merci de m'avoir consacré du temps", "merci d'être venu", "thanks for your time",
            "merci pour le prêt de la perceuse", "merci d'avoir été là",
        )),
    ],
)  # fmt: skip
def test_only_what_reads_as_thanks_is_brought_as_thanks(words: str, thanks: bool) -> None:
    """Complaints and fears were brought to the very person, as thanks."""
    assert are_thanks(words) == thanks


def test_a_complaint_where_thanks_are_asked_for_can_go_to_the_team(town: Stage) -> None:
    at_the_thanks(town)
    play(
        town,
        """
        Zoé < …
        Zoé > on ne s'est jamais parlé, elle n'est pas venue
        Zoé < Rien n’est encore parti. … [Oui, transmettez] [J’en parle à l’équipe] [Ne rien envoyer]
        Zoé > [J’en parle]
        Inès < Zoé écrit à l’équipe : « on ne s'est jamais parlé, elle n'est pas venue » …
        Zoé < C’est transmis à l’équipe, …
        """,
    )
    assert not town.spoken["dm:Odile"]


def test_late_words_below_it_are_no_thanks_any_more_but_thanks_are(town: Stage) -> None:
    at_the_thanks(town)
    town.passes(timedelta(days=4))
    town.says("Zoé", "où en sont mes demandes")
    assert "pas de demande en cours" in " ".join(each.text for each in town.spoken["dm:Zoé"])
    assert NOTHING_LEFT not in last(town)
    town.passes(timedelta(days=4))
    town.says("Zoé", "merci pour tout")
    assert "merci pour tout" in town.spoken["dm:Odile"][-1].text


def test_after_two_weeks_no_words_are_the_thanks_that_were_asked_for(town: Stage) -> None:
    """They may be for anybody by then: “merci” can be for the bot."""
    at_the_thanks(town)
    before = len(town.spoken["dm:Odile"])
    town.passes(timedelta(days=15))
    town.says("Zoé", "merci")
    assert "Avec plaisir" in last(town)
    assert len(town.spoken["dm:Odile"]) == before


@pytest.mark.parametrize("words", ["j'ai trouvé", "plus besoin merci", "I found someone"])
def test_whoever_needs_nobody_any_more_need_not_choose(town: Stage, words: str) -> None:
    town.says("Zoé", "/ask chaudière")
    town.says("Zoé", words)
    assert "demander ne dérange personne" in last(town)


def test_the_only_one_proposed_can_be_refused(town: Stage) -> None:
    town.says("Zoé", "/ask comptabilité")
    town.says("Zoé", "pas elle")
    assert "demander ne dérange personne" in last(town)


@pytest.mark.parametrize(
    "words", ["qui fait de la couture ?", "je cherche plutôt une couturière"]
)  # fmt: skip
def test_another_need_takes_the_place_of_the_list(town: Stage, words: str) -> None:
    town.says("Zoé", "/ask chaudière")
    town.says("Zoé", words)
    assert "cout" in last(town)
    assert any("Odette" in label for label in town.spoken["dm:Zoé"][-1].labels)


@pytest.mark.parametrize("words", ["je veux remercier luc", "en fait c'est Luc qui m'a aidée"])
def test_thanks_for_somebody_else_never_reach_whom_they_would_go_to(
    town: Stage, words: str
) -> None:
    """Odile read “je veux remercier luc”."""
    at_the_thanks(town)
    town.says("Zoé", words)
    assert NOTHING_LEFT in last(town)
    assert not town.spoken["dm:Odile"]


def test_of_two_who_are_thanked_at_once_neither_is_dropped_for_a_third(town: Stage) -> None:
    for words in ("merci Luc et Odile pour votre aide", "/thanks @Marc pour son aide"):
        town.says("Zoé", words)
    for _ in range(2):
        town.taps("Zoé", "Dire simplement merci")
    for name in ("Luc", "Odile", "Marc"):
        assert "vous remercie" in town.spoken[f"dm:{name}"][-1].text, name
