"""Places and the waiting list of a gathering: first come, first served, whatever happens (P19)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from community import (
    digests,
    gatherings,
    groups,
    guests,
    hosting,
    library,
    merging,
    partings,
    privacy,
    rituals,
)
from community.hosting import Plan, WrongPlan
from community.members import NotAllowed
from community.recurrence import Rhythm
from community.scope import Scope
from community.transitions import WrongState
from conversations.language import render
from conversations.previews import samples
from conversations.rhythms import read_rhythm
from conversations.testing import MONDAY, Stage
from storage.tables import Audit, Gathering, Guest, Inbox, Member, table

IN_TEN_DAYS = MONDAY + timedelta(days=10)
NAMES = ("Awa", "Marc", "Zoé", "Ida", "Omar", "Léa")


def plan(places: int | None = None, starts_at: datetime = IN_TEN_DAYS) -> Plan:
    return Plan(title="Atelier", venue="Ici", starts_at=starts_at, minutes=60, places=places)


def town(url: str) -> Stage:
    stage = Stage(url=url)
    stage.member("Inès", role="organiser")
    for name in NAMES:
        stage.member(name)
    return stage


@pytest.fixture
def here(database_url: str) -> Iterator[Stage]:
    """A few members and their organiser, on both databases."""
    stage = town(database_url)
    yield stage
    stage.restart()


def planned(stage: Stage, places: int | None = None) -> int:
    found: int = stage.work(lambda scope: hosting.plan(scope, plan(places)), "Inès")
    return found


def says(stage: Stage, who: str, gathering_id: int, wish: str) -> str:
    reply = stage.work(lambda scope: guests.answer(scope, gathering_id, wish), who)
    return str(reply.state)


def standing(stage: Stage, gathering_id: int) -> dict[str, list[str]]:
    """Who is in which state, in the order of their numbers."""
    guest, member = table(Guest), table(Member)
    query = (
        select(member.c.name, guest.c.state)
        .join(member, member.c.id == guest.c.member_id)
        .where(guest.c.gathering_id == gathering_id)
        .order_by(guest.c.turn)
    )
    found: dict[str, list[str]] = {"yes": [], "waiting": [], "maybe": [], "no": []}
    for name, state in stage.write(lambda c: c.execute(query).all()):
        found[state].append(name)
    return found


def told(stage: Stage, about: str) -> list[str]:
    """To whom the bot is about to say this."""
    inbox = table(Inbox)
    rows = stage.write(lambda c: c.execute(select(inbox).order_by(inbox.c.id)).all())
    return [row.sender for row in rows
            if row.payload and row.payload.get("data", {}).get("dialogue") == about]  # fmt: skip


def test_places_go_to_who_came_first_and_the_others_wait_in_line(here: Stage) -> None:
    one = planned(here, 2)
    states = [says(here, name, one, "yes") for name in ("Marc", "Awa", "Zoé", "Ida")]
    assert states == ["yes", "yes", "waiting", "waiting"]
    assert says(here, "Zoé", one, "yes") == "waiting", "asking again moves nobody"
    assert says(here, "Marc", one, "no") == "no"
    found = standing(here, one)
    assert (found["yes"], found["waiting"]) == (["Awa", "Zoé"], ["Ida"])
    assert told(here, "place-freed") == ["Zoé"]


def test_who_gives_a_freed_place_up_passes_it_on_and_goes_behind(here: Stage) -> None:
    one = planned(here, 1)
    for name in ("Marc", "Awa", "Zoé"):
        says(here, name, one, "yes")
    says(here, "Marc", one, "maybe")
    says(here, "Awa", one, "no")
    assert standing(here, one)["yes"] == ["Zoé"]
    assert says(here, "Awa", one, "yes") == "waiting"
    assert told(here, "place-freed") == ["Awa", "Zoé"]


def test_more_places_go_to_who_waits_and_fewer_than_taken_are_refused(here: Stage) -> None:
    one = planned(here, 1)
    for name in NAMES[:4]:
        says(here, name, one, "yes")
    here.work(lambda scope: hosting.change(scope, one, plan(3)), "Inès")
    assert standing(here, one)["waiting"] == ["Ida"]
    with pytest.raises(WrongPlan, match="taken"):
        here.work(lambda scope: hosting.change(scope, one, plan(2)), "Inès")
    assert len(standing(here, one)["yes"]) == 3
    here.work(lambda scope: hosting.change(scope, one, plan(None)), "Inès")
    assert standing(here, one)["waiting"] == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [(plan(0), "places"), (plan(-1), "places"), (plan(starts_at=MONDAY), "past"),
     (plan(starts_at=MONDAY - timedelta(days=1)), "past"),
     (plan(starts_at=MONDAY + timedelta(days=400)), "far"),
     (Plan(title="A", venue="B", starts_at=IN_TEN_DAYS, minutes=1, audience=[99]), "nobody")],
)  # fmt: skip
def test_what_cannot_take_place_is_not_saved(here: Stage, wrong: Plan, why: str) -> None:
    with pytest.raises(WrongPlan, match=why):
        here.work(lambda scope: hosting.plan(scope, wrong), "Inès")
    assert here.write(lambda c: c.execute(select(table(Gathering))).all()) == []


def test_only_organisers_hold_gatherings(here: Stage) -> None:
    one = planned(here)
    for job in (
        lambda scope: hosting.plan(scope, plan()), lambda scope: hosting.cancel(scope, one),
        lambda scope: hosting.change(scope, one, plan()), lambda scope: hosting.listed(scope),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            here.work(job, "Awa")


def test_nobody_answers_what_has_begun_or_was_called_off(here: Stage) -> None:
    one, other = planned(here), planned(here)
    here.work(lambda scope: hosting.cancel(scope, other), "Inès")
    with pytest.raises(WrongState):
        says(here, "Awa", other, "yes")
    here.now = IN_TEN_DAYS
    with pytest.raises(WrongState):
        says(here, "Awa", one, "yes")
    with pytest.raises(WrongState):
        here.work(lambda scope: hosting.cancel(scope, other), "Inès")


def test_who_leaves_leaves_their_place(here: Stage) -> None:
    one = planned(here, 1)
    for name in ("Marc", "Awa"):
        says(here, name, one, "yes")
    here.work(lambda scope: partings.leave(scope, here.id_of("Marc", scope)), "Marc")
    assert standing(here, one)["yes"] == ["Awa"]
    guest = table(Guest)
    due = here.write(lambda c: c.execute(select(guest.c.due_at).order_by(guest.c.id)).scalars())
    assert [each is None for each in due] == [True, False]


def test_two_who_become_one_take_one_place(here: Stage) -> None:
    one = planned(here, 2)
    for name in ("Marc", "Awa", "Zoé"):
        says(here, name, one, "yes")

    def merge(scope: Scope) -> None:
        marc, awa = here.id_of("Marc", scope), here.id_of("Awa", scope)
        merging._clear(scope, goes=awa, stays=marc)
        merging._hand_over(scope, goes=awa, stays=marc)

    here.work(merge)
    assert standing(here, one)["yes"] == ["Marc", "Zoé"]


def test_the_words_of_who_is_erased_go_with_them_and_guests_hear_of_it(here: Stage) -> None:
    one = planned(here)
    says(here, "Awa", one, "yes")
    here.work(privacy.erase, "Inès")
    row = here.write(lambda c: c.execute(select(table(Gathering))).one())
    assert (row.state, row.title, row.venue) == ("cancelled", "", "")
    assert told(here, "gathering-cancelled") == ["Awa"]


def test_every_step_is_audited(here: Stage) -> None:
    one = planned(here, 1)
    for who, wish in (("Marc", "yes"), ("Awa", "yes"), ("Marc", "no")):
        says(here, who, one, wish)
    here.work(lambda scope: hosting.cancel(scope, one), "Inès")
    audit = table(Audit)
    rows = here.write(lambda c: c.execute(select(audit).order_by(audit.c.id)).all())
    moves = [(row.subject, row.before, row.after) for row in rows
             if row.subject in {"gathering", "guest"}]  # fmt: skip
    assert moves == [
        ("gathering", "", "planned"), ("guest", "", "yes"), ("guest", "", "waiting"),
        ("guest", "yes", "no"), ("guest", "waiting", "yes"), ("gathering", "planned", "cancelled"),
    ]  # fmt: skip


def test_upcoming_are_those_of_ones_own_groups_and_answers(here: Stage) -> None:
    def found(name: str) -> list[str]:
        def ask(scope: Scope) -> list[str]:
            member_id = here.id_of(name, scope)
            seen = gatherings.upcoming_for(scope.connection, member_id, scope.now)
            return [each.title for each in seen]

        titles: list[str] = here.work(ask)
        return titles

    def hold(scope: Scope) -> int:
        group = groups.make(scope, "Lyon")
        groups.add(scope, group.id or 0, [here.id_of("Awa", scope)])
        wished = Plan(title="Lyon", venue="B", starts_at=IN_TEN_DAYS - timedelta(days=1),
                      minutes=1, audience=[group.id or 0])  # fmt: skip
        return hosting.plan(scope, wished)

    planned(here)
    only_lyon = here.work(hold, "Inès")
    assert found("Awa") == ["Lyon", "Atelier"]
    assert found("Marc") == ["Atelier"]
    says(here, "Marc", only_lyon, "maybe")
    assert found("Marc") == ["Lyon", "Atelier"]
    here.now = IN_TEN_DAYS - timedelta(hours=1)
    assert found("Awa") == ["Atelier"]


# Many at once


class Line:
    """What the places and the waiting list have to be, in the plainest way."""

    def __init__(self, places: int) -> None:
        self.places, self.line = places, list[str]()

    def says(self, who: str, wish: str) -> None:
        if wish != "yes":
            self.line = [each for each in self.line if each != who]
        elif who not in self.line:
            self.line.append(who)

    def standing(self) -> dict[str, list[str]]:
        return {"yes": self.line[: self.places], "waiting": self.line[self.places :]}


ANSWERS = st.tuples(st.sampled_from(NAMES[:5]), st.sampled_from(["yes", "yes", "maybe", "no"]))
STEPS = st.one_of(ANSWERS, st.just("the first goes"), st.integers(1, 3))
"""What somebody says, or how many places there are from now on."""


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    places=st.integers(1, 2), first=st.permutations(NAMES[:5]),
    then=st.lists(STEPS, min_size=4, max_size=12),
)  # fmt: skip
def test_whatever_people_do_places_are_those_of_the_first(
    here: Stage, places: int, first: list[str], then: list[tuple[str, str] | int | str]
) -> None:
    """Everybody says yes, in some order; then they go and come back as they like."""
    one, line = planned(here, places), Line(places)
    for step in [*((who, "yes") for who in first), *then]:
        if isinstance(step, int):
            _limit(here, one, line, step)
        elif isinstance(step, tuple) or line.line:
            who, wish = step if isinstance(step, tuple) else (line.line[0], "no")
            says(here, who, one, wish)
            line.says(who, wish)
        found = standing(here, one)
        assert {key: found[key] for key in ("yes", "waiting")} == line.standing()


def _limit(stage: Stage, one: int, line: Line, places: int) -> None:
    """Another number of places; fewer than are taken are refused, and change nothing."""
    if places < len(line.standing()["yes"]):
        with pytest.raises(WrongPlan, match="taken"):
            stage.work(lambda scope: hosting.change(scope, one, plan(places)), "Inès")
    else:
        stage.work(lambda scope: hosting.change(scope, one, plan(places)), "Inès")
        line.places = places


PEOPLE, PLACES = 24, 7


def test_who_answers_at_the_same_moment_gets_no_place_twice(
    database_url: str, new_database: Callable[[str], str]
) -> None:
    """Each answers in a transaction and a connection of their own, all set off together."""
    stage = town(database_url)
    crowd = [f"P{n}" for n in range(PEOPLE)]
    for name in crowd:
        stage.member(name)
    one = planned(stage, PLACES)
    _together([partial(_press, stage, name, one, "yes") for name in crowd])
    first = standing(stage, one)
    assert len(first["yes"]) == PLACES
    assert len(first["waiting"]) == PEOPLE - PLACES
    # Everybody who came goes, while everybody who waits asks again.
    leaving = [partial(_press, stage, name, one, "no") for name in first["yes"]]
    asking = [partial(_press, stage, name, one, "yes") for name in first["waiting"]]
    _together(leaving + asking)
    then = standing(stage, one)
    assert then["yes"] == first["waiting"][:PLACES], "in the order in which they came"
    assert sorted(then["no"]) == sorted(first["yes"])
    assert sorted(told(stage, "place-freed")) == sorted(then["yes"]), "each is told once"
    numbers = stage.write(lambda c: c.execute(select(table(Guest).c.turn)).scalars().all())
    assert len(set(numbers)) == PEOPLE
    stage.restart()


def _press(stage: Stage, name: str, gathering_id: int, wish: str) -> None:
    says(stage, name, gathering_id, wish)


def _together(jobs: Sequence[Callable[[], None]]) -> None:
    """Do them in threads of their own that wait for one another before they begin."""
    gate, faults = threading.Barrier(len(jobs)), list[BaseException]()

    def run(job: Callable[[], None]) -> None:
        gate.wait()
        try:
            job()
        except BaseException as fault:  # noqa: BLE001 - handed on to the test below
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert faults == []


# As a ritual


MONTHLY = Rhythm("FREQ=MONTHLY;BYDAY=1MO", datetime(2026, 12, 7, 8, tzinfo=UTC), "Europe/Paris")


def test_a_ritual_plans_one_at_each_run_in_its_own_time_zone(here: Stage) -> None:
    wished = rituals.Plan(
        kind="gathering", name="Déjeuner", rhythm=MONTHLY,
        settings={"title": "Déjeuner", "venue": "Ici", "days": 10, "hour": "12:30"},
    )  # fmt: skip
    here.work(lambda scope: rituals.plan(scope, wished), "Inès")
    (sample,) = here.work(lambda scope: samples(scope, wished), "Inès")
    assert sample.card is not None
    told = [sample.text, sample.card.title, *sample.card.lines]
    shown = "\n".join(render(each, "fr", "Europe/Paris") for each in told)
    assert "Inès vous propose une rencontre" in shown
    assert "jeudi 17 décembre à 12:30" in shown
    here.passes(timedelta(days=60))
    rows = here.write(lambda c: c.execute(select(table(Gathering))).all())
    assert [row.starts_at.strftime("%d/%m %H:%M") for row in rows] == ["17/12 11:30", "14/01 11:30"]
    assert sum("Inès" in each.text for each in here.spoken["dm:Awa"]) == len(rows)


@pytest.mark.parametrize("name", ["lunch", "peer-solving", "webinar", "capsule"])
def test_what_the_library_has_ready_can_be_planned(here: Stage, name: str) -> None:
    ready = library.ready()[name]
    wished = rituals.Plan(
        kind=ready.kind, name=ready.name["fr"], settings=dict(ready.settings),
        rhythm=read_rhythm(ready.rhythm["fr"], here.now, "Europe/Paris"),
    )  # fmt: skip
    here.work(lambda scope: rituals.plan(scope, wished), "Inès")
    here.passes(timedelta(days=35))
    rows = here.write(lambda c: c.execute(select(table(Gathering))).all())
    assert {row.title for row in rows} == {ready.settings["title"]["fr"]}
    assert all(row.starts_at > row.changed_at for row in rows)


def test_a_digest_names_what_is_coming_for_all_who_read_it(here: Stage) -> None:
    def hold(scope: Scope) -> int:
        group = groups.make(scope, "Lyon")
        groups.add(scope, group.id or 0, [here.id_of("Awa", scope)])
        wished = replace(plan(), title="Entre Lyonnais", audience=[group.id or 0])
        hosting.plan(scope, wished)
        return group.id or 0

    def named(audience: list[int]) -> list[str]:
        def read(scope: Scope) -> list[str]:
            found = digests.contents(scope, scope.now, audience)
            return digests.read(scope, found).get("gatherings", [])

        titles: list[str] = here.work(read)
        return titles

    lyon = here.work(hold, "Inès")
    assert named([]) == []
    planned(here)
    assert named([]) == ["Atelier"]
    assert sorted(named([lyon])) == ["Atelier", "Entre Lyonnais"]


# What is left of somebody


CANARY = "kanarivogel"


@pytest.mark.parametrize("who", ["Inès", "Awa"])
def test_an_erasure_leaves_nothing_of_a_host_or_of_a_guest(
    new_database: Callable[[str], str], who: str
) -> None:
    """Invitations and lists stand open with others, and the organiser is asked who came."""
    stage, member = town(new_database("sqlite")), table(Member)
    named = member.update().where(member.c.name == who).values(name=CANARY)
    stage.write(lambda c: c.execute(named))
    words = CANARY if who == "Inès" else "Atelier"
    for days in (10, 30):
        wished = Plan(title=words, venue=words, starts_at=MONDAY + timedelta(days=days), minutes=60)
        stage.work(partial(hosting.plan, wished=wished), "Inès")
    stage.passes(timedelta(minutes=1))
    says(stage, "Awa", 1, "yes")
    stage.passes(timedelta(days=11))
    stage.taps("Inès", "Il manquait")
    assert CANARY in repr(stage.spoken["dm:Inès" if who == "Awa" else "dm:Marc"])
    stage.says("Marc", "/gatherings")
    stage.says(who, "/mydata")
    for _ in range(2):
        stage.taps(who, "Tout effacer")
    assert stage.spoken[f"dm:{who}"][-1].text.startswith("C’est fait")
    stage.restart()
    file = Path(stage.url.removeprefix("sqlite:///"))
    left = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert CANARY.encode() not in left
