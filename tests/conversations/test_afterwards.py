"""After the hand-off, and after somebody has gone for good."""

from __future__ import annotations

import pytest
from sqlmodel import select

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask

ERASED = """
{who} > /mydata
{who} < … [Tout effacer]
{who} > [Tout effacer]
{who} < C’est définitif … [Tout effacer]
{who} > [Tout effacer]
{who} < C’est fait …
"""


@pytest.fixture
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request in hand, and nobody else could."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


@pytest.fixture
def met(asked: Stage) -> Stage:
    """Awa has accepted."""
    asked.says("Awa", "j'accepte")
    asked.heard.clear()
    return asked


def test_whoever_has_not_talked_yet_is_asked_again_in_a_week(met: Stage) -> None:
    play(
        met,
        """
        2 days pass
        1 minute passes
        Zoé < … Avez-vous pu vous parler ? [Pas encore]
        Awa < …
        Awa > [Oui]
        Awa < Merci d’avoir pris ce temps.
        Zoé > [Pas encore]
        Zoé < Cela arrive. … [Nous allons le faire] [Redemandez-moi dans une semaine]
        Zoé > [Redemandez-moi]
        Zoé < Entendu, je vous en reparle dans une semaine. …
        Zoé > /where
        Zoé < … vous êtes en lien avec Awa …
        Zoé > [Merci]
        Zoé < …
        7 days pass
        1 minute passes
        Zoé < Je vous redemande, comme convenu : avez-vous pu parler avec Awa de « comptabilité » ? [Oui]
        Zoé > [Pas encore]
        Zoé < Cela arrive. …
        Zoé > [Nous allons le faire]
        Zoé < Parfait, bonne conversation !
        """,
    )


TWO_DAYS = """
2 days pass
1 minute passes
Zoé < … Avez-vous pu vous parler ? [Oui] [C’est prévu]
Awa < … Avez-vous pu vous parler ? [Oui]
"""
TWO_WEEKS = """
12 days pass
Zoé < Le … je vous avais mis en lien avec Awa pour « comptabilité ». Est-ce que cela vous a aidé ? … [Oui] [En partie] [Pas vraiment] [J’en parle à l’équipe] [Nous ne nous sommes pas parlé]
"""


def outcome(stage: Stage) -> tuple[str, str | None]:
    """How the ask stands, and what it ended as."""
    state, how = stage.work(lambda scope: scope.db.exec(select(Ask.state, Ask.outcome)).one())
    return state, how


def test_two_weeks_later_the_asker_says_whether_it_helped(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > en partie
        Zoé < Un mot de remerciement pour Awa ? …
        Zoé > Merci pour tout
        Zoé < C’est transmis à Awa. …
        Awa < Zoé vous remercie pour « comptabilité » : « Merci pour tout »
        30 days pass
        """,
    )
    assert outcome(met) == ("closed", "helped")


def test_silence_is_fine_and_nobody_is_asked_a_third_time(met: Stage) -> None:
    play(met, TWO_DAYS + "Awa > [Oui]\nAwa < Merci d’avoir pris ce temps." + TWO_WEEKS)
    play(met, "60 days pass\n1 minute passes\nZoé > /suivi\nZoé < Vous n’avez pas de demande …")
    assert outcome(met) == ("closed", "talked"), "the helper said that they talked"


def test_whoever_told_it_after_two_days_is_not_asked_again(met: Stage) -> None:
    play(
        met,
        TWO_DAYS
        + """
        Zoé > [Oui]
        Zoé < Et cet échange avec Awa … [Oui] [En partie] [Pas vraiment] [J’en parle à l’équipe]
        Zoé > [Pas vraiment]
        Zoé < Merci de le dire. …
        30 days pass
        """,
    )
    assert outcome(met) == ("closed", "talked")


def test_what_went_wrong_can_be_told_to_the_team(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > [J’en parle à l’équipe]
        Zoé < Qu’aimeriez-vous dire à l’équipe ? …
        Zoé > Personne n'est venu
        Inès < … Personne n'est venu …
        Zoé < …
        """,
    )


def test_after_two_weeks_without_a_talk_somebody_else_can_be_asked(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > [Nous ne nous sommes pas parlé]
        Zoé < Cela arrive. … [Redemandez-moi dans une semaine] [En rester là]
        Zoé > [En rester là]
        Zoé < Très bien, la demande est close. …
        """,
    )
    assert outcome(met) == ("closed", "not_met")


def test_the_last_to_decline_reads_that_the_team_takes_over(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit, l’équipe prend le relais.
        Inès < Une demande attend l’équipe …
        Zoé < Personne n’a pu prendre…
        """,
    )


def test_the_day_told_is_the_day_on_which_it_moves_on(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > /where
        Zoé < … Awa a jusqu’au samedi 28 novembre pour répondre …
        Zoé > [Merci]
        Zoé < …
        5 days pass
        1 minute passes
        Awa < Petit rappel…
        Zoé < Awa n’a pas encore répondu… Sans réponse le samedi 28 novembre, j’en parlerai à l’équipe.
        Awa < La demande « comptabilité » passe à l’équipe. …
        Zoé < Personne n’a pu prendre…
        Inès < Une demande attend l’équipe …
        """,
    )


def test_a_request_of_somebody_erased_is_withdrawn_without_its_words(asked: Stage) -> None:
    play(
        asked,
        ERASED.format(who="Zoé")
        + "Awa < Une demande que vous aviez reçue n’a plus besoin de réponse. …",
    )


def test_a_helper_who_was_erased_is_somebody_who_has_left(asked: Stage) -> None:
    play(
        asked,
        ERASED.format(who="Awa").replace("Awa < C’est fait", "Awa < Quelqu’un…\nAwa < C’est fait")
        + """
        Inès < Une demande attend l’équipe : « comptabilité ». Déjà sollicité : une personne partie depuis. …
        Zoé < Personne n’a pu prendre…
        """,
    )


@pytest.mark.parametrize("whom", ["Awa", "@awa", "<@Awa>"])
def test_whom_to_thank_can_be_said_with_the_command(met: Stage, whom: str) -> None:
    play(
        met,
        f"""
        Zoé > /thanks {whom}
        Zoé < Un mot de remerciement pour Awa ? …
        """,
    )


def test_a_name_that_nobody_has_is_asked_for_again(met: Stage) -> None:
    play(met, "Zoé > /remercier Personne\nZoé < … [Awa]")


def test_whoever_met_somebody_erased_is_not_asked_to_thank_them(met: Stage) -> None:
    play(
        met,
        ERASED.format(who="Awa")
        + """
        Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » n’est finalement …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé > /thanks
        Zoé < Personne ne vous a encore été présenté. …
        Zoé > /where
        Zoé < … l’équipe s’en occupe …
        Zoé > [Merci]
        Zoé < …
        """,
    )
