"""How far what an organiser has just sent to many has come: one line, kept true as it goes on."""

from __future__ import annotations

from datetime import timedelta

from community.rituals import progress
from community.rituals.progress import Progress
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.ritual_runs import how_far
from conversations.texts import Text

LOOKS = [
    *(timedelta(seconds=each) for each in (10, 30)),
    *(timedelta(minutes=each) for each in (1, 2, 5, 10, 20, 40)),
    *(timedelta(hours=each) for each in (1.5, 3, 6, 9, 12, 15, 18, 21, 24)),
]
"""After its beginning: often at first, and then until everybody's night is over."""


@dialogue("ritual-progress", purpose="notice", alone=False)
async def ritual_progress(chat: Chat) -> None:
    if chat.member.role != "organiser":
        return
    run, began, shown = int(chat.args["run"]), await chat.now("began"), Progress()
    for n, after in enumerate(LOOKS):
        await chat.wait(f"look-{n}", began + after)
        far = await chat.once(f"far-{n}", progress.of_run, run)
        if not far.total:
            return
        last = far.over or after == LOOKS[-1]
        if last or far != shown:
            line = how_far(Text("ritual-name", name=str(chat.args["ritual"])), far)
            await chat.say(line, replaces=f"run:{run}", interim=not last)
        if last:
            return
        shown = far


def follow(scope: Scope, run: int, ritual: str) -> None:
    """Tell whoever has just had it run how far it is, in one line, from now on."""
    assert scope.actor_id is not None, "an organiser, by name"
    occasion = f"run:{run}"
    scope.notify(
        scope.actor_id, "ritual-progress", once_for=occasion, as_staff=True, run=run, ritual=ritual
    )
