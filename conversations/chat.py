"""Chat: what a dialogue can do. Every await returns at once, or ends the turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Concatenate, NoReturn, ParamSpec, TypeVar, get_type_hints, overload

from pydantic import TypeAdapter

from community import members
from community.files import File
from community.members import Person
from community.scope import Scope
from conversations import readers
from conversations.answers import THANKS
from conversations.forms import filled_in
from conversations.questions import (
    NO,
    SKIP,
    YES,
    Card,
    Field,
    NotUnderstood,
    Option,
    Place,
    Question,
)  # fmt: skip
from conversations.replay import Image, Link, Replay, Said, Suspension
from conversations.texts import Text

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(slots=True)
class Chat:
    """The talk with one member. `args` is what the dialogue was started with."""

    member: Person
    args: Mapping[str, Any]
    scope: Scope
    replay: Replay
    forms: bool = True
    """Whether this place can show a form; elsewhere its fields are asked one by one."""

    async def say(
        self,
        text: Text,
        *,
        card: Card | None = None,
        link: Link | None = None,
        image: Image | None = None,
        file: File | None = None,
        locale: str | None = None,
        replaces: str = "",
        interim: bool = False,
        thread: str = "",
        shortcut: str = "",
    ) -> None:
        """Say something, once. `locale` is for rooms where several languages are read.

        What `replaces` a key stands where the last message of that key stood, or is a message of
        its own where these can't be changed; there, what is `interim` is not said at all. `thread`
        is our name of what is answered below it in a channel, `shortcut` the command that anybody
        who reads it there can give with a button.
        """
        said = Said(
            text=text, card=card, link=link, image=image, file=file, replaces=replaces,
            interim=interim, thread=thread, shortcut=shortcut, locale=locale or self.replay.locale,
        )  # fmt: skip
        self.replay.say(said)

    async def speak(self, locale: str) -> None:
        """Go on in another language, which becomes the member's."""
        self.replay.locale = locale
        await self.once(f"speak-{locale}", members.use_language, locale)

    @overload
    async def ask(self, name: str, text: Text, *, was: Sequence[str] = ()) -> str: ...

    @overload
    async def ask(
        self, name: str, text: Text, *, read: Callable[[str], T], was: Sequence[str] = ()
    ) -> T: ...

    async def ask(
        self,
        name: str,
        text: Text,
        *,
        read: Callable[[str], Any] = readers.line,
        was: Sequence[str] = (),
    ) -> Any:
        """Ask for words. `read` turns them into the answer or raises NotUnderstood."""
        question = Question(name=name, text=text, free=True, was=was)
        return await self.replay.answer(question, lambda raw: read(readers.words(raw["text"])))

    @overload
    async def ask_or_skip(
        self, name: str, text: Text, *, skip: Text | None = None, was: Sequence[str] = ()
    ) -> str | None: ...

    @overload
    async def ask_or_skip(
        self,
        name: str,
        text: Text,
        *,
        read: Callable[[str], T],
        skip: Text | None = None,
        was: Sequence[str] = (),
        counts: bool = False,
        hears: Sequence[str] = (),
    ) -> T | None: ...

    async def ask_or_skip(
        self,
        name: str,
        text: Text,
        *,
        read: Callable[[str], Any] = readers.line,
        skip: Text | None = None,
        was: Sequence[str] = (),
        counts: bool = False,
        hears: Sequence[str] = (),
    ) -> Any:
        """Ask for words that nobody has to give; None when the person would rather not.

        `skip` is what the button says that leaves it at that. With `counts` a bare number is an
        answer, and not that button's. With `hears` some words are not that button's either (names
        in `answers.HEARD`).
        """
        leave = Option(value=SKIP, label=skip or Text("option-skip"))
        question = Question(
            name=name, text=text, free=True, options=[leave], was=was, counts=counts, hears=hears
        )
        return await self.replay.answer(
            question, lambda raw: read(raw["text"]) if "text" in raw else None
        )

    async def choose(
        self,
        name: str,
        text: Text,
        options: Sequence[Option],
        *,
        card: Card | None = None,
        place: Place = "floor",
        was: Sequence[str] = (),
        counts: bool = False,
    ) -> str:
        """Let the person pick one option; its value.

        Nobody has to, if it has another `place`. With `counts` a bare number is for something else,
        and not the option of that number.
        """
        question = Question(
            name=name, text=text, options=options, card=card, place=place, was=was, counts=counts
        )
        return await self.replay.answer(question, _chosen)

    async def choose_thanking(
        self, name: str, text: Text, options: Sequence[Option]
    ) -> tuple[str, str]:
        """An option's value, and the sentence that chose it if it thanks somebody, else ""."""
        question = Question(name=name, text=text, options=options, hears=(THANKS,))
        given = await self.replay.answer(
            question, lambda raw: f"{raw['chosen'][0]} {raw.get('said', '')}".strip()
        )
        value, _, said = given.partition(" ")
        return value, said

    async def offer(self, name: str, text: Text, options: Sequence[Option]) -> str:
        """Offer a few things to whoever wants one; its value. Other words go their own way."""
        question = Question(name=name, text=text, options=options, place="aside")
        return await self.replay.answer(question, lambda raw: str(raw["chosen"][0]))

    async def choose_or_say(
        self,
        name: str,
        text: Text,
        options: Sequence[Option],
        *,
        read: Callable[[str], str] = readers.line,
        card: Card | None = None,
        place: Place = "floor",
        hears: Sequence[str] = (),
        counts: bool = False,
        leaves: str | None = None,
    ) -> str:
        """Let the person pick an option or write something else; the value, or what was read.

        Nobody has to, if it has another `place`. With `hears`, words are an
        answer only if they say one of these (names in `answers.HEARD`). With `counts` a bare number
        is what is asked for, and not the option of that number. Words that go to somebody else
        at once say what they are about (`leaves`).
        """
        question = Question(
            name=name, text=text, options=options, free=not hears, card=card, place=place,
            hears=hears, counts=counts, leaves=leaves,
        )  # fmt: skip
        return await self.replay.answer(
            question, lambda raw: read(raw["text"]) if "text" in raw else str(raw["chosen"][0])
        )

    async def choose_many(
        self, name: str, text: Text, options: Sequence[Option], *, was: Sequence[str] = ()
    ) -> list[str]:
        """Let the person pick several options; their values."""
        question = Question(name=name, text=text, options=options, many=True, was=was)
        return await self.replay.answer(question, lambda raw: list(raw["chosen"]))

    async def confide(
        self,
        name: str,
        text: Text,
        to: Callable[[Scope, Sequence[str]], object],
        *,
        options: Sequence[Option] = (),
        many: bool = False,
        free: bool = False,
        read: Callable[[str], str] = readers.story,
        place: Place = "floor",
        hears: Sequence[str] = (),
    ) -> None:
        """Ask for what this dialogue is not to know: `to` gets it within the turn, nobody else.

        It gets the values of the chosen options, or what was read (a number too, where words are
        asked for); kept is only that it was asked. One that has another `place` nobody has to
        answer, and what comes half an hour later is not for it; with `hears`, words are an answer
        only if they say one of these.
        """
        question = Question(
            name=name,
            text=text,
            options=options,
            many=many,
            free=free,
            confidential=True,
            counts=free,
            place=place,
            hears=hears,
        )

        def pass_on(raw: Mapping[str, Any]) -> None:
            to(self.scope, [read(raw["text"])] if "text" in raw else list(raw["chosen"]))

        await self.replay.answer(question, pass_on)

    async def confirm(
        self,
        name: str,
        text: Text,
        *,
        yes: Text | None = None,
        no: Text | None = None,
        danger: bool = False,
        beside: str = "",
        place: Place = "floor",
        was: Sequence[str] = (),
    ) -> bool:
        """Ask for a yes or a no; where a yes is for good (`danger`), the no stands out instead.

        `beside` is the channel that the question comes from, if it does. Nobody has to answer, if
        it has another `place`.
        """
        options = [
            Option(value=YES, label=yes or Text("option-yes"),
                   style="danger" if danger else "primary"),
            Option(value=NO, label=no or Text("option-no"), style="primary" if danger else None),
        ]  # fmt: skip
        question = Question(
            name=name, text=text, options=options, beside=beside, place=place, was=was
        )
        return await self.replay.answer(question, lambda raw: bool(raw["chosen"][0] == YES))

    async def form(
        self,
        name: str,
        text: Text,
        fields: Sequence[Field],
        *,
        read: Mapping[str, Callable[[str], Any]] | None = None,
    ) -> dict[str, Any]:
        """Ask for several things at once; by field name, what `read` makes of each.

        Words typed beside a form of a single field are what it asks for.
        """
        readings = {field.name: (read or {}).get(field.name, readers.line) for field in fields}
        if not self.forms:
            return await self._one_by_one(name, text, fields, readings)
        alone = fields[0].name if len(fields) == 1 and not fields[0].options else ""
        question = Question(name=name, text=text, fields=fields, free=bool(alone))

        def sent(raw: Mapping[str, Any]) -> dict[str, Any]:
            values = {alone: raw["text"]} if "text" in raw else raw["values"]
            return filled_in(fields, readings, values)

        return await self.replay.answer(question, sent)

    async def form_or_say(
        self, name: str, text: Text, fields: Sequence[Field], *, said: Callable[[str], str]
    ) -> dict[str, str] | str:
        """The same, or else words that are written beside the form: what `said` makes of them."""
        readings = {field.name: readers.line for field in fields}
        if not self.forms:
            return await self._one_by_one(name, text, fields, readings)
        question = Question(name=name, text=text, fields=fields, free=True)

        def read(raw: Mapping[str, Any]) -> dict[str, str] | str:
            values = raw.get("values")
            return said(raw["text"]) if values is None else filled_in(fields, readings, values)

        return await self.replay.answer(question, read)

    async def _one_by_one(
        self,
        name: str,
        text: Text,
        fields: Sequence[Field],
        readings: Mapping[str, Callable[[str], Any]],
    ) -> dict[str, Any]:
        """The words above the form first: they may say why it is asked for again."""
        await self.say(text)
        values = {}
        for field in fields:
            step = f"{name}.{field.name}"
            if field.options:
                values[field.name] = await self.choose(step, field.label, field.options)
            elif field.required:
                values[field.name] = await self.ask(step, field.label, read=readings[field.name])
            else:
                value = await self.ask_or_skip(
                    step, field.label, read=readings[field.name], counts=field.counts
                )
                values[field.name] = readings[field.name](field.value) if value is None else value
        return values

    async def once(
        self,
        name: str,
        effect: Callable[Concatenate[Scope, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do something once, in this turn's transaction; what it gave is kept under its name."""
        adapter = _adapter(effect)
        kept = self.replay.effect(
            name, lambda: adapter.dump_python(effect(self.scope, *args, **kwargs), mode="json")
        )
        value: T = adapter.validate_python(kept)
        return value

    async def look(
        self,
        name: str,
        find: Callable[Concatenate[Scope, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """What is stored, for a question that shows it: found anew whenever that is put (again).

        While an answer is read it is what the person saw. `find` changes nothing.
        """
        self.replay.look_again(name)
        return await self.once(name, find, *args, **kwargs)

    async def now(self, name: str) -> datetime:
        """The time when this step was first reached, in UTC."""
        kept = self.replay.effect(name, self.scope.now.isoformat)
        return datetime.fromisoformat(kept)

    async def wait(self, name: str, until: datetime) -> None:
        """Go on at that time, after any number of restarts."""
        await self.replay.wait(name, until)

    async def close(self, *names: str) -> None:
        """End other dialogues of this place: they have no point any more."""
        self.replay.closing.update(names)

    async def forget(self, *names: str) -> NoReturn:
        """Go back: these answers are dropped and the dialogue runs again from its top."""
        await Suspension(forgotten=names)
        raise AssertionError("the engine never resumes a coroutine")


def _chosen(raw: Mapping[str, Any]) -> str:
    """The one option; words come only from a question that took words in an earlier release."""
    if "chosen" not in raw:
        raise NotUnderstood(Text("answer-not-among"))
    return str(raw["chosen"][0])


@lru_cache
def _adapter(effect: Callable[..., Any]) -> TypeAdapter[Any]:
    """How to keep what an effect gives, by its return annotation."""
    return TypeAdapter(get_type_hints(effect).get("return", Any))
