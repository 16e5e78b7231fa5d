"""One story over the wire: the bot is killed again and again, and every event comes twice."""

from __future__ import annotations

from tests.connectors.whatsapp.conftest import AWA, ZOE, Here


async def test_a_newcomer_asks_is_introduced_and_followed_up(here: Here) -> None:
    here.twice = True
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin")
    await here.kill()
    assert await here.twilio.say(ZOE, "qui peut m’aider en comptabilité ?") == 200
    await here.kill()
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "pour mon association")
    assert "comptabilité" in here.last(AWA).body
    assert "Zoé" not in " ".join(here.heard(AWA))
    await here.kill()
    assert await here.twilio.tap(AWA, "J’accepte") == 200
    await here.kill()
    for who in (ZOE, AWA):
        assert sum("pas de salon commun" in each for each in here.heard(who)) == 1
    for who in (ZOE, AWA):
        await here.taps(who, "Oui, sous mon nom")
        await here.kill()
        await here.taps(who, "Non merci")
    await here.says(AWA, "@Zoé quand vous voulez")
    assert here.last(ZOE).body == "Awa\N{NO-BREAK SPACE}: quand vous voulez"
    await here.later(days=2, hours=1)
    assert here.last(ZOE).titles() == ["Voir"]
    await here.kill()
    await here.taps(ZOE, "Voir")
    assert "Awa Diop" in here.last(ZOE).body
    await here.taps(ZOE, 0)
    await here.taps(ZOE, 0)
    await here.says(ZOE, "Merci pour tout")
    await here.taps(AWA, "Voir")
    assert sum("Merci pour tout" in each for each in here.heard(AWA)) == 1
    for who in (ZOE, AWA):
        read = [str(each) for each in here.read(who)]
        assert len(read) == len(set(read)), "nothing is said twice"


async def test_nobody_learns_anothers_number(here: Here) -> None:
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    await here.taps(AWA, "J’accepte")
    assert ZOE[-8:] not in " ".join(here.heard(AWA))
    assert AWA[-8:] not in " ".join(here.heard(ZOE))
