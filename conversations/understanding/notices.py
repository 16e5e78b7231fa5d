"""What is said in a channel as a need and is none of one's own, or none that is help's to meet: a
notice, somebody else's need, a fact that anybody has, a taste, a loan, a figure of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.understanding.reading import Word

_CALLS = frozenset({"HELP", "SOMEBODY", "KNOWS", "ASK_ABOUT", "?"})
"""With any of these, who writes of lodgings or of hiring asks for something after all."""
_FLAT = re.compile(r"\bflat share\b|\b(?:flat|room|house) to (?:rent|let|share)\b")
_NEEDED_BY = re.compile(
    r"\bje connais [\w']+(?: \w+)? qui (?:a besoin|cherche|recherche|veut|voudrait)\b"
    r"|\bi know (?:a )?\w+ (?:who|that) (?:needs|wants|is looking|could do with)\b"
)
_ENJOYED = (
    r"(?:films?|movies?|series?|shows?|books?|novels?|livres?|romans?|bd|podcasts?|playlists?"
    r"|restos?|restaurants?|bars?|pubs?|cafes?|recettes?|recipes?|chansons?|songs?|albums?|games?)"
)
_GOOD = r"(?:bon|bonne|bons|bonnes|good|decent|great|nice|chouette|chouettes|any|une|un|des)"
_TASTE = re.compile(
    rf"\b{_GOOD} {_ENJOYED}\b[\w' ]*\b(?:a|to)\b (?:m' |me |nous )?"
    r"(?:conseiller|recommander|voir|lire|regarder|ecouter|recommend|suggest|watch|read|try)\b"
    rf"|\b(?:recommend|suggest|conseiller|recommander|conseille) (?:me )?{_GOOD} {_ENJOYED}\b"
    r"|\b(?:a une|avez une|bonne|good|got a|have a) (?:recipe for|recette (?:de|d'|pour))"
)
_FACT = re.compile(
    r"\b(?:anyone|anybody|someone|somebody|who|you) (?:know|knows|remember|remembers) "
    r"(?:what time|how late|which day|what day)\b"
    r"|\b(?:quelqu'un|qqn|qui|vous|tu) (?:sait|savez|sais) "
    r"(?:(?:jusqu' )?a quelle heure|quel jour)\b"
)
_LOAN = re.compile(
    r"\b(?:lend|loan) (?:me|us) (?!a hand|an ear|your|some of your)|\bi borrow\b"
    r"|\b(?:me|nous|m') ?preter (?!main|attention|assistance|l')"
)
_SPOKEN = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|who can) (?:please )?explain to (?:\w+ ){2,3}that\b"
    r"|\b(?:qui|quelqu'un|qqn) (?:peut|pourrait) (?:svp )?expliquer a (?:\w+ ){2,3}qu(?:e|')"
    r"|\bhelp (?:yourself|yourselves)\b|\bservez[ -]vous\b"
)
_OVER = re.compile(
    r"\bc' ?est (?:regle|resolu)\b|\b(?:it's|all) (?:sorted|solved|fixed)\b"
    r"|^(?:j' ?aide|i'm helping|i am helping) (?:ma|mon|mes|my|un|une|a)\b"
)
"""What is solved, or done by whoever writes."""
_NO_NEED = (_TASTE, _FACT, _LOAN, _SPOKEN, _OVER)
"""What is answered in the channel, or asks for nothing."""


def is_notice(words: Sequence[Word]) -> bool:
    """Whether nobody in the channel is asked for help: rooms, jobs, what somebody else needs, what
    everybody there can tell."""
    said, signs = " ".join(word.plain for word in words), {word.sign for word in words}
    if any(each.search(said) for each in _NO_NEED):
        return True
    if _NEEDED_BY.search(said):
        return "HELP" not in signs and "?" not in signs
    lodging = bool(signs & {"LODGING", "HIRING"} or _FLAT.search(said))
    return lodging and signs.isdisjoint(_CALLS)
