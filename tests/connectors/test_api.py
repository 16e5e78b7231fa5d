"""The local API as those who use it see it: docs/local-api.md, line by line."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection, text

from connectors.local import history
from conversations.language import render
from conversations.texts import Lines, Text
from storage import outbox
from tests.connectors.conftest import Community, Starting

STALE_FR = render(Text("stale-button"), "fr")
STALE_EN = render(Text("stale-button"), "en")
MISSING_NAME = render(Text("form-missing", fields=[Text("field-name")]), "fr")
NAMELESS = Text("form-wrong", field=Text("field-name"), why=Text("read-name-empty"))
WRONG_LANGUAGE = render(Text("form-not-offered", fields=[Text("field-locale")]), "fr")


async def test_an_event_is_accepted_then_shown_then_answered(here: Community) -> None:
    answer = await here.post(type="message", text="Bonjour")
    await here.app.settle()
    assert (answer.status_code, answer.json()) == (202, {"status": "accepted"})
    messages = await here.heard()
    assert (messages[0]["author"], messages[0]["text"]) == ("awa", "Bonjour")
    assert {each["author"] for each in messages[1:]} == {"bot"}


async def test_a_second_post_of_the_same_id_is_seen_and_changes_nothing(here: Community) -> None:
    await here.happen(id="once", type="message", text="Bonjour")
    before = here.events(), await here.heard()
    again = await here.post(id="once", type="message", text="Tout autre chose")
    await here.app.settle()
    assert (again.status_code, again.json()) == (200, {"status": "seen"})
    assert (here.events(), await here.heard()) == before


async def test_the_same_id_twice_in_one_breath_is_one_event(here: Community) -> None:
    event = {"id": "e", "place": "general", "sender": "awa", "type": "message", "text": "Bonjour"}
    posts = [here.client.post("/local/api/events", json=event) for _ in range(5)]
    answers = await asyncio.gather(*posts)
    assert sorted(each.status_code for each in answers) == [200, 200, 200, 200, 202]
    assert await here.texts("general") == ["Bonjour"]


async def test_what_cannot_be_seen_is_taken_out_of_texts(here: Community) -> None:
    await here.say("a\x00b\x1b[31m \u202ecod.exe\u202c \u2067fin\ufeff\r", place="general")
    assert await here.texts("general") == ["ab[31m cod.exe fin"]


async def test_words_of_4000_characters_and_of_every_script_pass(here: Community) -> None:
    for words in ("é" * 4000, "<b>@everyone</b> & {x} عائشة 李雷 👩🏽‍⚕️\nfin"):
        await here.say(words, place="general")
        assert (await here.texts("general"))[-1] == words


async def test_4000_characters_reach_the_team_whole(here: Community) -> None:
    story = " ".join(f"{n:04}" for n in range(798))
    await here.say(f"/team {story}")
    said = render(Text("team-message", name="Awa", message=story), "fr")
    assert story in said
    assert (await here.texts("dm:omar"))[-1] == said


async def test_a_media_type_is_read_whatever_its_case_and_parameters(here: Community) -> None:
    body = {"id": "1", "place": "general", "sender": "awa", "type": "message", "text": "Bonjour"}
    answer = await here.client.post(
        "/local/api/events", content=json.dumps(body),
        headers={"Content-Type": "Application/JSON; charset=utf-8"},
    )  # fmt: skip
    assert answer.status_code == 202


async def test_a_newcomer_joins_and_is_asked_a_question(here: Community) -> None:
    await here.happen(type="join", sender="visitor-1", values={"name": "Zoé", "locale": "en"})
    asked = await here.question("dm:visitor-1")
    assert [each["label"] for each in asked["choices"]] == ["English", "Français"]
    assert asked["text"].startswith("Hello and welcome!")


async def test_a_newcomer_may_speak_as_soon_as_the_join_is_accepted(here: Community) -> None:
    await here.joins_slowly("visitor-1", name="Zoé", locale="fr")
    answer = await here.post(type="message", text="Français", sender="visitor-1")
    await here.app.settle()
    assert answer.status_code == 202
    said, *heard = await here.heard("dm:visitor-1")
    assert (said["author_name"], said["text"]) == ("Zoé", "Français")
    assert [each["author"] for each in heard] == ["bot"] * len(heard)
    assert "Les Essais" in heard[1]["text"], "the answer came after the question"


async def test_whoever_reads_is_told_that_an_answer_is_on_its_way(here: Community) -> None:
    await here.joins_slowly("visitor-1", name="Zoé", locale="fr")
    place = "/local/api/places/dm:visitor-1/messages"
    assert (await here.client.get(place)).json() == {"messages": [], "answering": True}
    assert not (await here.client.get("/local/api/places/dm:awa/messages")).json()["answering"]
    await here.post(type="message", text="Français", sender="visitor-1")
    await here.app.settle()
    then = (await here.client.get(place)).json()
    assert (len(then["messages"]) > 1, then["answering"]) == (True, False)


async def test_mail_that_waits_for_the_morning_is_not_on_its_way(here: Community) -> None:
    now = here.app.clock.now()
    morning = now + timedelta(hours=8)

    def write(connection: Connection) -> list[bool]:
        space = history.space_id(connection)
        row = {"space_id": space, "place": "dm:awa", "member_id": None, "purpose": "reply"}
        outbox.add(connection, [row | {"payload": {}, "created_at": morning}])
        return [history.is_answering(connection, space, "dm:awa", at) for at in (now, morning)]

    assert await asyncio.wrap_future(here.app.writer.submit(write)) == [False, True]


async def test_who_left_may_speak_again_after_joining_again(here: Community) -> None:
    await here.happen(type="leave")
    assert "awa" not in await ids(here)
    assert (await here.post(type="message", text="Bonjour")).status_code == 404
    await here.happen(type="join")
    assert (await here.texts())[-1].startswith("Bon retour, Awa")
    assert "awa" in await ids(here)


async def ids(here: Community) -> list[str]:
    """Who is there to be chosen."""
    members = (await here.client.get("/local/api/members")).json()["members"]
    return [each["id"] for each in members]


async def test_a_newcomer_speaks_in_no_channel_before_the_welcome_is_finished(
    here: Community,
) -> None:
    await here.happen(type="join", sender="visitor-1")
    for what in ({"type": "message", "text": "Bonjour"}, {"type": "command", "command": "help"}):
        answer = await here.post(sender="visitor-1", place="general", **what)
        assert (answer.status_code, answer.json()["error"]) == (403, "welcome-first")
    assert await here.heard("general") == []


@pytest.mark.parametrize(("locale", "label"), [("fr", "Nouvelle personne"), ("en", "Newcomer")])
async def test_who_has_no_name_yet_is_called_a_newcomer(
    here: Community, locale: str, label: str
) -> None:
    await here.happen(type="join", sender="visitor-1")
    await here.say("Bonjour", sender="visitor-1")
    place = f"/local/api/places/dm:visitor-1/messages?locale={locale}"
    said = await here.client.get(place)
    members = (await here.client.get(f"/local/api/members?locale={locale}")).json()["members"]
    (own,) = [each for each in said.json()["messages"] if each["author"] == "visitor-1"]
    assert own["author_name"] == label
    assert {each["id"]: each["name"] for each in members}["visitor-1"] == label


async def test_a_question_that_was_put_again_is_open_at_its_last_message(here: Community) -> None:
    form = await profile_form(here)
    await here.happen(type="form", action=form["token"], values={"time_zone": "Atlantide"})
    same = [each for each in await here.heard() if each["token"] == form["token"]]
    assert [each["open"] for each in same] == [False, True]
    zones = [f["value"] for f in same[1]["form"]["fields"] if f["name"] == "time_zone"]
    assert zones == ["Atlantide"]


async def test_a_newcomer_whose_join_waits_is_in_no_room(here: Community) -> None:
    await here.joins_slowly("visitor-1")
    answer = await here.post(type="message", text="Bonjour", sender="visitor-1", place="room:1")
    assert (answer.status_code, answer.json()["error"]) == (403, "not-there")


@pytest.mark.parametrize("locale", ["klingon", "../en", "xx", "", "\u202e"])
async def test_a_newcomer_of_an_unknown_language_is_welcomed_in_the_communitys(
    here: Community, locale: str
) -> None:
    await here.happen(type="join", sender="visitor-1", values={"locale": locale})
    assert (await here.texts("dm:visitor-1"))[0].startswith("Bonjour et bienvenue")
    assert here.app.fault() is None


@pytest.mark.parametrize("token", ["v1:forged:0", "v1:", ":", ":0", "0", "é:0", "' OR 1=1 --:0"])
@pytest.mark.parametrize("kind", ["action", "form"])
async def test_a_forged_token_is_accepted_and_answered_kindly(
    here: Community, kind: str, token: str
) -> None:
    answer = await here.post(type=kind, action=token)
    await here.app.settle()
    assert answer.status_code == 202
    assert await here.texts() == [STALE_FR]


@pytest.mark.parametrize("index", ["", "-1", "99", "1e3", "٣", "9" * 60])
async def test_an_option_that_was_not_offered_is_answered_kindly(
    here: Community, index: str
) -> None:
    await here.happen(type="command", command="profile")
    asked = await here.question()
    await here.happen(type="action", action=f"{asked['token']}:{index}")
    assert (await here.texts())[-1] == STALE_FR
    assert (await here.question())["open"]


async def test_an_answered_questions_other_button_gets_a_kind_line(here: Community) -> None:
    await here.happen(type="command", command="/profile")
    change, keep, *_ = [each["action"] for each in (await here.question())["choices"]]
    await here.happen(type="action", action=keep)
    await here.happen(type="action", action=change)
    assert (await here.texts())[-2:] == [render(Text("profile-kept"), "fr"), STALE_FR]


async def test_the_button_that_answered_may_be_pressed_twice(here: Community) -> None:
    await here.happen(type="command", command="/profile")
    keep = (await here.question())["choices"][1]["action"]
    await here.happen(type="action", action=keep)
    before = await here.heard()
    await here.happen(type="action", actions=[keep])
    assert before[-1]["text"] == render(Text("profile-kept"), "fr")
    assert await here.heard() == before


async def test_a_message_arrives_though_its_outbox_number_was_used_before(here: Community) -> None:
    """A database of an earlier release gives the number of an erased row once more."""
    await here.say("/help")
    before = len(await here.heard())

    def forget(connection: Connection) -> None:
        connection.execute(text("DELETE FROM outbox"))
        if connection.dialect.name == "sqlite":
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = 'outbox'"))

    await asyncio.wrap_future(here.app.writer.submit(forget))
    await here.say("/help")
    assert len(await here.heard()) == 2 * before


async def test_the_token_of_anothers_question_answers_nothing(here: Community) -> None:
    await here.happen(type="command", command="profile")
    asked = await here.question()
    await here.happen(sender="nadia", type="action", action=asked["choices"][1]["action"])
    await here.happen(sender="nadia", type="form", action=asked["token"], values={"name": "N"})
    assert await here.texts("dm:nadia") == [STALE_EN, STALE_EN]
    assert (await here.question())["open"]


async def test_several_ticked_where_one_may_be_ticked_is_answered_kindly(here: Community) -> None:
    await here.happen(type="command", command="profile")
    tokens = [each["action"] for each in (await here.question())["choices"]]
    await here.happen(type="action", actions=tokens)
    assert (await here.texts())[-1] == STALE_FR


async def profile_form(here: Community) -> dict[str, Any]:
    """Awa has her profile's form before her."""
    await here.happen(type="command", command="profile")
    await here.happen(type="action", action=(await here.question())["choices"][0]["action"])
    return await here.question()


async def test_a_form_has_what_the_documentation_says(here: Community) -> None:
    form = (await profile_form(here))["form"]
    assert form["submit"] == "Envoyer"
    by_name = {each["name"]: each for each in form["fields"]}
    assert by_name["name"] == {
        "name": "name", "label": "Nom", "hint": None, "kind": "text", "value": "Awa",
        "required": True, "options": [],
    }  # fmt: skip
    assert [each["value"] for each in by_name["locale"]["options"]] == ["en", "fr"]
    assert by_name["offers"]["kind"] == "long"


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"name": ""}, MISSING_NAME),
        ({"name": "\u202e"}, MISSING_NAME),
        ({"name": "…"}, render(Text("form-refused", lines=Lines([NAMELESS])), "fr")),
        ({"locale": ""}, render(Text("form-missing", fields=[Text("field-locale")]), "fr")),
        ({"locale": "xx"}, WRONG_LANGUAGE),
    ],
)
async def test_a_form_with_something_missing_says_so_and_stays_open(
    here: Community, values: dict[str, str], complaint: str
) -> None:
    form = await profile_form(here)
    await here.happen(type="form", action=form["token"], values=values)
    assert (await here.texts())[-1] == complaint
    await here.happen(type="form", action=form["token"], values={"name": "Awa D."})
    assert (await here.heard())[-1]["card"]["title"] == "Awa D."


async def test_unknown_values_of_a_form_are_refused_and_change_nothing(here: Community) -> None:
    form = await profile_form(here)
    before = (await here.client.get("/local/api/members")).json()
    await here.happen(type="form", action=form["token"], values={"role": "organiser", "name": "A"})
    assert (await here.texts())[-1].startswith("Ce formulaire n’a pas de champ nommé role.")
    assert (await here.client.get("/local/api/members")).json() == before


async def test_a_question_stays_open_until_it_is_answered(here: Community) -> None:
    await here.happen(type="command", command="profile")
    assert (await here.question())["open"] is True
    await here.say("2")
    assert (await here.question())["open"] is False


async def test_messages_after_a_number_are_the_later_ones(here: Community) -> None:
    for words in ("un", "deux", "trois"):
        await here.say(words, place="general")
    first = (await here.heard("general"))[0]["n"]
    later = await here.client.get(f"/local/api/places/general/messages?after={first}")
    assert [each["text"] for each in later.json()["messages"]] == ["deux", "trois"]


async def test_a_place_gives_at_most_200_messages_at_once(here: Community) -> None:
    await here.fill("general", 201)
    assert await here.texts("general") == [str(n) for n in range(200)]


async def test_a_member_sees_their_own_places_the_direct_line_first(here: Community) -> None:
    awa, omar = [
        (await here.client.get(f"/local/api/places?member={who}")).json()["places"]
        for who in ("awa", "omar")
    ]
    assert [each["kind"] for each in awa] == ["direct", "channel", "room"]
    assert awa[0] == {"place": "dm:awa", "title": "Passerelle", "kind": "direct"}
    assert [each["place"] for each in omar] == ["dm:omar", "general"]


@pytest.mark.parametrize(
    ("who", "locale", "title"),
    [
        ("awa", "fr", "Vous et Nadia"),
        ("awa", "en", "You and Nadia"),
        ("nadia", "en", "You and Awa"),
    ],
)
async def test_a_room_is_called_by_who_else_is_in_it(
    here: Community, who: str, locale: str, title: str
) -> None:
    answer = await here.client.get(
        f"/local/api/places?member={who}", headers={"Accept-Language": locale}
    )
    titles = {each["place"]: each["title"] for each in answer.json()["places"]}
    assert titles["room:1"] == title
    assert titles["general"] == "#general"


async def test_a_room_that_the_other_has_left_for_good_names_nobody(here: Community) -> None:
    await here.happen(type="command", command="mydata", sender="nadia")
    for _ in range(2):
        choices = (await here.question("dm:nadia"))["choices"]
        erase = next(each for each in choices if each["label"] in {"Erase everything", "Yes"})
        await here.happen(type="action", action=erase["action"], sender="nadia")
    answer = await here.client.get("/local/api/places?member=awa")
    assert [each["title"] for each in answer.json()["places"] if each["kind"] == "room"] == ["…"]


async def test_the_members_are_listed_with_what_the_documentation_says(here: Community) -> None:
    members = (await here.client.get("/local/api/members")).json()["members"]
    assert members[0] == {
        "id": "awa", "name": "Awa", "role": "member", "locale": "fr",
        "time_zone": "Europe/Paris", "headline": "", "paused": False, "external": False,
        "removed": False,
    }  # fmt: skip
    assert [each["id"] for each in members] == ["awa", "nadia", "omar"]


async def test_a_paused_member_is_listed_as_paused_until_time_has_passed(here: Community) -> None:
    await here.happen(type="command", command="pause")
    await here.happen(type="action", action=(await here.question())["choices"][0]["action"])
    assert await paused(here) == {"awa"}
    answer = await here.client.post("/local/api/clock", json={"advance_seconds": 40 * 86_400})
    assert answer.json()["demo"] is True
    assert await paused(here) == set()


async def paused(here: Community) -> set[str]:
    """The ids of those who are paused."""
    members = (await here.client.get("/local/api/members")).json()["members"]
    return {each["id"] for each in members if each["paused"]}


async def test_time_moves_on_by_exactly_what_was_asked(here: Community) -> None:
    ahead = here.app.clock.ahead
    answer = await here.client.post("/local/api/clock", json={"advance_seconds": 3600})
    assert answer.status_code == 200
    assert (here.app.clock.ahead - ahead).total_seconds() == pytest.approx(3600, abs=5)


@pytest.mark.parametrize(("locale", "send"), [("fr", "Envoyer"), ("en", "Send"), ("xx", "Send")])
async def test_the_pages_words_come_in_the_language_asked_for(
    here: Community, locale: str, send: str
) -> None:
    answer = (await here.client.get(f"/local/api/texts?locale={locale}")).json()
    assert (answer["community"], answer["texts"]["page-send"]) == ("Les Essais", send)
    assert all(key.startswith("page-") for key in answer["texts"])


async def test_commands_are_listed_in_the_language_asked_for(here: Community) -> None:
    answer = (await here.client.get("/local/api/commands?locale=fr")).json()
    assert {"command": "/demander", "help": "demander de l’aide à la communauté"} in answer[
        "commands"
    ]


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("fr", "Doucement"), ("fr-CA,en;q=0.8", "Doucement"), ("fr;q=0.9", "Doucement"),
        ("en;q=0.3, fr;q=0.8", "Doucement"), ("de, fr;q=0.7, en;q=0.3", "Doucement"),
        ("en;q=0, FR", "Doucement"), ("fr_FR", "Doucement"), ("de", "Not so fast"),
        ("", "Not so fast"), ("*", "Not so fast"), (";;,q=x", "Not so fast"),
    ],
)  # fmt: skip
async def test_refusals_follow_the_browsers_preference(
    starting: Starting, header: str, word: str
) -> None:
    async with starting(events_per_minute=1) as here:
        await here.post(type="message", text="Bonjour")
        again = await here.client.post(
            "/local/api/events", headers={"Accept-Language": header},
            json={"id": "2", "place": "dm:awa", "sender": "awa", "type": "message", "text": "!"},
        )  # fmt: skip
    assert word in again.json()["message"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/local/api/nothing", 404),
        ("GET", "/local/api/events", 405),
        ("DELETE", "/local/api/members", 405),
        ("OPTIONS", "/local/api/events", 405),
        ("GET", "/local/page/../connector.py", 404),
        ("GET", "/local/page/%2e%2e/connector.py", 404),
        ("GET", "/local/page/%2e%2e%2f%2e%2e%2fconnector.py", 404),
    ],
)
async def test_there_is_nothing_else_to_be_had(
    here: Community, method: str, path: str, status: int
) -> None:
    answer = await here.client.request(method, path)
    assert answer.status_code == status
    assert answer.json()["error"] == {404: "no-such-call", 405: "wrong-method"}[status]
    assert "import" not in answer.text


async def test_the_page_and_its_parts_are_served(here: Community) -> None:
    page = await here.client.get("/")
    assert page.headers["Content-Type"].startswith("text/html")
    script = await here.client.get("/local/page/app.js")
    assert "javascript" in script.headers["Content-Type"]


async def test_health_checks_say_that_all_is_well(here: Community) -> None:
    healthy, ready = [await here.client.get(path) for path in ("/healthz", "/readyz")]
    assert (healthy.status_code, healthy.json()) == (200, {"status": "ok"})
    assert ready.status_code == 200


async def test_a_bot_that_has_stopped_is_not_ready(starting: Starting) -> None:
    async with starting() as here:
        web = here.app.web()
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(web), base_url="http://127.0.0.1"
    ) as client:
        ready = await client.get("/readyz")
    assert (ready.status_code, ready.json()["message"]) == (503, "engine: stopped")


async def test_whom_the_team_removed_still_reaches_their_data_and_nobody_else(
    here: Community,
) -> None:
    """They were told so, and the page knew them no more."""
    for words in ("/remove-member @awa", "trop de réclame", "oui"):
        await here.say(words, sender="omar")
    await here.say("/mydata")
    assert "vos données restent les vôtres" in (await here.texts())[-1]
    refused = await here.post(type="message", text="coucou", place="general")
    assert refused.json()["error"] == "not-there"
    places = await here.client.get("/local/api/places", params={"member": "awa"})
    assert [each["kind"] for each in places.json()["places"]] == ["direct"]
    listed = (await here.client.get("/local/api/members")).json()["members"]
    assert {each["id"]: each["removed"] for each in listed} == {
        "awa": True, "nadia": False, "omar": False,
    }  # fmt: skip
