"""`/ritual`: organisers plan in chat, and see everything before anything is kept (P41)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from community import groups, rituals
from community.recurrence import Rhythm
from community.rituals import Plan, plans
from community.rituals.runs import Coming
from community.scope import Scope
from conversations.dialogues.ritual_calendar import next_of_each
from conversations.testing import MONDAY, Stage
from conversations.transcripts import play
from scheduler.sweeps import sweep
from storage.tables import Ritual
from storage.writer import Writer
from tests.conversations.openings import opening


@opening
def people(stage: Stage) -> Stage:
    """Inès organises, Awa mentors, Zoé reads English."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Zoé", locale="en")

    def fill(scope: Scope) -> None:
        mentors = groups.make(scope, "Mentors")
        groups.add(scope, mentors.id or 0, [stage.id_of("Awa", scope)])

    stage.work(fill, "Inès")
    return stage


def kept(stage: Stage) -> list[str]:
    return list(stage.work(lambda scope: [each.state for each in scope.db.exec(select(Ritual))]))


ADDING = """
Inès > /ritual add
Inès < Lequel de ces rituels tout prêts ? [La question du mois]
Inès > [La question du mois]
Inès < À l’heure d’où ? … [Europe/Paris]
Inès > [Europe/Paris]
Inès < À quel rythme ? … [le premier mardi du mois à 9h]
"""
SHOWN = """
Inès < Les prochaines dates : La question du mois le premier lundi du mois à 9h, à partir du lundi 7 décembre 2026 (Europe/Paris) Pour répondre : 7 jours lundi 7 décembre 2026, 9h00 lundi 4 janvier 2027, 9h00 lundi 1er février 2027, 9h00 lundi 1er mars 2027, 9h00 lundi 5 avril 2027, 9h00
Inès < Voici ce que reçoit tout le monde (English) :
Inès < Inès, which small win of this month deserves to be told?
Inès < Voici ce que reçoit tout le monde (Français) :
Inès < Inès, quelle petite victoire de ce mois mérite d’être racontée ?
Inès < Voici ce que reçoit Mentors (Français) :
Inès < Inès, qu’est-ce que la personne que vous accompagnez vous a appris ce mois-ci ?
Inès < Rien n’est encore enregistré. On le garde ? [Oui, le garder] [L’essayer d’abord] [Non, laisser]
"""
FOR_ALL = """
Inès > le premier lundi du mois à 9h
Inès < Pour qui ? … [tout le monde] [Mentors]
Inès > [tout le monde]
Inès < Dans quelle langue ? [Celle de chaque personne] [English] [Français]
Inès > [Celle de chaque personne]
"""


@pytest.mark.parametrize("looked", ["calendrier", "liste", "derniers", "quoi"])
def test_a_plan_stands_while_something_is_looked_up(people: Stage, looked: str) -> None:
    play(people, ADDING + FOR_ALL + SHOWN)
    people.says("Inès", f"/rituel {looked}")
    people.taps("Inès", "Oui, le garder")
    assert kept(people) == ["on"]


@pytest.mark.parametrize("said", ["oui", "keep it", "ajouter", "garde-le"])
def test_a_plan_is_kept_in_one_s_own_words(people: Stage, said: str) -> None:
    play(people, ADDING + FOR_ALL + SHOWN)
    people.says("Inès", said)
    assert kept(people) == ["on"]


def test_what_is_to_be_changed_is_named_without_its_article(people: Stage) -> None:
    play(people, ADDING + FOR_ALL + SHOWN)
    people.says("Inès", "modifier")
    assert "Sa langue" in people.spoken["dm:Inès"][-1].labels
    people.says("Inès", "langue")
    assert "Sa langue" not in people.spoken["dm:Inès"][-1].labels


def test_everything_is_shown_before_anything_is_kept(people: Stage) -> None:
    play(people, ADDING + FOR_ALL + SHOWN)
    assert kept(people) == []
    play(
        people,
        """
        Inès > [Oui, le garder]
        Inès < C’est noté : « La question du mois » est en route. …
        Inès > /ritual
        Inès < Vos rituels : • La question du mois, pour tout le monde (en cours) : lundi 7 décembre 2026, 9h00
        Inès > /ritual calendrier
        Inès < Dans les 90 jours, 3 dates : • lundi 7 décembre 2026, 9h00 — La question du mois …
        """,
    )


def test_what_comes_daily_leaves_room_for_the_others_in_the_calendar() -> None:
    daily = [Coming(MONDAY + timedelta(days=n), 1, "welcome", "W", "UTC") for n in range(60)]
    other = Coming(MONDAY + timedelta(days=45), 2, "digest", "D", "UTC")
    assert next_of_each([*daily, other]) == [*daily[:4], other]


def test_the_calendar_says_how_much_it_leaves_out(people: Stage) -> None:
    play(people, KEPT)
    daily = "FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris"
    news = Plan(kind="digest", name="Les nouvelles", rhythm=Rhythm(*daily))
    people.work(lambda scope: rituals.plan(scope, news), "Inès")
    people.says("Inès", "/ritual calendar")
    (said,) = people.heard["dm:Inès"]
    assert said.text.splitlines()[0].endswith("93 dates :".replace(" :", "\u202f:"))
    assert len(said.text.splitlines()) == 1 + 4 + 3 + 1
    assert "\n… et 86 autres dates." in said.text
    assert said.text.endswith("/rituel calendrier et son nom")
    people.heard["dm:Inès"].clear()
    people.says("Inès", "/ritual calendrier nouvelles")
    (said,) = people.heard["dm:Inès"]
    assert len(said.text.splitlines()) == 1 + 90
    assert "question" not in said.text


def test_the_calendar_is_taken_along_as_a_file_with_holidays_and_what_is_skipped(
    people: Stage,
) -> None:
    monthly = Rhythm("FREQ=MONTHLY;BYMONTHDAY=25", datetime(2026, 11, 25, 8, tzinfo=UTC),
                     "Europe/Paris")  # fmt: skip
    stories = Plan(kind="stories", name="Les moments", rhythm=monthly)

    def plan(scope: Scope) -> None:
        rituals.plan(scope, stories)
        rituals.skip_next(scope, 1)
        plans.keep_holidays(scope, ["12-25"])

    people.work(plan, "Inès")
    people.says("Inès", "/ritual ics")
    (said,) = people.heard["dm:Inès"]
    assert said.outgoing.file is not None
    lines = said.outgoing.file.content.decode().splitlines()
    assert {each for each in lines if "DATE;TZID" in each} == {
        "EXDATE;TZID=Europe/Paris:20261125T090000",
        "EXDATE;TZID=Europe/Paris:20261225T090000",
        "RDATE;TZID=Europe/Paris:20261226T090000",
    }
    play(people, "Awa > /ritual ics\nInès < Voici le calendrier…\nAwa < Cela demande un rôle…")


def test_a_city_below_an_unknown_ritual_is_no_request_for_help(people: Stage) -> None:
    """“Europe/Paris”, and “yes” to what was asked then, went to a helper."""
    for words in ("/rituel ajouter la boum", "Europe/Paris", "Lyon"):
        people.says("Inès", words)
        assert "La question du mois" in people.spoken["dm:Inès"][-1].labels


def test_what_is_left_is_not_kept(people: Stage) -> None:
    play(people, ADDING + FOR_ALL + SHOWN + "\nInès > [Non, laisser]\nInès < Très bien, …")
    assert kept(people) == []


def test_a_pilot_with_one_group_is_widened(people: Stage) -> None:
    play(
        people,
        ADDING + FOR_ALL + SHOWN
        + """
        Inès > [L’essayer d’abord]
        Inès < Avec quel groupe l’essayer ? [Mentors] [Pas d’essai : revenir]
        Inès > tout le monde
        Inès < Rien n’est encore enregistré. On le garde ? [Oui, le garder] [L’essayer d’abord] …
        Inès > [L’essayer d’abord]
        Inès < Avec quel groupe l’essayer ? [Mentors]
        Inès > [Mentors]
        Inès < « La question du mois » est à l’essai avec ce groupe. …
        Inès > /ritual liste
        Inès < Vos rituels : • La question du mois, pour Mentors (à l’essai) : …
        Inès > /ritual widen La question du mois
        Inès < « La question du mois » est pour Mentors pour l’instant. Pour qui, à présent ? [tout le monde] [Choisir des groupes]
        Inès > [tout le monde]
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit tout le monde (English) :
        Inès < Inès, which small win …
        Inès < Voici ce que reçoit tout le monde (Français) :
        Inès < Inès, quelle petite victoire …
        Inès < Voici ce que reçoit Mentors (Français) :
        Inès < Inès, qu’est-ce que …
        Inès < Je garde ces changements ? [Oui] [Non]
        Inès > [Oui]
        Inès < C’est élargi : « La question du mois ». Prochaine fois : lundi 7 décembre 2026, 9h00.
        Inès > /ritual list
        Inès < Vos rituels : • La question du mois, pour tout le monde (en cours) : …
        """,
    )  # fmt: skip


def test_a_pilot_with_an_empty_group_asks_for_another(people: Stage) -> None:
    people.work(lambda scope: groups.make(scope, "Vide"), "Inès")
    play(
        people,
        ADDING + FOR_ALL + SHOWN
        + """
        Inès > [L’essayer d’abord]
        Inès < Avec quel groupe l’essayer ? [Mentors] [Vide]
        Inès > [Vide]
        Inès < Ce public est vide : … Choisissez un autre groupe, ou tout le monde. [Mentors] [Vide] [Pas d’essai : revenir]
        Inès > [Mentors]
        Inès < « La question du mois » est à l’essai avec ce groupe. …
        """,
    )  # fmt: skip
    assert kept(people) == ["pilot"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("le 31 février", "Ce jour ne vient jamais : …"),
        ("tous les 0 jours", "Zéro ne vient jamais : …"),
        ("quand il pleut", "Je ne comprends pas « quand » dans ce rythme. …"),
    ],
)
def test_an_impossible_rhythm_is_asked_again(people: Stage, words: str, said: str) -> None:
    play(people, f"{ADDING}\nInès > {words}\nInès < {said}")
    play(people, "Inès > tous les lundis\nInès < Pour qui ? …")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("le 1er du mois", "le 1er du mois à 9h"),
        ("1er", "le 1er du mois à 9h"),
        ("the 1st of the month", "le 1er du mois à 9h"),
        ("le premier jour du mois à midi", "le 1er du mois à 12h"),
        ("first day of each month", "le 1er du mois à 9h"),
        ("le dernier jour ouvré du mois", "le dernier jour ouvré du mois à 9h"),
        ("chaque premier lundi du mois", "le premier lundi du mois à 9h"),
        ("tous les derniers vendredis du mois", "le dernier vendredi du mois à 9h"),
        ("every last Friday", "le dernier vendredi du mois à 9h"),
        ("une fois par mois le 15", "le 15 du mois à 9h"),
        ("once a week on Monday", "chaque lundi à 9h"),
    ],
)
def test_a_rhythm_is_read_as_people_say_it(people: Stage, words: str, said: str) -> None:
    play(
        people,
        f"""
        {ADDING}
        Inès > {words}
        Inès < Pour qui ? …
        Inès > [tout le monde]
        Inès < Dans quelle langue ? …
        Inès > [Français]
        Inès < Les prochaines dates : La question du mois {said}, …
        Inès < …
        Inès < …
        Inès < …
        Inès < …
        Inès < …
        Inès < …
        Inès < …
        """,
    )


def test_an_unknown_zone_is_asked_again(people: Stage) -> None:
    start = "\n".join(ADDING.strip().splitlines()[:-2])
    play(people, f"{start}\nInès > Atlantide\nInès < Je ne connais pas ce lieu. …")


KEPT = ADDING + FOR_ALL + SHOWN + "\nInès > [Oui, le garder]\nInès < C’est noté …\n"


def test_one_is_paused_resumed_skipped_and_run(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual pause
        Inès < « La question du mois » est en pause. …
        Inès > /ritual reprendre la question
        Inès < « La question du mois » est en route. Prochaine fois : lundi 7 décembre 2026, 9h00.
        Inès > /ritual skip
        Inès < Cette fois est sautée. « La question du mois » revient : lundi 4 janvier 2027, 9h00.
        Inès > /ritual last
        Inès < Les derniers rituels : • lundi 7 décembre 2026, 9h00 — La question du mois : sauté
        Inès > /ritual run
        Inès < Lancer « La question du mois » maintenant, pour tout son public ? [Oui] [Non]
        Inès > [Non]
        Inès < Très bien, rien n’est changé.
        Inès > /ritual archive
        Inès < Archiver « La question du mois » pour de bon ? …
        Inès > [Oui]
        Inès < C’est archivé : « La question du mois ».
        Inès > /ritual
        Inès < Aucun rituel n’est prévu. …
        """,
    )


def test_two_organisers_who_both_skip_leave_one_out(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual skip
        Inès < Cette fois est sautée. « La question du mois » revient : lundi 4 janvier 2027, 9h00.
        Inès > /ritual skip
        Inès < « La question du mois » : la fois du lundi 7 décembre 2026, 9h00 est déjà sautée. Sauter aussi la fois d’après : lundi 4 janvier 2027, 9h00 ? [Oui] [Non]
        Inès > [Non]
        Inès < Très bien, rien n’est changé.
        Inès > /ritual skip
        Inès < « La question du mois » : la fois du lundi 7 décembre 2026, 9h00 est déjà sautée. …
        Inès > [Oui]
        Inès < Cette fois est sautée. « La question du mois » revient : lundi 1er février 2027, 9h00.
        """,
    )


def test_who_acts_on_what_somebody_else_has_just_acted_on_is_told_what_happened(
    people: Stage,
) -> None:
    """“It is too late for that” did not say what had become of the ritual."""
    people.member("Claire", role="organiser")
    play(
        people,
        KEPT
        + """
        Claire > /rituel démarrer
        Claire < « La question du mois » est déjà en route. C’est Inès qui l’a décidé.
        Inès > /rituel changer
        Inès < Que changer à « La question du mois » ? … [Son nom] …
        Claire > /rituel archiver
        Claire < Archiver « La question du mois » pour de bon ? …
        Claire > [Oui]
        Claire < C’est archivé : « La question du mois ».
        """,
    )
    people.taps("Inès", "Son nom")
    people.says("Inès", "La question")
    people.heard.clear()
    people.taps("Inès", "Oui")
    (told,) = people.heard["dm:Inès"]
    assert "est aux archives\N{NO-BREAK SPACE}: rien n’a été fait." in told.text
    assert told.text.endswith("C’est Claire qui l’a décidé.")


def test_what_is_made_up_for_now_is_not_to_be_run_again(people: Stage) -> None:
    daily = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")
    digest = Plan(kind="digest", name="Les nouvelles", rhythm=daily)
    people.work(lambda scope: rituals.plan(scope, digest), "Inès")
    people.now = datetime(2026, 11, 26, 10, tzinfo=UTC)
    people.passes(timedelta(minutes=1))
    (said,) = [each.text for each in people.heard["dm:Inès"] if "eu lieu" in each.text]
    assert "n’a pas eu lieu 2 fois" in said
    assert "26 novembre part maintenant" in said
    assert "/rituel lancer" not in said


def test_a_gathering_that_was_called_off_was_not_held(people: Stage) -> None:
    lunch = {"title": "Déjeuner", "venue": "Ici", "days": 10, "hour": "12:30"}
    planned = Plan(kind="gathering", name="Le midi", rhythm=TOMORROW, settings=lunch)
    people.work(lambda scope: rituals.plan(scope, planned), "Inès")
    people.passes(timedelta(days=1, hours=1))
    people.taps("Awa", "Je viens")
    for words in ("/evenement annuler", "Annuler la rencontre", "/rituel derniers"):
        people.says("Inès", words)
    last = people.spoken["dm:Inès"][-1].text
    assert "annulé (" in last
    assert "n’a pas eu lieu, personnes inscrites" in last
    assert "ont dit oui" not in last


def test_nobody_is_woken_to_hear_of_a_run_that_was_missed(people: Stage) -> None:
    daily = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")
    digest = Plan(kind="digest", name="Les nouvelles", rhythm=daily)
    people.work(lambda scope: rituals.plan(scope, digest), "Inès")
    people.now = datetime(2026, 11, 26, 0, 6, tzinfo=UTC)
    people.passes(timedelta(minutes=1))
    assert not people.heard["dm:Inès"]
    people.passes(timedelta(hours=7))
    assert any("n’a pas eu lieu 2 fois" in each.text for each in people.heard["dm:Inès"])


def test_whoever_has_it_run_at_night_hears_at_once_that_nobody_is_reached(people: Stage) -> None:
    people.work(_of_mentors, "Inès")
    people.says("Awa", "/pause 2 semaines")
    people.now = datetime(2026, 11, 23, 22, tzinfo=UTC)
    people.says("Inès", "/rituel lancer La question")
    people.says("Inès", "oui")
    told = {name: any("n’a pas eu lieu" in each.text for each in people.spoken[f"dm:{name}"])
            for name in ("Inès", "Claire")}  # fmt: skip
    assert told == {"Inès": True, "Claire": False}


def test_a_gathering_that_is_to_begin_now_is_asked_about_with_its_day(people: Stage) -> None:
    """Invitations of a lunch that was run on a Thursday named a Sunday, unseen before."""
    rhythm = Rhythm("FREQ=MONTHLY;BYDAY=1MO", datetime(2026, 12, 7, 8, tzinfo=UTC), "Europe/Paris")
    lunch = {"title": "Déjeuner", "venue": "Ici", "days": 10, "hour": "12:30"}
    planned = Plan(kind="gathering", name="Le midi", rhythm=rhythm, settings=lunch)
    people.work(lambda scope: rituals.plan(scope, planned), "Inès")
    play(
        people,
        """
        Inès > /rituel lancer
        Inès < La rencontre aurait lieu : jeudi 3 décembre 2026, 12h30. Lancer « Le midi » maintenant, pour tout son public ? [Oui] [Non]
        Inès > [Non]
        Inès < Très bien, rien n’est changé.
        """,
    )


def test_two_organisers_who_both_say_yes_run_it_once(people: Stage) -> None:
    people.member("Paul", role="organiser")
    play(
        people,
        KEPT
        + """
        Inès > /ritual run
        Inès < Lancer « La question du mois » maintenant, pour tout son public ? [Oui] [Non]
        Paul > /ritual run
        Paul < Lancer « La question du mois » maintenant, pour tout son public ? [Oui] [Non]
        Inès > [Oui]
        Inès < C’est lancé : « La question du mois ». …
        Paul > [Oui]
        Paul < Quelqu’un d’autre vient de lancer « La question du mois » : je ne le fais pas deux fois. …
        """,
    )
    people.now += timedelta(minutes=1)
    play(
        people,
        """
        Paul > /ritual run
        Paul < « La question du mois » : c’est déjà lancé depuis le lundi 23 novembre 2026, 10h00. Lancer encore une fois, pour tout son public ? [Oui] [Non]
        Paul > [Oui]
        Paul < C’est lancé : « La question du mois ». …
        """,
    )


def test_what_is_paused_is_said_to_be_so_with_the_way_on(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual pause
        Inès < « La question du mois » est en pause. …
        Inès > /ritual skip
        Inès < « La question du mois » est en pause : rien n’est prévu. Pour reprendre : /rituel reprendre La question du mois
        Inès > /ritual run
        Inès < « La question du mois » est en pause : rien n’est prévu. …
        Inès > /ritual widen
        Inès < Pour qui ? …
        Inès > [Mentors]
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit Mentors (Français) :
        Inès < Inès, qu’est-ce que …
        Inès < Je garde ces changements ? [Oui] [Non]
        Inès > [Oui]
        Inès < C’est élargi, et toujours en pause : « La question du mois ». …
        """,
    )


def test_a_second_one_of_the_same_is_called_otherwise(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual add monthly-question
        Inès < À l’heure d’où ? …
        Inès > [Europe/Paris]
        Inès < À quel rythme ? …
        Inès > tous les lundis
        Inès < Pour qui ? …
        Inès > [Mentors]
        Inès < Dans quelle langue ? …
        Inès > [Celle de chaque personne]
        Inès < Les prochaines dates : La question du mois (Mentors) …
        Inès < Voici ce que reçoit Mentors (Français) :
        Inès < Inès, qu’est-ce que …
        Inès < Rien n’est encore enregistré. …
        Inès > [Oui, le garder]
        Inès < C’est noté : « La question du mois (Mentors) » est en route. …
        Inès > /ritual dupliquer La question du mois
        Inès < Sous quel nom ?
        Inès > la question du mois
        Inès < Un rituel s’appelle déjà « la question du mois » : choisissez un autre nom.
        """,
    )


def test_two_of_one_name_are_told_apart_by_their_audience_and_their_state(people: Stage) -> None:
    """As an older release could keep them."""
    play(people, KEPT)

    def again(scope: Scope) -> None:
        plan = plans.planned(plans.get(scope, 1))
        rituals.plan(scope, plan, "pilot")

    people.work(again, "Inès")
    play(
        people,
        """
        Inès > /ritual pause
        Inès < Lequel ? [La question du mois, pour tout le monde (en cours)] [La question du mois, pour tout le monde (à l’essai)]
        """,
    )


def test_one_is_changed_after_a_preview(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual modifier
        Inès < Que changer à « La question du mois » ? [Son nom] [Son rythme] [Son public]
        Inès > [Son rythme]
        Inès < À l’heure d’où ? …
        Inès > Dakar
        Inès < À quel rythme ? …
        Inès > un vendredi sur deux à midi
        Inès < Les prochaines dates : La question du mois toutes les 2 semaines le vendredi à 12h, à partir du vendredi 27 novembre 2026 (Africa/Dakar) Pour répondre : 7 jours vendredi 27 novembre 2026, 12h00 …
        Inès < Voici ce que reçoit tout le monde (English) :
        Inès < Inès, which small win …
        Inès < Voici ce que reçoit tout le monde (Français) :
        Inès < Inès, quelle petite victoire …
        Inès < Voici ce que reçoit Mentors (Français) :
        Inès < Inès, qu’est-ce que …
        Inès < Je garde ces changements ? [Oui] [Non]
        Inès > [Oui]
        Inès < C’est changé : « La question du mois ».
        Inès > /ritual list
        Inès < … (en cours) : vendredi 27 novembre 2026, 12h00, Dakar
        """,
    )


def test_a_copy_is_a_draft_until_it_is_started(people: Stage) -> None:
    play(
        people,
        KEPT
        + """
        Inès > /ritual dupliquer
        Inès < Sous quel nom ?
        Inès > La question des mentors
        Inès < C’est prêt, en brouillon : « La question des mentors ». …
        Inès > /ritual start
        Inès < Lequel ? [La question du mois] [La question des mentors]
        Inès > [La question des mentors]
        Inès < « La question des mentors » est en route. …
        """,
    )


def test_members_do_not_plan(people: Stage) -> None:
    play(people, "Awa > /rituel add\nAwa < Cela demande un rôle que vous n’avez pas. …")


def test_an_english_organiser_plans_in_english(people: Stage) -> None:
    people.member("Tom", role="organiser", locale="en")
    play(
        people,
        """
        Tom > /ritual new
        Tom < Which of these ready rituals? [The question of the month]
        Tom > [The question of the month]
        Tom < By which clock? … [Europe/Paris]
        Tom > London
        Tom < How often? … [first Tuesday at 9]
        Tom > every two weeks on Thursday 12:30 from 7 January, not in August
        Tom < For whom? … [everyone] [Mentors]
        Tom > [Mentors]
        Tom < In which language? …
        Tom > [Each person’s own]
        Tom < The next dates: The question of the month every 2 weeks on Thursday at 12:30, not in August, from Thursday 7 January 2027 (Europe/London) Time to answer: 7 days Thursday 7 January 2027, 12:30 Thursday 21 January 2027, 12:30 …
        Tom < This is what Mentors will get (Français):
        Tom < Tom, qu’est-ce que la personne que vous accompagnez vous a appris ce mois-ci ?
        Tom < Nothing is saved yet. Shall I keep it? …
        Tom > [Yes, keep it]
        Tom < Noted: “The question of the month” is on. …
        """,
    )


@pytest.mark.parametrize("paused", [True, False])
def test_a_run_that_reaches_nobody_is_told_to_organisers_in_one_line(
    people: Stage, paused: bool
) -> None:
    """Awa was the only mentor: she is on a pause by then, or no mentor any more."""

    def emptied(scope: Scope) -> None:
        mentors = groups.named(scope, "Mentors")
        assert mentors is not None
        groups.remove(scope, mentors.id or 0, [people.id_of("Awa", scope)])

    people.work(_of_mentors, "Inès")
    if paused:
        people.says("Awa", "/pause 2 semaines")
    else:
        people.work(emptied, "Inès")
    people.passes(timedelta(days=1, hours=1))
    told = [each.text for each in people.spoken["dm:Inès"] if "n’a pas eu lieu" in each.text]
    assert len(told) == 1
    (past,) = people.work(lambda scope: rituals.last_runs(scope.connection, scope.community_id))
    assert past.state == "skipped"


TOMORROW = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")


def _of_mentors(scope: Scope) -> None:
    mentors = groups.named(scope, "Mentors")
    assert mentors is not None
    made = Plan(kind="prompt", name="La question", rhythm=TOMORROW, audience=(mentors.id or 0,))
    rituals.plan(scope, made)


def test_a_ritual_that_can_t_even_begin_is_told_to_organisers_once_a_day(people: Stage) -> None:
    def plan(scope: Scope) -> None:
        row = scope.db.get_one(Ritual, rituals.plan(
            scope, Plan(kind="prompt", name="La question", rhythm=TOMORROW, audience=())
        ))  # fmt: skip
        row.rule = "FREQ=NEVER"

    people.work(plan, "Inès")
    people.now += timedelta(days=1, hours=1)
    writer = Writer(people.database)
    for _ in range(3):
        sweep(writer, people.now)
    writer.stop()
    people.settle()
    told = [each.text for each in people.spoken["dm:Inès"] if "La question" in each.text]
    assert ["s’est arrêté" in each for each in told] == [True]


def test_a_ritual_whose_file_is_gone_says_so_in_words(people: Stage) -> None:
    def plan(scope: Scope) -> None:
        row = scope.db.get_one(Ritual, rituals.plan(
            scope, Plan(kind="prompt", name="La question", rhythm=TOMORROW, audience=())
        ))  # fmt: skip
        row.settings = row.settings | {"library": "gone"}

    people.work(plan, "Inès")
    people.passes(timedelta(days=1, hours=1))
    (told,) = [each.text for each in people.spoken["dm:Inès"] if "La question" in each.text]
    assert "n’a rien envoyé cette fois. Ce rituel n’a aucune question à poser" in told


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Europe/Paris", "10h00"), ("Europe/Brussels", "10h00"), ("Africa/Dakar", "9h00, Dakar"),
     ("America/Montreal", "4h00, Montreal"), ("America/Sao_Paulo", "6h00, São Paulo")],
)  # fmt: skip
def test_a_time_of_another_clock_than_the_reader_s_is_marked_with_its_place(
    people: Stage, zone: str, shown: str
) -> None:
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=24", datetime(2026, 11, 24, 9, tzinfo=UTC), zone)
    plan = Plan(kind="prompt", name="La question", rhythm=rhythm)
    people.work(lambda scope: rituals.plan(scope, plan), "Inès")
    for asked in ("/ritual", "/ritual calendar"):
        people.says("Inès", asked)
        lines = people.spoken["dm:Inès"][-1].text.splitlines()
        line = next(each for each in lines if "La question" in each)
        assert f"mardi 24 novembre 2026, {shown}" in line
        assert (", " in line.partition("2026, ")[2].partition("—")[0]) == (", " in shown)
