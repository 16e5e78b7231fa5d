"""Giving up a place, taking one and leaving a ritual in one's own words (P9, P18, P19)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from community import hosting, rituals
from community.hosting import Plan as Gathering
from community.recurrence import Rhythm
from community.rituals import Plan
from conversations.gathering_fields import places
from conversations.questions import plain
from conversations.stakes import Stake, is_all, meant
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening
from tests.nights import without_nights

RITUAL = Stake("leaves", 1, "La question du mois", mine=False, kind="prompt")
COFFEES = Stake("skips", 2, "Les cafés")
COMING = Stake("leaves", 2, "Les cafés", mine=False, kind="round")
NEWS = Stake("leaves", 4, "Le mot du lundi", mine=False, kind="digest")
WEBINAR = Stake("misses", 3, "Webinaire osez demander")
FOUND = [RITUAL, COFFEES, WEBINAR]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("finalement je peux pas venir au webinaire", WEBINAR.name),
        ("desinscris moi des cafés", COFFEES.name),
        ("stop les questions du mois", RITUAL.name),
        ("je veux plus recevoir la question du mois d'octobre", RITUAL.name),
        ("désolée, je ne pourrai pas être au café de jeudi", COFFEES.name),
        ("please cancel my seat at the webinaire", WEBINAR.name),
        ("finalement j'ai plus le temps pour les cafés", COFFEES.name),
    ],
)
def test_what_is_named_and_nothing_else_is_understood(words: str, name: str) -> None:
    chosen = meant(FOUND, plain(words))
    assert [each.name for each in chosen] == [name]
    assert is_all(chosen, plain(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("unsubscribe me from the coffees", COMING.name),
        ("je ne veux plus de ces questions", RITUAL.name),
        ("stop asking me the question of the month", RITUAL.name),
        ("j'en ai marre de ces questions", RITUAL.name),
        ("arrêtez de m'envoyer la newsletter", NEWS.name),
    ],
)
def test_a_ritual_is_known_by_what_such_things_are_called(words: str, name: str) -> None:
    """“Unsubscribe me from the coffees” did not find “Les cafés”."""
    chosen = meant([RITUAL, COMING, NEWS], plain(words))
    assert [each.name for each in chosen] == [name]
    assert is_all(chosen, plain(words))


@pytest.mark.parametrize(
    "words",
    [
        "je ne peux plus payer mon loyer", "j'ai arrêté le café et je dors mieux",
        "i can't find a webinar tool for my charity", "plus de détails",
        "annule mon abonnement chez orange", "je n'ai plus de questions sur le bail",
        "i stopped asking myself questions", "j'en ai marre des questions du juge",
    ],
)  # fmt: skip
def test_what_says_more_is_about_something_else(words: str) -> None:
    assert not is_all(meant(FOUND, plain(words)), plain(words))


@opening
def town(stage: Stage) -> Stage:
    """Inès holds a workshop, and coffees come once a month; Awa and Zoé are members."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Zoé", locale="en")
    monthly = Rhythm(
        "FREQ=MONTHLY;BYMONTHDAY=23", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
    )
    question = Rhythm(
        "FREQ=MONTHLY;BYMONTHDAY=24", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris"
    )
    at = datetime(2026, 12, 3, 17, 30, tzinfo=UTC)
    wished = Gathering(title="Atelier CV", venue="Ici", starts_at=at, minutes=60, places=1)
    plans = (
        Plan(kind="round", name="Les cafés", rhythm=monthly),
        Plan(kind="prompt", name="La question du mois", rhythm=question),
    )
    stage.work(lambda scope: hosting.plan(scope, wished), actor="Inès")
    stage.work(lambda scope: [rituals.plan(scope, each) for each in plans], actor="Inès")
    stage.work(without_nights)
    stage.settle()
    return stage


def test_a_place_is_given_up_and_taken_in_words_and_what_it_was_is_named(town: Stage) -> None:
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. …
        Zoé < Inès would like …
        Awa > Je viens
        Awa < Parfait, une place est à vous pour « Atelier CV ». …
        Zoé > I’m coming
        Zoé < All places are taken: you are first on the waiting list. …
        Awa > tu comprends rien
        Awa < … [Demander de l’aide]
        Awa > annule mon inscription à l'atelier cv
        Awa < Vous ne venez pas à « Atelier CV », jeudi 3 décembre à 18:30 ? [Je ne viens pas] [Je viens toujours]
        Awa > non
        Awa < Très bien, rien ne change.
        Awa > c'est où ?
        Awa < Voici « Atelier CV ». … Où : Ici … Votre réponse : vous venez
        Awa > je me desinscris
        Awa < De quoi parlons-nous ? … [Ne plus venir à « Atelier CV »] [Ne plus rien recevoir, ou partir] [Rien de tout cela]
        Awa > Rien de tout cela
        Awa < Très bien, rien ne change.
        Awa > je ne peux plus venir
        Awa < Vous ne venez pas à « Atelier CV », … [Je ne viens pas]
        Awa > laisse tomber
        Awa < Très bien, rien ne change.
        Awa > annule
        Awa < Vous ne venez pas à « Atelier CV », … [Je ne viens pas]
        Awa > oui
        Zoé < Good news: a place has been freed, and it is yours. …
        Awa < C’est noté, et il n’y a rien à expliquer. …
        Awa > non
        Awa < …
        Awa > je viens finalement
        Awa < Viendrez-vous ? Atelier CV … [Je viens] [Peut-être] [Pas cette fois]
        """,
    )


def test_below_an_invitation_one_asks_says_no_and_comes_after_all(town: Stage) -> None:
    """Where and how much were not recognised, and after a no every answer came too late."""
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. …
        Zoé < Inès would like …
        Awa > c’est où ?
        Awa < Voici « Atelier CV ». … Où : Ici …
        Awa > faut payer ?
        Awa < … Inès vous dira s’il y a quelque chose à payer. …
        Awa > non
        Awa < … Voulez-vous recevoir, après, les points à retenir ? [Oui] [Non merci]
        Awa > ah si en fait je veux bien
        Awa < Viendrez-vous ? Atelier CV … [Je viens] [Peut-être] [Pas cette fois]
        Awa > en fait oui
        Awa < Parfait, une place est à vous pour « Atelier CV ». …
        Awa > finalement non
        Awa < Vous ne venez pas à « Atelier CV », … [Je ne viens pas] [Je viens toujours]
        Awa > je ne viens pas
        Awa < … Voulez-vous recevoir, après, les points à retenir ? …
        Awa > non
        Awa < Très bien. …
        Zoé > what time is it?
        Zoé < This is “Atelier CV”. …
        Zoé > no
        Zoé < … Would you like to read afterwards …
        Zoé > yes
        Zoé < Good, I will send it to you …
        Zoé > actually yes, I’m coming
        Zoé < Will you be there? …
        """,
    )


def test_an_organiser_is_led_to_what_can_be_done_with_a_ritual_or_a_gathering(town: Stage) -> None:
    town.heard.clear()
    play(
        town,
        """
        Inès > annule la question du mois d'octobre
        Inès < Que faire de « La question du mois », … [Sauter la prochaine fois] [Suspendre] [Lancer maintenant] [Changer quelque chose] [Arrêter pour de bon] [Rien de tout cela]
        Inès > sauter
        Inès < Cette fois est sautée. …
        Inès > mets en pause la question du mois
        Inès < Que faire de « La question du mois », …
        Inès > suspendre
        Inès < « La question du mois » est en pause. …
        Inès > relance la question du mois maintenant
        Inès < Que faire de « La question du mois », … [Reprendre] [Changer quelque chose] [Arrêter pour de bon] [Rien de tout cela]
        Inès > reprendre
        Inès < « La question du mois » est en route. …
        Inès > approuver
        Inès < Aucun tour n’attend votre accord pour l’instant. Où en sont les rituels : /rituel
        Inès > mes rituels
        Inès < Vos rituels : …
        Inès > /rituel supprimer la question
        Inès < Archiver « La question du mois » pour de bon ? …
        Inès > non
        Inès < …
        Inès > je veux organiser un webinaire
        Inès < Voulez-vous proposer une rencontre aux membres ? … [Oui, la préparer] [Non, autre chose]
        Inès > oui
        Inès < Parlez-moi de cette rencontre. …
        """,
    )


@pytest.mark.parametrize(("words", "read"), [("deux", 2), ("12 places", 12), ("two seats", 2)])
def test_places_are_counted_in_words_too(words: str, read: int) -> None:
    assert places(words) == read


def test_an_invitation_is_answered_by_words_that_name_it_and_a_round_explained(town: Stage) -> None:
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. …
        Zoé < Inès would like …
        Awa > désolée je peux pas venir à l'atelier, je suis malade
        Awa < C’est noté, et il n’y a rien à expliquer. …
        Awa > non
        Awa < …
        Zoé > I'm not coming
        Zoé < … [Yes] [No, thanks]
        Zoé > no
        Zoé < …
        2 hours pass
        Inès < …
        Zoé < …
        Awa < Les cafés : …
        Awa > c quoi ?
        Awa < Quand un tour se prépare, …
        Awa < Les cafés : … [J’en suis] [À chaque fois]
        Awa > toujours
        Awa < Vous en êtes ! …
        """,
    )


def test_a_round_is_left_in_words_and_a_ritual_below_its_own_question(town: Stage) -> None:
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. …
        Zoé < Inès would like …
        Zoé > I’m coming
        Zoé < Lovely, …
        Awa > non
        Awa < …
        Awa > non
        Awa < …
        2 hours pass
        Awa < Les cafés : un nouveau tour de rencontres se prépare. …
        Inès < …
        Zoé < …
        Awa > j'en suis
        Awa < …
        Awa > en fait je peux plus
        Awa < « Les cafés » : vous n’êtes plus de ce tour ? … [Pas cette fois] [J’en suis toujours]
        Awa > oui
        Awa < C’est noté : pas cette fois. …
        Awa > je ne veux plus participer aux cafés
        Awa < Ne plus recevoir « Les cafés » ? … [Quitter ce rituel] [Le garder]
        Awa > oui
        Awa < C’est noté, je ne vous proposerai plus ces rencontres. …
        """,
    )
    play(
        town,
        """
        1 day passes
        Inès < …
        Zoé < …
        Awa < Awa, … [Je réponds] [Pas cette fois] [Quitter ce rituel]
        Awa > stop les questions du mois
        Awa < Ne plus recevoir « La question du mois » ? … [Quitter ce rituel] [Le garder]
        Awa > oui
        Awa < C’est noté : ce rituel ne vous écrira plus. …
        Awa > stop les questions du mois
        Awa < …
        """,
    )


def test_below_a_question_its_ritual_is_left_in_words_that_only_point_at_it(town: Stage) -> None:
    """“Stop asking me this” was an answer, or an offer to leave everything."""
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. …
        Zoé < Inès would like …
        Awa > non
        Awa < …
        Awa > non
        Awa < …
        Zoé > no
        Zoé < …
        Zoé > no
        Zoé < …
        2 hours pass
        Inès < …
        Awa < Les cafés : un nouveau tour …
        Zoé < Les cafés: …
        Zoé > stop asking me this
        Zoé < No more of “Les cafés”? … [Leave this ritual] [Keep it]
        Zoé > no I'm staying
        Zoé < All right, nothing changes.
        1 day passes
        Inès < …
        Awa < Awa, … [Je réponds] [Pas cette fois] [Quitter ce rituel]
        Zoé < Zoé, …
        Awa > désabonne-moi
        Awa < De quoi parlons-nous ? … [Ne plus recevoir « La question du mois »] [Ne plus rien recevoir, ou partir] [Rien de tout cela]
        Awa > je garde
        Awa < Très bien, rien ne change.
        Awa < Awa, …
        Awa > je veux pas répondre
        Awa < Très bien, à une prochaine fois.
        Zoé > I'll answer
        Zoé < I’m listening. …
        Zoé > don't ask me this again
        Zoé < No more of “La question du mois”? … [Leave this ritual] [Keep it]
        Zoé > yes
        Zoé < Noted: this ritual won’t write to you any more. …
        """,
    )


def test_an_invitation_answered_elsewhere_is_not_put_again(town: Stage) -> None:
    """It came again below the answer that had just been given in /events."""
    play(
        town,
        """
        1 minute passes
        Awa < Inès vous propose une rencontre. … [Je viens]
        Zoé < Inès would like …
        Awa > /evenements
        Awa < Viendrez-vous ? …
        Awa > je viens
        Awa < Parfait, une place est à vous …
        Awa > où ça se passe ?
        Awa < Voici « Atelier CV ». …
        Zoé > I’m coming
        Zoé < All places are taken: …
        Zoé > free up my place
        Zoé < You are not coming to “Atelier CV”, … [I’m not coming] [I’m still coming]
        Zoé > stay
        Zoé < All right, nothing changes.
        Awa > bla bla truc
        Awa < … [Oui] [Non, autre chose]
        Awa > annule
        Awa < Vous ne venez pas à « Atelier CV », … [Je ne viens pas]
        Awa > oui
        Awa < C’est noté, …
        Zoé < …
        """,
    )


def test_a_name_is_taken_off_an_answer_and_an_older_card_of_it_is_gone(town: Stage) -> None:
    """“Enlève mon nom” led to the profile; the card then told the state of before."""
    town.passes(timedelta(minutes=1))
    for step in ("non", "non"):
        town.says("Awa", step)
    town.passes(timedelta(days=1))
    for step in ("je réponds", "J’ai fini mon mémoire.", "à tous avec mon nom"):
        town.says("Awa", step)
    town.heard.clear()
    play(
        town,
        """
        Awa > enlève mon nom
        Awa < Votre réponse à la question du mois : … Elle pourra être partagée avec votre nom. … [À tous, sans mon nom]
        Awa > /repondre
        Awa < …
        Awa > à l’équipe seulement
        Awa < Merci ! Seule l’équipe lira votre réponse.
        Awa > je préfère qu’on ne publie pas ma réponse
        Awa < Votre réponse à la question du mois : … Seule l’équipe …
        """,
    )


def test_of_two_questions_an_answer_is_for_the_one_that_it_answers(town: Stage) -> None:
    """“À chaque fois”, below the question of the month, was refused, or became its answer."""
    town.passes(timedelta(minutes=1))
    for who, no in (("Awa", "non"), ("Zoé", "no")):
        town.says(who, no)
        town.says(who, no)
    town.passes(timedelta(days=1))
    town.says("Zoé", "I'll answer")
    town.heard.clear()
    play(
        town,
        """
        Awa > à chaque fois
        Awa < Vous en êtes ! S’il y a un nombre impair …
        Awa < Awa, … [Je réponds]
        Awa > plutôt à deux
        Awa < Dans quelle langue …
        Awa < Awa, … [Je réponds]
        Awa > non
        Awa < Très bien, à une prochaine fois.
        Zoé > Every time
        Zoé < You are in! …
        Zoé < I’m listening. …
        Zoé > I count coffees every time.
        Zoé < How far may this answer go? …
        """,
    )
