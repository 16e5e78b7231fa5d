"""The engine's promises on a real database: floor, buttons, global words, faults, timers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import REGISTRY, Definition, Script
from conversations.dialogues.team import fault
from conversations.questions import Field, Option
from conversations.testing import Stage
from conversations.texts import Text
from storage import inbox
from storage.inbox import inbox as inboxes
from storage.outbox import outbox
from storage.tables import Dialogue, Member, table
from tests.conversations.openings import opening

AB = [Option(value="a", label=Text("language-fr")), Option(value="b", label=Text("language-en"))]


def definition(name: str, script: Script, **options: Any) -> Definition:
    """A dialogue of a test's own."""
    given: dict[str, Any] = {"purpose": "notice", "cancellable": True, "alone": True, "closes": ()}
    return Definition(name=name, script=script, **(given | options))


async def one_question(chat: Chat) -> None:
    got = await chat.choose("which", Text("card-title", name="first"), AB)
    await chat.say(Text("card-title", name=f"got {got}"))


async def optional_question(chat: Chat) -> None:
    got = await chat.choose("maybe", Text("card-title", name="maybe"), AB, place="yielding")
    await chat.say(Text("card-title", name=f"chose {got}"))


async def other_question(chat: Chat) -> None:
    got = await chat.ask("what", Text("card-title", name="second"))
    await chat.say(Text("card-title", name=f"other {got}"))


def start(stage: Stage, who: str, name: str, **args: Any) -> None:
    """Have the bot begin a dialogue with somebody."""
    stage.work(lambda scope: scope.notify(stage.id_of(who, scope), name, **args))
    stage.settle()


def last(stage: Stage, who: str, count: int = 1) -> list[str]:
    """The last things somebody heard."""
    return [heard.text for heard in stage.spoken[f"dm:{who}"][-count:]]


@opening
def zoe(stage: Stage) -> Stage:
    """Zoé, and two dialogues that the bot can begin with her."""
    stage.registry = {
        "one": definition("one", one_question),
        "other": definition("other", other_question),
        "maybe": definition("maybe", optional_question),
        "fault": definition("fault", fault),
    }
    stage.member("Zoé")
    stage.member("Ola", role="organiser")
    return stage


def test_a_second_dialogue_waits_for_the_floor_and_gets_it(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    start(zoe, "Zoé", "other")
    assert last(zoe, "Zoé") == ["first"]
    zoe.says("Zoé", "1")
    assert last(zoe, "Zoé", 2) == ["got a", "second"]
    zoe.says("Zoé", "fine")
    assert last(zoe, "Zoé") == ["other fine"]


def test_after_half_an_hour_of_silence_the_floor_is_taken_and_given_back(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    start(zoe, "Zoé", "other")
    zoe.passes(timedelta(minutes=29))
    assert last(zoe, "Zoé") == ["first"]
    zoe.passes(timedelta(minutes=2))
    assert last(zoe, "Zoé") == ["second"]
    zoe.says("Zoé", "fine")
    assert last(zoe, "Zoé", 2) == ["other fine", "first"]
    zoe.says("Zoé", "English")
    assert last(zoe, "Zoé") == ["got b"]


def test_a_question_that_nobody_has_to_answer_gives_way_at_once(zoe: Stage) -> None:
    """The next one waited behind it for half an hour, and what was typed meanwhile met nothing."""
    start(zoe, "Zoé", "maybe")
    start(zoe, "Zoé", "other")
    assert last(zoe, "Zoé") == ["second"]
    maybe = zoe.tokens("Zoé", "Français")
    zoe.says("Zoé", "bread")
    assert last(zoe, "Zoé", 2) == ["second", "other bread"], "and is not put again"
    zoe.presses("Zoé", *maybe)
    assert last(zoe, "Zoé") == ["chose a"], "but its buttons work"


def test_what_waits_goes_on_as_soon_as_a_question_yields(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    start(zoe, "Zoé", "maybe")
    start(zoe, "Zoé", "other")
    assert last(zoe, "Zoé") == ["first"]
    zoe.taps("Zoé", "Français")
    assert last(zoe, "Zoé", 3) == ["got a", "maybe", "second"]


def test_words_answer_the_question_that_stands_and_not_another(zoe: Stage) -> None:
    start(zoe, "Zoé", "other")
    start(zoe, "Zoé", "one")
    zoe.says("Zoé", "1")
    assert last(zoe, "Zoé", 2) == ["other 1", "first"]


def test_a_button_works_while_another_question_stands(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    start(zoe, "Zoé", "other")
    zoe.passes(timedelta(minutes=31))
    zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé") == ["got b"]
    zoe.says("Zoé", "fine")
    assert last(zoe, "Zoé") == ["other fine"]


def test_pressing_another_option_afterwards_gets_a_friendly_line(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    zoe.taps("Zoé", "English")
    zoe.taps("Zoé", "Français")
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")


def test_a_double_tap_is_one_answer_and_gets_no_line(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    for _ in range(3):
        zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé", 9) == ["first", "got b"]


def test_the_same_tap_after_a_while_or_after_words_gets_a_friendly_line(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    zoe.presses("Zoé", token)
    zoe.passes(timedelta(minutes=2))
    zoe.presses("Zoé", token)
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    zoe.presses("Zoé", token)
    zoe.says("Zoé", "merci")
    zoe.presses("Zoé", token)
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")


def test_a_double_tap_does_not_answer_the_question_that_follows(zoe: Stage) -> None:
    async def two_questions(chat: Chat) -> None:
        one = await chat.choose("one", Text("card-title", name="first"), AB)
        two = await chat.choose("two", Text("card-title", name="second"), AB)
        await chat.say(Text("card-title", name=f"{one} then {two}"))

    zoe.registry = {"two": definition("two", two_questions)}
    start(zoe, "Zoé", "two")
    (token,) = zoe.tokens("Zoé", "Français")
    zoe.presses("Zoé", token)
    zoe.presses("Zoé", token)
    assert last(zoe, "Zoé", 9) == ["first", "second"]
    zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé") == ["a then b"]


def test_a_button_pressed_again_after_another_answered_gets_a_friendly_line(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    zoe.presses("Zoé", token)
    start(zoe, "Zoé", "one")
    zoe.taps("Zoé", "English")
    zoe.presses("Zoé", token)
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")


def test_several_ticked_options_sent_twice_get_no_line(zoe: Stage) -> None:
    async def ticking(chat: Chat) -> None:
        got = await chat.choose_many("which", Text("card-title", name="many"), AB)
        await chat.say(Text("card-title", name="".join(got)))

    zoe.registry = {"many": definition("many", ticking)}
    start(zoe, "Zoé", "many")
    tokens = zoe.tokens("Zoé", "Français", "English")
    zoe.presses("Zoé", *tokens)
    zoe.presses("Zoé", *tokens)
    assert last(zoe, "Zoé", 9) == ["many", "ab"]
    zoe.presses("Zoé", tokens[0])
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")


@pytest.mark.parametrize("token", ["", "v1:forged:0", "nonsense", ":", "v1::0", "v1:x:-1"])
def test_a_forged_token_gets_a_friendly_line(zoe: Stage, token: str) -> None:
    start(zoe, "Zoé", "one")
    zoe.presses("Zoé", token)
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")


def test_another_persons_token_changes_nothing(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    zoe.presses("Ola", token)
    assert last(zoe, "Ola")[0].startswith("Cette question est close.")
    zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé") == ["got b"]


def test_an_index_that_was_not_offered_changes_nothing(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    zoe.presses("Zoé", token.replace(":1", ":7"))
    zoe.presses("Zoé", token, token.replace(":1", ":0"))
    assert last(zoe, "Zoé")[0].startswith("Cette question est close.")
    zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé") == ["got b"]


def test_tokens_are_short_and_mean_nothing(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    (token,) = zoe.tokens("Zoé", "English")
    assert len(token.encode()) <= 100
    assert "one" not in token
    assert "Zo" not in token


def test_chatter_at_a_choice_gets_help_and_the_options_again(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    zoe.says("Zoé", "il fait beau")
    assert last(zoe, "Zoé")[0].startswith("Je n’ai pas reconnu cette réponse.")
    assert zoe.spoken["dm:Zoé"][-1].labels == ("Français", "English")
    zoe.taps("Zoé", "English")
    assert last(zoe, "Zoé") == ["got b"]


def test_words_where_a_form_stands_bring_the_form_again(zoe: Stage) -> None:
    zoe.registry = REGISTRY
    zoe.says("Zoé", "/profile")
    zoe.taps("Zoé", "Le changer")
    zoe.says("Zoé", "il fait beau")
    assert last(zoe, "Zoé")[0].startswith("Les réponses se donnent dans le formulaire")
    assert zoe.spoken["dm:Zoé"][-1].outgoing.fields


def test_a_form_that_was_refused_comes_back_as_it_was_filled_in(zoe: Stage) -> None:
    zoe.registry = REGISTRY
    zoe.says("Zoé", "/profile")
    zoe.taps("Zoé", "Le changer")
    zoe.fills("Zoé", name="Z" * 81, headline="Apicultrice", time_zone="Atlantide")
    refused = zoe.spoken["dm:Zoé"][-1]
    assert "Nom\u00a0: C’est un peu long" in refused.text
    assert "80 caractères au plus" in refused.text
    assert "Fuseau horaire ou ville\u00a0: Je ne connais pas ce lieu." in refused.text
    filled = {field.name: field.value for field in refused.outgoing.fields}
    assert (filled["headline"], filled["time_zone"]) == ("Apicultrice", "Atlantide")
    zoe.fills("Zoé", name="Zoé", time_zone="Dakar")
    assert last(zoe, "Zoé")[0].startswith("C’est enregistré.")


@pytest.mark.parametrize(
    ("values", "reason"),
    [({}, "Ce formulaire est arrivé vide."), ({"couleur": "bleu"}, "Ce formulaire n’a pas de")],
)
def test_a_form_without_its_fields_is_not_saved(
    zoe: Stage, values: dict[str, str], reason: str
) -> None:
    zoe.registry = REGISTRY
    zoe.says("Zoé", "/profile")
    zoe.taps("Zoé", "Le changer")
    zoe.fills("Zoé", **values)
    assert last(zoe, "Zoé")[0].startswith(reason)
    zoe.fills("Zoé", headline="Apicultrice")
    assert last(zoe, "Zoé")[0].startswith("C’est enregistré.")


def test_cancel_ends_the_standing_dialogue_and_the_next_goes_on(zoe: Stage) -> None:
    start(zoe, "Zoé", "one")
    start(zoe, "Zoé", "other")
    zoe.says("Zoé", "annuler")
    assert last(zoe, "Zoé", 2) == ["C’est annulé.", "second"]


def test_global_words_come_before_the_pending_question(zoe: Stage) -> None:
    start(zoe, "Zoé", "other")
    zoe.says("Zoé", "Aide")
    assert "Voici ce que je sais faire" in last(zoe, "Zoé", 2)[0]
    assert last(zoe, "Zoé") == ["second"]


def test_what_is_only_offered_leaves_the_floor_to_others(zoe: Stage) -> None:
    async def offering(chat: Chat) -> None:
        got = await chat.offer("any", Text("card-title", name="take one"), AB)
        await chat.say(Text("card-title", name=f"took {got}"))

    zoe.registry = {**zoe.registry, "offering": definition("offering", offering)}
    start(zoe, "Zoé", "offering")
    start(zoe, "Zoé", "one")
    assert last(zoe, "Zoé", 2) == ["take one", "first"]
    zoe.presses("Zoé", zoe.spoken["dm:Zoé"][0].outgoing.action(1))
    assert last(zoe, "Zoé") == ["took b"]
    zoe.says("Zoé", "1")
    assert last(zoe, "Zoé") == ["got a"]


def test_in_a_channel_the_bot_speaks_only_when_named_and_then_privately(zoe: Stage) -> None:
    zoe.says("Zoé", "bonjour à tous", place="general")
    assert not zoe.spoken
    zoe.says("Zoé", "@Passerelle aide", place="general")
    assert not zoe.spoken["general"]
    assert "Voici ce que je sais faire" in last(zoe, "Zoé")[0]


def test_a_form_is_asked_field_by_field_where_there_are_no_forms(zoe: Stage) -> None:
    async def filling(chat: Chat) -> None:
        got = await chat.form(
            "f", Text("card-title", name="form"),
            [
                Field(name="a", label=Text("field-name"), required=True),
                Field(name="b", label=Text("field-locale"), kind="choice", options=AB),
                Field(name="c", label=Text("field-headline"), value="kept"),
            ],
        )  # fmt: skip
        await chat.say(Text("card-title", name=f"{got}"))

    zoe.registry = {"form": definition("form", filling)}
    start(zoe, "Zoé", "form")
    zoe.fills("Zoé", a=" ", b="a")
    assert last(zoe, "Zoé")[0].startswith("Il manque encore\u202f: Nom.")
    zoe.fills("Zoé", a="x", b="neither")
    assert last(zoe, "Zoé")[0].startswith("Ce qui est arrivé pour Langue n’est pas")
    zoe.fills("Zoé", a="x", b="a")
    assert last(zoe, "Zoé") == ["{'a': 'x', 'b': 'a', 'c': 'kept'}"]
    zoe.forms = False
    start(zoe, "Zoé", "form")
    for words in ("y", "English", "passer"):
        zoe.says("Zoé", words)
    assert last(zoe, "Zoé") == ["{'a': 'y', 'b': 'b', 'c': 'kept'}"]


def test_a_bug_keeps_the_answers_apologises_once_and_goes_on_after_the_fix(zoe: Stage) -> None:
    async def broken(chat: Chat) -> None:
        got = await chat.ask("what", Text("card-title", name="q"))
        await chat.once("leave-a-trace", rename, "half-done")
        raise ZeroDivisionError(got)

    async def mended(chat: Chat) -> None:
        got = await chat.ask("what", Text("card-title", name="q"))
        await chat.say(Text("card-title", name=f"got {got}"))

    zoe.registry = {**zoe.registry, "buggy": definition("buggy", broken)}
    start(zoe, "Zoé", "buggy")
    zoe.says("Zoé", "precious")
    assert last(zoe, "Zoé")[0].startswith("Pardon, j’ai un souci de mon côté.")
    assert "buggy" in last(zoe, "Ola")[0]
    assert "precious" not in last(zoe, "Ola")[0]
    zoe.work(_mend)
    zoe.settle()
    assert len(zoe.spoken["dm:Zoé"]) == 2, "it apologises once"
    assert zoe.work(lambda scope: name_of(scope, zoe, "Zoé")) == "Zoé", "nothing half-done stays"
    zoe.registry = {**zoe.registry, "buggy": definition("buggy", mended)}
    zoe.passes(timedelta(hours=1))
    zoe.work(_mend)
    zoe.settle()
    assert last(zoe, "Zoé") == ["got precious"]


def rename(scope: Scope, name: str) -> None:
    """An effect that writes."""
    assert scope.actor_id is not None
    scope.db.get_one(Member, scope.actor_id).name = name


def name_of(scope: Scope, stage: Stage, who: str) -> str:
    """What somebody is called."""
    return scope.db.get_one(Member, stage.id_of(who, scope)).name


def _mend(scope: Scope) -> None:
    from conversations import timers

    timers.mend(scope.connection, scope.now)


def test_a_timer_survives_and_fires_once(zoe: Stage) -> None:
    async def patient(chat: Chat) -> None:
        start_ = await chat.now("start")
        await chat.wait("an-hour", start_ + timedelta(hours=1))
        await chat.say(Text("card-title", name="ding"))

    zoe.registry = {"patient": definition("patient", patient)}
    start(zoe, "Zoé", "patient")
    zoe.passes(timedelta(minutes=59))
    assert not zoe.spoken["dm:Zoé"]
    zoe.passes(timedelta(days=3))
    zoe.passes(timedelta(days=3))
    assert last(zoe, "Zoé", 9) == ["ding"]


def test_words_leave_inbox_and_outbox_once_handled(zoe: Stage) -> None:
    start(zoe, "Zoé", "other")
    zoe.says("Zoé", "a secret of mine")
    for rows in (inboxes, outbox):
        query = select(rows.c.payload)
        kept = zoe.write(lambda c: c.execute(query).scalars().all())  # noqa: B023 - used at once
        assert kept
        assert set(kept) == {None}


def test_a_finished_dialogue_leaves_no_row(zoe: Stage) -> None:
    start(zoe, "Zoé", "other")
    zoe.says("Zoé", "fine")
    assert zoe.write(lambda c: c.execute(select(table(Dialogue))).all()) == []


def test_an_event_of_nobody_is_handled_and_changes_nothing(zoe: Stage) -> None:
    zoe.says("Nobody", "hello")
    assert zoe.write(inbox.waiting) == 0
    assert not zoe.spoken["dm:Nobody"]


def test_an_event_that_cannot_be_handled_holds_up_nobody_and_is_not_lost(zoe: Stage) -> None:
    start(zoe, "Zoé", "not-there-yet")
    zoe.says("Ola", "/help")
    assert "Voici ce que je sais faire" in last(zoe, "Ola")[0]
    assert not zoe.spoken["dm:Zoé"]
    zoe.registry = {**zoe.registry, "not-there-yet": definition("not-there-yet", one_question)}
    zoe.work(_mend)
    zoe.settle()
    assert last(zoe, "Zoé") == ["first"]


def test_an_unknown_language_becomes_the_communitys(stage: Stage) -> None:
    stage.joins("Ida", locale="tlh-KLI")
    assert stage.spoken["dm:Ida"][-1].outgoing.locale == "fr"


def test_a_number_picks_an_option_where_words_are_welcome_too(zoe: Stage) -> None:
    zoe.registry = REGISTRY
    zoe.says("Zoé", "/pause")
    zoe.says("Zoé", "2")
    assert last(zoe, "Zoé")[0].startswith("C’est noté\u202f: plus aucune demande avant le")


@pytest.mark.parametrize("name", ["help", "/help"])
def test_a_command_in_a_channel_is_answered_privately(zoe: Stage, name: str) -> None:
    zoe.does("Zoé", "command", command=name, place="general", place_kind="channel")
    assert not zoe.spoken["general"]
    assert "Voici ce que je sais faire" in last(zoe, "Zoé")[0]
