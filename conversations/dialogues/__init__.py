"""Every dialogue. Importing this registers them."""

from conversations.dialogues import (
    after,
    answering,
    asking,
    care,
    details,
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
    relaying,
    safety,
    second_looks,
    skills,
    team,
    thanking,
)  # fmt: skip

__all__ = [
    "after", "answering", "asking", "care", "details", "guessing", "linking", "looking",
    "matchmaking", "moderation", "onboarding", "peace", "people", "profile", "progress", "relaying",
    "safety", "second_looks", "skills", "team", "thanking",
]  # fmt: skip
