"""What organisers are told of rituals of the bot's own accord: a run that was missed,
that reached nobody, or that failed.
"""

from __future__ import annotations

from datetime import datetime

from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.ritual_plan import complaint
from conversations.texts import Text


@dialogue("ritual-missed", purpose="notice", alone=False, by_day=True)
async def ritual_missed(chat: Chat) -> None:
    """What did not take place; what does now is no reason to run it once more."""
    follows = str(chat.args.get("follows", ""))
    await chat.say(
        Text(
            "ritual-missed-but-one" if follows else "ritual-missed", name=str(chat.args["ritual"]),
            count=int(chat.args["count"]), since=datetime.fromisoformat(chat.args["last"]),
            **({"next": datetime.fromisoformat(follows)} if follows else {}),
        )
    )  # fmt: skip


@dialogue("ritual-nobody", purpose="notice", alone=False, by_day=True)
async def ritual_nobody(chat: Chat) -> None:
    await chat.say(Text("ritual-nobody", name=str(chat.args["ritual"])))


@dialogue("ritual-failed", purpose="notice", alone=False, by_day=True)
async def ritual_failed(chat: Chat) -> None:
    fault = str(chat.args["fault"])
    await chat.say(Text("ritual-failed", name=str(chat.args["ritual"]), fault=fault))


@dialogue("ritual-wrong", purpose="notice", alone=False, by_day=True)
async def ritual_wrong(chat: Chat) -> None:
    """A run that can't be as the ritual is by now: why, and what to change."""
    why = complaint(str(chat.args["why"]), dict(chat.args["of"]))
    await chat.say(Text("ritual-stopped", name=str(chat.args["ritual"]), why=why))
