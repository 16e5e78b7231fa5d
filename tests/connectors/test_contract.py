"""The contract that every platform keeps, local page and plain text alike."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from conversations.dialogue import REGISTRY
from conversations.language import render
from conversations.texts import Text
from storage import outbox
from storage.tables import Outbox, table
from tests.connectors.contract import (
    DIALOGUES,
    FILES,
    MANY,
    NASTY,
    Platform,
    begin,
    label,
    later,
    meet,
    settles_in,
    write,
)
from tests.connectors.slack import platform as slack
from tests.fakes import discord, local, plain, whatsapp_people

PLATFORMS: dict[str, Callable[[Path], AbstractAsyncContextManager[Platform]]] = {
    "local": local.platform,
    "plain": plain.platform,
    "slack": slack.platform,
    "discord": discord.platform,
    "whatsapp": whatsapp_people.platform,
}
STALE = render(Text("stale-button"), "en")
IN_ORDER = [str(n) for n in range(MANY)]


@pytest.fixture
def dialogues() -> Iterator[None]:
    """The contract's own dialogues, known as long as a test lasts."""
    REGISTRY.update(DIALOGUES)
    yield
    for name in DIALOGUES:
        del REGISTRY[name]


@pytest.fixture(params=list(PLATFORMS))
async def platform(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path, dialogues: None
) -> AsyncIterator[Platform]:
    """A platform on which Zoé and Marc have settled in."""
    shutil.copyfile(sqlite_template, tmp_path / "bot.db")
    async with PLATFORMS[request.param](tmp_path) as made:
        await settles_in(made, "zoe", "marc")
        yield made


async def test_what_is_said_in_a_place_arrives_in_order(platform: Platform) -> None:
    assert [each.text for each in await begin(platform, "zoe", "contract-many")] == IN_ORDER


async def test_what_people_write_stays_words(platform: Platform) -> None:
    (seen,) = await begin(platform, "zoe", "contract-quote", words=NASTY)
    assert not platform.is_live(seen, NASTY)
    assert "everyone" in seen.text, "it can still be read"


@pytest.mark.parametrize(
    "words",
    ["jean_paul.d@my-mail.fr ou t.me/jean_paul", "1. _a_b_ *c* ~d~ https://e.fr/_f_ <&> @here"],
)
async def test_what_is_given_to_be_copied_is_exactly_that(platform: Platform, words: str) -> None:
    (seen,) = await begin(platform, "zoe", "contract-hand-over", words=words)
    assert platform.copied(seen) == [words]


@pytest.mark.parametrize("count", [2, 5, 10, 25, 100])
async def test_any_number_of_choices_can_be_answered(platform: Platform, count: int) -> None:
    for n in (0, count - 1):
        await begin(platform, "zoe", "contract-choose", count=count)
        await platform.answers("zoe", label(n))
        assert (await platform.hears("zoe"))[-1].text == f"chosen {n}"


async def test_a_form_can_be_filled_in(platform: Platform) -> None:
    values = {"name": "Zoé", "need": "relire un budget", "place": "Lyon"}
    await begin(platform, "zoe", "contract-fill", fields=list(values))
    await platform.fills("zoe", values)
    assert (await platform.hears("zoe"))[-1].text == " / ".join(values.values())


async def test_a_button_of_a_closed_question_gets_a_kind_word(platform: Platform) -> None:
    if not platform.stale_buttons:
        pytest.skip("here nothing but words can be sent")
    (question,) = await begin(platform, "zoe", "contract-choose", count=3)
    await platform.answers("zoe", label(0))
    await platform.answers("zoe", label(1), of=question)
    assert [each.text for each in await platform.hears("zoe")][-2:] == ["chosen 0", STALE]


async def test_the_button_that_answered_gets_a_kind_word_when_it_is_pressed_days_later(
    platform: Platform,
) -> None:
    if not platform.stale_buttons:
        pytest.skip("here nothing but words can be sent")
    (question,) = await begin(platform, "zoe", "contract-choose", count=3)
    await platform.answers("zoe", label(0))
    await platform.answers("zoe", label(0), of=question)
    assert (await platform.hears("zoe"))[-1].text == "chosen 0", "an impatient finger"
    await platform.restart()
    platform.app.clock.move_to(platform.app.clock.now() + timedelta(days=2))
    await platform.answers("zoe", label(0), of=question)
    assert [each.text for each in await platform.hears("zoe")][-2:] == ["chosen 0", STALE]


async def test_an_event_that_comes_twice_changes_nothing(platform: Platform) -> None:
    await begin(platform, "zoe", "contract-choose", count=3)
    await platform.answers("zoe", label(2))
    before = list(await platform.hears("zoe"))
    await platform.repeats()
    assert list(await platform.hears("zoe")) == before
    await platform.says("zoe", "/help")
    before = list(await platform.hears("zoe"))
    await platform.repeats()
    assert list(await platform.hears("zoe")) == before


@pytest.mark.parametrize("kind", list(FILES))
async def test_a_file_arrives_whole_and_in_its_place(platform: Platform, kind: str) -> None:
    heard = await begin(platform, "zoe", "contract-give", kind=kind)
    said = [each.text.splitlines()[0] for each in heard if each.text]
    assert said == ["before", "here it is", "after"]
    assert list(await platform.files("zoe")) == [(FILES[kind].name, FILES[kind].content)]


@pytest.mark.parametrize("kind", list(FILES))
async def test_nothing_is_left_of_a_file_in_the_outbox(platform: Platform, kind: str) -> None:
    await begin(platform, "zoe", "contract-give", kind=kind)
    kept = select(table(Outbox).c.payload).where(table(Outbox).c.payload.is_not(None))
    assert await write(platform, lambda connection: connection.execute(kept).all()) == []


async def test_a_file_whose_answer_was_lost_comes_once(platform: Platform) -> None:
    _can(platform, "lost-answer")
    platform.fail_next("lost-answer")
    await begin(platform, "zoe", "contract-give", kind="image/png")
    await later(platform, timedelta(minutes=5))
    assert len(await platform.files("zoe")) == 1


async def test_a_room_is_opened_once_for_those_two(platform: Platform) -> None:
    if not platform.has_rooms:
        pytest.skip("whoever meets here writes through a relay: see tests/conversations")
    await meet(platform, "zoe", "marc")
    await platform.restart()
    ((people, said),) = await platform.rooms()
    assert people == {platform.id_of("zoe"), platform.id_of("marc")}
    assert [each.text for each in said] == IN_ORDER


async def test_a_question_stands_over_a_restart(platform: Platform) -> None:
    await begin(platform, "zoe", "contract-choose", count=5)
    await platform.restart()
    await platform.answers("zoe", label(4))
    assert (await platform.hears("zoe"))[-1].text == "chosen 4"


async def test_a_pause_that_the_platform_asks_for_keeps_the_order(platform: Platform) -> None:
    _can(platform, "later")
    platform.fail_next("later")
    assert await begin(platform, "zoe", "contract-many") == []
    await later(platform, timedelta(minutes=5))
    assert [each.text for each in (await platform.hears("zoe"))[-MANY:]] == IN_ORDER


async def test_a_lost_answer_does_not_say_it_twice(platform: Platform) -> None:
    _can(platform, "lost-answer")
    platform.fail_next("lost-answer")
    await begin(platform, "zoe", "contract-many")
    await later(platform, timedelta(minutes=5))
    said = [each.text for each in await platform.hears("zoe")]
    assert said[-MANY:] == IN_ORDER
    assert said.count("0") == 1


async def test_what_never_arrives_is_known_and_holds_up_nothing(platform: Platform) -> None:
    _can(platform, "never")
    platform.fail_next("never")
    heard = await begin(platform, "zoe", "contract-many")
    assert [each.text for each in heard] == IN_ORDER[1:]
    assert len(await write(platform, outbox.failures)) == 1


async def _tells(platform: Platform, *told: str, interim: bool = False) -> list[str]:
    """The bot says this, each in the place of the one before; what Zoé then has before her."""
    before = len(await platform.hears("zoe"))
    for each in told:
        await begin(platform, "zoe", "contract-line", words=each, interim=interim)
    return [each.text for each in (await platform.hears("zoe"))[before:]]


async def test_what_replaces_a_message_stands_in_its_place_where_messages_can_be_changed(
    platform: Platform,
) -> None:
    told = ["début <1>", "milieu", "fin"]
    assert await _tells(platform, *told) == (told[-1:] if platform.edits else told)


async def test_a_message_is_replaced_over_a_restart(platform: Platform) -> None:
    before = [each.text for each in await platform.hears("zoe")]
    await _tells(platform, "avant")
    await platform.restart()
    await _tells(platform, "après")
    now = [each.text for each in await platform.hears("zoe")]
    assert now == before + (["après"] if platform.edits else ["avant", "après"])


async def test_what_replaces_a_message_that_is_gone_is_said_anew_and_replaced_again(
    platform: Platform,
) -> None:
    if not platform.edits:
        pytest.skip("what was said here stays as it is")
    await _tells(platform, "avant")
    await platform.loses("zoe")
    before = [each.text for each in await platform.hears("zoe")]
    await begin(platform, "zoe", "contract-many", count=2)
    await _tells(platform, "après", "fin")
    assert [each.text for each in await platform.hears("zoe")] == [*before, "0", "1", "fin"]


async def test_what_only_tells_how_far_it_is_makes_no_second_message(platform: Platform) -> None:
    assert await _tells(platform, "5", "6", interim=True) == (["6"] if platform.edits else [])
    await begin(platform, "zoe", "contract-line", words="fin")
    assert (await platform.hears("zoe"))[-1].text == "fin"
    assert await write(platform, outbox.failures) == []


async def test_a_message_is_replaced_for_its_reader_alone(platform: Platform) -> None:
    marcs = [each.text for each in await platform.hears("marc")]
    await begin(platform, "marc", "contract-line", words="à Marc")
    await _tells(platform, "à Zoé", "encore à Zoé")
    assert [each.text for each in await platform.hears("marc")] == [*marcs, "à Marc"]


def _can(platform: Platform, fault: str) -> None:
    if fault not in platform.faults:
        pytest.skip(f"nothing here can go wrong in this way: {fault}")
