"""`passerelle ritual …`: planning from the command line, every date and message shown first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.inside import inside
from bot.terminal import settings
from community import groups, library
from community.scope import Scope
from tests.bot.conftest import Command

TABLE = "id,name,locale,role\nines,Inès,fr,organiser\nawa,Awa,fr,member\nzoe,Zoé,en,member\n"
NONE = "No ritual is planned. To choose a ready one: /ritual add"


@pytest.fixture(autouse=True)
def library_as_it_is() -> Iterator[None]:
    """What one test adds to the library is not there for the next."""
    yield
    library.learn(None)


@pytest.fixture
def town(run: Command) -> Command:
    Path("in.csv").write_text(TABLE, encoding="utf-8")
    assert run("import", "in.csv").code == 0
    return run


@pytest.fixture
def grouped(run: Command) -> Command:
    """Nine people, of whom some mentor and some are of Lyon."""
    people = "".join(f"m{n},M{n},fr,member\n" for n in range(8))
    Path("in.csv").write_text(f"{TABLE}{people}", encoding="utf-8")
    assert run("import", "in.csv").code == 0

    def gather(scope: Scope, _space: int) -> None:
        everybody = groups.members_of(scope.connection, scope.community_id, [])
        for name, who in (("Mentors", everybody[:5]), ("Lyon", everybody[5:])):
            groups.add(scope, groups.make(scope, name).id or 0, who)

    inside(settings(), gather)
    return run


def test_a_season_is_planned_shown_and_exported(town: Command) -> None:
    added = town("ritual", "add", "monthly-question", "--rhythm", "first Monday at 9", "--yes")
    assert added.code == 0, added.err
    assert "This is what everyone will get (Français):" in added.out
    assert "which small win of this month deserves to be told?" in added.out
    assert "Noted: “The question of the month” is on." in added.out
    assert "• The question of the month, for everyone (on): Monday" in town("ritual", "list").out
    assert len(town("ritual", "calendar").lines) in {2, 3}
    assert town("ritual", "calendar", "--ics", "rituals.ics").code == 0
    events = Calendar.from_ical(Path("rituals.ics").read_bytes()).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == ["The question of the month"]
    assert events[0]["rrule"].to_ical() == b"FREQ=MONTHLY;BYDAY=1MO"
    assert events[0]["dtstart"].params["TZID"] == "Europe/Paris"


def test_one_is_paused_resumed_skipped_and_archived(town: Command) -> None:
    town("ritual", "add", "welcome-week", "--yes")
    assert "(paused)" in town("ritual", "pause", "welcome").out
    assert "(on)" in town("ritual", "resume", "welcome").out
    assert "(on)" in town("ritual", "skip", "welcome").out
    assert town("ritual", "last").lines[0].endswith("The welcome week: skipped")
    assert "archived" in town("ritual", "archive", "welcome").out
    assert town("ritual", "list").lines == [
        "No ritual is planned. To choose a ready one: /ritual add"
    ]


def test_the_rhythm_is_changed_in_french_words(town: Command) -> None:
    town("ritual", "add", "digest", "--yes")
    done = town("ritual", "change", "news", "--rhythm", "un jeudi sur deux à midi")
    assert done.code == 0
    assert "every 2 weeks on Thursday at 12:00" in done.out


def test_nothing_is_kept_unless_it_is_wanted(town: Command) -> None:
    town("ritual", "add", "digest")
    assert town("ritual", "list").lines == [
        "No ritual is planned. To choose a ready one: /ritual add"
    ]


def test_days_without_rituals_are_kept(town: Command) -> None:
    assert town("ritual", "holidays", "05-01", "2027-05-06").lines == ["05-01 2027-05-06"]
    assert town("ritual", "holidays").lines == ["05-01 2027-05-06"]


def test_a_day_that_is_added_replaces_none_and_can_be_taken_out(town: Command) -> None:
    town("ritual", "holidays", "25 December")
    assert town("ritual", "holidays", "1 May").lines == ["05-01 12-25"]
    assert town("ritual", "holidays", "25 December", "--remove").lines == ["05-01"]


def test_the_zone_alone_is_changed_and_the_hours_stay(town: Command) -> None:
    town("ritual", "add", "digest", "--rhythm", "every Monday at 9", "--yes")
    done = town("ritual", "change", "news", "--zone", "Asia/Tokyo")
    assert done.code == 0
    assert "every Monday at 9:00" in done.out
    assert "(Asia/Tokyo)" in done.out


def test_a_round_is_planned_with_all_its_choices_and_changed(grouped: Command) -> None:
    added = grouped(
        "ritual", "add", "coffee", "--size", "3", "--days", "30", "--mix", "Mentors, Lyon",
        "--apart", "Lyon", "--late", "skip", "--yes",
    )  # fmt: skip
    assert added.code == 0, added.err
    for line in (
        "In threes", "Time to meet: 30 days", "Brought together where possible: Mentors and Lyon",
        "The members of Lyon don’t meet each other", "No: skip it, and tell us",
    ):  # fmt: skip
        assert line in added.lines
    changed = grouped("ritual", "change", "coffees", "--size", "2", "--mix", "-", "--late", "24",
                      "--name", "Cafés")  # fmt: skip
    assert changed.code == 0, changed.err
    assert {"Cafés", "Yes, within a day", "Time to meet: 30 days"} <= set(changed.lines)
    assert not {"In threes", "No: skip it, and tell us"} & set(changed.lines)
    assert "Brought together" not in changed.out


def test_own_questions_of_a_monthly_question_and_of_a_survey(grouped: Command) -> None:
    monthly = grouped("ritual", "add", "monthly-question", "--question",
                      "{name}, what made you laugh?", "--yes")  # fmt: skip
    assert "what made you laugh?" in monthly.out, monthly.err
    survey = grouped("ritual", "add", "barometer", "--title", "And you?", "--question",
                     "How are you? 1-5", "--question", "Which day? Tuesday / Thursday",
                     "--yes")  # fmt: skip
    assert survey.code == 0, survey.err
    assert "And you?" in survey.out
    assert "2 questions" in survey.out
    assert "Which day?" in survey.out
    assert "à votre place ici" not in survey.out


def test_two_that_are_left_out_are_two_only_after_a_look_at_both_dates(town: Command) -> None:
    town("ritual", "add", "digest", "--rhythm", "every Monday at 9", "--yes")
    first = town("ritual", "skip", "news")
    again = town("ritual", "skip", "news")
    assert "is already left out on Monday" in again.out
    assert again.code == 1
    assert town("ritual", "list").lines == first.lines
    assert town("ritual", "skip", "news", "--yes").code == 0
    assert [each.endswith("skipped") for each in town("ritual", "last").lines] == [True, True]


def test_a_change_of_nothing_is_told(town: Command) -> None:
    town("ritual", "add", "digest", "--yes")
    done = town("ritual", "change", "news")
    assert done.code == 2
    assert done.lines[0].startswith("Nothing to change: say what")


def test_a_survey_for_three_people_is_refused_before_it_is_kept(town: Command) -> None:
    done = town("ritual", "add", "barometer", "--yes")
    assert done.code == 2
    assert done.lines[-1].startswith("This ritual needs 5 people at least")
    assert town("ritual", "list").lines == [NONE]


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["add", "digest", "--rhythm", "31 February"], "That day never comes: "),
        (["add", "digest", "--rhythm", "every 0 days"], "Zero never comes: "),
        (["add", "digest", "--zone", "Europe/Atlantis"], "I don’t know the time zone"),
        (
            ["add", "digest", "--group", "Nobody"],
            "There is no group “Nobody”. I know: nothing yet.",
        ),
        (["add", "digest", "--rhythm", "every Monday until 1 January 2020"], "That ends before"),
        (["add", "lottery"], "There is no ready ritual “lottery”."),
        (["add", "monthly-question", "--place", "#nowhere"], "I don’t know the channel"),
        (["add", "coffee", "--size", "9"], "The setting size won’t do"),
        (["add", "coffee", "--mix", "Nobody, Else"], "There is no group “Nobody”."),
        (["add", "digest", "--late", "never"], "--late takes a number of hours"),
        (["add", "monthly-question", "--language", "de"], "I don’t speak “de”."),
        (["add", "digest", "--question", "And?"], "“The news of the month” puts no questions"),
        (["add", "monthly-question", "--question", "{nme}?"], "I don’t know {nme} in this text."),
        (["add", "barometer", "--question", "Which? a /"], "For “Which?” there must be two"),
        (["pause", "nothing"], "“nothing” does not mean one ritual."),
        (["holidays", "2027-02-30"], "2027-02-30 is no day: "),
    ],
)
def test_bad_input_is_one_line_and_keeps_nothing(town: Command, args: list[str], line: str) -> None:
    answer = town("ritual", *args)
    assert answer.code == 2
    assert len(answer.lines) == 1
    assert answer.lines[0].startswith(line)
    assert town("ritual", "list").lines == [
        "No ritual is planned. To choose a ready one: /ritual add"
    ]


UNKNOWN = """
import bot.app
from community import library, rituals
print({each.kind for each in library.ready().values()} - set(rituals.KINDS) or "none")
"""


def test_the_running_bot_knows_every_kind_of_the_library() -> None:
    """In a process of its own: here, a test may have made known what the bot never imports."""
    done = subprocess.run(
        [sys.executable, "-c", UNKNOWN], capture_output=True, text=True, timeout=90, check=True
    )
    assert done.stdout.strip() == "none"


OWN = """\
kind: prompt
name: {fr: La nôtre, en: Our own}
about: {fr: À nous., en: Ours.}
rhythm: {fr: tous les lundis, en: every Monday}
settings: {library: ours}
prompts:
  - {id: one, format: story, texts: {everyone: {fr: "Alors ?", en: "So?"}}}
"""


def test_a_community_adds_its_own_ready_rituals(
    town: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("own").mkdir()
    Path("own/ours.yaml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("PASSERELLE_LIBRARY", "own")
    assert "ours: Ours." in town("ritual", "ready").lines
    assert "So?" in town("ritual", "add", "ours", "--yes").out


@pytest.mark.parametrize(
    ("words", "what"),
    [("kind: [", "line 1"), ("kind: prompt", "name"), (OWN + "colour: red\n", "colour"),
     (OWN.replace("id: one, ", ""), "prompts.0.id"),
     (OWN.replace("Alors", "{prenom}, alors"), "prompts.0.texts"),
     (OWN.replace("Alors", "x" * 901), "prompts.0.texts")],
)  # fmt: skip
def test_a_wrong_file_is_named_with_the_place(
    town: Command, monkeypatch: pytest.MonkeyPatch, words: str, what: str
) -> None:
    Path("own").mkdir()
    Path("own/ours.yaml").write_text(words, encoding="utf-8")
    monkeypatch.setenv("PASSERELLE_LIBRARY", "own")
    answer = town("ritual", "ready")
    assert answer.code == 2
    assert f"correct {what}" in answer.lines[0]
