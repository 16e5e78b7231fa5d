"""Every dialogue. Importing this registers them."""

from conversations.dialogues import (
    after,
    answering,
    asking,
    care,
    details,
    groups,
    guessing,
    linking,
    matchmaking,
    onboarding,
    peace,
    people,
    profile,
    progress,
    prompts,
    regular,
    ritual_news,
    ritual_plan,
    rituals,
    round_meeting,
    round_team,
    rounds,
    team,
)  # fmt: skip

__all__ = [
    "after", "answering", "asking", "care", "details", "groups", "guessing", "linking",
    "matchmaking",
    "onboarding", "peace", "people", "profile", "progress", "prompts", "regular",
    "ritual_news", "ritual_plan", "rituals", "round_meeting", "round_team", "rounds", "team",
]  # fmt: skip
