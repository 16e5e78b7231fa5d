"""A gathering on WhatsApp: asked one by one, answered by taps and numbers, within a day or not."""

from __future__ import annotations

from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here


async def plan(here: Here, *, places: str) -> None:
    """Ben, who organises, plans one for the day after tomorrow."""
    await here.says(BEN, "/gathering add")
    for answer in ("CV workshop", "in 2 days at 6:30 pm", "skip", "La Cantine", "1h30", places):
        await here.says(BEN, answer)


async def test_a_gathering_from_its_plan_to_the_replay(here: Here) -> None:
    here.twice = True
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin")
    await plan(here, places="0")
    assert "at least one place" in here.last(BEN).body
    await here.says(BEN, "1")
    assert any("CV workshop" in each for each in here.heard(BEN)[-2:])
    await here.taps(BEN, 0)
    await here.later(minutes=1)
    assert any("Ben Roy vous propose une rencontre" in each for each in here.heard(AWA))
    await here.kill()
    await here.taps(AWA, "Je viens")
    assert any("une place est à vous" in each for each in here.heard(AWA))
    await here.taps(ZOE, "Je viens")
    assert "liste d’attente" in here.last(ZOE).body
    await here.says(AWA, "/evenements")
    await here.kill()
    await here.taps(AWA, "Pas cette fois")
    await here.says(AWA, "oui")
    await here.taps(ZOE, "Je la garde")
    await here.later(days=1, hours=6)
    assert here.last(ZOE).titles() == ["Voir"], "beyond a day, a template asks whether to show it"
    await here.taps(ZOE, "Voir")
    assert any("C’est bientôt" in each for each in here.heard(ZOE))
    await here.later(days=2)
    await here.taps(BEN, "See it")
    assert any("is over" in each for each in here.heard(BEN))
    await here.taps(BEN, "Everybody was there")
    await here.says(BEN, "yes")
    await here.says(BEN, "A CV is one page\nSend it early")
    await here.says(BEN, "skip")
    await here.says(BEN, "yes")
    await here.later(minutes=1)
    await here.taps(AWA, "Voir")
    assert any("• A CV is one page" in each for each in here.heard(AWA))
    assert not any("• A CV is one page" in each for each in here.heard(ZOE)), "Zoé was there"
    for who in (ZOE, AWA):
        read = [str(each) for each in here.read(who)]
        assert len(read) == len(set(read)), "nothing is said twice"


async def test_the_calendar_file_comes_as_an_address_of_ours(here: Here) -> None:
    await plan(here, places="skip")
    await here.taps(BEN, 0)
    await here.later(minutes=1)
    await here.taps(AWA, "Je viens")
    assert "https://bot.example/passerelle" in " ".join(here.heard(AWA))
