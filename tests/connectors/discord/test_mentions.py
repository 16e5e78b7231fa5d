"""People whom somebody mentions are shown by name, and meant by id: Discord itself sends ids."""

from __future__ import annotations

import pytest

from connectors.discord.mentions import Names
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import MODERATE_MEMBERS, Person

Three = tuple[Person, Person, Person]


@pytest.fixture
async def three(town: Town) -> Three:
    """Awa who keeps the books, Zoé, and Omar who moderates; all have settled in."""
    await town.start()
    awa, zoe = town.person("Awa"), town.person("Zoé")
    omar = town.person("Omar", MODERATE_MEMBERS)
    for each in (awa, zoe, omar):
        await each.joins()
        await welcomed(each, offers="comptabilité" if each is awa else "")
    return awa, zoe, omar


@pytest.mark.parametrize(
    ("command", "argument", "heard"),
    [
        ("block", "who", "plus jamais rencontrer Awa"),
        ("report", "who", "Que s’est-il passé"), ("thanks", "whom", "remerciement pour Awa"),
        ("who", "member", "Voici comment Awa"),
    ],
)  # fmt: skip
async def test_whoever_is_chosen_from_what_is_suggested_is_found(
    three: Three, command: str, argument: str, heard: str
) -> None:
    _, zoe, _ = three
    (chosen,) = (await zoe.types(command, "aw", argument)).values()
    await zoe.commands(command, here=True, **{argument: chosen})
    await zoe.hears(heard)


@pytest.mark.parametrize("command", ["member", "pause-member", "remove-member"])
async def test_so_is_whoever_the_team_chooses(three: Three, command: str) -> None:
    _, _, omar = three
    (chosen,) = (await omar.types(command, "aw", "who")).values()
    before = len(omar.heard)
    await omar.commands(command, here=True, who=chosen)
    await omar.fake.until(lambda: "Awa" in str(omar.heard[before:]))


@pytest.mark.parametrize("words", ["/qui <@{0}>", "/who <@!{0}>", "qui est <@{0}> ?"])
async def test_a_mention_typed_in_the_direct_line_means_its_member(
    three: Three, words: str
) -> None:
    awa, zoe, _ = three
    await zoe.writes(words.format(awa.id))
    await zoe.hears("Voici comment Awa")


async def test_of_two_who_are_called_alike_the_mentioned_one_is_meant(
    town: Town, three: Three
) -> None:
    _, zoe, _ = three
    other = town.person("Awa")
    await other.joins()
    await welcomed(other, offers="jardinage")
    await zoe.writes(f"/qui <@{other.id}>")
    shown = await zoe.hears("Voici comment Awa")
    assert "jardinage" in str(shown["embeds"])


async def test_somebody_who_has_not_met_the_bot_is_named_and_nobody_else_is_meant(
    town: Town, three: Three
) -> None:
    _, zoe, omar = three
    namesake = town.person("Awa")
    await namesake.lives_here()
    await zoe.commands("thanks", here=True, whom=f"<@{namesake.id}>")
    await zoe.hears("pas encore fait la connaissance de …")
    await namesake.joins()
    await namesake.hears("Dans quelle langue")
    await omar.chooses_person("Introduce to someone", namesake)
    await omar.hears("pas encore fait la connaissance de Awa. ")


async def test_a_message_that_mentions_somebody_becomes_a_need_with_their_name(
    three: Three,
) -> None:
    awa, zoe, omar = three
    words = f"Salut <@{omar.id}>, qui connaît la comptabilité ? <:pleure:123456789012345678>"
    await zoe.chooses_message("Find someone who can help", words, awa)
    await zoe.presses("Awa", on=await zoe.hears("j’ai pensé à cette personne"))
    await zoe.presses("Passer", on=await zoe.hears("Vos mots partiront avec la demande"))
    asked = await awa.hears("aimerait votre aide")
    assert "Salut Omar, qui connaît la comptabilité ? :pleure:" in str(asked["embeds"])
    said = "".join(each["content"] for each in [*zoe.heard, *awa.heard]) + str(asked["embeds"])
    assert omar.id not in said
    assert "[…]" not in said


def test_what_nobody_knows_by_name_is_no_number() -> None:
    names = Names(None, {5: "Inès"})
    said = "<@5> <@6> <@&7> <#8> <a:fete:9> </aide:10> <3"
    assert names.spoken(said) == "Inès … … … :fete: /aide <3"
    assert names.tagged("<@5> <@6>") == "<@5|Inès> <@6|…>"
