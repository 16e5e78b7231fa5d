"""Pictures between two on two platforms, over both wires: they arrive, and are kept nowhere."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from community.files import MOST_BYTES
from community.pictures import picture
from connectors.local.files import FETCHED_WITHIN
from storage.database import forget_log
from storage.tables import Outbox
from tests.connectors.contract import write
from tests.connectors.slack.platform import InSlack
from tests.connectors.two import PAIRS, Two, WithFiles, last, meet, restart, strangers
from tests.fakes.local import Page
from tests.fakes.slack import ALL_SCOPES
from tests.fakes.whatsapp_people import Phones
from tests.pictures import PLACE, jpeg, png

PHOTO = jpeg(way=6, told=PLACE * 40)
SHOWN = picture(PHOTO)
COLOURS = b"ICC_PROFILE\0colours"
assert COLOURS in SHOWN.content
SLACK, DISCORD = PAIRS


@pytest.fixture
async def two(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Two]:
    """They write to each other through the bot."""
    async with strangers(getattr(request, "param", SLACK), tmp_path) as made:
        await meet(made)
        yield made


def pictures(files: object) -> list[tuple[str, bytes]]:
    """Of all that somebody was given, the pictures."""
    assert isinstance(files, list | tuple)
    return [each for each in files if each[0].startswith("picture.")]


def ends(two: Two, way: str) -> tuple[WithFiles, str, str, WithFiles, str]:
    """Who sends, by which name of the other, and who reads."""
    if way == "hers":
        return two.hers, "zoe", "@Awa", two.other, "awa"
    return two.other, "awa", "@", two.hers, "zoe"


async def kept(two: Two) -> str:
    """Every row of every table but those of the page, which is a platform itself."""
    rows = await write(two.hers, lambda c: [
        str(c.execute(select(each)).all()) for each in Outbox.metadata.sorted_tables
        if each.name != "local_message"
    ])  # fmt: skip
    return "".join(rows)


@pytest.mark.parametrize("two", list(PAIRS), indirect=True)
@pytest.mark.parametrize("way", ["hers", "theirs"])
async def test_a_picture_passes_without_where_it_was_taken_and_nothing_of_it_stays(
    two: Two, way: str, tmp_path: Path
) -> None:
    here, sender, name, there, reader = ends(two, way)
    await here.sends(sender, f"{name} from my window", PHOTO, "image/jpeg")
    assert pictures(await there.files(reader)) == [(SHOWN.name, SHOWN.content)]
    assert PLACE not in SHOWN.content
    heard = "".join(each.text for each in await there.hears(reader))
    assert "from my window" in heard
    assert "sends you a picture" in heard
    if isinstance(there, Phones):
        await there.twilio.report()
    await there.app.advance(FETCHED_WITHIN.total_seconds() + 60)
    await there.app.tidy()
    await asyncio.to_thread(forget_log, there.app.database)
    assert_nowhere(await kept(two), tmp_path)


def assert_nowhere(rows: str, folder: Path) -> None:
    """Neither what is shown, as bytes or in letters, nor what was taken out."""
    letters = b64encode(SHOWN.content)[40:80]
    assert letters.decode() not in rows
    assert str(COLOURS)[2:-1] not in rows
    for file in folder.rglob("*"):
        found = file.read_bytes() if file.is_file() else b""
        assert not [each for each in (letters, COLOURS, PLACE) if each in found], file


async def test_on_its_way_to_a_phone_it_goes_as_soon_as_it_has_arrived(two: Two) -> None:
    phones = two.other
    assert isinstance(phones, Phones)
    await two.hers.sends("zoe", "@Awa look", PHOTO, "image/jpeg")
    downloads = next(each for each in Outbox.metadata.sorted_tables if each.name == "download")
    assert len(await write(phones, lambda c: c.execute(select(downloads)).all())) == 1
    await phones.twilio.report()
    assert await write(phones, lambda c: c.execute(select(downloads)).all()) == []


@pytest.mark.parametrize("two", list(PAIRS), indirect=True)
@pytest.mark.parametrize("way", ["hers", "theirs"])
async def test_told_of_twice_it_passes_once(two: Two, way: str) -> None:
    here, sender, name, there, reader = ends(two, way)
    await here.sends(sender, f"{name} look", PHOTO, "image/jpeg")
    await here.repeats()
    assert len(pictures(await there.files(reader))) == 1


@pytest.mark.parametrize("way", ["hers", "theirs"])
async def test_an_answer_that_was_lost_and_a_restart_bring_it_once(two: Two, way: str) -> None:
    here, sender, name, there, reader = ends(two, way)
    there.fail_next("lost-answer")
    there.fail_next("lost-answer")
    await here.sends(sender, f"{name} look", PHOTO, "image/jpeg")
    await restart(two)
    for _ in range(4):
        await there.app.advance(120)
    assert pictures(await there.files(reader)) == [(SHOWN.name, SHOWN.content)]


@pytest.mark.parametrize("two", list(PAIRS), indirect=True)
@pytest.mark.parametrize("way", ["hers", "theirs"])
@pytest.mark.parametrize(
    ("content", "kind", "to_do"),
    [
        (b"GIF89a and so on", "image/gif", "JPEG or PNG"),
        (b"<script>alert(1)</script>", "image/png", "JPEG or PNG"),
        (png(more=MOST_BYTES), "image/png", "send a smaller one"),
        (b"%PDF-1.7", "application/pdf", "only pass words and pictures"),
    ],
)  # fmt: skip
async def test_what_cannot_pass_is_refused_kindly_and_its_words_pass(
    two: Two, way: str, content: bytes, kind: str, to_do: str
) -> None:
    here, sender, name, there, reader = ends(two, way)
    if isinstance(here, Page):
        why = await here.is_refused(sender, f"{name} look", content)
        return assert_says(why, "Send a smaller one" if "smaller" in to_do else "JPEG and PNG")
    await here.sends(sender, f"{name} look", content, kind)
    assert to_do in await last(here, sender)
    assert (await last(there, reader)).endswith("look")
    return assert_says(str(pictures(await there.files(reader))), "[]")


def assert_says(told: str, words: str) -> None:
    """What somebody reads has these words in it."""
    assert words in told


async def test_without_the_right_to_read_files_the_sender_is_told_and_the_words_pass(
    two: Two,
) -> None:
    slack = two.hers
    assert isinstance(slack, InSlack)
    slack.workspace.slack.scopes = ALL_SCOPES.replace("files:read,", "")
    await slack.sends("zoe", "@Awa look", PHOTO, "image/jpeg")
    assert "could not get hold of it" in await last(slack, "zoe")
    assert (await last(two.other, "awa")).endswith("look")


async def test_the_token_goes_to_slack_alone(two: Two) -> None:
    slack, phones = two.hers, two.other
    assert isinstance(slack, InSlack)
    assert isinstance(phones, Phones)
    elsewhere = phones.twilio.store.keep("image/jpeg", PHOTO)
    file = {"id": "F1", "mimetype": "image/jpeg", "size": 9, "url_private": elsewhere}
    await slack.workspace.says(slack.id_of("zoe"), "@Awa look", files=[file])
    assert "could not get hold" in await last(slack, "zoe")
    assert phones.twilio.store.asked == []


async def test_a_picture_of_which_twilio_could_not_tell_is_found_in_its_list(two: Two) -> None:
    phones = two.other
    assert isinstance(phones, Phones)
    await phones.sends_unheard("awa", "@ look", PHOTO, "image/jpeg")
    assert pictures(await two.hers.files("zoe")) == [(SHOWN.name, SHOWN.content)]


async def test_a_picture_for_the_bot_alone_is_not_fetched(two: Two) -> None:
    phones = two.other
    assert isinstance(phones, Phones)
    await phones.sends("awa", "", PHOTO, "image/jpeg")
    assert "write @ and the name beside it" in await last(phones, "awa")
    assert phones.twilio.store.asked == []
