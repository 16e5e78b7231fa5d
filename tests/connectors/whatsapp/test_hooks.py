"""Webhooks that should not be believed, and ones that are odd but fine."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from connectors.whatsapp.hooks import MOST_BYTES
from storage.database import reading
from storage.inbox import inbox
from storage.tables import Alias, table
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here
from tests.fakes.whatsapp import PUBLIC


def events(here: Here) -> int:
    with reading(here.app.database) as connection:
        return connection.execute(select(func.count()).select_from(inbox)).scalar_one()


async def test_a_forged_signature_is_refused(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "bonjour")
    assert await here.twilio.webhook("message", fields, token="another") == 403
    assert (await here.web.post("/hooks/whatsapp/message", data=fields)).status_code == 403
    assert events(here) == 0


async def test_a_missing_or_strange_signature_is_refused(here: Here) -> None:
    for headers in ({}, {"X-Twilio-Signature": "é"}, {"X-Twilio-Signature": ""}):
        sent: Any = {name: value.encode() for name, value in headers.items()}
        answer = await here.web.post("/hooks/whatsapp/message", content=b"Body=x", headers=sent)
        assert answer.status_code == 403
    assert events(here) == 0


async def test_a_body_signed_for_one_webhook_is_refused_at_the_other(here: Here) -> None:
    paths: list[tuple[str, bytes, dict[str, str]]] = []

    async def keep(path: str, body: bytes, headers: dict[str, str]) -> int:
        paths.append((path, body, headers))
        return 200

    here.twilio.post = keep
    await here.twilio.say(AWA, "bonjour")
    _, body, headers = paths[0]
    for path in ("/hooks/whatsapp/status", "/hooks/whatsapp/message?message=1.0"):
        assert await here.post(path, body, headers) == 403
    assert await here.post("/hooks/whatsapp/message", body, headers) == 200


async def test_a_changed_body_is_refused(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "non")

    async def change(path: str, body: bytes, headers: dict[str, str]) -> int:
        return await here.post(path, body.replace(b"Body=non", b"Body=oui"), headers)

    here.twilio.post = change
    assert await here.twilio.webhook("message", fields) == 403


async def test_a_replayed_message_changes_nothing(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "/help")
    for _ in range(3):
        assert await here.twilio.webhook("message", fields) == 200
        await here.settle()
    assert sum("je sais faire" in each for each in here.heard(AWA)) == 1


@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"AccountSid": "AC" + "b" * 32}, 421), ({"To": "whatsapp:+15559999999"}, 421),
     ({"MessageSid": ""}, 400), ({"MessageSid": "SM" * 99}, 400), ({"From": ""}, 400),
     ({"From": AWA.removeprefix("whatsapp:")}, 400), ({"From": "messenger:123"}, 400),
     ({"From": "whatsapp:"}, 400), ({"From": f"{AWA}\0"}, 400)],
)  # fmt: skip
async def test_what_is_not_for_this_account_and_number_is_refused(
    here: Here, wrong: dict[str, str], status: int
) -> None:
    fields = here.twilio.inbound(AWA, "bonjour") | wrong
    assert await here.twilio.webhook("message", fields) == status
    await here.settle()
    assert events(here) == 0
    assert here.heard(fields["From"]) == []


async def test_an_id_that_is_none_of_whatsapps_is_left_alone(here: Here) -> None:
    await here.says(AWA, "/cancel", ExternalUserId="FR.1")
    with reading(here.app.database) as connection:
        known = connection.execute(select(table(Alias).c.address)).scalars().all()
    assert sorted(known) == sorted([AWA, BEN])


async def test_a_body_over_the_limit_is_refused(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "x" * MOST_BYTES)
    assert await here.twilio.webhook("message", fields) == 413
    assert events(here) == 0


async def test_fields_that_nobody_knows_and_empty_ones_are_part_of_what_is_signed(
    here: Here,
) -> None:
    await here.says(AWA, "/help", ChannelMetadata='{"x": "é"}', Brand__New="", Latitude="")
    assert "je sais faire" in here.last(AWA).body


async def test_unknown_kinds_of_messages_are_answered_kindly(here: Here) -> None:
    await here.says(AWA, "", NumMedia="1", MediaUrl0="https://x", MessageType="sticker")
    assert here.last(AWA).body.startswith("Je ne sais lire que les mots")


async def test_a_tap_on_a_closed_question_says_so(here: Here) -> None:
    await here.says(AWA, "Autre", ButtonPayload="v1:gone:0")
    assert here.last(AWA).body.startswith("Cette question est close")


@pytest.mark.parametrize("action", ["v1:", "nonsense", "v1:x:999999999999", "é" * 300])
async def test_a_tap_that_makes_no_sense_harms_nobody(here: Here, action: str) -> None:
    await here.says(AWA, "?", ListId=action)
    assert here.last(AWA).body.startswith("Cette question est close")


async def test_a_member_is_no_moderator_by_saying_so(here: Here) -> None:
    await here.says(AWA, "/team @everyone <!channel> *gras*")
    told = here.last("whatsapp:+33600000003").body
    assert "*gras*" not in told
    assert "∗gras∗" in told


async def test_a_number_typed_for_a_closed_question_answers_nothing(here: Here) -> None:
    await here.says(AWA, "/pause")
    await here.says(AWA, "1")
    before = here.heard(AWA)
    await here.says(AWA, "1")
    said = here.heard(AWA)[len(before) :]
    assert "je n’ai pas bien compris" in said[-1], "it hears what one can do"
    assert not set(said) & set(before), "and not the answer once more"


async def test_formats_and_links_in_a_name_are_inert_wherever_it_is_read(here: Here) -> None:
    await here.welcome(ZOE, "*Zoé* _x_ ~y~ `z` https://evil.example @everyone")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "*gras* www.evil.example")
    await here.taps(ZOE, "Envoyer sans")
    await here.taps(AWA, "J’accepte")
    read = "\n".join(here.heard(AWA) + here.heard(ZOE))
    assert "∗Zoé∗" in read
    for live in ("*Zoé*", "_x_", "~y~", "`z`", "https://evil", "evil.example", "*gras*"):
        assert live not in read


async def test_a_stranger_gets_nowhere_with_a_command_of_moderators(here: Here) -> None:
    await here.says(ZOE, "/intro @Awa @Ben")
    assert here.last(ZOE).titles() == ["English", "Français"]
    assert here.heard(AWA) == here.heard(BEN) == []


async def test_words_longer_than_whatsapp_has_them_are_cut(here: Here) -> None:
    await here.says(AWA, "/team " + "m" * 20_000)
    assert all(len(each) <= 1600 for each in here.heard(AWA))
    assert events(here) > 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        "message=",
        "message=x",
        "message=1.x",
        "message=999.0",
        "message=1.99999999999999999999",
        "message=1.%C2%B2",
        f"message={9 * 10**30}.0",
        "message=knock:1.%00",
    ],
)
async def test_a_status_of_something_unknown_is_taken_and_forgotten(here: Here, query: str) -> None:
    fields = here.twilio.inbound(AWA) | {
        "From": "whatsapp:+15550001111", "To": AWA, "MessageStatus": "failed",
        "ErrorCode": "63016",
    }  # fmt: skip
    assert await here.twilio.webhook("status", fields, query=query) == 200


async def test_nothing_is_accepted_once_the_bot_has_stopped(here: Here) -> None:
    await here.connector.stop()
    assert await here.twilio.say(ZOE, "bonjour") == 503
    await here.restart()
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.last(ZOE).titles() == ["English", "Français"]


async def test_nobodys_words_or_number_get_into_the_log(
    here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    await here.says(ZOE, "un secret bien gardé", ProfileName="Zoé")
    await here.twilio.webhook("message", here.twilio.inbound(ZOE, "un secret"), token="x")
    logged = capsys.readouterr()
    assert "webhook-refused" in logged.out + logged.err
    for secret in ("secret", ZOE[-8:], PUBLIC, "Zoé", "s3cret-token"):
        assert secret not in logged.out + logged.err
