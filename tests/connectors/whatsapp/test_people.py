"""Who is who: numbers, business-scoped ids, silence, and being forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from sqlalchemy import select

from connectors.whatsapp.incoming import starts, stops
from storage.database import reading
from storage.tables import Alias, Identity, Member, Place, table
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

aliases, identities, members = table(Alias), table(Identity), table(Member)
places = table(Place)
SCOPED = "whatsapp:FR.1A2B3C4D"


def people(here: Here, *addresses: str) -> list[str]:
    with reading(here.app.database) as connection:
        query = select(aliases.c.person).where(aliases.c.address.in_(addresses))
        return list(connection.execute(query.order_by(aliases.c.id)).scalars())


def everything(here: Here) -> Iterator[str]:
    """Every value of every table."""
    with reading(here.app.database) as connection:
        for each in Alias.metadata.sorted_tables:
            for row in connection.execute(select(each)):
                yield repr(tuple(row))


async def test_no_number_is_a_key(here: Here) -> None:
    await here.says(ZOE, "bonjour", ProfileName="Zoé")
    with reading(here.app.database) as connection:
        keys = connection.execute(select(identities.c.external_id, identities.c.direct_place)).all()
    assert ZOE[-11:] not in repr(keys)


async def test_somebody_who_hides_their_number_is_welcomed(here: Here) -> None:
    await here.says(SCOPED, "bonjour", ExternalUserId=SCOPED)
    await here.taps(SCOPED, "Français")
    assert "Bienvenue" in " ".join(here.heard(SCOPED))


async def test_a_number_and_an_id_that_come_together_are_one_person(here: Here) -> None:
    await here.says(AWA, "/cancel", ExternalUserId=SCOPED)
    assert people(here, AWA, SCOPED) == ["awa", "awa"]
    here.twilio.wrote_before(SCOPED)
    await here.says(SCOPED, "/profile", ExternalUserId=SCOPED)
    assert "Awa Diop" in " ".join(here.heard(SCOPED) + here.heard(AWA))


async def test_two_people_who_turn_out_to_be_one_are_merged(here: Here) -> None:
    await here.says(SCOPED, "bonjour", ExternalUserId=SCOPED)
    await here.says(AWA, "/profile", ExternalUserId=SCOPED)
    assert people(here, AWA, SCOPED) == ["awa", "awa"]
    assert "Awa Diop" in " ".join(here.heard(AWA))
    with reading(here.app.database) as connection:
        alive = connection.execute(select(members.c.id).where(members.c.left_at.is_(None))).all()
    assert len(alive) == 2


async def test_the_one_who_was_welcomed_stays(here: Here) -> None:
    await here.says(ZOE, "bonjour")
    await here.welcome(SCOPED, "Zoé Martin")
    await here.says(ZOE, "/profile", ExternalUserId=SCOPED)
    assert "Zoé Martin" in " ".join(here.heard(ZOE))


async def asks_awa(here: Here, who: str) -> None:
    await here.says(who, "qui peut m’aider en comptabilité ?")
    await here.taps(who, "Awa Diop")
    await here.says(who, "passer")


@pytest.mark.parametrize("back", [False, True])
async def test_requests_of_the_one_who_goes_go_on_as_the_others(here: Here, back: bool) -> None:
    here.twice = True
    await here.welcome(SCOPED, "Zoé Martin")
    await asks_awa(here, SCOPED)
    before = len(here.heard(AWA))
    one, other = (SCOPED, BEN) if back else (BEN, SCOPED)
    await here.says(one, "/cancel", ExternalUserId=other)
    assert people(here, BEN, SCOPED) == ["ben", "ben"], "who has a role keeps it"
    assert sum("two profiles are now one" in each for each in everything_read(here)) == 1
    assert len(here.heard(AWA)) == before, "the helper has nothing to hear"
    await here.taps(AWA, "J’accepte")
    assert any("Awa Diop will help you" in each for each in everything_read(here))
    await here.says(BEN, "/where")
    assert any("comptabilité" in each for each in here.heard(BEN) + here.heard(SCOPED))


def everything_read(here: Here) -> list[str]:
    """By the one who has both addresses."""
    return here.heard(BEN) + here.heard(SCOPED)


async def test_what_the_one_who_goes_is_being_asked_can_still_be_answered(here: Here) -> None:
    """And what they offer is offered by the other."""
    await here.welcome(SCOPED, "A. Diop", offers="le tricot")
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en tricot ?")
    await here.taps(ZOE, "A. Diop")
    await here.says(ZOE, "passer")
    asked = here.last(SCOPED)
    await here.says(AWA, "bonjour", ExternalUserId=SCOPED)
    assert await here.twilio.tap(AWA, "J’accepte", on=asked, ExternalUserId=SCOPED) == 200
    await here.settle()
    assert any("Awa Diop" in each for each in here.heard(ZOE))
    await here.says(AWA, "/profil")
    assert any("tricot" in each and "comptabilité" in each for each in here.heard(AWA))


async def test_what_is_asked_of_who_is_linked_elsewhere_is_asked_there(here: Here) -> None:
    new = "whatsapp:+33611111111"
    await here.welcome(new, "Max")
    await here.welcome(SCOPED, "Zoé Martin")
    await here.says(AWA, "/relier")
    code = here.last(AWA).body.partition("/relier ")[2].split()[0]
    await here.says(SCOPED, f"/relier {code}")
    await here.taps(SCOPED, 0)
    for who in (AWA, SCOPED):
        await here.later(minutes=1)
        await here.taps(who, "C’est bien moi")
    await here.says(BEN, "who can help me with accounting?")
    await here.taps(BEN, "Awa Diop")
    await here.says(BEN, "skip")
    assert "accounting" in here.last(SCOPED).body, "where they were last heard from"
    await here.says(new, "/annuler", ExternalUserId=SCOPED)
    assert "accounting" in here.last(AWA).body
    assert here.last(AWA).titles()


async def test_two_who_turn_out_to_be_one_keep_what_else_they_were_linked_to(here: Here) -> None:
    await here.says(SCOPED, "bonjour", ExternalUserId=SCOPED)
    await here.says(BEN, "/link")
    code = here.last(BEN).body.partition("/link ")[2].split()[0]
    await here.says(SCOPED, f"/link {code}")
    await here.taps(SCOPED, 0)
    await here.says(AWA, "/cancel", ExternalUserId=SCOPED)
    await here.says(BEN, "/profile")
    assert "Ben Roy" in " ".join(here.heard(BEN))
    with reading(here.app.database) as connection:
        gone = connection.execute(select(members.c.id).where(members.c.left_at.is_not(None))).all()
        left = connection.execute(select(identities.c.external_id)).scalars().all()
    assert (gone, sorted(left)) == ([], ["awa", "ben"])


@pytest.mark.parametrize(
    "word",
    [
        "STOP",
        "stop.",
        "Arrêt",
        "Arrête !",
        "arrete",
        "arrête",
        "opt-out",
        "Ne m’écris plus",
        "désabonner",
        "UNSUBSCRIBE",
        "désabonnez-moi",
        "Désinscrivez-moi, s’il vous plaît",
        "FIN",
        "🛑",
        "STOP please",
        "stop svp",
        "STOP merci",
        "stop messages",
        "unsubscribe me",
        "ne m’écrivez plus svp",
        "stop !",
        "STOP STOP stop",
        "stoppez",
        "Ça suffit !!",
        "dont text me",
        "Don’t text me!",
        "arrêtez de m'écrire svp",
        "Laissez moi tranquille",
        "leave me alone",
    ],
)
async def test_stop_is_confirmed_once_and_nothing_proactive_leaves(here: Here, word: str) -> None:
    await here.says(BEN, word)
    await here.says(BEN, "stop")
    assert len(here.heard(BEN)) == 1
    await here.says(AWA, "/team un mot")
    assert len(here.heard(BEN)) == 1
    await here.says(BEN, "START")
    await here.says(AWA, "/team encore un mot")
    assert "encore un mot" in here.last(BEN).body


@pytest.mark.parametrize(
    "word",
    [
        "start please", "réabonnez-moi", "subscribe", "s’abonner", "restart", "Recommencez !",
        "je veux me réabonner", "Resubscribe", "réactivez",
    ],
)  # fmt: skip
async def test_a_polite_word_brings_somebody_back(here: Here, word: str) -> None:
    await here.says(BEN, "stop")
    await here.says(BEN, word)
    await here.says(AWA, "/team un mot")
    assert "un mot" in here.last(BEN).body


async def test_where_nothing_can_be_cancelled_the_way_to_stop_is_named(here: Here) -> None:
    await here.says(BEN, "cancel")
    assert "/stop" in here.last(BEN).body


async def test_every_word_that_stops_or_starts_does(here: Here) -> None:
    back = cycle(sorted(starts()))
    said = sorted(stops())
    assert {"stop", "unsubscribe", "desabonner", "arret"} <= set(said)
    for stop, start in zip(said, back, strict=False):
        await here.says(BEN, stop)
        heard = len(here.heard(BEN))
        await here.says(AWA, "/team un mot")
        assert len(here.heard(BEN)) == heard, stop
        await here.says(BEN, start)
        await here.says(AWA, "/team encore")
        assert "encore" in here.last(BEN).body, start
    assert len(starts()) <= len(said)


async def test_stop_inside_a_dialogue_is_stop(here: Here) -> None:
    here.twice = True
    await here.says(AWA, "/ask")
    await here.says(AWA, "Stop")
    assert "je ne vous écrirai plus de moi-même" in here.last(AWA).body
    await here.says(AWA, "du jardinage")
    assert "Ben Roy" in str(here.last(AWA).content)


@pytest.mark.parametrize("word", ["STOP", "/stop", "arrête", "STOP please", "désabonnez-moi"])
async def test_a_stranger_who_says_stop_is_told_once_and_left_in_peace(
    here: Here, word: str
) -> None:
    here.twice = True
    for _ in range(2):
        await here.says(ZOE, word)
    (said,) = here.heard(ZOE)
    assert "je ne vous écrirai pas" in said
    assert "I won’t write to you" in said
    await here.later(days=2)
    assert len(here.heard(ZOE)) == 1
    with reading(here.app.database) as connection:
        assert len(connection.execute(select(identities.c.id)).all()) == 2, "they are no member"
    await here.says(ZOE, "bonjour")
    assert here.last(ZOE).titles() == ["English", "Français"]


async def test_stop_before_a_language_is_chosen_is_confirmed_in_both(here: Here) -> None:
    await here.says(ZOE, "hello")
    await here.says(ZOE, "stop")
    assert "je ne vous écrirai plus" in here.last(ZOE).body
    assert "I won’t write to you" in here.last(ZOE).body


async def test_silence_survives_a_restart_and_a_second_address(here: Here) -> None:
    await here.says(BEN, "stop")
    await here.restart()
    await here.says(BEN, "/cancel", ExternalUserId=SCOPED)
    before = len(here.heard(BEN)) + len(here.heard(SCOPED))
    await here.says(AWA, "/team un mot")
    assert len(here.heard(BEN)) + len(here.heard(SCOPED)) == before


async def test_after_an_erasure_nothing_is_left_of_the_number(here: Here) -> None:
    await here.welcome(ZOE, "Zoé Canari")
    await here.says(ZOE, "/mydata", ExternalUserId=SCOPED)
    await here.taps(ZOE, "Tout effacer")
    await here.taps(ZOE, "Tout effacer")
    assert "C’est fait" in here.last(ZOE).body
    await here.connector.compare(here.clock.now())
    left = "\n".join(everything(here))
    for trace in (ZOE[-11:], SCOPED, "Canari"):
        assert trace not in left


async def test_somebody_who_was_erased_and_comes_back_is_new(here: Here) -> None:
    await here.welcome(ZOE, "Zoé Canari")
    before = people(here, ZOE)
    await here.says(ZOE, "/mydata")
    await here.taps(ZOE, "Tout effacer")
    await here.taps(ZOE, "Tout effacer")
    await here.later(minutes=1)
    await here.connector.compare(here.clock.now())
    await here.says(ZOE, "bonjour")
    assert here.last(ZOE).titles() == ["English", "Français"]
    assert people(here, ZOE) != before


async def introduced(here: Here) -> None:
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    await here.taps(AWA, "J’accepte")


async def in_touch(here: Here) -> None:
    """Both agree to write to each other through the bot."""
    await introduced(here)
    for who in (ZOE, AWA):
        await here.taps(who, "Oui, sous mon nom")
        await here.taps(who, "Non merci")


async def test_words_pass_through_the_relay_both_ways(here: Here) -> None:
    here.twice = True
    await in_touch(here)
    await here.says(ZOE, "@Awa bonjour *toi*")
    assert here.heard(AWA)[-1] == "Zoé\N{NO-BREAK SPACE}: bonjour ∗toi∗"
    await here.says(AWA, "avec joie", OriginalRepliedMessageSid=here.last(AWA).sid)
    assert here.heard(ZOE)[-1] == "Awa\N{NO-BREAK SPACE}: avec joie"


async def test_what_is_said_to_the_bot_stays_with_the_bot(here: Here) -> None:
    await in_touch(here)
    before = len(here.heard(AWA))
    for words in ("bonjour", "/pause", "oui", "awa@example.org"):
        await here.says(ZOE, words)
    assert len(here.heard(AWA)) == before


async def test_leaving_ends_the_relay_for_both(here: Here) -> None:
    here.twice = True
    await in_touch(here)
    await here.says(ZOE, "/leave")
    assert "terminé" in here.last(ZOE).body
    assert "terminé" in here.last(AWA).body
    before = len(here.heard(AWA))
    await here.says(ZOE, "@Awa encore là ?")
    assert len(here.heard(AWA)) == before


async def test_without_an_introduction_nothing_is_passed_on(here: Here) -> None:
    await here.says(BEN, "@Awa hello")
    assert here.heard(AWA) == []


async def test_two_relays_need_a_name(here: Here) -> None:
    await in_touch(here)
    await here.says(AWA, "qui peut m’aider en jardinage ?")
    await here.taps(AWA, "Ben Roy")
    await here.says(AWA, "passer")
    await here.taps(BEN, "I accept")
    words = (AWA, "Oui, sous mon nom", "Non merci"), (BEN, "Yes, under my name", "No thanks")
    for who, yes, no in words:
        await here.taps(who, yes)
        await here.taps(who, no)
    await here.says(AWA, "@ qui donc ?")
    assert here.last(AWA).body.startswith("Je ne sais pas à qui")
    await here.says(AWA, "@zoe salut")
    assert here.heard(ZOE)[-1].endswith("salut")
