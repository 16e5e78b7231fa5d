"""`passerelle ritual …`: planning from the command line, every date and message shown first."""

from __future__ import annotations

import re
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
    assert "archived" in town("ritual", "archive", "welcome", "--yes").out
    assert town("ritual", "list").lines == [
        "No ritual is planned. To choose a ready one: /ritual add"
    ]


def test_the_rhythm_is_changed_in_french_words(town: Command) -> None:
    town("ritual", "add", "digest", "--yes")
    done = town("ritual", "change", "news", "--rhythm", "un jeudi sur deux à midi", "--yes")
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
    done = town("ritual", "change", "news", "--zone", "Asia/Tokyo", "--yes")
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
                      "--name", "Cafés", "--yes")  # fmt: skip
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


def test_a_question_in_two_languages_is_read_by_each_one_in_theirs(grouped: Command) -> None:
    monthly = grouped("ritual", "add", "monthly-question", "--question",
                      "en: What made you laugh? | fr: Qu’est-ce qui vous a fait rire ?",
                      "--yes")  # fmt: skip
    assert monthly.code == 0, monthly.err
    assert {"What made you laugh?", "Qu’est-ce qui vous a fait rire ?"} <= set(monthly.lines)
    assert "|" not in monthly.out


def test_a_survey_asks_in_two_languages_what_is_answered_in_one_way(grouped: Command) -> None:
    survey = grouped("ritual", "add", "barometer", "--question",
                     "fr: Quel jour ? mardi / jeudi | en: Which day? Tuesday / Thursday",
                     "--question", "fr: Ça va ? 1-5 | en: How are you? 1-5", "--yes")  # fmt: skip
    assert survey.code == 0, survey.err
    for words in ("Quel jour ?", "mardi", "Which day?", "Thursday"):
        assert words in survey.out
    assert "|" not in survey.out


def test_two_that_are_left_out_are_two_only_after_a_look_at_both_dates(town: Command) -> None:
    town("ritual", "add", "digest", "--rhythm", "every Monday at 9", "--yes")
    first = town("ritual", "skip", "news")
    again = town("ritual", "skip", "news")
    assert "is already left out on Monday" in again.out
    assert again.code == 2
    assert town("ritual", "list").lines == first.lines
    assert town("ritual", "skip", "news", "--yes").code == 0
    assert [each.endswith("skipped") for each in town("ritual", "last").lines] == [True, True]


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        (["change", "news", "--rhythm", "every Friday at 9"], "every Friday at 9:00"),
        (["widen", "news"], "every Monday at 9:00, from "),
        (["archive", "news"], "Archive “The news of the month” for good?"),
    ],
)
def test_what_is_kept_is_shown_and_asked_first(
    town: Command, spawn: Command, args: list[str], shown: str
) -> None:
    """With nobody there to answer, and after a no, nothing is changed."""
    town("ritual", "add", "digest", "--rhythm", "every Monday at 9", "--yes")
    before = town("ritual", "list").lines
    unasked = town("ritual", *args)
    assert (unasked.code, town("ritual", "list").lines) == (2, before)
    assert shown in unasked.out
    assert unasked.lines[-1] == "Nothing is changed: nobody answered. To be asked nothing: --yes"
    refused = spawn("ritual", *args, input="n\n")
    assert (refused.code, town("ritual", "list").lines) == (1, before)
    assert refused.lines[-1].endswith("nothing is changed.")
    assert town("ritual", *args, "--yes").code == 0


def test_what_is_paused_is_said_to_be_so(town: Command) -> None:
    town("ritual", "add", "digest", "--yes")
    town("ritual", "pause", "news")
    for verb in ("skip", "run"):
        answer = town("ritual", verb, "news")
        assert (answer.code, answer.lines[0][:37]) == (2, "“The news of the month” is paused: no")


def test_two_of_the_same_are_called_otherwise_and_found(grouped: Command) -> None:
    grouped("ritual", "add", "digest", "--yes")
    grouped("ritual", "add", "digest", "--yes")
    piloted = grouped("ritual", "add", "digest", "--group", "Lyon", "--pilot", "--yes")
    assert piloted.lines[-1].startswith(
        "“The news of the month (Lyon)” is being tried with this group."
    )
    listed = grouped("ritual", "list").out
    assert "The news of the month 2, for everyone (on)" in listed
    taken = grouped("ritual", "change", "The news of the month 2", "--name",
                    "the news of the MONTH", "--yes")  # fmt: skip
    assert taken.lines[-1] == (
        "A ritual is called “the news of the MONTH” already: choose another name."
    )
    assert grouped("ritual", "add", "digest", "--name", "The news of the month").code == 2
    assert grouped("ritual", "pause", "2").lines == [
        "• The news of the month 2, for everyone (paused)"
    ]


def test_a_run_is_begun_again_only_after_a_yes(town: Command) -> None:
    town("ritual", "add", "welcome-week", "--yes")
    assert town("ritual", "run", "welcome").code == 0
    again = town("ritual", "run", "welcome")
    assert again.code == 2
    assert "Run it once more" in again.out
    assert len(town("ritual", "last", "welcome").lines) == 1
    assert town("ritual", "run", "welcome", "--yes").code == 0


def test_a_folder_that_is_not_there_is_told(town: Command) -> None:
    answer = town("ritual", "calendar", "--ics", "nowhere/rituals.ics")
    assert answer.code == 2
    assert len(answer.lines) == 1
    assert "nowhere/rituals.ics" in answer.lines[0]


def test_the_preview_has_the_hours_of_the_rituals_zone_and_who_invites(town: Command) -> None:
    """It told hours in UTC, and an invitation by nobody."""
    rhythm = ("--rhythm", "every two weeks on Thursday 12:30", "--zone", "Asia/Tokyo")
    coffee = town("ritual", "add", "coffee", *rhythm, "--yes")
    assert "by Saturday 28 November at 12:30" in coffee.out
    assert "a round begins every 14 days" in coffee.out
    lunch = town("ritual", "add", "lunch", "--zone", "Asia/Tokyo", "--yes")
    assert "Inès would like to bring people together" in lunch.out
    assert re.search(r"When: .* at 12:30", lunch.out)
    assert "Testimony lunch" in lunch.out


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
        (["add", "digest", "--rhythm", ""], "I don’t see how often that is."),
        (["add", "digest", "--pilot", "--yes"], "It is tried with a group or a few: say which"),
        (["add", "lottery"], "There is no ready ritual “lottery”."),
        (["add", "monthly-question", "--place", "#nowhere"], "I don’t know the channel"),
        (["add", "coffee", "--size", "9"], "How many meet: write a number from 2 to 8."),
        (["add", "coffee", "--days", "0"], "How many days: write a number from 7 to 90."),
        (["add", "webinar", "--title", "x" * 101], "Its title: 80 characters at most."),
        (["add", "coffee", "--mix", "Nobody, Else"], "There is no group “Nobody”."),
        (["add", "digest", "--late", "never"], "--late takes a number of hours"),
        (["add", "monthly-question", "--language", "de"], "I don’t speak “de”."),
        (["add", "webinar", "--title", "  "], "Its title: nothing is written."),
        (["add", "webinar", "--title", ""], "Its title: nothing is written."),
        (["add", "monthly-question", "--question", "   "], "This question is empty: write"),
        (["add", "monthly-question", "--question", "en: And? | fr:  "], "This question is empty:"),
        (["add", "digest", "--question", "And?"], "“The news of the month” puts no questions"),
        (["add", "monthly-question", "--question", "{nme}?"], "I don’t know {nme} in this text."),
        (["add", "barometer", "--question", "Which? a /"], "For “Which?” there must be two"),
        (
            ["add", "barometer", "--question", "en: Which? a / b | fr: Quoi ? a / b / c"],
            "“Which?” must be answered in the same way in every language",
        ),
        (["add", "monthly-question", "--question", "en: And? | de: Und?"], "I don’t speak “de”."),
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
