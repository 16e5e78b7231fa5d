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
    looking,
    matchmaking,
    moderation,
    onboarding,
    peace,
    people,
    profile,
    progress,
    prompts,
    regular,
    relaying,
    ritual_news,
    ritual_plan,
    rituals,
    safety,
    second_looks,
    skills,
    team,
    thanking,
)  # fmt: skip

__all__ = [
    "after", "answering", "asking", "care", "details", "groups", "guessing", "linking", "looking",
    "matchmaking", "moderation", "onboarding", "peace", "people", "profile", "progress", "prompts",
    "regular", "relaying", "ritual_news", "ritual_plan", "rituals", "safety", "second_looks",
    "skills", "team", "thanking",
]  # fmt: skip
