"""Which of our languages a browser would rather read."""

from __future__ import annotations

from conversations.language import FALLBACK, best


def preferred(header: str) -> str:
    """Of the languages in an Accept-Language header, the one liked best of those we have."""
    ranges = [part.split(";") for part in header.split(",")]
    weighed = [(_weight(rest), tag.strip()) for tag, *rest in ranges]
    liked = sorted(weighed, key=lambda each: -each[0])
    found = (best(tag, "") for weight, tag in liked if weight > 0)
    return next((locale for locale in found if locale), FALLBACK)


def _weight(parameters: list[str]) -> float:
    for name, _, value in (each.partition("=") for each in parameters):
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0
    return 1
