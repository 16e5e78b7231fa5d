"""Gatherings as people meet them: planned, answered, remembered, changed, told (P17, P19)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from community import guests, hosting, privacy
from community.hosting import Plan
from community.scope import Scope
from conversations.dialogues.hosting import VERBS, meant
from conversations.gathering_fields import venue
from conversations.questions import NotUnderstood
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community, Gathering, Guest, Member, table
from tests.conversations.openings import opening
from tests.nights import without_nights


@opening
def town(stage: Stage) -> Stage:
    """Inès organises; it is Monday 23 November, ten o'clock in Paris."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Ben", locale="en", time_zone="America/Montreal")
    stage.member("Marc")
    stage.work(without_nights)
    return stage


PLANNED = """
Inès > /evenement ajouter
Inès < Parlez-moi de cette rencontre. …
Inès > {title=Atelier CV; when=jeudi 3 décembre à 18h30; zone=; venue=La Cantine, 12 rue des Lilas; minutes=1h30; places=1}
Inès < Voici ce que 4 membres liront, … « Inès vous propose une rencontre. Serez-vous des nôtres ? … » Atelier CV Quand : jeudi 3 décembre à 18:30, à votre heure Où : La Cantine, 12 rue des Lilas Durée : 90 minutes Places : 1 en tout [Envoyer l’invitation] [Ne rien envoyer]
Inès > [Envoyer l’invitation]
Inès < C’est parti : …
1 minute passes
Awa < Inès vous propose une rencontre. … Atelier CV Quand : jeudi 3 décembre à 18:30, … Places : 1 en tout [Je viens] [Peut-être] [Pas cette fois]
Ben < Inès would like to bring people together. Will you come? … Atelier CV When: Thursday 3 December at 12:30 PM, your time Where: La Cantine, … [I’m coming] [Maybe] [Not this time]
Marc < Inès vous propose une rencontre. … [Je viens]
"""


def test_a_gathering_from_its_plan_to_the_replay(town: Stage) -> None:
    play(town, PLANNED)
    play(
        town,
        """
        Awa > [Je viens]
        Awa < Parfait, une place est à vous pour « Atelier CV ». …
        Ben > [I’m coming]
        Ben < All places are taken: you are first on the waiting list. …
        Marc > [Peut-être]
        Marc < C’est noté : peut-être. …
        Inès > /evenement qui vient
        Inès < Voici qui vient. • Atelier CV, jeudi 3 décembre à 18:30 : 1 oui, 1 peut-être, 1 en attente. Oui : Awa.
        Awa > /evenements
        Awa < Viendrez-vous ? … Votre réponse : vous venez [Je viens] [Peut-être] [Pas cette fois]
        Awa > [Pas cette fois]
        Ben < Good news: a place has been freed, and it is yours. … [I’ll keep it] [I’ll leave it]
        Awa < C’est noté, et il n’y a rien à expliquer. … [Oui] [Non merci]
        Awa > [Oui]
        Awa < Entendu, je vous les enverrai …
        Ben > [I’ll keep it]
        Ben < Lovely, see you soon! …
        4 days pass
        Ben < “Atelier CV” is drawing near: Thursday 3 December at 12:30 PM. …
        Marc < « Atelier CV » approche : c’est jeudi 3 décembre à 18:30. Vous aviez dit peut-être …
        6 days pass
        Ben < Soon: “Atelier CV”, Thursday 3 December at 12:30 PM. …
        Marc < C’est bientôt : « Atelier CV », jeudi 3 décembre à 18:30. Vous aviez dit peut-être …
        8 hours pass
        Ben < “Atelier CV” begins shortly: …
        3 hours pass
        Inès < « Atelier CV » est finie. Une personne avait dit oui : est-elle venue ? [Tout le monde était là] [Il manquait du monde]
        Inès > [Tout le monde était là]
        Inès < C’est noté : une personne est venue.
        Inès < 2 personnes auraient aimé venir. … [Oui] [Pas cette fois]
        Inès > [Oui]
        Inès < Que retenir de cette rencontre ?
        Inès > {points=Un CV tient en une page; links=https://exemple.org/cv https://exemple.org/modele}
        Inès < Voici ce que liront les 2 personnes … • Un CV tient en une page Pour aller plus loin : https://exemple.org/cv Pour aller plus loin : https://exemple.org/modele On l’envoie ? [Envoyer] [Reprendre]
        Inès > [Envoyer]
        Inès < C’est envoyé à 2 personnes. …
        1 minute passes
        Awa < Vous n’étiez pas à « Atelier CV » ; voici l’essentiel. • Un CV tient en une page
        Awa < Pour aller plus loin (1 sur 2) :
        Awa < Pour aller plus loin (2 sur 2) :
        Marc < Vous n’étiez pas à « Atelier CV » ; …
        Marc < Pour aller plus loin (1 sur 2) :
        Marc < Pour aller plus loin (2 sur 2) :
    """,
    )
    link = town.spoken["dm:Marc"][-1].outgoing.link
    assert link is not None
    assert link.url == "https://exemple.org/modele"
    assert states(town) == {"Awa": None, "Ben": True, "Marc": None}


def states(stage: Stage) -> dict[str, bool | None]:
    """Who was seen there, by name."""
    guest, member = table(Guest), table(Member)
    query = select(member.c.name, guest.c.attended).join(guest, guest.c.member_id == member.c.id)
    return dict(stage.write(lambda c: [tuple(row) for row in c.execute(query)]))


def meeting(stage: Stage, starts_at: datetime, venue: str = "La Cantine") -> int:
    """A gathering with one place, which Awa has and Marc waits for."""
    wished = Plan(title="Atelier", venue=venue, starts_at=starts_at, minutes=60, places=1)
    made: int = stage.work(lambda scope: hosting.plan(scope, wished), "Inès")
    for who in ("Awa", "Marc"):
        says(stage, who, made, "yes")
    stage.settle()
    return made


def says(stage: Stage, who: str, gathering: int, wish: str) -> None:
    stage.work(lambda scope: guests.answer(scope, gathering, wish), who)
    stage.settle()


def nights(scope: Scope) -> None:
    house = scope.db.get_one(Community, scope.community_id)
    house.quiet_from, house.quiet_until = 21 * 60, 8 * 60


NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts_at", "at_once"),
    [(NIGHT + timedelta(days=8), False), (NIGHT + timedelta(hours=6), True)],
)
def test_a_place_freed_at_night_is_told_in_the_morning_unless_that_is_too_late(
    town: Stage, starts_at: datetime, at_once: bool
) -> None:
    """Nobody is woken for next week's gathering, and nobody misses that of the same morning."""
    town.work(nights)
    made = meeting(town, starts_at)
    town.now = NIGHT
    says(town, "Awa", made, "no")
    heard = [each.text for each in town.heard["dm:Marc"] if "place s’est libérée" in each.text]
    assert bool(heard) == at_once
    town.passes(timedelta(hours=5, minutes=30))
    assert any("place s’est libérée" in each.text for each in town.heard["dm:Marc"])


def test_a_freed_place_goes_to_nobody_who_said_stop(town: Stage) -> None:
    made = meeting(town, NIGHT + timedelta(days=8))
    says(town, "Ben", made, "yes")
    town.says("Marc", "/stop")
    says(town, "Awa", made, "no")
    assert "a place has been freed" in town.heard["dm:Ben"][-1].text
    assert not any("place s’est libérée" in each.text for each in town.heard["dm:Marc"])


def test_a_maybe_is_not_given_the_address(town: Stage) -> None:
    """Neither in a reminder nor in the calendar's entry after a change."""
    address = "https://meet.example.org/abc"
    made = meeting(town, NIGHT + timedelta(days=8, hours=12), venue=address)
    says(town, "Ben", made, "maybe")
    later = Plan(title="Atelier 2", venue=address, starts_at=NIGHT + timedelta(days=8, hours=13),
                 minutes=60, places=1)  # fmt: skip
    town.work(lambda scope: hosting.change(scope, made, later), "Inès")
    town.passes(timedelta(days=9))
    assert any(each.outgoing.link for each in town.heard["dm:Awa"]), "who comes is"
    texts = [each.text for each in town.heard["dm:Ben"]]
    assert any("drawing near" in each for each in texts)
    assert not any(each.outgoing.link or each.outgoing.file for each in town.heard["dm:Ben"])
    assert not any("begins shortly" in each for each in texts), "it is full"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("zoom.us/j/123?pwd=secret", "https://zoom.us/j/123?pwd=secret"),
        (" meet.google.com/abc-defg ", "https://meet.google.com/abc-defg"),
        ("https://zoom.us/j/1", "https://zoom.us/j/1"),
        ("La Cantine (lacantine.fr), 12/14 av.Foch", "La Cantine (lacantine.fr), 12/14 av.Foch"),
    ],
)  # fmt: skip
def test_a_room_without_https_is_one_and_a_house_is_none(written: str, read: str) -> None:
    """It was taken for words, and went to everybody with its password."""
    assert venue(written) == read


def test_a_room_among_other_words_is_asked_for_alone() -> None:
    with pytest.raises(NotUnderstood):
        venue("Zoom : zoom.us/j/123?pwd=secret")


def test_one_who_is_erased_closes_nobody_elses_form(town: Stage) -> None:
    """Inès is half way through planning when Awa, who has nothing to do with it, is erased."""
    town.says("Inès", "/evenement ajouter")
    town.work(privacy.erase, "Awa")
    town.heard.clear()
    town.fills("Inès", title="Atelier", when="jeudi à 18h30", zone="", venue="Ici", minutes="45",
               places="2")  # fmt: skip
    play(town, "Inès < Voici ce que 3 membres liront, …")


def test_what_cannot_be_is_said_in_one_line_and_nothing_is_saved(town: Stage) -> None:
    play(
        town,
        """
        Inès > /evenement ajouter
        Inès < Parlez-moi de cette rencontre. …
        Inès > {title=A; when=jeudi 14 janvier 2020 à 9h; zone=Europe/Paris; venue=B; minutes=; places=}
        Inès < Presque ! Il reste à revoir : Quand ? : Ce moment est déjà passé. Choisissez un jour et une heure à venir.
        Inès > {title=A; when=jeudi 14 janvier à 9h; zone=Mars; venue=B; minutes=; places=0}
        Inès < Presque ! Il reste à revoir : Fuseau horaire ou ville : Je ne connais pas ce lieu. … Nombre de places : Il faut au moins une place, …
        Inès > {title=A; when=demain; zone=Europe/Paris; venue=voir https://x; minutes=des heures; places=2}
        Inès < Presque ! … Quand ? : Il me faut un jour et une heure, … Où ? : Je ne reconnais pas cette adresse. … Durée : Je n’ai pas compris la durée. …
        Inès > {title=A; when=demain à 9h; zone=Europe/Paris; venue=B; minutes=; places=}
        Inès < Voici ce que 4 membres liront, … [Envoyer l’invitation] [Ne rien envoyer]
        Inès > [Ne rien envoyer]
        Inès < Très bien, rien n’est enregistré et rien n’est parti.
        Awa > /gathering add
        Awa < Cela demande un rôle que vous n’avez pas. …
        Awa > /evenements
        Awa < Aucune rencontre n’est prévue pour le moment. …
    """,
    )
    assert town.write(lambda c: c.execute(select(table(Gathering))).all()) == []


def test_the_hour_may_be_that_of_another_time_zone(town: Stage) -> None:
    play(
        town,
        """
        Inès > /gathering add
        Inès < Parlez-moi …
        Inès > {title=A; when=3/12 à 18h; zone=Dakar; venue=https://visio.example/salle; minutes=45; places=}
        Inès < Voici ce que 4 membres … Quand : jeudi 3 décembre à 19:00, à votre heure Où : en ligne ; …
        Inès > [Envoyer l’invitation]
        Inès < C’est parti : …
        1 minute passes
        Awa < Inès vous propose une rencontre. … Où : en ligne ; l’adresse est donnée à qui vient Durée : 45 minutes
        Ben < Inès would like … at 1:00 PM, your time …
        Marc < Inès vous propose …
        Awa > [Je viens]
        Awa < Parfait, une place est à vous …
    """,
    )
    assert "visio.example" not in repr(town.spoken["dm:Marc"])
    link = town.spoken["dm:Awa"][-1].outgoing.link
    assert link is not None
    assert link.url == "https://visio.example/salle"


def test_who_counts_on_it_hears_of_a_change_and_of_the_end(town: Stage) -> None:
    play(town, PLANNED)
    play(
        town,
        """
        Awa > [Je viens]
        Awa < Parfait, …
        Ben > [Maybe]
        Ben < Noted: maybe. …
        Marc > [Pas cette fois]
        Marc < C’est noté, …
        Marc > [Non merci]
        Marc < Très bien. À une prochaine fois !
        Inès > /evenement modifier
        Inès < Qu’est-ce qui change ? … [Titre] [Quand ?] [Où ?] [Durée] [Nombre de places]
        Inès > [Quand]
        Inès < Que mettre à la place ?
        Inès > {when=hier à 9h}
        Inès < Presque ! Il reste à revoir : Quand ? : Ce moment est déjà passé. …
        Inès > vendredi 4 décembre à 12h
        Inès < Voici la rencontre telle qu’elle serait. … Quand : vendredi 4 décembre à 12:00, … [Changer] [Laisser comme avant]
        Inès > [Changer]
        Awa < « Atelier CV » a changé. … Quand : vendredi 4 décembre à 12:00, …
        Ben < “Atelier CV” has changed. … When: Friday 4 December at 6:00 AM, …
        Inès < C’est changé, et dit à qui comptait dessus.
        Inès > /evenement annuler
        Inès < Annuler « Atelier CV », prévue vendredi 4 décembre à 12:00 ? … [Annuler la rencontre] [La garder]
        Inès > [Annuler la rencontre]
        Awa < « Atelier CV », prévue vendredi 4 décembre à 12:00, n’aura pas lieu. …
        Ben < “Atelier CV”, planned for Friday 4 December at 6:00 AM, will not take place. …
        Inès < C’est annulé. Les 2 personnes qui comptaient venir en sont informées.
        12 days pass
    """,
    )


def test_calendars_keep_one_entry_through_a_change_and_the_end(town: Stage) -> None:
    play(town, PLANNED)
    town.taps("Awa", "Je viens")
    town.says("Inès", "/gathering change")
    town.taps("Inès", "Durée")
    town.fills("Inès", minutes="2h")
    town.taps("Inès", "Changer")
    town.says("Inès", "/gathering cancel")
    town.taps("Inès", "Annuler la rencontre")
    files = [each.outgoing.file for each in town.spoken["dm:Awa"] if each.outgoing.file]
    calendars = [Calendar.from_ical(each.content) for each in files]
    events = [each.walk("VEVENT")[0] for each in calendars]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2]
    assert [str(each["METHOD"]) for each in calendars] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert events[1].decoded("DTEND") == datetime(2026, 12, 3, 19, 30, tzinfo=UTC)


def test_reminders_before_the_answer_are_skipped(town: Stage) -> None:
    play(town, PLANNED)
    play(
        town,
        """
        9 days pass
        9 hours pass
        Awa > [Je viens]
        Awa < Parfait, …
        23 hours pass
        Awa < « Atelier CV » commence dans peu de temps : …
    """,
    )


def test_who_stopped_everything_is_not_reminded(town: Stage) -> None:
    play(town, PLANNED)
    play(
        town,
        """
        Awa > [Je viens]
        Awa < Parfait, …
        Awa > stop
        Awa < Entendu : …
        11 days pass
        Inès < « Atelier CV » est finie. …
    """,
    )


def test_who_is_paused_is_not_invited_and_finds_it_all_the_same(town: Stage) -> None:
    town.says("Awa", "/stop")
    town.heard.clear()
    play(town, PLANNED.replace("4 membres", "3 membres").replace("Awa <", "# Awa <"))
    play(town, "Awa > /evenements\nAwa < Viendrez-vous ? … [Je viens]")


def test_it_is_over_for_who_answers_too_late(town: Stage) -> None:
    play(town, PLANNED)
    play(
        town,
        """
        11 days pass
        Awa > [Je viens]
        Awa < C’est trop tard pour cela : …
    """,
    )


@pytest.mark.parametrize("said", [
    "Inès > [Il manquait du monde]\nInès < Qui manquait ? [Awa] [Ben] [Marc]\nInès > [Ben]",
    "Inès > tous sauf Karim\nInès < Je ne vois personne de ce nom …\nInès > tous sauf ben",
])  # fmt: skip
def test_who_was_missing_is_said_and_sent_the_replay(town: Stage, said: str) -> None:
    play(town, PLANNED.replace("places=1", "places=").replace("Places : 1 en tout", "…"))
    for who, label in (("Awa", "Je viens"), ("Ben", "I’m coming"), ("Marc", "Je viens")):
        town.taps(who, label)
    town.passes(datetime(2026, 12, 4, tzinfo=UTC) - town.now)
    town.heard.clear()
    play(
        town,
        f"""
        {said}
        Inès < C’est noté : 2 personnes sont venues.
        Inès < Une personne aurait aimé venir. …
        Inès > [Pas cette fois]
        Inès < Très bien. Merci pour cette rencontre !
        Inès > /gathering attendance
        Inès < Il n’y a pas de rencontre récente à raconter.
    """,
    )
    assert states(town) == {"Awa": True, "Ben": False, "Marc": True}


def test_another_organiser_is_asked_when_the_host_is_none_any_more(town: Stage) -> None:
    play(town, PLANNED)
    town.member("Paul", role="organiser")
    town.taps("Awa", "Je viens")
    inès = table(Member).c.name == "Inès"
    town.write(lambda c: c.execute(table(Member).update().where(inès).values(role="member")))
    town.passes(datetime(2026, 12, 4, tzinfo=UTC) - town.now)
    town.heard.clear()
    play(
        town,
        """
        Paul > [Tout le monde était là]
        Paul < C’est noté : une personne est venue.
        Paul < Personne ne manquait : …
    """,
    )


def test_the_role_is_needed_when_it_is_carried_out(town: Stage) -> None:
    play(
        town,
        """
        Inès > /gathering add
        Inès < Parlez-moi …
        Inès > {title=A; when=demain à 9h; zone=Europe/Paris; venue=B; minutes=; places=}
        Inès < Voici ce que 4 membres …
    """,
    )
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(town, "Inès > [Envoyer l’invitation]\nInès < Cela demande un rôle que vous n’avez pas. …")
    assert town.write(lambda c: c.execute(select(table(Gathering))).all()) == []


def test_where_no_form_can_be_shown_everything_is_asked_one_by_one(town: Stage) -> None:
    town.forms = False
    play(
        town,
        """
        Inès > /gathering
        Inès < Que voulez-vous faire ? [Proposer une rencontre] [Changer] [Annuler] [Voir qui vient] [Raconter]
        Inès > 1
        Inès < Parlez-moi de cette rencontre. Rien ne part avant que vous l’ayez relue.
        Inès < Titre
        Inès > Café
        Inès < Quand ?
        Inès > demain
        Inès < Il me faut un jour et une heure, …
        Inès > demain à 9h
        Inès < Fuseau horaire ou ville [Passer]
        Inès > [Passer]
        Inès < Où ?
        Inès > Chez nous
        Inès < Durée [Passer]
        Inès > [Passer]
        Inès < Nombre de places [Passer]
        Inès > 0
        Inès < Il faut au moins une place, …
        Inès > 1
        Inès < Voici ce que 4 membres liront, … Café Quand : mardi 24 novembre à 09:00, … Durée : 60 minutes Places : 1 en tout …
    """,
    )


def test_where_no_form_can_be_shown_what_is_wrong_is_told_and_asked_again(town: Stage) -> None:
    play(town, PLANNED)
    town.forms = False
    play(
        town,
        """
        Inès > /gathering add
        Inès < Parlez-moi …
        Inès < Titre
        Inès > Café
        Inès < Quand ?
        Inès > hier à 9h
        Inès < Ce moment est déjà passé. Choisissez un jour et une heure à venir.
        Inès > aujourd’hui à 8h
        Inès < Fuseau horaire ou ville [Passer]
        Inès > [Passer]
        Inès < Où ?
        Inès > Chez nous
        Inès < Durée [Passer]
        Inès > [Passer]
        Inès < Nombre de places [Passer]
        Inès > [Passer]
        Inès < Ce moment est déjà passé. Choisissez un jour et une heure à venir. …
        Inès < Quand ?
        Inès > vendredi 8 décembre à 9h
        Inès < Cette date est un autre jour de la semaine : c’est le mardi 8 décembre. …
        Inès > jeudi dans deux semaines à 9h
        Inès < Voici ce que 4 membres liront, … Café Quand : jeudi 10 décembre à 09:00, …
        Inès > [Ne rien envoyer]
        Inès < Très bien, …
        Inès > /gathering change
        Inès < Qu’est-ce qui change ? …
        Inès > Quand ?
        Inès < Que mettre à la place ?
        Inès < Quand ?
        Inès > hier à 9h
        Inès < Ce moment est déjà passé. …
        Inès > vendredi à 9h
        Inès < …
        """,
    )


@pytest.mark.parametrize(
    ("words", "heard"),
    [("oui je viens", "une place est à vous"), ("jviens", "une place est à vous"),
     ("finalement non", "il n’y a rien à expliquer"), ("je ne peux pas", "rien à expliquer"),
     ("jeudi je peux pas désolée", "rien à expliquer"),
     ("oui si je trouve une garde pour les enfants", "peut-être. Rien ne presse"),
     ("je viens avec une amie", "une place est à vous")],
)  # fmt: skip
def test_whether_one_comes_can_be_typed(town: Stage, words: str, heard: str) -> None:
    play(town, PLANNED)
    town.says("Awa", words)
    assert heard in town.spoken["dm:Awa"][-1].text


def test_a_group_can_be_invited_alone(town: Stage) -> None:
    from community import groups

    def make(scope: Scope) -> None:
        for name, people in (("Lyon", ["Marc"]), ("Dakar", [])):
            group = groups.make(scope, name)
            groups.add(scope, group.id or 0, [town.id_of(each, scope) for each in people])

    town.work(make, "Inès")
    play(
        town,
        """
        Inès > /gathering add
        Inès < À qui s’adresse cette rencontre ? [Toute la communauté] [Dakar] [Lyon]
        Inès > [Dakar]
        Inès < Personne n’est dans ces groupes pour le moment : … [Toute la communauté] [Dakar] [Lyon]
        Inès > [Lyon]
        Inès < Parlez-moi …
        Inès > {title=A; when=demain à 19h; zone=Europe/Paris; venue=B; minutes=; places=}
        Inès < Une seule personne lira ceci, …
        Inès > [Envoyer l’invitation]
        Inès < C’est parti : …
        1 minute passes
        Marc < Inès vous propose une rencontre. …
        Awa > /evenements
        Awa < Aucune rencontre n’est prévue …
    """,
    )


@pytest.mark.parametrize(
    ("words", "verb"),
    [("ajouter", "add"), ("Présences", "attendance"), ("LIST", "list"), ("annuler", "cancel"),
     ("call off", "cancel"), ("qui vient", "list"), ("danser", ""), ("", "")],
)  # fmt: skip
def test_what_an_organiser_wants_is_understood_in_any_language(words: str, verb: str) -> None:
    assert meant(words) == verb
    assert all(meant(each) == each for each in VERBS)
