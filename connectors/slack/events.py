"""Reading what Slack reports. Pure: one body in, what it means out.

Shapes after docs.slack.dev, "Events API", "Interactivity" and "Slash commands".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.words import MOST_TEXT, clean
from connectors.base import Arrival
from connectors.pictures import Attached
from connectors.slack.commands import meant
from connectors.slack.words import plain
from conversations.commands import called

Body = Mapping[str, Any]

CHANNELS = {"channel", "group"}
"""Public and private ones (docs.slack.dev, "message" event: channel_type)."""
WRITTEN = {None, "file_share", "thread_broadcast", "me_message"}
"""Kinds of message that a person writes: an answer in a thread that is shown beside it, too, and
what follows /me (docs.slack.dev, "message" subtypes)."""
NAMED = "@passerelle "
"""How the bot is spoken to in a channel, whatever it is called there."""
MOST_NEED = 300
"""Characters of a message that becomes a request; the rest can be told later."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Our token is worth nothing any more. `by_removal`: the app itself was taken out."""

    event: str
    by_removal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a body asks for: an arrival to write down, a window or the Home to show, a note.

    `among_others` says that a command was used where others are; `fill` is the token whose form is
    wanted, `trigger` what opens its window; `user` is what Slack told of somebody in passing.
    """

    arrival: Arrival | None = None
    among_others: bool = False
    attached: Sequence[Attached] = ()
    fill: str | None = None
    trigger: str = ""
    home: str | None = None
    pressed: tuple[str, str] = ("", "")
    """In which channel a button was pressed, and by whom: what only they see is said there."""
    empty: bool = False
    """A choice was sent, and nothing was chosen."""
    user: Mapping[str, Any] = field(default_factory=dict)
    gone: Gone | None = None
    overheard: bool = False
    """Said to others: only for where organisers let the bot listen, or put a question."""
    dismiss: str = ""
    """Where a message that only its reader sees can be taken away, once it is answered."""


NOTHING = Meaning()
_HOLDERS = ("event", "message")


def read(body: Body, bot: str) -> Meaning:
    """What a body means; NOTHING for all we need not know. `bot` is our own user's id."""
    if "command" in body:
        return _command(body)
    if body.get("type") == "event_callback":
        reading = _EVENTS.get(str(body["event"].get("type")))
        return reading(body, body["event"], bot) if reading else NOTHING
    reading_ = _INTERACTIONS.get(str(body.get("type")))
    return reading_(body) if reading_ else NOTHING


def spoken(body: Body) -> str:
    """What somebody wrote, as Slack sends it: nothing where there are no words."""
    return str(_holder(body).get("text") or "")


def respoken(body: Body, text: str) -> Body:
    """The same body with other words in their place."""
    said = {**_holder(body), "text": text}
    for name in _HOLDERS:
        if name in body:
            return {**body, name: said}
    return said


def _holder(body: Body) -> Body:
    """Where the words are: in an event, in the message that was chosen, or in the body itself."""
    found = next((body[name] for name in _HOLDERS if name in body), body)
    return found if isinstance(found, Mapping) else {}


def _command(body: Body) -> Meaning:
    channel = str(body["channel_id"])
    direct = channel.startswith("D")
    command = meant(str(body["command"]))
    known = called(command.removeprefix("/"))
    tagged = known is not None and known.about_members
    return Meaning(among_others=not direct, arrival=Arrival(
        space=body["team_id"], event=body["trigger_id"], sender=body["user_id"], kind="command",
        command=command, text=_words(body.get("text"), tagged=tagged),
        place=None if direct else channel, place_kind="direct" if direct else "channel",
    ))  # fmt: skip


def _joined(body: Body, event: Body, bot: str) -> Meaning:
    user = event["user"]
    if user.get("is_bot"):
        return NOTHING
    return Meaning(user=user, arrival=_of_event(body, user["id"], kind="join"))


def _changed(body: Body, event: Body, bot: str) -> Meaning:
    user = event["user"]
    kind = "leave" if user.get("deleted") else "change"
    return Meaning(user=user, arrival=_of_event(body, user["id"], kind=kind))


def _said(body: Body, event: Body, bot: str) -> Meaning:
    """Only what a person newly wrote: no edits, no notes of Slack's, no other bots."""
    by_a_bot = event.get("bot_id") or event.get("user") == bot
    if by_a_bot or not isinstance(event.get("user"), str):
        return NOTHING
    if event.get("subtype") not in WRITTEN:
        return NOTHING
    in_a_channel = event.get("channel_type") in CHANNELS
    words = _words(event.get("text"))
    if event.get("channel_type") == "im":
        arrival = _of_event(
            body, event["user"], kind="message", text=words, replied_to=_answered(event)
        )
        return Meaning(arrival=arrival, attached=_attached(event))
    if in_a_channel and f"<@{bot}" not in str(event.get("text")):
        return _overheard(body, event, words)
    return NOTHING


def _attached(event: Body) -> Sequence[Attached]:
    """What came with it (docs.slack.dev, "File object"); a deleted file has no address."""
    return [
        Attached(
            str(file.get("url_private") or ""), str(file.get("mimetype") or ""),
            size if isinstance(size := file.get("size"), int) else 0,
        )
        for file in event.get("files") or ()
    ]  # fmt: skip


def _answered(event: Body) -> str:
    """The message whose thread it stands in, by the id that posting it gave."""
    above = event.get("thread_ts")
    return f"{event['channel']}:{above}" if above else ""


def _overheard(body: Body, event: Body, words: str) -> Meaning:
    """Something said in a channel to others: what names the bot comes as a mention, once more."""
    return Meaning(overheard=True, arrival=_of_event(
        body, event["user"], kind="message", text=words, place=str(event["channel"]),
        place_kind="channel", replied_to=_answered(event),
    ))  # fmt: skip


def _mentioned(body: Body, event: Body, bot: str) -> Meaning:
    if not event.get("user") or event.get("bot_id"):
        return NOTHING
    words = _words(" ".join(str(event.get("text", "")).replace(f"<@{bot}>", " ").split()))
    return Meaning(arrival=_of_event(
        body, event["user"], kind="message", text=f"{NAMED}{words}",
        place=event["channel"], place_kind="channel",
    ))  # fmt: skip


def _at_home(body: Body, event: Body, bot: str) -> Meaning:
    return Meaning(home=event["user"]) if event.get("tab") == "home" else NOTHING


def _revoked(body: Body, event: Body, bot: str) -> Meaning:
    removed = event["type"] == "app_uninstalled"
    if removed or event.get("tokens", {}).get("bot"):
        return Meaning(gone=Gone(body["event_id"], by_removal=removed))
    return NOTHING


def _pressed(body: Body) -> Meaning:
    action = body["actions"][0]
    name, value = str(action.get("action_id")), action.get("value") or ""
    if name == "fill":
        return Meaning(
            fill=value, trigger=body["trigger_id"], pressed=_where(body),
            arrival=_of_press(body, action, kind="form", actions=(value,)),
        )  # fmt: skip
    if name.startswith("command:"):
        return Meaning(arrival=_of_press(body, action, kind="command", command=f"/{value}"))
    tokens = _tokens(body, action)
    if name == "send" and not tokens:
        return Meaning(empty=True, pressed=_where(body))
    if not tokens or name in {"many", "link"}:
        return NOTHING
    whispered = body["container"].get("is_ephemeral")
    return Meaning(
        arrival=_of_press(body, action, kind="action", actions=tokens),
        dismiss=body.get("response_url", "") if whispered else "",
    )


def _where(body: Body) -> tuple[str, str]:
    return body["container"]["channel_id"], body["user"]["id"]


def _tokens(body: Body, action: Body) -> tuple[str, ...]:
    """What a button, a menu, or the button under several ticked boxes stands for."""
    if action.get("action_id") == "send":
        state = body["state"]["values"]["choice"]["many"]
        return tuple(each["value"] for each in state.get("selected_options") or ())
    chosen = (action.get("selected_option") or {}).get("value") or action.get("value")
    return (chosen,) if chosen else ()


def _filled_in(body: Body) -> Meaning:
    view = body["view"]
    values = {name: _value(block["value"]) for name, block in view["state"]["values"].items()}
    return Meaning(arrival=Arrival(
        space=_team(body), event=f"{view['id']}:{view['hash']}", sender=body["user"]["id"],
        kind="form", actions=(view["private_metadata"],), values=values,
    ))  # fmt: skip


def _value(state: Body) -> str:
    chosen = state.get("selected_option") or {}
    return clean(str(state.get("value") or chosen.get("value") or ""))[:MOST_TEXT]


def _chosen_message(body: Body) -> Meaning:
    """The menu of a message: "Find someone who can help"; what is found stays private."""
    if body.get("callback_id") != "find_help":
        return NOTHING
    need = " ".join(_words(body["message"].get("text")).split())[:MOST_NEED]
    return Meaning(arrival=Arrival(
        space=_team(body), event=body["trigger_id"], sender=body["user"]["id"], kind="command",
        command="/ask", text=need,
    ))  # fmt: skip


def _of_event(body: Body, sender: str, **more: Any) -> Arrival:
    return Arrival(space=body["team_id"], event=body["event_id"], sender=sender, **more)


def _of_press(body: Body, action: Body, **more: Any) -> Arrival:
    """Buttons have no id of an event: where and when they were pressed is as good."""
    shown = body["container"].get("message_ts") or body["container"].get("view_id")
    user = body["user"]["id"]
    event = f"{shown}:{action['action_ts']}:{user}"
    return Arrival(space=_team(body), event=event, sender=user, **more)


def _team(body: Body) -> str:
    """The workspace; of a person at work across several, their own."""
    return str((body.get("team") or {}).get("id") or body["user"]["team_id"])


def _words(text: Any, *, tagged: bool = False) -> str:
    return clean(plain(str(text or ""), tagged=tagged))[:MOST_TEXT]


_EVENTS = {
    "team_join": _joined, "user_change": _changed, "message": _said, "app_mention": _mentioned,
    "app_home_opened": _at_home, "app_uninstalled": _revoked, "tokens_revoked": _revoked,
}  # fmt: skip
_INTERACTIONS = {
    "block_actions": _pressed, "view_submission": _filled_in, "message_action": _chosen_message,
}  # fmt: skip
