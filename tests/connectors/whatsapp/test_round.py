"""A round on WhatsApp (P18), where no room can be opened: each is told who the other is."""

from __future__ import annotations

from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here
from tests.connectors.whatsapp.test_prompt import FAR


async def joins(here: Here, who: str) -> None:
    """Somebody is in, and says how they like to meet."""
    await here.taps(who, "J’en suis")
    await here.taps(who, "Oui, volontiers")
    await here.taps(who, "Français")
    assert any("Vous en êtes" in each for each in here.heard(who))


async def test_two_meet_in_a_round_though_everything_comes_twice(here: Here) -> None:
    """And the bot is killed in between."""
    here.twice = True
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(BEN, "/ritual add")
    for answer in ("Coffees", "Europe/Paris", FAR):
        await here.says(BEN, answer)
    await here.taps(BEN, 0)
    await here.says(BEN, "/ritual run Coffees")
    await here.says(BEN, "yes")
    await here.later(minutes=1)
    await joins(here, AWA)
    await here.kill()
    await joins(here, ZOE)
    await here.later(days=2, hours=1)
    await here.taps(BEN, "See it")
    assert any("Awa Diop and Zoé Martin" in each for each in here.heard(BEN))
    await here.says(BEN, "1")
    await here.kill()
    await here.later(minutes=1)
    for who, other in ((AWA, "Zoé Martin"), (ZOE, "Awa Diop")):
        await here.taps(who, "Voir")
        assert any(
            "votre groupe pour ce tour" in each and other in each for each in here.heard(who)
        )
    await here.later(days=3)
    await here.later(days=8)
    await here.taps(AWA, "Voir")
    await here.taps(AWA, "Oui")
    assert any("merci de le dire" in each for each in here.heard(AWA))
    await here.later(days=11)
    for who in (AWA, ZOE):
        await here.taps(who, "Voir")
        await here.says(who, "Un beau moment")
    assert any("À un prochain tour" in each for each in here.heard(AWA))
    for who in (AWA, ZOE):
        read = [str(each) for each in here.read(who) if each[1] != ["Voir"]]
        assert len(read) == len(set(read)), "nothing but a template is said twice"
