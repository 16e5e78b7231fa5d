"""`passerelle community` and `role`: a real community's own words, and its first organiser."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.charter import default_texts, read_charter, written
from bot.inside import inside
from bot.seed import NOTHING
from bot.settings import Settings
from bot.terminal import Unreadable
from community import charter, members
from community.charter import Charter
from community.peace import Quiet
from community.words import MOST_TEXT
from conversations.language import locales, render
from conversations.texts import Text
from storage.tables import Community
from tests.bot.conftest import Command
from tests.bot.test_doctor import sql

FILE = Path("community.toml")
DEMO = Path(__file__).parents[2] / "bot" / "demo" / "community.toml"
KEPT = render(Text("charter-kept", version="2"), "en")
OWN = """
name = 'Les "Passeurs" \\ :heart: [b]Lyon'
[mission]
fr = "S’entraider."
en = "Helping each other."
[rules]
fr = "• Bienveillance.\\n• Écoute."
"""


def present(settings: Settings) -> Charter:
    return inside(settings, lambda scope, _space: charter.read(scope))


def welcomed(settings: Settings, locale: str) -> members.Welcome:
    return inside(settings, lambda scope, _space: members.welcome(scope, locale))


def audited(settings: Settings) -> list[tuple[str, str, str]]:
    rows = 'SELECT subject, "before", "after" FROM audit ORDER BY id'
    return inside(
        settings, lambda scope, _space: [tuple(r) for r in scope.connection.exec_driver_sql(rows)]
    )


@pytest.mark.parametrize("locale", locales())
def test_a_newcomer_to_a_new_community_reads_real_rules(settings: Settings, locale: str) -> None:
    welcome = welcomed(settings, locale)
    assert welcome.rules.count("•") >= 5
    assert welcome.mission
    assert welcome.version == 1


def test_a_community_of_an_earlier_release_gets_rules_as_a_new_version(settings: Settings) -> None:
    sql("DELETE FROM community_text")
    assert welcomed(settings, "fr").rules
    assert present(settings).version == 2, "whoever agreed to version 1 agreed to nothing"
    assert present(settings).version == 2


def test_the_words_of_a_file_are_read_by_newcomers_as_a_new_version(
    settings: Settings, run: Command
) -> None:
    FILE.write_text(OWN, "utf-8")
    answer = run("community", "set", FILE)
    assert (answer.code, answer.lines) == (0, [KEPT])
    french, english = welcomed(settings, "fr"), welcomed(settings, "en")
    assert french.community == 'Les "Passeurs" \\ :heart: [b]Lyon'
    assert french.rules == "• Bienveillance.\n• Écoute."
    assert (french.mission, english.mission) == ("S’entraider.", "Helping each other.")
    assert english.rules == french.rules, "the community's own language stands in"
    assert french.version == 2
    assert audited(settings)[-1] == ("community", "1", "2")


def test_what_is_shown_can_be_given_back_and_changes_nothing(
    settings: Settings, run: Command
) -> None:
    for words in (None, OWN):
        if words:
            FILE.write_text(words, "utf-8")
            run("community", "set", FILE)
        before = present(settings)
        shown = run("community")
        assert shown.code == 0
        FILE.write_text(shown.out, "utf-8")
        assert "Nothing has changed" in run("community", "set", FILE).out
        assert present(settings) == before


def test_a_new_name_alone_is_no_new_version(settings: Settings, run: Command) -> None:
    FILE.write_text('name = "Été"\n', "utf-8")
    answer = run("community", "set", FILE)
    assert answer.code == 0
    assert answer.out.startswith("Noted. The mission and the rules stay as they are, at version 1")
    assert (present(settings).name, present(settings).version) == ("Été", 1)


@pytest.mark.parametrize(
    ("hours", "quiet"), [("22h - 7h30", Quiet(1320, 450)), ("9 pm to 7 am", Quiet(1260, 420)),
                         ("", Quiet(0, 0))],
)  # fmt: skip
def test_quiet_hours_and_the_monthly_mention_are_the_communitys_choice(
    settings: Settings, run: Command, hours: str, quiet: Quiet
) -> None:
    FILE.write_text(f'quiet_hours = "{hours}"\nmonthly_mention = true\n', "utf-8")
    assert run("community", "set", FILE).code == 0
    columns = select(Community.quiet_from, Community.quiet_until, Community.monthly_mention)
    kept = inside(settings, lambda scope, _space: tuple(scope.db.exec(columns).one()))
    assert kept == (quiet.start, quiet.end, True)
    assert read_charter(run("community").out.encode(), present(settings)) == present(settings)


def test_the_demonstrations_file_is_of_the_same_format() -> None:
    told = read_charter(DEMO.read_bytes(), NOTHING)
    assert read_charter(written(told).encode(), NOTHING) == told


@pytest.mark.parametrize(
    ("file", "key"),
    [
        (b"rules = \xff", "charter-not-utf8"),
        (b"[rules\n", "charter-not-toml"),
        (b"rules = {", "charter-not-toml"),
        (b"colour = 1", "charter-unknown-key"),
        (b"name = ''", "charter-wrong-name"),
        (b"name = 3", "charter-wrong-name"),
        (b"default_locale = 'de'", "charter-wrong-default_locale"),
        (b"time_zone = 'Lyon'", "charter-wrong-time_zone"),
        (b"asks_open = 0", "charter-wrong-number"),
        (b"asks_week = '9'", "charter-wrong-number"),
        (b"review_days = true", "charter-wrong-number"),
        (b"quiet_hours = 21", "charter-wrong-quiet_hours"),
        (b"quiet_hours = 'la nuit'", "charter-wrong-quiet_hours"),
        (b"quiet_hours = '21:00-24:00'", "charter-wrong-quiet_hours"),
        (b"monthly_mention = 'true'", "charter-wrong-choice"),
        (b"monthly_mention = 1", "charter-wrong-choice"),
        (b"rules = 'x'", "charter-wrong-text"),
        (b"[rules]\nfr = ' '", "charter-wrong-text"),
        (b"[rules]\nfr = 3", "charter-wrong-text"),
        (b"[rules]\nfr = '" + b"x" * (MOST_TEXT + 1) + b"'", "charter-wrong-text"),
        (b"[rules]\nde = 'x'", "charter-unknown-key"),
        (b"[rules]\nen = 'x'", "charter-missing-text"),
        (b"rules = {}", "charter-missing-text"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_a_reason(file: bytes, key: str) -> None:
    now = Charter(name="P", locale="fr", time_zone="Europe/Paris", texts=default_texts())
    with pytest.raises(Unreadable) as wrong:
        read_charter(file, now)
    assert wrong.value.text.key == key


def test_a_refused_file_changes_nothing_and_ends_in_one_line(
    settings: Settings, run: Command
) -> None:
    before = present(settings)
    FILE.write_text('name = "New"\n[rules]\nfr = ""\n', "utf-8")
    answer = run("community", "set", FILE)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert present(settings) == before
    assert run("community", "set", "none.toml").code == 2


@pytest.mark.usefixtures("settings")
def test_the_doctor_says_when_the_texts_are_still_ours(run: Command) -> None:
    assert any(
        line.startswith("• The mission or the rules are still") for line in run("doctor").lines
    )
    FILE.write_text(OWN, "utf-8")
    run("community", "set", FILE)
    answer = run("doctor")
    assert (answer.code, "✓ Community" in answer.lines) == (0, True)


def test_a_member_is_made_organiser_and_it_is_written_down(
    settings: Settings, run: Command
) -> None:
    Path("in.csv").write_text("id,name\nawa,Awa Diagne\n", "utf-8")
    run("import", "in.csv")
    answer = run("role", "awa", "organiser")
    assert (answer.code, answer.lines) == (0, ["Awa Diagne has the role organiser now."])
    assert len(inside(settings, lambda scope, _space: members.organisers(scope))) == 1
    assert audited(settings)[-1] == ("role", "member", "organiser")
    run("role", "awa", "organiser")
    assert audited(settings).count(("role", "member", "organiser")) == 1


def test_a_role_that_comes_with_a_table_is_written_down_too(
    settings: Settings, run: Command
) -> None:
    for role in ("moderator", "moderator", "member"):
        Path("in.csv").write_text(f"id,name,role\nawa,Awa,{role}\n", "utf-8")
        assert run("import", "in.csv").code == 0
    given = [row for row in audited(settings) if row[0] == "role"]
    assert given == [("role", "member", "moderator"), ("role", "moderator", "member")]


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("given", "said"),
    [(["ghost", "organiser"], "Nobody is known by “ghost”."),
     (["ghost", "king"], "“king” is no role. There are: member, moderator, and organiser.")],
)  # fmt: skip
def test_a_role_that_cannot_be_given_ends_in_one_line(
    run: Command, given: list[str], said: str
) -> None:
    answer = run("role", *given)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert said in answer.err
