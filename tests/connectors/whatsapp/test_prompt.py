"""The question of the month on WhatsApp (P15, P16): planned by words, answered by taps, posted.

Beyond a day the organiser is told by a template that something waits; members, who wait for
nothing, read the round-up when they write next.
"""

from __future__ import annotations

from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

FAR = "every four weeks on Tuesday at 9 from 1 March 2050"
"""The calendar brings none during the test: the organiser puts it himself."""


async def test_a_question_of_the_month_from_its_plan_to_the_round_up(here: Here) -> None:
    """Everything comes twice, and the bot is killed in between."""
    here.twice = True
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(BEN, "/ritual add")
    for answer in ("The question of the month", "Europe/Paris", FAR):
        await here.says(BEN, answer)
    await here.says(BEN, "To each person, privately")
    await here.says(BEN, "Each person’s own")
    assert any("which small win" in each for each in here.heard(BEN)), "it is shown first"
    await here.kill()
    await here.taps(BEN, 0)
    await here.says(BEN, "/ritual run The question of the month")
    await here.says(BEN, "yes")
    await here.later(minutes=1)

    await here.taps(AWA, "Je réponds")
    await here.says(AWA, "*J’ai* tenu bon.")
    await here.taps(AWA, "À tous, avec mon nom")
    await here.kill()
    await here.taps(ZOE, "Je réponds")
    await here.says(ZOE, "J’ai dit non.")
    await here.taps(ZOE, "À tous, sans mon nom")

    await here.later(days=7, hours=1)
    await here.taps(BEN, "See it")
    assert any("tenu bon" in each for each in here.heard(BEN))
    assert not any("J’ai dit non." in each for each in here.heard(BEN)), "it is alone of its kind"
    await here.taps(BEN, "Post it like this")
    await here.later(minutes=1)
    for who in (AWA, ZOE):
        assert not any("Vos réponses à la question" in each for each in here.heard(who))
        await here.says(who, "/evenements")
        posted = next(each for each in here.heard(who) if "Vos réponses à la question" in each)
        assert "tenu bon. — Awa Diop" in posted
        assert "*J’ai*" not in posted, "nothing of theirs is bold"
        assert "Zoé" not in posted, "what has no name gets none on the way"
        read = [str(each) for each in here.read(who)]
        assert len(read) == len(set(read)), "nothing is said twice"
