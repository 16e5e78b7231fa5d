"""What comes in: commands, menus, windows, mentions, the Home; and what must not come in."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any

import pytest

from connectors.slack.events import NOTHING, read
from connectors.slack.web import MOST_BYTES
from tests.connectors.slack.conftest import Workspace, encoded, words
from tests.connectors.slack.test_story import AWA, LEA, welcome
from tests.fakes.slack import BOT_USER, SECRET, TEAM, Fault, signed

INES = "U0INES"
RUDE = "<!channel> <@U0LEA> &lt;!here&gt; *gras*"


def message(event: str, text: str = "bonjour", **more: Any) -> dict[str, Any]:
    said = {"type": "message", "channel_type": "im", "channel": f"D{AWA}", "user": AWA,
            "text": text, "ts": "1.2"}  # fmt: skip
    return {"type": "event_callback", "team_id": TEAM, "event_id": event, "event": said | more}


# What people can do


async def test_a_command_in_a_channel_is_answered_in_private(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    before = len(here.slack.messages)
    await here.commands(AWA, "/help")
    assert "/demander" in here.last(AWA)
    assert {each["channel"] for each in here.slack.messages[before:]} == {f"D{AWA}"}


async def test_a_command_in_a_channel_leaves_a_line_there_for_that_person_alone(
    here: Workspace,
) -> None:
    await leaves_a_line(here)


async def test_over_http_too(there: Workspace) -> None:
    await leaves_a_line(there)


async def leaves_a_line(here: Workspace) -> None:
    here.slack.person(AWA, "Awa")
    await here.commands(AWA, "/help")
    assert here.acknowledged == {
        "response_type": "ephemeral", "text": "Je vous réponds en message privé."
    }  # fmt: skip
    await here.commands(AWA, "/help", channel_id=f"D{AWA}")
    assert here.acknowledged == {}


async def test_a_message_s_menu_asks_for_what_the_message_says(here: Workspace) -> None:
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    await here.interacts(
        LEA, "message_action", callback_id="find_help", trigger_id=here.trigger(),
        message={"type": "message", "user": "U0X", "text": "comptabilité", "ts": "1.1"},
        channel={"id": "C0GENERAL"},
    )  # fmt: skip
    assert here.button(LEA, "Awa")


async def test_a_form_opens_in_a_window_and_is_kept_when_sent(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profile", channel_id=f"D{AWA}")
    await here.presses(AWA, "Le changer")
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.windows)
    await here.fills(AWA, headline="Jardinière", offers="jardins, semis", locale="en")
    assert "Jardinière" in here.last(AWA)
    assert here.rows("SELECT headline, locale FROM member") == [("Jardinière", "en")]


async def test_what_the_form_can_not_take_comes_back_as_a_message(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profile")
    await here.presses(AWA, "Le changer")
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.windows)
    await here.fills(AWA, time_zone="Nulle part", name="x" * 300)
    assert here.rows("SELECT headline FROM member") == [("Bénévole",)]
    assert "80" in here.last(AWA) or "fuseau" in here.last(AWA)


async def test_a_form_that_is_closed_is_said_to_be(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profile")
    await here.presses(AWA, "Le changer")
    await here.says(AWA, "annuler")
    await here.presses(AWA, "Remplir")
    assert "close" in here.last(AWA)
    assert here.slack.windows == []


async def test_a_window_that_came_too_late_can_be_opened_again(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profile")
    await here.presses(AWA, "Le changer")
    here.slack.faults["views.open"].append(Fault(error="expired_trigger_id"))
    await here.presses(AWA, "Remplir")
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.windows)


@pytest.mark.parametrize(
    "fault", [Fault(status=429, retry_after=1), Fault(error="expired_trigger_id")]
)
async def test_who_waits_for_a_window_that_does_not_open_is_told_what_to_do(
    here: Workspace, fault: Fault
) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profile")
    await here.presses(AWA, "Le changer")
    here.slack.faults["views.open"].append(fault)
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.whispers)
    [said] = here.slack.whispers
    assert (said["channel"], said["user"]) == (f"D{AWA}", AWA)
    assert "de nouveau" in said["text"]
    await here.passes(timedelta(seconds=2))
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.windows)


async def test_a_button_of_a_closed_question_is_answered_kindly(here: Workspace) -> None:
    await here.joins(AWA, "Awa")
    message, button = here.button(AWA, "Français")
    await here.press(AWA, message, button)
    await here.presses(AWA, "Cela")
    await here.press(AWA, message, button)
    assert "close" in here.last(AWA)


async def test_the_home_shows_where_one_stands(here: Workspace) -> None:
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    await here.says(LEA, "qui peut m’aider avec la comptabilité ?")
    await here.presses(LEA, "Awa")
    await here.presses(LEA, "Passer")
    for who in (LEA, AWA, "U0NEW"):
        await here.event({"type": "app_home_opened", "user": who, "tab": "home", "channel": "D1"})
    await here.slack.until(lambda: len(here.slack.homes) == 3)
    asked, asking = (" ".join(words(here.slack.homes[who])) for who in (AWA, LEA))
    assert "Awa a jusqu’au" in asking
    assert "comptabilité" in asked
    assert "Léa" not in asked, "who asks stays unknown until both agree"


async def test_whose_language_we_do_not_speak_reads_the_community_s_in_the_home(
    here: Workspace,
) -> None:
    here.slack.person("U0NEW", "Jens", locale="de-DE")
    await here.event({"type": "app_home_opened", "user": "U0NEW", "tab": "home", "channel": "D1"})
    await here.slack.until(lambda: here.slack.homes)
    assert "Bienvenue" in " ".join(words(here.slack.homes["U0NEW"]))


async def test_the_home_shows_whom_the_team_would_have_me_meet(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await welcome(here, LEA, "Léa")
    await welcome(here, INES, "Inès")
    user = here.slack.person(INES, "Inès", is_admin=True)
    await here.event({"type": "user_change", "user": user})
    await here.commands(INES, "/intro", f"<@{AWA}|alovelace> <@{LEA}|lb42>")
    await here.says(INES, "vous jardinez tous les deux <!channel>")
    await here.presses(LEA, "Volontiers")
    for who in (AWA, LEA):
        await here.event({"type": "app_home_opened", "user": who, "tab": "home", "channel": "D1"})
    await here.slack.until(lambda: len(here.slack.homes) == 2)
    homes = {who: " ".join(words(shown)) for who, shown in here.slack.homes.items()}
    assert "Inès, de l’équipe" in homes[AWA]
    assert "vous jardinez" in homes[AWA]
    assert "<!channel>" not in homes[AWA]
    assert "Léa" not in homes[AWA], "who it is stays unknown until both agree"
    assert "Inès" not in homes[LEA], "she has answered"


async def test_a_button_of_the_home_is_a_command(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.event({"type": "app_home_opened", "user": AWA, "tab": "home", "channel": "D1"})
    await here.slack.until(lambda: here.slack.homes)
    button = here.slack.homes[AWA]["blocks"][1]["elements"][0]
    await here.interacts(AWA, "block_actions", container={"type": "view", "view_id": "V1"},
        actions=[button | {"action_ts": "1.1"}], trigger_id=here.trigger())  # fmt: skip
    assert "De quoi" in here.last(AWA) or "besoin" in here.last(AWA)


def test_an_option_of_a_menu_is_an_answer() -> None:
    body = {
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": AWA}, "trigger_id": "t",
        "container": {"message_ts": "1.1", "channel_id": "D1"},
        "actions": [{"type": "static_select", "action_id": "option", "action_ts": "1.2",
                     "selected_option": {"value": "t:12"}}],
    }  # fmt: skip
    meaning = read(body, BOT_USER)
    assert meaning.arrival
    assert (meaning.arrival.kind, meaning.arrival.actions) == ("action", ("t:12",))
    assert meaning.arrival.event == f"1.1:1.2:{AWA}"


@pytest.mark.parametrize("action", [{"action_id": "many"}, {"action_id": "link", "value": "x"}])
def test_a_box_that_is_ticked_or_a_link_that_is_opened_is_no_answer(action: dict[str, str]) -> None:
    body = {
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": AWA}, "trigger_id": "t",
        "container": {"message_ts": "1.1"}, "actions": [action | {"action_ts": "1.2"}],
    }  # fmt: skip
    assert read(body, BOT_USER) is NOTHING


@pytest.mark.parametrize(
    "said", ["<@U0BOT> qui peut m’aider ?", "dis-moi <@U0BOT>, qui peut m’aider ?"]
)
def test_the_bot_is_named_first_wherever_it_was_named(said: str) -> None:
    event = {"type": "app_mention", "channel": "C1", "user": AWA, "text": said, "ts": "1.1"}
    meaning = read(message("Ev1") | {"event": event}, BOT_USER)
    assert meaning.arrival
    assert meaning.arrival.text.startswith("@passerelle ")
    assert "U0BOT" not in meaning.arrival.text
    assert meaning.arrival.place == "C1"


@pytest.mark.parametrize("ticked", [["t:0", "t:2"], []])
def test_ticked_boxes_are_sent_by_the_button_under_them(ticked: list[str]) -> None:
    state = {"choice": {"many": {"selected_options": [{"value": each} for each in ticked]}}}
    body = {
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": AWA}, "trigger_id": "t",
        "container": {"message_ts": "1.1", "channel_id": "D1"}, "state": {"values": state},
        "actions": [{"action_id": "send", "value": "t", "action_ts": "1.2"}],
    }  # fmt: skip
    meaning = read(body, BOT_USER)
    if ticked:
        assert meaning.arrival
        assert meaning.arrival.actions == ("t:0", "t:2")
    else:
        assert (meaning.empty, meaning.pressed) == (True, ("D1", AWA))


async def test_nothing_ticked_is_told_to_that_person_alone(here: Workspace) -> None:
    here.slack.person(AWA, "Awa")
    await here.interacts(
        AWA, "block_actions", trigger_id="t", state={"values": {"choice": {"many": {}}}},
        container={"message_ts": "1.1", "channel_id": f"D{AWA}"},
        actions=[{"type": "button", "action_id": "send", "value": "t", "action_ts": "1.2"}],
    )  # fmt: skip
    await here.slack.until(lambda: here.slack.whispers)
    assert here.slack.whispers[0]["user"] == AWA


# Who may do what


@pytest.mark.parametrize(
    ("user", "role"),
    [
        ({"is_primary_owner": True, "is_owner": True, "is_admin": True}, "organiser"),
        ({"is_owner": True, "is_admin": True}, "moderator"),
        ({"is_admin": True}, "moderator"),
        ({}, None),
        ({"is_admin": True, "is_restricted": True}, None),
        ({"is_admin": True, "is_ultra_restricted": True}, None),
        ({"is_admin": True, "is_stranger": True}, None),
        ({"is_admin": True, "team_id": "T0ELSEWHERE"}, None),
        ({"is_owner": True, "deleted": True}, None),
    ],
)
async def test_roles_are_what_slack_says_and_never_a_stranger_s(
    here: Workspace, user: dict[str, Any], role: str | None
) -> None:
    here.slack.person(AWA, "Awa", **user)
    assert (await here.connector.workspaces[TEAM].people.look(AWA)).role == role


async def test_a_role_that_was_taken_away_is_gone_at_once(here: Workspace) -> None:
    here.slack.person(AWA, "Awa", is_admin=True)
    assert (await here.connector.workspaces[TEAM].people.look(AWA)).role == "moderator"
    user = here.slack.person(AWA, "Awa", is_admin=False)
    await here.event({"type": "user_change", "user": user})
    assert (await here.connector.workspaces[TEAM].people.look(AWA)).role is None


async def test_words_that_would_call_everybody_are_only_words(here: Workspace) -> None:
    await here.joins(AWA, RUDE)
    for label in ("Français", "Cela", "Je suis"):
        await here.presses(AWA, label)
    await here.says(AWA, RUDE)
    for message in here.slack.messages:
        assert "<" not in message["text"] + "".join(words(message))


@pytest.mark.parametrize(
    "who", [{"is_restricted": True}, {"is_ultra_restricted": True},
            {"team_id": "T0ELSEWHERE", "is_stranger": True}, {}]
)  # fmt: skip
async def test_moderators_commands_are_not_a_guest_s_nor_a_stranger_s(
    here: Workspace, who: dict[str, Any]
) -> None:
    await welcome(here, AWA, "Awa")
    here.slack.person(AWA, "Awa", is_admin=bool(who), **who)
    await here.event({"type": "user_change", "user": here.slack.people[AWA]})
    await here.commands(AWA, "/intro", f"<@{AWA}|a> <@{LEA}|b>")
    assert "rôle" in here.last(AWA)
    assert here.rows("SELECT count(*) FROM introduction") == [(0,)]


# What must not come in


async def test_a_signed_body_is_taken(there: Workspace) -> None:
    assert (await there.post("events_api", message("Ev1"))).status_code == 200
    assert there.rows("SELECT count(*) FROM inbox WHERE event_id = 'Ev1'") == [(1,)]


@pytest.mark.parametrize(("secret", "away"), [("another", 0), (SECRET, -3600), (SECRET, 3600)])
async def test_a_forged_or_old_signature_is_refused(
    there: Workspace, secret: str, away: float
) -> None:
    at = (
        time.time() + away
    )  # by the clock at this moment: tests may begin long after they were read
    answer = await there.post("events_api", message("Ev1"), secret=secret, at=at)
    assert answer.status_code == 401
    assert there.rows("SELECT count(*) FROM inbox") == [(0,)]


async def test_an_unsigned_or_changed_body_is_refused(there: Workspace) -> None:
    content, type_ = encoded("events_api", message("Ev1"))
    for headers in ({}, signed(content + b" ")):
        answer = await there.send(content, {"Content-Type": type_} | headers)
        assert answer.status_code == 401
    assert there.rows("SELECT count(*) FROM inbox") == [(0,)]


async def test_a_replayed_body_changes_nothing(there: Workspace) -> None:
    for _ in range(3):
        assert (await there.post("events_api", message("Ev1"))).status_code == 200
    assert there.rows("SELECT count(*) FROM inbox WHERE event_id = 'Ev1'") == [(1,)]


async def test_a_body_over_the_limit_is_refused(there: Workspace) -> None:
    content = b" " * (MOST_BYTES + 1)
    assert (await there.send(content, signed(content))).status_code == 413


async def test_a_body_that_is_no_text_is_refused(there: Workspace) -> None:
    assert (await there.send(b"\xff\xfe", signed(b"\xff\xfe"))).status_code == 400


async def test_another_workspace_s_events_change_nothing(there: Workspace) -> None:
    await there.post("events_api", message("Ev1") | {"team_id": "T0OTHER"})
    assert there.rows("SELECT count(*) FROM inbox") == [(0,)]
    assert "users.info" not in there.slack.calls, "it is refused at the door"


async def test_slack_s_question_whether_we_are_there_is_answered(there: Workspace) -> None:
    answer = await there.post("events_api", {"type": "url_verification", "challenge": "abc"})
    assert (answer.status_code, answer.json()) == (200, {"challenge": "abc"})


async def test_over_socket_mode_there_is_no_webhook(here: Workspace) -> None:
    content, type_ = encoded("events_api", message("Ev1"))
    answer = await here.send(content, {"Content-Type": type_} | signed(content))
    assert answer.status_code in {404, 405, 421}, "whatever the page makes of it"


STRANGE: list[dict[str, Any]] = [
    message("E") | {"event": {"type": "reaction_added"}},
    message("E") | {"event": {"type": "team_join"}},
    {"type": "app_rate_limited", "team_id": TEAM, "minute_rate_limited": 1},
    {"type": "block_actions", "team": {"id": TEAM}, "user": {"id": AWA}, "actions": []},
    {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": AWA}, "view": {}},
    {"type": "something_new", "team_id": TEAM},
]  # fmt: skip


@pytest.mark.parametrize("body", STRANGE, ids=lambda body: str(body["type"]))
async def test_what_is_unknown_or_broken_is_acknowledged_and_ignored(
    here: Workspace, body: dict[str, Any]
) -> None:
    assert await here.slack.envelope("events_api", body) is not None
    assert here.rows("SELECT count(*) FROM inbox") == [(0,)]


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B0OTHER"}, {"user": BOT_USER}, {"subtype": "message_changed"},
        {"channel_type": "mpim"}, {"user": None}, {"channel_type": "channel", "bot_id": "B0OTHER"},
    ],
)  # fmt: skip
def test_only_what_a_person_newly_wrote_to_the_bot_is_read(more: dict[str, Any]) -> None:
    assert read(message("Ev1", **more), BOT_USER) is NOTHING


async def test_logs_hold_neither_tokens_nor_words(
    there: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    await there.post("events_api", message("Ev1", "un secret à moi"), secret="wrong")
    await there.post("events_api", message("Ev1", "un secret à moi") | {"team_id": "T0OTHER"})
    await there.post("events_api", {"type": "block_actions", "actions": [{"value": "un secret"}]})
    there.slack.faults["chat.postMessage"].append(Fault(error="invalid_auth"))
    await there.says(AWA, "un secret à moi")
    logged = "".join(capfd.readouterr())
    assert "secret" not in logged
    assert "xoxb" not in logged
    assert json.dumps("un secret à moi") not in logged
