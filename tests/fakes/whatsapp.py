"""A Twilio of our own: its REST API over real HTTP, signed webhooks, status callbacks, faults.

Strict: every body that it is sent is judged by Twilio's specification, a violation is a 500 and is
kept in `wrong`, which the fixture looks at in the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import count
from typing import Any
from urllib.parse import urlencode

from aiohttp import encode_basic_auth, web
from twilio.request_validator import RequestValidator

from connectors.pace import Watch
from connectors.whatsapp.client import Line
from connectors.whatsapp.settings import WhatsAppSettings
from tests.fakes import specs
from tests.fakes.patience import Patience
from tests.fakes.whatsapp_rates import Rates

ACCOUNT, TOKEN = "AC" + "a" * 32, "s3cret-token"
NUMBER = "whatsapp:+15550001111"
HOST = "https://api.twilio.com"
PUBLIC = "https://bot.example/passerelle"
WINDOW = timedelta(hours=24)

Post = Callable[[str, bytes, dict[str, str]], Any]
"""How a webhook reaches the bot: path with query, body, headers; gives its HTTP status."""
Fetch = Callable[[str, str], Any]
"""How Twilio fetches a file of the bot's: method and path; gives an HTTP response."""
SHOWN = {"image/jpeg", "image/png", "application/pdf", "text/vcard"}
"""Kinds that WhatsApp takes (Twilio docs, "Guidance on WhatsApp Media Messages"); others fail."""


def settings(**given: Any) -> WhatsAppSettings:
    """Settings for this Twilio."""
    values = {
        "account_sid": ACCOUNT, "auth_token": TOKEN, "number": NUMBER, "public_url": PUBLIC,
    }  # fmt: skip
    return WhatsAppSettings.model_validate(values | given)


@dataclass
class Sent:
    """One message that Twilio has."""

    sid: str
    to: str
    from_: str
    body: str
    at: datetime
    status: str = "queued"
    direction: str = "outbound-api"
    error: int | None = None
    callback: str = ""
    content: dict[str, Any] | None = None
    media: tuple[str, bytes] | None = None
    """Name (of what somebody sent: kind) and bytes of the file that came with it."""
    reported: bool = False
    is_dated: bool = True
    """False while it is on its way: the list says no time of it."""

    def titles(self) -> list[str]:
        """What can be tapped."""
        return [title for title, _ in self.taps()]

    def taps(self) -> list[tuple[str, str]]:
        """Title and id of everything that can be tapped."""
        kinds = self.content or {}
        actions = kinds.get("twilio/quick-reply", {}).get("actions", ())
        items = kinds.get("twilio/list-picker", {}).get("items", ())
        return [(each["title"], each["id"]) for each in actions] + [
            (each["item"], each["id"]) for each in items
        ]

    def json(self) -> dict[str, Any]:
        """It, as the API gives it (spec api.v2010.account.message)."""
        at = format_datetime(self.at)
        return {
            "sid": self.sid, "to": self.to, "from": self.from_, "body": self.body,
            "status": self.status, "direction": self.direction, "error_code": self.error,
            "error_message": None, "date_created": at, "date_updated": at,
            "date_sent": at if self.is_dated else None,
            "account_sid": ACCOUNT, "num_media": str(int(self.media is not None)),
            "num_segments": "1", "price": None,
            "price_unit": None, "api_version": "2010-04-01", "messaging_service_sid": None,
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{self.sid}.json",
            "subresource_uris": {},
        }  # fmt: skip


@dataclass
class FakeTwilio:
    """`post` brings webhooks to the bot; `faults` are what the next messages are answered with.

    A fault is (HTTP status, code); (0, n) drops the connection, after taking the message if n.
    `watch` is what messages in a second are counted by: a bot in the same process goes by it too.
    """

    now: Callable[[], datetime]
    post: Post | None = None
    fetch: Fetch | None = None
    messages: list[Sent] = field(default_factory=list)
    contents: dict[str, dict[str, Any]] = field(default_factory=dict)
    approvals: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[tuple[int, int]] = field(default_factory=list)
    failing: list[int] = field(default_factory=list)
    """Codes with which the next accepted messages fail afterwards."""
    at_knocks: list[int] = field(default_factory=list)
    """Codes with which the next approved templates are refused at once."""
    after_knocks: list[int] = field(default_factory=list)
    """Codes with which they fail afterwards."""
    tells_at_once: bool = False
    """Whether what became of a message is told before it is said to be accepted."""
    odd: list[str] = field(default_factory=list)
    """What the next requests for a list are answered with, with a 200, in place of a list."""
    wrong: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=lambda: [NUMBER])
    standing: str = "ONLINE"
    """The status of every number."""
    hook: dict[str, str] | None = field(default_factory=lambda: {
        "callback_url": f"{PUBLIC}/hooks/whatsapp/message", "callback_method": "POST",
    })  # fmt: skip
    """What is called when somebody writes, as it stands in the console."""
    opened: dict[str, datetime] = field(default_factory=dict)
    token: str = TOKEN
    url: str = ""
    watch: Watch = field(default_factory=lambda: Patience().watch())
    rates: Rates = field(init=False)
    store: Store = field(default_factory=lambda: Store())
    _ids: Any = field(default_factory=lambda: count(1))
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self.rates = Rates(self.watch.now)

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application(middlewares=[self._guard])
        account = "/2010-04-01/Accounts/{account}"
        app.router.add_get(f"{account}.json", self._account)
        app.router.add_post(f"{account}/Messages.json", self._create)
        app.router.add_get(f"{account}/Messages.json", self._list)
        app.router.add_get(f"{account}/Messages/{{sid}}/Media.json", self._listed)
        app.router.add_get(f"{account}/Messages/{{sid}}/Media/{{media}}", self._opened)
        app.router.add_post("/v1/Content", self._make)
        app.router.add_post("/v1/Content/{sid}/ApprovalRequests/whatsapp", self._submit)
        app.router.add_get("/v1/ContentAndApprovals", self._approvals)
        app.router.add_get("/v2/Channels/Senders", self._senders)
        app.router.add_get("/v2/Channels/Senders/{sid}", self._sender)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        await self.store.start()

    async def stop(self) -> None:
        """Hang up."""
        assert self._runner is not None
        await self._runner.cleanup()
        await self.store.stop()

    def line(self) -> Line:
        """An HTTP line for the real client, on which every host of Twilio's is this one."""
        return Rewired(self.url)

    def id(self, kind: str) -> str:
        """A new id, of Twilio's form."""
        return f"{kind}{next(self._ids):032x}"

    def to(self, address: str) -> list[Sent]:
        """What was sent to somebody, oldest first."""
        return [each for each in self.messages if each.to == address]

    # What people do

    def wrote_before(self, *addresses: str) -> None:
        """They have written some time ago, of which the bot knows nothing any more."""
        for each in addresses:
            self.opened[each] = self.now()

    async def say(self, address: str, words: str = "", **fields: str) -> int:
        """Somebody writes; the HTTP status of the bot's answer."""
        return await self.webhook("message", self.inbound(address, words, **fields))

    async def send(self, address: str, words: str, content: bytes, kind: str) -> int:
        """Somebody sends a picture, with words below it."""
        return await self.webhook("message", self.with_media(address, words, content, kind))

    def with_media(self, address: str, words: str, content: bytes, kind: str) -> dict[str, str]:
        """The fields of that (Twilio docs, "Webhook request": media)."""
        fields = self.inbound(address, words, NumMedia="1", MediaContentType0=kind)
        self.messages[-1].media = kind, content
        return fields | {"MediaUrl0": f"{HOST}{media_of(fields['MessageSid'])}"}

    def inbound(self, address: str, words: str = "", **fields: str) -> dict[str, str]:
        """The fields of what somebody writes, which Twilio's list knows from now on."""
        sid = fields.pop("MessageSid", None) or self.id("SM")
        self.messages.append(
            Sent(sid, NUMBER, address, words, self.now(), "received", "inbound")
        )  # fmt: skip
        return {
            "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": ACCOUNT,
            "From": address, "To": NUMBER, "Body": words, "NumMedia": "0", "NumSegments": "1",
            "SmsStatus": "received", "ApiVersion": "2010-04-01", "MessageType": "text",
            "WaId": address.removeprefix("whatsapp:+"), "ProfileName": "",
        } | fields  # fmt: skip

    async def tap(self, address: str, title: str, on: Sent | None = None, **fields: str) -> int:
        """Somebody taps a button or an item of that message, or of the last that has it."""
        last = on or [each for each in self.to(address) if title in each.titles()][-1]
        id_ = dict(last.taps())[title]
        kind = "ButtonPayload" if "twilio/quick-reply" in (last.content or {}) else "ListId"
        more = {kind: id_, "OriginalRepliedMessageSid": last.sid, "MessageType": "interactive"}
        return await self.say(address, title, **(more | fields))

    async def webhook(
        self, what: str, fields: dict[str, str], query: str = "", token: str | None = None
    ) -> int:
        """Bring a webhook, signed as Twilio does."""
        path = f"/hooks/whatsapp/{what}" + (f"?{query}" if query else "")
        signature = RequestValidator(token or self.token).compute_signature(PUBLIC + path, fields)
        headers = {
            "X-Twilio-Signature": signature,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        assert self.post is not None
        status: int = await self.post(path, urlencode(fields).encode(), headers)
        return status

    async def report(self) -> None:
        """Tell what became of everything that was accepted."""
        for each in [each for each in self.messages if each.callback and not each.reported]:
            each.reported = True
            each.status = "failed" if each.error else "delivered"
            await self.callback(each)

    async def callback(self, message: Sent) -> int:
        """One status callback."""
        fields = {
            "MessageSid": message.sid, "MessageStatus": message.status, "To": message.to,
            "From": NUMBER, "AccountSid": ACCOUNT, "ApiVersion": "2010-04-01",
        }  # fmt: skip
        if message.error:
            fields["ErrorCode"] = str(message.error)
        return await self.webhook("status", fields, query=message.callback.partition("?")[2])

    def approve(self) -> None:
        """Meta has looked at everything."""
        for approval in self.approvals.values():
            approval["status"] = "approved"

    # The API

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.requests.append(f"{request.method} {request.path}")
        with self.rates.under_way():
            return await self._judged(request, handler)

    async def _judged(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.headers.get("Authorization") != encode_basic_auth(ACCOUNT, TOKEN):
            return _error(401, 20003)
        try:
            answer: web.StreamResponse = await handler(request)
        except AssertionError as violation:
            self.wrong.append(str(violation))
            return _error(500, 0)
        return answer

    async def _account(self, request: web.Request) -> web.Response:
        return _json({"sid": request.match_info["account"], "status": "active", "type": "Full"})

    async def _create(self, request: web.Request) -> web.Response:
        given = await request.post()
        form: dict[str, Any] = {name: str(value) for name, value in given.items()}
        if "MediaUrl" in form:
            form["MediaUrl"] = [str(each) for each in given.getall("MediaUrl")]
        if not self.rates.take():
            return _error(429, 20429)
        specs.judge_message(form)
        assert form["From"] in self.numbers
        if self._is_knock(form) and self.at_knocks:
            return _error(400, self.at_knocks.pop(0))
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None and fault != (0, 1):
            return self._drop(request) if fault[0] == 0 else _error(*fault)
        made = self._take(form, await self._media(form))
        if self.tells_at_once:
            await self.report()
        return self._drop(request) if fault else _json(made.json(), 201)

    def _drop(self, request: web.Request) -> web.Response:
        """The line goes dead: whoever asked learns nothing."""
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async def _media(self, form: dict[str, Any]) -> tuple[str, bytes] | None:
        """The file behind an address: Twilio looks at its kind first, then takes it."""
        if "MediaUrl" not in form:
            return None
        (url,) = form["MediaUrl"]
        name, kind, content = await self.download(url)
        assert kind in SHOWN, kind
        return name, content

    async def download(self, url: str) -> tuple[str, str, bytes]:
        """Name, kind and bytes of a file behind an address of the bot's."""
        assert self.fetch is not None
        assert url.startswith(PUBLIC)
        path = url.removeprefix(PUBLIC)
        looked, taken = await self.fetch("HEAD", path), await self.fetch("GET", path)
        assert (looked.status_code, taken.status_code) == (200, 200), taken.status_code
        kind = taken.headers["content-type"]
        assert looked.headers["content-type"] == kind
        named = re.fullmatch(r'inline; filename="([\w.-]+)"', taken.headers["content-disposition"])
        assert named is not None
        return named[1], kind.partition(";")[0], taken.content

    def _take(self, form: dict[str, Any], media: tuple[str, bytes] | None) -> Sent:
        content, body = None, form.get("Body", "")
        approved = False
        if "ContentSid" in form:
            known = self.contents[form["ContentSid"]]
            variables = json.loads(form.get("ContentVariables", "{}"))
            content = specs.judge_variables(known, variables)
            body = next(iter(content.values()))["body"]
            approved = self._is_knock(form)
        assert media or body
        assert len(body) <= 1600
        error = self.failing.pop(0) if self.failing else None
        if approved and self.after_knocks:
            error = self.after_knocks.pop(0)
        if self.rates.is_exceeded():
            error = 63018
        if not (approved or self._is_open(form["To"])):
            error = 63016
        if content and not approved:
            assert len(content.get("twilio/quick-reply", {}).get("actions", ())) <= 3
        made = Sent(
            self.id("MM" if content else "SM"), form["To"], form["From"], body, self.now(),
            callback=form["StatusCallback"], content=content, error=error, media=media,
        )  # fmt: skip
        self.messages.append(made)
        return made

    def _is_knock(self, form: dict[str, Any]) -> bool:
        sid = form.get("ContentSid", "")
        return bool(self.approvals.get(sid, {}).get("status") == "approved")

    def _is_open(self, address: str) -> bool:
        heard = [each.at for each in self.messages if each.from_ == address]
        heard += [self.opened[address]] if address in self.opened else []
        return bool(heard) and self.now() - max(heard) < WINDOW

    async def _list(self, request: web.Request) -> web.Response:
        if self.odd:
            return web.Response(text=self.odd.pop(0), content_type="text/html")
        query = request.query
        known = {"To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page"}
        assert set(query) <= known
        since = datetime.fromisoformat(query["DateSent>"]) if "DateSent>" in query else None
        found = [
            each.json() for each in reversed(self.messages)
            if query.get("To", each.to) == each.to and query.get("From", each.from_) == each.from_
            and (since is None or each.at >= since)
        ]  # fmt: skip
        return _json({"messages": found, "page": 0, "page_size": 1000, "next_page_uri": None})

    async def _listed(self, request: web.Request) -> web.Response:
        """What came with a message (spec api.v2010.account.message.media)."""
        sid = request.match_info["sid"]
        sent = next(each for each in self.messages if each.sid == sid)
        assert sent.media is not None
        listed = {"sid": sid.replace("SM", "ME"), "parent_sid": sid, "account_sid": ACCOUNT,
                  "content_type": sent.media[0], "uri": f"{media_of(sid)}.json"}  # fmt: skip
        return _json({"media_list": [listed], "page": 0, "page_size": 50, "next_page_uri": None})

    async def _opened(self, request: web.Request) -> web.Response:
        """Twilio sends on to where it keeps the bytes."""
        sid = request.match_info["sid"]
        sent = next(each for each in self.messages if each.sid == sid)
        assert sent.media is not None
        raise web.HTTPTemporaryRedirect(self.store.keep(*sent.media))

    async def _make(self, request: web.Request) -> web.Response:
        assert request.content_type == "application/json"
        content = await request.json()
        specs.judge_content(content)
        sid = self.id("HX")
        self.contents[sid] = content
        return _json(content | {"sid": sid, "account_sid": ACCOUNT}, 201)

    async def _submit(self, request: web.Request) -> web.Response:
        approval = await request.json()
        specs.judge_approval(approval)
        sid = request.match_info["sid"]
        assert "{{" not in json.dumps(self.contents[sid])
        self.approvals[sid] = approval | {"status": "received"}
        return _json(self.approvals[sid], 201)

    async def _approvals(self, _request: web.Request) -> web.Response:
        if self.odd:
            return web.Response(text=self.odd.pop(0), content_type="text/html")
        found = [
            content | {"sid": sid, "approval_requests": self.approvals.get(sid, {})}
            for sid, content in self.contents.items()
        ]
        meta = {"key": "contents", "page": 0, "page_size": 50, "next_page_url": None}
        return _json({"contents": found, "meta": meta})

    async def _senders(self, _request: web.Request) -> web.Response:
        found = [{"sid": f"XE{n:032x}", "sender_id": each, "status": self.standing}
                 for n, each in enumerate(self.numbers)]  # fmt: skip
        meta = {"key": "senders", "page": 0, "page_size": 50, "next_page_url": None}
        return _json({"senders": found, "meta": meta})

    async def _sender(self, request: web.Request) -> web.Response:
        """One of them, with its webhook (twilio 9.13, MessagingV2ChannelsSenderWebhook)."""
        sid = request.match_info["sid"]
        number = self.numbers[int(sid[2:], 16)]
        found = {"sid": sid, "sender_id": number, "status": self.standing, "webhook": self.hook}
        return _json(found)


def media_of(sid: str) -> str:
    """Where a message's file is, at the API's host."""
    return f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}/Media/{sid.replace('SM', 'ME')}"


class Store:
    """Where Twilio keeps bytes: on another host, by addresses that need no credentials."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self._url = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_get("/{key}", self._give)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close; nobody may have brought a password here."""
        assert self._runner is not None
        await self._runner.cleanup()
        assert self.wrong == []

    def keep(self, kind: str, content: bytes) -> str:
        """The address of these bytes."""
        key = f"{len(self.kept)}"
        self.kept[key] = kind, content
        return f"{self._url}/{key}"

    async def _give(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if "Authorization" in request.headers:
            self.wrong.append("credentials for another host")
        kind, content = self.kept[request.match_info["key"]]
        return web.Response(body=content, content_type=kind)


class Rewired(Line):
    """The connector's own line, to this machine instead of Twilio's hosts."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def request(self, method: str, url: str, *args: Any, **named: Any) -> Any:
        """The same request, here."""
        path = url.split("twilio.com", 1)[1]
        return await super().request(method, self._url + path, *args, **named)

    async def download(self, url: str, headers: dict[str, str]) -> bytes:
        """The same file, here."""
        return await super().download(self._url + url.removeprefix(HOST), headers)


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.json_response(body, status=status)


def _error(status: int, code: int) -> web.Response:
    """Twilio's own form of an error."""
    body = {"code": code, "message": "no", "status": status, "more_info": "https://…"}
    return web.json_response(body, status=status)
