"""Every dialogue. Importing this registers them."""

from conversations.dialogues import (
    after,
    answering,
    asking,
    care,
    details,
    gatherings,
    guessing,
    hosting,
    linking,
    matchmaking,
    onboarding,
    peace,
    people,
    profile,
    progress,
    prompts,
    recounting,
    regular,
    ritual_news,
    ritual_plan,
    rituals,
    team,
)  # fmt: skip

__all__ = [
    "after", "answering", "asking", "care", "details", "gatherings", "guessing", "hosting",
    "linking", "matchmaking", "onboarding", "peace", "people", "profile", "progress", "prompts",
    "recounting", "regular", "ritual_news", "ritual_plan", "rituals", "team",
]  # fmt: skip
