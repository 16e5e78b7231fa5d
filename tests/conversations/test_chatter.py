"""Words of chat are no need; another language is spoken when asked for."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé writes in French, Tom in English; Nadia sews."""
    stage.member("Zoé")
    stage.member("Tom", locale="en")
    stage.member("Nadia", offers=["couture"])
    return stage


@pytest.mark.parametrize("words", ["np", "omg", "dsl", "brb", "oups !", "idk", "hmm"])
def test_words_of_chat_are_looked_for_nowhere(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Je suis là, Zoé. … [Demander de l’aide] …
    """,
    )


@pytest.mark.parametrize("words", ["bisous", "cdlt", "merci, bisous", "kind regards"])
def test_a_letters_end_is_a_goodbye(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.heard["dm:Zoé"].popleft().text == "À bientôt, Zoé\u202f!"


@pytest.mark.parametrize("words", ["t nul", "tu sers à rien", "you suck"])
def test_who_scolds_is_asked_for_other_words(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.heard["dm:Zoé"].popleft().text.startswith("Pardon Zoé")


@pytest.mark.parametrize("words", ["ta gueule", "tg", "shut up", "STFU!!"])
def test_who_wants_silence_has_it(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.heard["dm:Zoé"].popleft().text.startswith("D’accord, je me tais.")


def test_the_language_is_changed_for_who_asks_for_it_and_the_question_with_it(town: Stage) -> None:
    play(
        town,
        """
        Zoé > qui s'y connaît en couture ?
        Zoé < Pour « couture », … [Nadia]
        Zoé > speak english please
        Zoé < Understood: I’ll write to you in English.
        Zoé < For “couture”, … [Nadia]
        Zoé > [Never mind]
        Zoé < Very well. …
        Tom > en français svp
        Tom < C’est entendu : je vous écris en français.
        Tom > np
        Tom < Je suis là, Tom. …
    """,
    )


@pytest.mark.parametrize("words", ["anglais", "cours d'anglais", "relire un contrat en anglais"])
def test_a_language_is_a_subject_too(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "anglais" in town.heard["dm:Zoé"].popleft().text


@pytest.mark.parametrize("words", ["euh...", "attends", "hang on"])
def test_who_hesitates_is_given_the_time(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > j’ai besoin d’aide
        Zoé < Avec plaisir ! À quel sujet ? …
        Zoé > {words}
        Zoé < Prenez votre temps. …
        Zoé > couture
        Zoé < Pour « couture », … [Nadia]
    """,
    )


@pytest.mark.parametrize("words", ["besoin d'aide", "need help", "besoin aide svp"])
def test_who_needs_help_is_asked_with_what(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Avec plaisir ! À quel sujet ? …
    """,
    )
