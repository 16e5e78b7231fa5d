"""`passerelle invite whatsapp` and `passerelle templates …`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar
from urllib.parse import quote

import typer
from pydantic import ValidationError
from rich.console import Console

from conversations.texts import Argument

if TYPE_CHECKING:
    from twilio.http.async_http_client import AsyncTwilioHttpClient
    from twilio.rest import Client

    from connectors.whatsapp.settings import WhatsAppSettings
    from connectors.whatsapp.templates import Known, Template

T = TypeVar("T")


class Words(Protocol):
    """A sentence for the terminal."""

    def __call__(self, key: str, **args: Argument) -> str: ...


class Fail(Protocol):
    """One line about what is wrong, and the end."""

    def __call__(self, key: str, **args: Argument) -> NoReturn: ...


STATUSES = ("missing", "received", "pending", "approved", "rejected")


class Commands:
    """What can be done about WhatsApp in the terminal. `line` makes another line in tests."""

    def __init__(
        self,
        words: Words,
        fail: Fail,
        console: Console,
        line: Callable[[], AsyncTwilioHttpClient] | None = None,
    ) -> None:
        self._line = line
        self._words = words
        self._fail = fail
        self._console = console

    def add_to(self, app: typer.Typer) -> None:
        """Make them commands of the application."""
        words = self._words
        templates = typer.Typer(help=words("cli-templates"), no_args_is_help=True)
        app.command("invite", help=words("cli-invite"))(self._invite())
        for name, does in (("list", self.list), ("submit", self._submit()), ("check", self.check)):
            templates.command(name, help=words(f"cli-templates-{name}"))(does)
        app.add_typer(templates, name="templates")

    def _invite(self) -> Callable[[str], None]:
        wanted = typer.Argument(help=self._words("cli-invite-platform"))

        def invite(platform: str = wanted) -> None:
            self.invite(platform)

        return invite

    def _submit(self) -> Callable[[bool], None]:
        wanted = typer.Option(False, "--again", help=self._words("cli-templates-again"))

        def submit(again: bool = wanted) -> None:
            self.submit(again)

        return submit

    def invite(self, platform: str) -> None:
        """The link that opens a chat with the bot, and its QR code."""
        import segno

        from connectors.whatsapp.registered import SANDBOX

        if platform.casefold() != "whatsapp":
            self._fail("cli-invite-unknown", platform=platform)
        whole = self._settings().number
        number = whole.removeprefix("whatsapp:+")
        link = f"https://wa.me/{number}?text={quote(self._words('whatsapp-hello'))}"
        self._console.print(link, markup=False)
        segno.make(link, micro=False).terminal(compact=True)
        if whole == SANDBOX:
            self._console.print(self._words("cli-invite-sandbox"), markup=False)

    def list(self) -> None:
        """What each template says."""
        from connectors.whatsapp.templates import needed

        for template in needed():
            self._print(template, template.body)

    def submit(self, again: bool) -> None:
        """Those that are missing go to WhatsApp; `again` those that were refused, too."""
        from connectors.whatsapp.templates import submit

        self._ask(partial(submit, again=again))
        self.check()

    def check(self) -> None:
        """Where each of them stands; ends with 1 unless all are approved."""
        from connectors.whatsapp.templates import known, needed

        there = self._ask(known)
        for template in needed():
            self._print(template, self._status(there.get(template.friendly_name)))
        approved = sum(each.status == "approved" for each in there.values())
        raise typer.Exit(0 if approved == len(needed()) else 1)

    def _print(self, template: Template, status: str) -> None:
        line = self._words(
            "template-line", name=template.name, locale=template.locale, status=status
        )
        self._console.print(line, markup=False)

    def _status(self, known: Known | None) -> str:
        status = known.status if known and known.status != "unsubmitted" else "missing"
        if status not in STATUSES:
            return self._words("template-status-other", status=status)
        reason = known.reason if known else ""
        return self._words(f"template-status-{status}", reason=reason or "?")

    def _settings(self) -> WhatsAppSettings:
        from bot.platforms import what_to_write
        from connectors.whatsapp.settings import WhatsAppSettings, read_settings

        try:
            settings = read_settings()
        except ValidationError as wrong:
            told = what_to_write(WhatsAppSettings, wrong)
            self._fail(told.key, **told.args)
        if settings is None:
            self._fail("cli-whatsapp-missing")
        return settings

    def _ask(self, question: Callable[[Client], Awaitable[T]]) -> T:
        from aiohttp import ClientError
        from twilio.base.exceptions import TwilioException

        from connectors.whatsapp.client import told

        settings = self._settings()
        try:
            return asyncio.run(_asked(settings, question, self._line))
        except TwilioException as fault:
            self._fail("cli-whatsapp-refused", why=str(told(fault)[0] or type(fault).__name__))
        except (ClientError, OSError) as fault:
            self._fail("doctor-whatsapp-unreachable", why=type(fault).__name__)


async def _asked(
    settings: WhatsAppSettings,
    question: Callable[[Client], Awaitable[T]],
    dialled: Callable[[], AsyncTwilioHttpClient] | None,
) -> T:
    from connectors.whatsapp.client import Line, dial

    line = (dialled or Line)()
    try:
        return await question(dial(settings, line))
    finally:
        await line.close()
