"""Being asked: in people's own words, not their subject, or somebody better."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations import helpers_words, texts
from conversations.answers import typed_answer
from conversations.dialogues.answering import ANSWERS
from conversations.helpers_words import asks_why_me
from conversations.questions import Question
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from tests.conversations.openings import opening

REQUEST = Question(name="answer", text=Text("request-accept"), options=ANSWERS).pending()
HEARING = {**REQUEST, "hears": ["not_mine", "when", "instead", "why_me"]}


@pytest.mark.parametrize(
    ("words", "answer"),
    [("je refuse", "decline"), ("désolé pas possible", "decline"), ("Désolée, impossible !", "decline"),
     ("non merci", "decline"), ("no, sorry", "decline"), ("I can’t", "decline"),
     ("volontiers", "accept"), ("Bonjour, avec plaisir !", "accept"), ("sure", "accept"),
     ("I’d love to", "accept"), ("👍", "accept"),
     ("dites-m'en plus", "more"), ("Dites-m’en plus svp", "more"), ("tell me more", "more"),
     ("yes sure", "accept"), ("oui avec plaisir bien sûr", "accept"), ("peut-être", "more"),
     ("bof", "more"), ("d’accord mais c’est quoi exactement ?", "more"), ("maybe...", "more"),
     ("pas trop le temps en ce moment", "later"), ("je suis en vacances", "later"),
     ("Sorry, I’m on holiday", "later"), ("can't this week", "later"), ("Désolé, pas cette semaine", "later"), ("not now", "later"),
     ("quelqu’un d’autre", "not-mine"), ("somebody else, please", "not-mine")],
)  # fmt: skip
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_an_answer_in_plain_words_is_understood(words: str, answer: str, locale: str) -> None:
    assert typed_answer(REQUEST, words, locale) == {"chosen": [answer]}


@pytest.mark.parametrize(
    "words", ["désolé", "oui mais non", "Qui est-ce ?", "volontiers, impossible"]
)
def test_what_could_be_several_answers_is_none(words: str) -> None:
    assert typed_answer(REQUEST, words, "fr") is None


def test_the_labels_are_all_different() -> None:
    assert len({str(texts.dump(option.label)) for option in ANSWERS}) == len(ANSWERS)


@opening
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request in hand; Marc is next in line; Lina offers something else."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité", "peinture"])
    stage.member("Marc", offers=["tenir la comptabilité"])
    stage.member("Lina", offers=["jardinage"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


@pytest.mark.parametrize("subject", ["compta", "jardinage"])
def test_a_need_after_cancel_is_no_answer_to_the_request(asked: Stage, subject: str) -> None:
    """What was put off went on asking about every word."""
    asked.says("Awa", "annuler")
    assert asked.heard["dm:Awa"][-1].text.startswith("Très bien, on reprendra")
    asked.says("Awa", subject)
    assert subject in asked.heard["dm:Awa"][-1].text
    assert "pas reconnu" not in asked.heard["dm:Awa"][-1].text


def test_what_was_put_off_can_be_answered_and_is_put_again(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > annuler
        Awa < Très bien, on reprendra quand vous voulez…
        Awa > qui peut m’aider en jardinage ?
        Awa < Pour « jardinage », … [Lina] …
        Awa > laisser tomber
        Awa < …
        Awa < … aimerait votre aide : « comptabilité ». … [J’accepte] …
        Awa > annuler
        Awa < Très bien, …
        """,
    )
    asked.says("Awa", "j’accepte")
    assert asked.heard["dm:Zoé"][-1].text.startswith("Bonne nouvelle")


def test_who_answers_late_is_thanked_and_told_that_somebody_else_helped(asked: Stage) -> None:
    asked.passes(timedelta(days=5, minutes=1))
    asked.says("Marc", "j'accepte")
    asked.heard.clear()
    play(
        asked,
        """
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! Quelqu’un d’autre a pu aider entre-temps pour « comptabilité ». …
        Awa > [J’accepte]
        """,
    )


def test_buttons_are_known_for_thirty_days_after_they_were_overtaken(asked: Stage) -> None:
    asked.passes(timedelta(days=36))
    asked.heard.clear()
    play(asked, "Awa > [J’accepte]\nAwa < Cette question est close. …")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("pas avant le 15 janvier", "15 janvier"), ("not before January 15", "15 janvier"),
        ("je ne peux pas avant lundi prochain", "lundi"), ("not now, not until monday", "lundi"),
        ("seulement à partir de lundi", "lundi"),
    ],
)  # fmt: skip
def test_a_day_in_the_helpers_own_words_puts_the_request_off_and_nothing_else(
    asked: Stage, words: str, day: str
) -> None:
    """It paused them for everything, and the request went on reminding them."""
    play(
        asked,
        f"""
        Awa > {words}
        Awa < C’est noté : rien avant le … {day}…
        Zoé < Awa n’est pas disponible avant le … {day}… [J’attends]
        """,
    )


@pytest.mark.parametrize(
    "words",
    ["dans 2 jours", "in 2 days", "la semaine pro", "next week", "lundi prochain", "en janvier",
     "après-demain", "plutôt jeudi", "je suis libre mardi", "free from tuesday",
     "vers le 15 janvier", "je peux dans 2 jours"],
)  # fmt: skip
def test_a_mere_day_below_a_request_is_from_when_one_can(words: str) -> None:
    assert typed_answer(HEARING, words, "fr") == {"text": words}


@pytest.mark.parametrize(
    "words",
    ["oui mardi", "pas mardi", "cette semaine", "this week", "hier", "aujourd’hui", "jeudi à 18h",
     "dans une semaine ?", "je peux avant mardi", "before monday", "depuis 2 jours"],
)  # fmt: skip
def test_a_day_with_something_else_is_not_from_when_one_can(words: str) -> None:
    assert typed_answer(HEARING, words, "fr") is None


def test_who_asks_why_them_is_told_by_the_bot_and_the_question_stands(asked: Stage) -> None:
    """It was relayed to whoever asks, who knows nothing of it."""
    play(
        asked,
        """
        Awa > pourquoi moi ?
        Awa < Pourquoi vous ? Vous proposez : comptabilité [J’accepte] [En savoir plus] …
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ? …
        Awa > how did you find me?
        Awa < Pourquoi vous ? Vous proposez : comptabilité …
        Awa > pourquoi maintenant ?
        Awa < C’est demandé…
        Zoé < … « pourquoi maintenant ? » …
        Awa > why did you pick me
        Awa < Pourquoi vous ? Vous proposez : comptabilité [J’accepte] [Pas maintenant] …
        Awa > la semaine pro
        Awa < C’est noté : rien avant le lundi 30 novembre. …
        Zoé < Awa n’est pas disponible avant le lundi 30 novembre. …
        """,
    )
    assert not asks_why_me("pourquoi c’est urgent ?")


def test_a_day_that_cannot_be_read_is_asked_for(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > pas avant que ma fille aille mieux
        Awa < À partir de quand ? …
        """,
    )


@pytest.mark.parametrize(
    "words", ["demandez plutôt à Lina", "ask Lina instead", "Demande à Lina !"]
)
def test_whom_to_ask_instead_can_be_said_at_once(asked: Stage, words: str) -> None:
    play(
        asked,
        f"""
        Awa > {words}
        Lina < Quelqu’un de la communauté aimerait votre aide : « comptabilité ». …
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible, mais vous recommande Lina…
        Awa < Merci pour l’idée ! … je m’adresse à Lina si je le peux …
        """,
    )


NOT_MINE = """
Awa > [Plutôt quelqu’un d’autre…]
Awa < Entendu. … [Ce n’est pas mon sujet] [Je pense à quelqu’un d’autre]
Awa > [Ce n’est pas mon sujet]
Awa < Merci de l’avoir dit, je demande à quelqu’un d’autre.
Marc < Quelqu’un de la communauté… [J’accepte]
Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. …
Awa < Pour « comptabilité », je vous avais trouvé grâce à votre profil : comptabilité. … [Le retirer de mon profil] [Ne plus me le demander] [Ne rien changer]
"""
SEARCH = """
Lina > /ask comptabilité
Lina < Pour « comptabilité », j’ai pensé à cette personne. … [Marc]
Lina > [Laisser tomber]
Lina < …
"""


def test_what_is_not_ones_subject_is_taken_off_the_profile_after_a_yes(asked: Stage) -> None:
    play(
        asked,
        NOT_MINE
        + """
        Awa > [Le retirer]
        Awa < C’est retiré de votre profil : comptabilité. …
        Awa > /profile
        Awa < Voici votre profil, … Propose : peinture …
        Awa > [Le garder ainsi]
        Awa < …
        """
        + SEARCH,
    )


def test_the_profile_can_stay_without_being_found_for_that_need(asked: Stage) -> None:
    play(
        asked,
        NOT_MINE
        + """
        Awa > [Ne plus me le demander]
        Awa < Entendu : plus de demande de ce genre (« comptabilité »). …
        Awa > /profile
        Awa < … Préfère ne pas recevoir de demandes sur : comptabilité …
        Awa > [Le garder ainsi]
        Awa < …
        """
        + SEARCH,
    )


def test_without_consent_the_profile_stays_as_it_is(asked: Stage) -> None:
    play(
        asked,
        NOT_MINE
        + """
        Awa > [Ne rien changer]
        Awa < Très bien, tout reste comme avant.
        Lina > /ask comptabilité
        Lina < Pour « comptabilité », j’ai pensé à ces personnes. … [Awa]
        """,
    )


def test_somebody_better_is_asked_next_and_the_asker_is_told(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Plutôt quelqu’un d’autre…]
Awa < Entendu. … [Ce n’est pas mon sujet] [Je pense à quelqu’un d’autre]
Awa > [Je pense à quelqu’un d’autre]
        Awa < À qui pensez-vous ? … [Passer]
        Awa > Personne
        Awa < Je ne trouve personne du nom de « Personne ». …
        Awa > Awa
        Awa < C’est vous : « J’accepte » suffit. À qui d’autre pensez-vous ?
        Awa > Lina
        Lina < Quelqu’un de la communauté aimerait votre aide : « comptabilité ». … Pourquoi vous ? Quelqu’un de la communauté a pensé à vous. [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible, mais vous recommande Lina…
        Awa < Merci pour l’idée ! … je m’adresse à Lina si je le peux …
        Zoé > /where
        Zoé < … Lina a jusqu’au … pour répondre, ensuite je demanderai à Marc …
        """,
    )


def test_without_a_name_the_request_is_put_again(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Plutôt quelqu’un d’autre…]
Awa < Entendu. … [Ce n’est pas mon sujet] [Je pense à quelqu’un d’autre]
Awa > [Je pense à quelqu’un d’autre]
        Awa < À qui pensez-vous ? … [Passer]
        Awa > [Passer]
        Awa < Quelqu’un de la communauté… [J’accepte] [Plutôt quelqu’un d’autre…]
        Awa > volontiers
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle…
        room:1 < …
        """,
    )


def test_somebody_in_line_who_is_named_comes_next_and_only_once(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Plutôt quelqu’un d’autre…]
Awa < Entendu. … [Ce n’est pas mon sujet] [Je pense à quelqu’un d’autre]
Awa > [Je pense à quelqu’un d’autre]
        Awa < …
        Awa > Marc
        Marc < … [J’accepte]
        Zoé < … mais vous recommande Marc…
        Awa < Merci pour l’idée ! … je m’adresse à Marc si je le peux …
        Marc > je refuse
        Marc < Merci de l’avoir dit, l’équipe prend le relais.
        Zoé < Pour « comptabilité », je n’ai encore trouvé personne, …
        """,
    )


@pytest.mark.parametrize("name", ["Zoé", "Lina", "Marc", "Paul", "Nour"])
def test_no_name_that_a_helper_tries_tells_who_asks(asked: Stage, name: str) -> None:
    """Who asks, somebody free, next in line, paused, whom the asker has blocked."""
    for other in ("Paul", "Nour"):
        asked.member(other)
    asked.says("Paul", "/pause 2 semaines")
    for words in ("/block Nour", "oui"):
        asked.says("Zoé", words)
    asked.heard.clear()
    asked.says("Awa", f"demandez plutôt à {name}")
    (told,) = asked.heard["dm:Awa"]
    assert told.text.replace("\u202f", " ").replace("\u00a0", " ") == (
        f"Merci pour l’idée ! La demande n’attend plus rien de vous : je m’adresse à {name} "
        "si je le peux, et je cherche ailleurs sinon."
    )
    after = "Lina" if name == "Lina" else "Marc"
    assert asked.heard[f"dm:{after}"], "it goes on, whoever was named"
    assert not any("aimerait votre aide" in each.text for each in asked.heard["dm:Zoé"])


def test_what_a_helper_says_of_when_of_whom_and_of_how_is_read() -> None:
    for words in ("désolé je suis débordé en ce moment", "I'm swamped right now",
                  "je reviens en janvier", "back in January"):  # fmt: skip
        assert helpers_words.says_when(words), words
    for words in ("jy connais rien en compta", "sorry, I know nothing about accounting"):
        assert helpers_words.says_not_mine(words), words
    for words, name in (("je peux pas mais marc peut", "marc"), ("I can't but Lina could", "lina"),
                        ("I can't but someone else can", ""), ("I can't but I could", ""),
                        ("je peux pas mais je peux lundi", "")):  # fmt: skip
        assert helpers_words.named_instead(words) == name, words
    for words in ("j'y connais rien en compta mais je peux essayer", "je peux en janvier"):
        assert not helpers_words.says_not_mine(words), words


def test_a_helper_s_own_words_decide(asked: Stage) -> None:
    """None of these was recognised."""
    asked.says("Awa", "oui mais seulement par tel")
    assert "est entre vous deux" in asked.spoken["dm:Awa"][-1].text
    asked.says("Awa", "désolée je suis débordée en ce moment")
    assert "Revenir à la demande" in asked.spoken["dm:Awa"][-1].labels
    for words in ("retour à la demande", "plus tard", "je peux pas mais marc peut"):
        asked.says("Awa", words)
    assert "comptabilité" in asked.spoken["dm:Marc"][-1].text
    asked.says("Marc", "jy connais rien en compta")
    assert "je n’ai encore trouvé personne" in asked.spoken["dm:Zoé"][-1].text


def test_a_helper_s_question_waits_for_who_answers_later(asked: Stage) -> None:
    """“Plus tard” was taken for no answer; but a week from now is one."""
    for words in ("En savoir plus", "c'est pour quand ?"):
        asked.says("Awa", words)
    before = len(asked.spoken["dm:Awa"])
    for words in ("plus tard", "not now"):
        asked.says("Zoé", words)
        assert "Rien ne presse" in asked.spoken["dm:Zoé"][-1].text, words
    assert len(asked.spoken["dm:Awa"]) == before
    asked.says("Zoé", "la semaine prochaine")
    assert any("la semaine prochaine" in line for line in asked.spoken["dm:Awa"][-1].card)


def test_whether_the_helper_has_answered_is_where_it_stands(asked: Stage) -> None:
    """“Awa a répondu ?” was looked for as a need."""
    for words in ("awa a répondu ?", "did Awa answer yet?", "elle a dit quoi ?"):
        asked.says("Zoé", words)
        assert "Voici où vous en êtes" in asked.spoken["dm:Zoé"][-1].text, words
    asked.says("Zoé", "Lina a répondu ?")
    assert "Voici où vous en êtes" not in asked.spoken["dm:Zoé"][-1].text


def test_a_helper_may_change_their_mind_where_it_is_asked_whether_to_ask(asked: Stage) -> None:
    """Only yes and no were known there, and the request went on until its deadline."""
    play(
        asked,
        """
        Awa > c'est quel régime fiscal ?
        Awa < Je lui pose cette question… [Oui] [Non]
        Awa > no wait i cant
        Awa < Merci de l’avoir dit, je demande à quelqu’un d’autre.
        Marc < Quelqu’un de la communauté aimerait votre aide…
        Zoé < … J’ai demandé à Marc …
        Marc > c'est quel régime fiscal ?
        Marc < Je lui pose cette question… [Oui] [Non]
        Marc > demande plutôt à Lina
        Marc < Merci pour l’idée…
        Zoé < … vous recommande Lina…
        Lina < Quelqu’un de la communauté aimerait votre aide…
        """,
    )


def test_a_pause_below_offered_times_is_no_day_to_meet(asked: Stage) -> None:
    asked.says("Awa", "ok")
    asked.says("Awa", "pause 2 semaines")
    assert "plus aucune demande avant le lundi 7 décembre" in asked.spoken["dm:Awa"][-1].text
