"""The rival: python-telegram-bot's ConversationHandler with the same five questions, offline."""

from __future__ import annotations

import json
import time
import warnings
from collections.abc import Callable, Coroutine, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest

from benchmarks import dialogue
from conversations.language import render
from conversations.texts import Text

Step = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, int]]

ME = {"id": 1, "is_bot": True, "first_name": "Passerelle", "username": "passerelle_bot"}


class Offline(BaseRequest):
    """Telegram's answers without Telegram: each call succeeds at once."""

    read_timeout = 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, *_rest: Any, **_named: Any) -> tuple[int, bytes]:
        """`getMe` and `answerCallbackQuery` as they are; anything else sent a message."""
        message = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "…"}
        results: dict[str, Any] = {"getMe": ME, "answerCallbackQuery": True}
        result = results.get(url.rpartition("/")[2], message)
        return 200, json.dumps({"ok": True, "result": result}).encode()


async def start(file: Path) -> Application[Any, Any, Any, Any, Any, Any]:
    """The bot, initialised, with its persistence in that file."""
    request = Offline()
    application = (
        Application.builder().token("1:offline").updater(None)
        .request(request).get_updates_request(request)
        .persistence(PicklePersistence(file, on_flush=False))
        .build()
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        application.add_handler(_conversation())
    await application.initialize()
    return application


async def run(
    application: Application[Any, Any, Any, Any, Any, Any], people: Sequence[int], at_once: int
) -> float:
    """Everyone's dialogue, so many people interleaved; turns a second, each one kept."""
    updates, before, turns = count(1), time.perf_counter(), 0
    for start_ in range(0, len(people), at_once):
        for step in range(dialogue.STEPS):
            for n in people[start_ : start_ + at_once]:
                update = Update.de_json(_update(next(updates), n, step), application.bot)
                await application.process_update(update)
                await application.update_persistence()
                turns += 1
    return turns / (time.perf_counter() - before)


def _conversation() -> ConversationHandler[Any]:
    """Five states; each keeps the answer and asks the next question."""
    states: dict[object, list[Any]] = {
        n: [_handler(given, _step(n))] for n, given in enumerate(dialogue.ANSWERS)
    }
    return ConversationHandler(
        [CommandHandler(dialogue.NAME, _step(-1))], states, [], name="five", persistent=True
    )


def _handler(given: object, step: Step) -> Any:
    if isinstance(given, int):
        return CallbackQueryHandler(step)
    return MessageHandler(filters.TEXT, step)


TEXTS = ("name", "headline", "until", "offers", "shown", "saved")


def _words(number: int, name: str) -> str:
    """The same sentences, rendered the same way."""
    keys = {"until": "request-until", "shown": "profile-shown", "saved": "profile-saved"}
    key = TEXTS[number]
    return render(Text(keys.get(key, f"onboarding-{key}"), name=name), "en")


def _step(number: int) -> Step:
    """Keep the answer to question `number` (none for -1), then ask the one that follows."""

    async def step(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        kept, chat = context.user_data, update.effective_chat
        assert kept is not None
        assert chat is not None
        if number >= 0:
            kept[TEXTS[number]] = await _given(update)
        words = _words(number + 1, kept.get("name", ""))
        await chat.send_message(words, reply_markup=_buttons(number + 1))
        if number + 1 < len(dialogue.ANSWERS):
            return number + 1
        kept.clear()
        return ConversationHandler.END

    return step


async def _given(update: Update) -> str | None:
    if update.callback_query:
        await update.callback_query.answer()
        return update.callback_query.data
    assert update.message is not None
    return update.message.text


def _buttons(number: int) -> InlineKeyboardMarkup | None:
    labels = {2: [option.label.key for option in dialogue.LATER], 4: ["option-yes", "option-no"]}
    if number not in labels:
        return None
    rows = [
        InlineKeyboardButton(render(Text(key), "en"), callback_data=f"{n}")
        for n, key in enumerate(labels[number])
    ]
    return InlineKeyboardMarkup([rows])


def _update(id_: int, n: int, step: int) -> dict[str, Any]:
    """What Telegram sends for the n-th person's step."""
    person = {"id": n + 10, "is_bot": False, "first_name": f"Person {n}"}
    chat = {"id": n + 10, "type": "private", "first_name": f"Person {n}"}
    message: dict[str, Any] = {"message_id": id_, "date": 1, "chat": chat, "from": person}
    given = dialogue.ANSWERS[step - 1] if step else f"/{dialogue.NAME}"
    if isinstance(given, int):
        query = {"id": str(id_), "from": person, "chat_instance": "1", "data": str(given)}
        return {"update_id": id_, "callback_query": query | {"message": message}}
    marks = [] if step else [{"type": "bot_command", "offset": 0, "length": len(given)}]
    return {"update_id": id_, "message": message | {"text": given, "entities": marks}}
