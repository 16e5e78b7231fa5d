"""The people found for a need, as their asker chooses among them (P1)."""

from __future__ import annotations

from collections.abc import Sequence

from community.directory import Match
from conversations.dialogues import namesakes
from conversations.dialogues.cards import why
from conversations.questions import Option
from conversations.texts import Text


def choices(people: Sequence[Match]) -> list[Option]:
    """The people found, namesakes told apart, each with the reason; then the team, then nobody."""
    called = namesakes.labels(
        [(each.name, each.headline or ", ".join(each.phrases)) for each in people],
        [_called(each) for each in people],
    )
    found = [
        Option(
            value=str(each.member_id),
            label=label,
            description=why(each.kind, each.phrases, each.meant),
            said=("yes", "whichever") if len(people) == 1 else () if at else ("whichever",),
        )
        for at, (each, label) in enumerate(zip(people, called, strict=True))
    ]
    return [
        *found,
        Option(value="team", label=Text("ask-team")),
        Option(
            value="nobody",
            label=Text("ask-drop"),
            said=(
                "no",
                "skip",
                "nothing",
                "no_longer",
                *(("not_them",) if len(people) == 1 else ()),
            ),
        ),
    ]


def chosen_first(people: Sequence[Match], chosen: int) -> list[Match]:
    """The one who was chosen, then the others in their order."""
    return sorted(people, key=lambda each: each.member_id != chosen)


def _called(match: Match) -> Text:
    if match.external:
        return Text("ask-external", name=match.name)
    return Text("ask-name", name=match.name)
