"""The doctor: one fault each, found and named with what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.doctor import examine
from bot.settings import Settings
from connectors.base import Finding
from conversations.language import locales, render
from tests.bot.conftest import DATABASE, Command

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)


def faults(settings: Settings) -> list[str]:
    return [render(each.text, "en") for each in examine(settings, NOW) if not each.well]


def sql(statement: str, *values: object) -> None:
    with closing(sqlite3.connect(DATABASE)) as database:
        database.execute(statement, values)
        database.commit()


def event(received: datetime, state: str) -> None:
    sql(
        "INSERT INTO inbox (space_id, event_id, place, state, received_at) "
        "VALUES (1, ?, 'x', ?, ?)",
        received.isoformat(), state, received.strftime("%Y-%m-%d %H:%M:%S.%f"),
    )  # fmt: skip


def kinds(found: Iterable[Finding]) -> list[str]:
    return [each.text.key for each in found]


def test_a_new_database_is_well(settings: Settings) -> None:
    assert kinds(examine(settings, NOW)) == [
        "doctor-settings-ok", "doctor-locales-ok", "doctor-database-ok", "doctor-migrations-ok",
        "doctor-community-default", "doctor-clock-ok", "doctor-mail-ok",
    ]  # fmt: skip


def test_a_key_for_the_platforms_tokens_is_named_but_never_shown(settings: Settings) -> None:
    key = Fernet.generate_key().decode()
    found = list(examine(settings.model_copy(update={"encryption_key": SecretStr(key)}), NOW))
    assert "doctor-key-ok" in kinds(found)
    assert key not in repr(found)


@pytest.mark.usefixtures("settings")
def test_all_is_well_means_an_exit_of_0(run: Command) -> None:
    fr, en = run("doctor", lang="fr_FR.UTF-8"), run("doctor")
    assert (fr.code, en.code) == (0, 0)
    assert "✓ Réglages" in fr.lines
    assert "✓ Settings" in en.lines
    assert "✗" not in en.out


def test_a_database_that_is_not_there_is_not_made(run: Command, home: Path) -> None:
    answer = run("doctor")
    assert answer.code == 1
    assert "✗ There is no database yet. Run: passerelle db upgrade" in answer.lines
    assert list(home.iterdir()) == []


def overwrite(at: int, length: int) -> None:
    with DATABASE.open("r+b") as file:
        file.seek(at)
        file.write(b"x" * length)


DAMAGES: dict[str, Callable[[], object]] = {
    "no database": lambda: DATABASE.write_bytes(b"x" * 5000),
    "header": lambda: overwrite(0, 100),
    "truncated": lambda: os.truncate(DATABASE, DATABASE.stat().st_size // 2),
    "last pages": lambda: overwrite(DATABASE.stat().st_size - 8192, 8192),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_named_with_the_way_out(settings: Settings, damage: str) -> None:
    DAMAGES[damage]()
    found = faults(settings)
    assert len(found) == 1
    assert found[0].startswith("The database var/passerelle.db is damaged")
    assert "passerelle db backup" in found[0]


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("command", ["run --port 0", "export out.csv", "db backup copy.db"])
def test_every_command_names_a_damaged_database(run: Command, command: str) -> None:
    DAMAGES["header"]()
    answer = run(*command.split())
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "is damaged" in answer.err


def test_a_folder_in_place_of_the_database_is_named(settings: Settings, run: Command) -> None:
    DATABASE.unlink()
    DATABASE.mkdir()
    assert faults(settings) == [
        "var/passerelle.db is a folder. The database is a file: give it another name with "
        "PASSERELLE_DATABASE_URL, or move that folder."
    ]
    for command in ("run --port 0", "export out.csv"):
        answer = run(*command.split())
        assert (answer.code, len(answer.lines)) == (2, 1)
        assert "is a folder" in answer.err


@pytest.mark.usefixtures("settings")
def test_a_mistyped_setting_is_named_and_counts_as_a_fault(run: Command) -> None:
    Path(".env").write_text("PASSERELLE_UNKNOWN=3\nPASSERELLE_PORT=1\nOTHER=2\n")
    answer = run("doctor")
    assert answer.code == 1
    assert [line for line in answer.lines if line.startswith("✗")] == [
        "✗ PASSERELLE_UNKNOWN is no setting of Passerelle and changes nothing. "
        "Check its spelling: .env.example has them all."
    ]


def test_a_platforms_wrong_setting_is_named_and_the_others_are_looked_at(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_SLACK_BOT_TOKEN", "s3cret")
    monkeypatch.setenv("PASSERELLE_DISCORD_INTRO_CHANNEL", "#s3cret")
    found = faults(settings)
    assert [line.partition(":")[0] for line in found] == [
        "PASSERELLE_SLACK_BOT_TOKEN", "PASSERELLE_DISCORD_INTRO_CHANNEL",
    ]  # fmt: skip
    assert "s3cret" not in repr(list(examine(settings, NOW)))


def test_an_empty_file_needs_an_upgrade(settings: Settings) -> None:
    DATABASE.unlink()
    DATABASE.touch()
    assert faults(settings)[0].endswith("Run: passerelle db upgrade")


def test_an_older_migration_needs_an_upgrade(settings: Settings) -> None:
    sql("UPDATE alembic_version SET version_num = '0000'")
    assert faults(settings)[0].startswith("The database is at version 0000")
    assert faults(settings)[0].endswith("Run: passerelle db upgrade")


def test_a_newer_migration_needs_the_newer_release(settings: Settings) -> None:
    sql("UPDATE alembic_version SET version_num = '9999'")
    assert "newer release" in faults(settings)[0]
    assert "db upgrade" not in faults(settings)[0]


def test_a_table_that_was_changed_is_noticed(settings: Settings) -> None:
    sql("ALTER TABLE member ADD COLUMN colour VARCHAR")
    assert faults(settings)[0].startswith("The database is not of the shape expected")


@pytest.mark.parametrize(("ahead", "well"), [(9, True), (11, False)])
def test_an_event_of_the_future_means_that_the_clock_is_behind(
    settings: Settings, ahead: int, well: bool
) -> None:
    event(NOW + timedelta(minutes=ahead), "done")
    assert (faults(settings) == []) is well


def test_a_clock_that_is_behind_is_told_by_how_much(settings: Settings) -> None:
    event(NOW + timedelta(days=2), "done")
    assert "2027-01-17 12:00 UTC" in faults(settings)[0]


@pytest.mark.parametrize(("minutes", "well"), [(9, True), (11, False)])
def test_events_that_wait_for_long_are_counted(
    settings: Settings, minutes: int, well: bool
) -> None:
    event(NOW - timedelta(minutes=minutes), "pending")
    assert (faults(settings) == []) is well


def test_a_ritual_whose_time_is_over_is_named(run: Command, settings: Settings) -> None:
    Path("in.csv").write_text("id,name,role\nines,Inès,organiser\n", encoding="utf-8")
    run("import", "in.csv")
    assert run("ritual", "add", "welcome-week", "--rhythm", "every day at 9", "--yes").code == 0
    sql("UPDATE ritual SET next_due_at = '2027-01-15 11:55:00.000000'")
    assert faults(settings) == []
    sql("UPDATE ritual SET next_due_at = '2027-01-15 08:00:00.000000'")
    assert faults(settings) == [
        "The ritual “The welcome week” was due on Friday 15 January 2027, 9:00 and has not taken "
        "place: start the bot (passerelle run). If it is running, its log says why, at the line "
        "sweep-broke."
    ]


def test_messages_that_could_not_be_delivered_are_named_with_the_reason(
    settings: Settings,
) -> None:
    for day, reason in (
        ("2027-01-07", "long ago"), ("2027-01-15", "first"),
        ("2027-01-15", "Undeliverable: no such place"), ("2027-01-15", "OptedOut: stopped"),
    ):  # fmt: skip
        sql(
            "INSERT INTO outbox (space_id, place, purpose, state, attempts, reason, created_at, "
            f"next_at) VALUES (1, 'dm:x', 'reply', 'failed', 1, ?, '{day}', '{day}')",
            reason,
        )
    (fault,) = faults(settings)
    assert fault.startswith("2 messages of the last seven days could not be delivered.")
    assert "number 3 (Undeliverable: no such place): passerelle why 3" in fault


@pytest.mark.usefixtures("settings")
def test_a_fault_means_an_exit_of_1(run: Command) -> None:
    event(datetime.now(UTC) + timedelta(days=300), "done")
    answer = run("doctor", lang="fr_FR.UTF-8")
    assert answer.code == 1
    assert any(line.startswith("✗ L’horloge de la machine retarde") for line in answer.lines)


@pytest.mark.usefixtures("settings")
def test_a_gap_in_a_language_is_named(
    spawn: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(__file__).parents[2] / "locales", home / "locales")
    gap = home / "locales" / "en" / "gap.ftl"
    gap.write_text("only-in-english = Here\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(home))
    answer = spawn("doctor")
    assert answer.code == 1
    assert [line for line in answer.lines if line.startswith("✗")] == [
        "✗ 1 message is missing in fr: “only-in-english”. Complete locales/fr."
    ]


@pytest.mark.parametrize(
    ("name", "says"),
    [("WHATSAPP_AUTH_TOKEN", "PASSERELLE_WHATSAPP_ACCOUNT_SID is missing"),
     ("WHATSAPP_NUMBER", "PASSERELLE_WHATSAPP_ACCOUNT_SID is missing"),
     ("SLACK_APP_TOKEN", "PASSERELLE_SLACK_BOT_TOKEN"),
     ("SLACK_SIGNING_SECRET", "PASSERELLE_SLACK_BOT_TOKEN"),
     ("DISCORD_INTRO_CHANNEL", "PASSERELLE_DISCORD_TOKEN")],
)  # fmt: skip
def test_half_a_set_up_of_a_platform_is_named_with_what_is_missing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str, says: str
) -> None:
    monkeypatch.setenv(f"PASSERELLE_{name}", "xapp-12345" if "APP" in name else "12345")
    (fault,) = faults(settings)
    assert "is not connected" in fault
    assert says in fault


def test_half_a_set_up_is_seen_in_the_file_and_an_empty_line_is_none(settings: Settings) -> None:
    file = Path(".env")
    file.write_text("PASSERELLE_DISCORD_GUILD_ID=\nPASSERELLE_WHATSAPP_AUTH_TOKEN=x\n")
    (fault,) = faults(settings)
    assert fault.startswith("WhatsApp is not connected")


def test_the_doctor_changes_nothing(settings: Settings) -> None:
    before = DATABASE.read_bytes(), os.listdir(DATABASE.parent)
    assert faults(settings) == []
    assert (DATABASE.read_bytes(), os.listdir(DATABASE.parent)) == before


def test_these_are_the_languages_looked_at() -> None:
    assert locales() == ("en", "fr")
