"""What goes with a request beside the need: a word of context, what for, how soon, by whom (P1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from community.asks import Wish
from community.words import MOST_WORDS, shortened
from conversations import needs, readers, second_thoughts, urgency
from conversations.chat import Chat
from conversations.needs import Need
from conversations.questions import SKIP, Field, Option
from conversations.texts import Text

MORE = "/more"
"""What nobody's word of context is: lines that begin so are commands."""


async def what_else(chat: Chat, need: Need, *, news: bool) -> Wish:
    """A word of context, or nothing; what for, how soon and by whom, for those who want it."""
    question = Text("ask-context")
    if need.words:
        question = Text("ask-context-more", words=shortened(need.words, MOST_WORDS))
    said = await chat.choose_or_say(
        "context", question,
        [Option(value=SKIP, label=Text("option-skip")), Option(value=MORE, label=Text("ask-more"))],
        read=second_thoughts.context, leaves=need.topic,
    )  # fmt: skip
    if said != MORE:
        return Wish(context=said or "")
    filled = await chat.form_or_say(
        "more", Text("ask-more-form"), more_fields(news=news), said=readers.line
    )
    if isinstance(filled, str):
        return Wish(context=filled)
    return Wish(
        context=filled["context"], kind=filled["kind"], urgency=filled["urgency"],
        named=filled["signed"] in {"shown", "public"},
        news=filled["signed"] in {"news", "public"},
    )  # fmt: skip


def _field(name: str, *values: str) -> Field:
    """A choice whose first value is the usual one."""
    options = [Option(value=each, label=Text(f"ask-{name}-{each}")) for each in values]
    return Field(
        name=name, label=Text(f"ask-{name}"), kind="choice", value=values[0], options=options
    )


def more_fields(*, news: bool) -> list[Field]:
    """What can be said beside the need. Who reads of it is one choice, with the news or without."""
    signed = ["hidden", "shown", *(["news", "public"] if news else [])]
    return [
        _field("kind", "advice", "experience", "idea", "subject"),
        _field("urgency", "none", "week", "today"),
        _field("signed", *signed),
        Field(name="context", label=Text("ask-context-field"), kind="long"),
    ]


def as_said(wish: Wish, need: Need, today: date) -> Wish:
    """With how soon and what for, where the words tell what the form left as it was."""
    words = f"{need.topic}\n{wish.context}"
    return replace(
        wish, urgency=urgency.told(words, today) if wish.urgency == "none" else wish.urgency,
        kind=needs.kind(words) if wish.kind == "advice" else wish.kind,
    )  # fmt: skip
