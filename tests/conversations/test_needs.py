"""What a request is about, out of the words it is made in; without any, one short question."""

from __future__ import annotations

from functools import partial

import pytest
from sqlmodel import select

from community.search import tokens
from conversations import needs, urgency
from conversations.sayings import says
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Nadia builds walls and Inès moderates."""
    stage.member("Zoé")
    stage.member("Nadia", offers=["maçonnerie"])
    stage.member("Inès", role="moderator")
    return stage


@pytest.mark.parametrize(
    "words",
    ["j'ai besoin d'aide", "help me please", "aidez moi svp", "J'ai un souci",
     "besoin d'un coup de main", "/ask j'ai besoin d'aide", "/ask merci", "/ask 👍", "/ask bonjour"],
)  # fmt: skip
def test_a_need_without_a_subject_leads_to_one_short_question(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Avec plaisir ! À quel sujet ? …
        Zoé > un mur en maçonnerie
        Zoé < Pour « un mur en maçonnerie », … [Nadia]
    """,
    )


def test_who_needs_nothing_after_all_is_left_alone(town: Stage) -> None:
    play(
        town,
        """
        Zoé > j'ai besoin d'aide
        Zoé < Avec plaisir ! À quel sujet ? …
        Zoé > non merci
        Zoé < Très bien. Revenez quand vous voulez…
    """,
    )


def test_a_sentence_gives_its_subject_and_goes_along_as_context(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask j'ai besoin d'aide en maçonnerie svp
        Zoé < Pour « maçonnerie », … [Nadia]
        Zoé > [Nadia]
        Zoé < Vos mots partiront avec la demande : « j'ai besoin d'aide en maçonnerie svp ». …
        Zoé > Le mur penche.
        Nadia < … « maçonnerie ». … Contexte : j'ai besoin d'aide en maçonnerie svp Le mur penche. … [J’accepte]
        Zoé < Votre demande est partie vers Nadia. …
    """,
    )


def test_a_subject_alone_has_no_other_words(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask maçonnerie
        Zoé < Pour « maçonnerie », … [Nadia]
        Zoé > [Nadia]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
    """,
    )


LONG = "Il pleut sur la ville et les pavés brillent encore sous les réverbères, " * 4 + "hélas"


@pytest.mark.parametrize("words", [LONG, "x" * 4000], ids=["sentence", "word"])
def test_a_long_need_is_shown_short_and_brought_whole(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > /ask {words}
        Zoé < Je ne vois encore personne pour « {words[:50]}… ». … [Oui] [Laisser tomber]
        Zoé > [Oui]
        Zoé < Vos mots partiront avec la demande : « {words[:50]}… ». …
        Zoé > passer
        Inès < Une demande attend l’équipe : « {words[:50]}… ». …
        Zoé < Votre demande « {words[:50]}… » est maintenant auprès de l’équipe. …
    """,
    )
    need, context = town.work(lambda scope: scope.db.exec(select(Ask.need, Ask.context)).one())
    assert (len(need) <= 100, need[-1], context) == (True, "…", words)
    assert all(len(each.text) < 1000 for each in town.spoken["dm:Inès"])


@pytest.mark.parametrize("words", ["où en est ma demande ?", "any news?", "des nouvelles ?", "Alors ?",
                                   "du neuf ?", "une réponse ?"])  # fmt: skip
def test_asking_for_news_tells_where_one_s_request_stands(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.spoken["dm:Zoé"][-1].text.startswith("Vous n’avez pas de demande en cours.")
    for said in ("/ask maçonnerie", "Nadia", "passer", words):
        town.says("Zoé", said)
    assert town.spoken["dm:Zoé"][-1].text.startswith("Voici où vous en êtes.")


@pytest.mark.parametrize(
    "words",
    ["qui peut m'aider en maçonnerie pour demain ?", "URGENT maçonnerie", "/ask URGENT maçonnerie"],
)  # fmt: skip
def test_how_soon_it_is_wanted_is_heard_in_a_plain_sentence(town: Stage, words: str) -> None:
    """Only the subject of the sentence went on, and the request had five days."""
    for each in (words, "Nadia", "passer"):
        town.says("Zoé", each)
    (card,) = [heard.card for heard in town.heard["dm:Nadia"]]
    assert card[0] == "maçonnerie"
    assert f"Contexte\u202f: {words.removeprefix('/ask ')}" in card
    soon = "Pour le mardi 24 novembre" if "demain" in words else "Pour le lundi 23 novembre"
    assert any(soon in line for line in card)


def test_it_is_heard_as_well_where_the_bot_asks_whether_it_was_meant(town: Stage) -> None:
    for each in ("maçonnerie ? avant ce soir, merci", "oui", "Nadia", "passer"):
        town.says("Zoé", each)
    (card,) = [heard.card for heard in town.heard["dm:Nadia"]]
    assert any("Pour le lundi 23 novembre" in line for line in card)


def test_a_sentence_that_says_no_more_than_its_subject_is_not_repeated(town: Stage) -> None:
    for each in ("qui peut m'aider en maçonnerie ?", "Nadia", "passer"):
        town.says("Zoé", each)
    (card,) = [heard.card for heard in town.heard["dm:Nadia"]]
    assert not any("Contexte" in line for line in card)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("je veux tester une idée de maçonnerie", "idea"),
     ("je cherche un retour d'expérience en maçonnerie", "experience"),
     ("je voudrais un conseil en maçonnerie", "advice")],
)  # fmt: skip
def test_what_it_is_for_is_heard_as_well(town: Stage, words: str, kind: str) -> None:
    for each in (words, "Nadia", "passer"):
        town.says("Zoé", each)
    assert town.work(lambda scope: scope.db.exec(select(Ask.kind)).one()) == kind


@pytest.mark.parametrize(
    ("words", "topic"),
    [("find me a lawyer", "lawyer"), ("solicitor pls", "solicitor"), ("cherche avocate", "avocate"),
     ("un mur en maçonnerie", "un mur en maçonnerie"), ("relire mon budget", "relire mon budget"),
     ("trouver un logement", "trouver un logement")],
)  # fmt: skip
def test_a_need_is_called_by_its_subject_without_the_words_that_ask(
    town: Stage, words: str, topic: str
) -> None:
    assert town.work(lambda scope: needs.read(scope, words, "fr").topic, actor="Zoé") == topic


def test_today_is_heard_however_it_is_said_and_not_in_a_story() -> None:
    for words in (
        "qui peut m’aider en compta aujourd’hui", "ce soir", "dans l’heure", "help tonight",
        "aide en compta cet aprem", "maintenant", "besoin d’un plombier tout de suite stp", "asap",
        "I need a plumber right now please", "ce matin",
    ):  # fmt: skip
        assert urgency.told(words) == "today", words
    for words in ("avant demain midi", "aide en compta avant demain soir", "before tomorrow noon"):
        assert urgency.told(words) == "tomorrow", words
    for words in ("c’est assez urgent", "fairly urgent"):
        assert urgency.told(words) == "week", words
    story = "Le notaire que j’ai vu aujourd’hui m’a dit de trouver d’abord quelqu’un qui connaisse bien les statuts."
    for words in (
        "pas aujourd’hui", "un cours du soir", story, "pas tout de suite", "not right now",
        "je suis maintenant à la retraite", "I now live in Lyon", "seule jusqu’à maintenant",
    ):  # fmt: skip
        assert urgency.told(words) == "none", words


@pytest.mark.parametrize(
    ("words", "subject"),
    [("pour ma chaudière", "chaudière"), ("en soudure", "soudure"), ("with welding", "welding"),
     ("l'électricité", "l'électricité"), ("pour", "pour"), ("endives", "endives")],
)  # fmt: skip
def test_a_subject_leaves_behind_what_leads_to_it(words: str, subject: str) -> None:
    assert needs.bare(words) == subject


@pytest.mark.parametrize("words", ["hmm maybe", "cba", "bah euh jsp", "nn", "euh c'est compliqué"])
def test_words_that_say_nothing_are_no_need(words: str) -> None:
    assert needs.is_none(words, "fr")


def test_who_finds_no_words_is_given_the_time(town: Stage) -> None:
    play(
        town,
        """
        Zoé > besoin d'aide
        Zoé < Avec plaisir ! À quel sujet ? …
        Zoé > euh c'est compliqué
        Zoé < Prenez votre temps. …
        Zoé > bah euh jsp
        Zoé < Prenez votre temps. …
        Zoé > en maçonnerie
        Zoé < Pour « maçonnerie », … [Nadia]
    """,
    )


@pytest.mark.parametrize(
    "words",
    ["finalement c'est bon j'ai trouvé", "found someone already ta", "ok j'ai trouvé qqn merci"],
)
def test_who_has_found_somebody_needs_nobody_any_more(words: str) -> None:
    assert says(words, "no_longer")


UNMARKED = {
    "im after a plumber": "plumber", "u got a plumber?": "plumber", "ya til un plombier": "plombier",
    "un plombier dispo ?": "plombier",
}  # fmt: skip


def test_words_without_their_apostrophes_are_no_subject(town: Stage) -> None:
    """The helper read “im after a plumber” as the subject, and “cest” was looked for."""
    read = {
        words: town.work(partial(needs.read, words=words, locale="fr"), "Zoé").topic
        for words in UNMARKED
    }
    assert read == UNMARKED
    assert not any(map(tokens.has_subject, ("cest urgent", "jattends tjrs")))
