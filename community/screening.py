"""Ways to be reached that stand in somebody's words: they leave only after both have agreed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from community import spelt_numbers

MASK = "[…]"
"""Stands where one was taken out."""

_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SPELT = (
    r"(?<![\w.+-])[\w.+-]+\s{0,3}[(\[{]\s*(?:at|arobase|arobas|chez|@)\s*[)\]}]\s*[\w-]+"
    r"(?:\s{0,3}(?:\.|[(\[{]\s*(?:dot|point)\s*[)\]}])\s*[\w-]+)*"
)
"""awa (at) exemple (point) org"""
_TOP = (
    r"(?:com|org|net|info|biz|fr|eu|be|ch|lu|ca|uk|de|es|it|sn|ci|ma|tn|dz|cm|io|me|app|dev|gg|ly"
    r"|link|page|site|online|xyz|pro|bzh|alsace|corsica|paris|quebec|eus|cat|africa)"
)
_TOLD = (
    r"(?<![\w.+-])[\w.+-]+\s+(?:at|arobase|arobas)\s+[\w-]+"
    rf"(?:\s*(?:\.|\s(?:dot|point)\s)\s*[\w-]+)*\s*(?:\.|\s(?:dot|point)\s)\s*{_TOP}\b"
)
"""awa arobase exemple point org"""
_MAILBOX = (
    r"(?<![\w.+-])[\w.+-]+\s+chez\s+(?:gmail|hotmail|outlook|yahoo|orange|free|laposte|sfr"
    rf"|wanadoo|proton(?:mail)?|icloud|live|gmx)\s*(?:\.|\spoint\s)\s*{_TOP}\b"
)
"""awa chez gmail . com: of somebody who works "chez Danone" it says nothing."""
_LINK = r"(?:https?://|www\.)\S*[\w/]"
_DOMAIN = (
    r"(?<![\w.@-])(?!(?:asp|ado|vb)\.net\b)(?:[\w-]+\.)+"
    rf"{_TOP}(?![\w-])(?:/[\w./?=&%#-]*[\w/])?"
)
NETWORK = (
    r"(?:insta(?:gram)?|telegram|snap(?:chat)?|skype|whatsapp|discord|linkedin|facebook|signal"
    r"|twitter|tiktok|mastodon|bluesky|messenger|viber|fb)"
)
"""Where people have accounts."""
_DOTTED = (
    r"(?![\w.]+\.(?:js|ts|py|net|md|txt|pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|gif|mp[34])\b)"
    r"[a-z]\w{1,30}(?:[._]\w[\w.-]{1,30}|_\w|\.[a-z])(?!\w)"
)
"""zoe.martin: a name with a sign in it, and no file's."""
_NUMBERED = r"(?-i:[A-Za-z][a-z]{3,}\d+)(?!\w)"
"""zoe33: a name with a number behind it, as none of "web3", "mp3" and "B2B"."""
_FULL = r"(?-i:[A-ZÀ-Ý][a-zà-ÿ'’-]+(?:[ \u00a0][A-ZÀ-Ý][a-zà-ÿ'’-]+){1,2})(?=\s*(?:$|[.,;!?)\n]))"
"""Zoé Martin: a whole name, with nothing behind it."""
_ALONE = r"\s*[:=]\s*[a-z][\w.-]+(?=\s*(?:$|[.,;!?)\n]))"
_CALLED = (
    r"(?:pseudo|compte|identifiant|handle|username|nick(?:name)?|account)"
    r"(?:\s+(?:est|is|c['’]est))?\s{0,3}[:=,]?\s{0,3}"
)
_SIGNED = r"[a-z]\w*[_\d]\w*(?!\w)"
"""zoe_d, zoelyon69: no word, where somebody says what they are called."""
_ACCOUNT = (
    rf"\b(?:mon|ma|my)\s+{NETWORK}{_ALONE}"
    rf"|\b(?:telegram|snap(?:chat)?|skype|discord|insta(?:gram)?|tiktok){_ALONE}"
    r"|\blinkedin\b[^\w\n]*(?:(?:is|est|c['’]est)\s+)?/?in/[\w-]{3,}"
    "|"
    rf"\b{NETWORK}\s*[:=]\s*\w*[._#\d-]+\w[\w.#-]*"
    rf"|\b{NETWORK}\s+(?:(?:c['’]est|est|is)\s+)?(?:[a-z]\w*[_#]\w[\w.#-]*|{_DOTTED})"
    rf"|\b{NETWORK}\s*[:=]?\s*{_NUMBERED}|\blinkedin\s*[:=]\s*{_FULL}"
    rf"|\b{NETWORK}\W{{1,3}}(?:(?:mon|my|sous\s+le)\s+)?{_CALLED}(?:{_SIGNED}|{_DOTTED})"
    rf"|\b(?:mon|my)\s+{_CALLED}{_SIGNED}"
    rf"|\b{NETWORK}\s*[,;(–—-]\s*[a-z]\w*_\w+"
    r"|\blive:(?:\.cid\.)?[\w.-]*\w"
    rf"|(?<![\w.@-])(?:{_DOTTED}|{_NUMBERED})\s{{1,3}}(?:sur|on)\s{{1,3}}"
    rf"(?:mon\s|my\s)?{NETWORK}\b"
    r"|(?<![\w#.])[a-z][\w.]{1,31}#\d{4}(?!\w)"
)
"""“insta : awa.d”, and “telegram : awa” where nothing follows; a word without sign or figure
(“LinkedIn : améliorer …”) is a word; awa#1234 is an account on Discord."""
_HANDLE = r"(?<![\w.@/])@(?!(?:everyone|here|channel|all)\b)[a-z][\w.-]*\w|<@!?\w+(?:\|[^>]*)?>"

_DATE = r"\d{4}-\d{2}-\d{2}|(?<![\d+])(?<!\d[/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d|\1\d)"
_DIGITS = r"(?<![\w+])\+?\(?\d(?:[\s().\-/_*·•]{0,3}\d){6,}(?!\w|[.,]\d)"
_LETTERS = re.compile(r"(?<![^\W\d_])[lIoO]{1,2}(?=\d)|(?<=\d)[lIoO]{1,2}(?![^\W\d_])")
_MEANT = str.maketrans("lIoO", "1100")
"""Letters that stand for figures beside some: 06 l2."""
_ANNOUNCED = re.compile(
    r"(?:\bt[ée]l\.?|t[ée]l[ée]phone|phone|mobile|portable|cell|num[ée]ro|whatsapp|number"
    r"|(?:call|text) me(?: at| on)?|appel\w*(?:-moi)? au|join\w+ au)\s*(?:is|est|le|:)?\W*$",
    re.IGNORECASE,
)
_PHONES = tuple(
    map(
        re.compile,
        (
            r"(?:\+|00)\d{8,15}",  # with the country's code, as E.164 has it
            r"0[1-9]\d{7,9}",  # with the 0 of most of Europe and Africa
        ),
    )
)
_LOCAL = re.compile(r"\d{3}[ .\-\u00a0\u202f]\d{4}")
"""North America, within a town: too short to be a number unless it is announced as one."""
_GROUPED = re.compile(
    r"\(?\d{3}\)?[ .\-\u00a0\u202f]\d{3}[ .\-\u00a0\u202f]\d{4}"  # North America
    r"|[67]([ .\-\u00a0\u202f])\d{2}(?:\1\d{2}){3}"  # France, without its 0
    r"|(?:221[ .\-\u00a0\u202f]?)?7[05678]([ .\-\u00a0\u202f]?)\d{3}\2\d{2}\2\d{2}"  # Senegal
)

_CONTACT = re.compile(
    "|".join(
        f"(?P<{kind}>{shape})"
        for kind, shape in {
            "link": _LINK, "email": f"{_EMAIL}|{_SPELT}|{_TOLD}|{_MAILBOX}",
            "account": f"{_ACCOUNT}|{_HANDLE}", "domain": _DOMAIN, "phone": _DIGITS,
            "spelt": spelt_numbers.ROW,
        }.items()
    ),
    re.IGNORECASE,
)  # fmt: skip
_DATES = re.compile(_DATE)


def found(words: str) -> list[str]:
    """The phone numbers, addresses, links and handles in these words, as they stand there."""
    return [words[each.start() : each.end()] for each in _contacts(words)]


def masked(words: str, names: Iterable[str] = ()) -> str:
    """The words with each of them, and of these names, replaced by a mark."""
    for name in sorted(names, key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", MASK, words)
    parts, at = [], 0
    for each in _contacts(words):
        parts += [words[at : each.start()], MASK]
        at = each.end()
    return "".join([*parts, words[at:]])


def _contacts(words: str) -> Iterator[re.Match[str]]:
    usual = _LETTERS.sub(lambda each: each.group().translate(_MEANT), "".join(map(_usual, words)))
    blanked = _DATES.sub(lambda date: "–" * len(date.group()), usual)
    for each in _CONTACT.finditer(blanked):
        if each.lastgroup == "phone" and not _is_phone(each, blanked):
            continue
        if each.lastgroup != "spelt" or spelt_numbers.is_phone(each.group()):
            yield each
        else:
            yield from _in_figures(each, blanked)


def _in_figures(row: re.Match[str], words: str) -> Iterator[re.Match[str]]:
    """The numbers in figures behind a word that is none of them: "les deux 06 12 …"."""
    found = re.compile(_DIGITS).finditer(words, *row.span())
    return (each for each in found if _is_phone(each, words))


def _usual(letter: str) -> str:
    """A figure or a sign of any script or width as the usual one: as long as it was."""
    figure = unicodedata.decimal(letter, None)
    usual = unicodedata.normalize("NFKC", letter) if figure is None else str(figure)
    return usual if len(usual) == 1 and letter not in "\u00a0\u202f" else letter


def _is_phone(candidate: re.Match[str], words: str) -> bool:
    """Whether figures in a row are a number to call, and not an amount or a reference."""
    written = candidate.group()
    figures = re.sub(r"[^\d+]", "", written)
    long_enough = 8 <= len(figures) <= 15 or _LOCAL.fullmatch(written)
    announced = _ANNOUNCED.search(words[: candidate.start()][-40:]) and long_enough
    return (
        bool(announced)
        or bool(_GROUPED.fullmatch(written))
        or any(shape.fullmatch(figures) for shape in _PHONES)
    )
