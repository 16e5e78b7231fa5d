"""The welcome (P10, P12): every step, stopping half-way, and saying no."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play

STORY = """
Zoé joins
Zoé < …bienvenue… [English] [Français]
Zoé > [Français]
Zoé < Bienvenue parmi Les Passeurs ! S’entraider.
Zoé < Voici ce que nous nous promettons : • Bienveillance. Cela vous convient ? [Cela me convient] [Non]
Zoé > [Cela me convient]
Zoé < Avant de commencer, voici ce que je garde. … Êtes-vous d’accord ? [Je suis d’accord] [Je ne]
Zoé > [Je suis d’accord]
Zoé < Comment souhaitez-vous que l’on vous appelle ?
Zoé > Zoé Martin
Zoé < Merci, Zoé Martin ! … [Passer]
Zoé > Apicultrice
Zoé < Sur quoi pourriez-vous aider quelqu’un ? … [Passer]
Zoé > apiculture, jardinage
Zoé < Qu’avez-vous vécu … [Passer]
Zoé > passer
Zoé < Et vous, qu’aimeriez-vous apprendre… [Passer]
Zoé > tenir un budget
"""

END = """
Zoé < Dernière question … [Garder Europe/Paris]
Zoé > Dakar
Zoé < C’est prêt ! … [Qui peut m’aider avec « tenir un budget » ?] [Relire] [Plus tard]
Zoé > [Plus tard]
Zoé < Très bien. …
Zoé > /profile
Zoé < Voici votre profil… Zoé Martin Apicultrice Propose : apiculture et jardinage Cherche : tenir un budget Français · Africa/Dakar [Le changer]
"""


def test_a_newcomer_is_welcomed_step_by_step(stage: Stage) -> None:
    play(stage, STORY + END)


def test_two_days_later_it_goes_on_at_the_same_question(stage: Stage) -> None:
    play(stage, STORY + "Zoé < Dernière question … [Garder Europe/Paris]\n2 days pass")
    stage.restart()
    play(stage, END.partition("\n")[2].partition("\n")[2])


def test_everything_but_the_name_can_be_skipped(stage: Stage) -> None:
    stage.joins("Zoé")
    for answer in ("English", "That’s fine", "I agree"):
        stage.taps("Zoé", answer)
    stage.says("Zoé", "Zoé")
    for words in ("skip", "No, thanks.", "plus tard", "nothing", "skip"):
        stage.says("Zoé", words)
    assert stage.spoken["dm:Zoé"][-1].text.startswith("You’re all set!")


def test_the_number_of_the_only_choice_is_that_choice_and_never_ones_name(stage: Stage) -> None:
    stage.joins("Zoé", name="Max")
    for _ in range(9):
        stage.says("Zoé", "1")
    said = [each.text for each in stage.spoken["dm:Zoé"]]
    assert said[-1].startswith("You’re all set!"), said
    stage.says("Zoé", "/profile")
    shown = stage.spoken["dm:Zoé"][-1]
    assert shown.card == ("Max", "English · Europe/Paris")


def test_a_name_without_a_letter_is_asked_for_again(stage: Stage) -> None:
    stage.joins("Zoé")
    for answer in ("Français", "Cela me convient", "Je suis d’accord"):
        stage.taps("Zoé", answer)
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > …
        Zoé < Il me faut au moins une lettre…
        Zoé > Zoé
        Zoé < Merci, Zoé ! … [Passer]
        """,
    )


def test_the_name_is_the_one_thing_that_cannot_be_skipped(stage: Stage) -> None:
    stage.joins("Zoé")
    for answer in ("Français", "Cela me convient", "Je suis d’accord"):
        stage.taps("Zoé", answer)
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > passer
        Zoé < Il me faut un nom…
        Zoé > Zoé
        Zoé < Merci, Zoé ! … [Passer]
        """,
    )


def test_an_answer_in_ones_own_words_is_a_yes(stage: Stage) -> None:
    stage.joins("Zoé")
    stage.taps("Zoé", "Français")
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > qu’est-ce que ça veut dire ?
        Zoé < Je n’ai pas reconnu cette réponse. Un simple « oui » ou « non » suffit. [Cela me convient] [Non merci]
        Zoé > Ça marche 👍
        Zoé < Avant de commencer… [Je suis d’accord] [Je ne]
        Zoé > OK, I agree!
        Zoé < Comment souhaitez-vous que l’on vous appelle ?
        """,
    )


def test_a_time_zone_that_is_unknown_is_asked_for_again_with_its_button(stage: Stage) -> None:
    play(
        stage,
        STORY
        + """
        Zoé < Dernière question … [Garder Europe/Paris]
        Zoé > Atlantide
        Zoé < Je ne connais pas ce lieu. … [Garder Europe/Paris]
        Zoé > passer
        Zoé < C’est prêt ! … [Plus tard]
        Zoé > pas maintenant
        Zoé < Très bien. …
        """,
    )


def test_whoever_does_not_consent_is_forgotten_and_can_come_back(stage: Stage) -> None:
    play(
        stage,
        """
        Zoé joins
        Zoé < … [English] [Français]
        Zoé > [English]
        Zoé < Welcome to Les Passeurs! Helping each other.
        Zoé < Here is what we promise one another: • Kindness. Is that all right with you? [That’s fine] [No]
        Zoé > [That’s fine]
        Zoé < Before we begin… [I agree] [I don’t agree]
        Zoé > [I don’t agree]
        Zoé < Understood, and that is your right. …
        Zoé < Done: all I knew of you is erased. …
        Zoé joins
        Zoé < … [English] [Français]
        """,
    )


def test_nothing_else_works_before_the_welcome_is_finished(stage: Stage) -> None:
    play(
        stage,
        """
        Zoé joins
        Zoé < … [English] [Français]
        Zoé > /ask compta
        Zoé < C’est noté : j’y reviens dès la fin de votre accueil. …
        Zoé < … [English] [Français]
        Zoé > annuler
        Zoé < Très bien, on reprendra quand vous voulez…
        Zoé > tomate
        Zoé < Je n’ai pas reconnu cette réponse. … [English] [Français]
        Zoé > français
        Zoé < Bienvenue parmi Les Passeurs ! S’entraider.
        Zoé < … [Cela me convient] [Non]
        """,
    )


def test_a_name_the_platform_knows_is_proposed(stage: Stage) -> None:
    stage.joins("Zoé", name="Zoé Martin", locale="en")
    for answer in ("English", "That’s fine", "I agree", "Zoé Martin"):
        stage.taps("Zoé", answer)
    assert "Thank you, Zoé Martin!" in stage.spoken["dm:Zoé"][-1].text


def test_a_newcomer_without_a_name_is_not_called_by_it(stage: Stage) -> None:
    """“Je ne connais pas cette commande, .”"""
    stage.does("Zoé", "join")
    stage.says("Zoé", "Français")
    stage.heard.clear()
    stage.says("Zoé", "/semaine")
    assert stage.heard["dm:Zoé"][0].text == "Je ne connais pas cette commande."


@pytest.mark.parametrize("words", ["Bonjour", "hello", "salut !", "👋"])
def test_a_greeting_gets_the_language_question_again(stage: Stage, words: str) -> None:
    """“Je n’ai pas reconnu cette réponse”, to the very word that the invitation proposes."""
    stage.joins("Zoé")
    stage.says("Zoé", words)
    first, again = stage.spoken["dm:Zoé"]
    assert (again.text, again.labels) == (first.text, first.labels)


def test_what_is_no_language_is_said_in_every_language(stage: Stage) -> None:
    stage.joins("Zoé")
    stage.says("Zoé", "tomate")
    told = stage.spoken["dm:Zoé"][-1]
    assert "Je n’ai pas reconnu" in told.text
    assert "I didn’t recognise" in told.text
    assert told.labels == ("English", "Français")


def test_a_newcomer_who_asks_who_writes_is_told_in_every_language(stage: Stage) -> None:
    stage.joins("Zoé")
    stage.says("Zoé", "who are you?")
    _, who, question = stage.spoken["dm:Zoé"]
    assert "I’m Passerelle, a bot" in who.text
    assert "Je suis Passerelle, un robot" in who.text
    assert question.labels == ("English", "Français")


@pytest.mark.parametrize("yeses", [0, 1, 2, 3])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hi", "Hello! This is where we were:"),
        ("what is this?", "I’m Passerelle, a bot"),
        ("hello, who are you?", "I’m Passerelle, a bot"),
        ("c'est quoi ?", "I’m Passerelle, a bot"),
    ],
)
def test_at_any_question_of_the_welcome_a_greeting_is_answered(
    stage: Stage, yeses: int, words: str, told: str
) -> None:
    """It was no answer, and where anything is one it became a name: “Thank you, Hi!”."""
    stage.joins("Zoé")
    for each in ("English", "yes", "yes", "Zoé")[: yeses + 1]:
        stage.says("Zoé", each)
    question = stage.spoken["dm:Zoé"][-1]
    stage.says("Zoé", words)
    answer, again = stage.spoken["dm:Zoé"][-2:]
    assert answer.text.startswith(told)
    assert (again.text, again.labels) == (question.text, question.labels)


def test_who_stopped_in_the_welcome_and_greets_is_asked_again(stage: Stage) -> None:
    stage.joins("Zoé")
    for words in ("Français", "/stop", "bonjour"):
        stage.says("Zoé", words)
    greeted, again = stage.spoken["dm:Zoé"][-2:]
    assert greeted.text.startswith("Bonjour")
    assert again.labels[0] == "Cela me convient"


@pytest.mark.parametrize(
    "words",
    ["rien pour le moment", "je sais pas", "pas d’idée", "je préfère ne pas dire",
     "I don't know yet", "aucune idée", "rien de spécial, merci", "not sure", "No idea!"],
)  # fmt: skip
def test_who_can_think_of_nothing_skips_the_question(stage: Stage, words: str) -> None:
    stage.joins("Zoé")
    for answer in ("English", "That’s fine", "I agree"):
        stage.taps("Zoé", answer)
    for each in (words, "Zoé", words, words, words, words, words):
        stage.says("Zoé", each)
    said = [each.text for each in stage.spoken["dm:Zoé"]]
    assert said[5].startswith("I need a name"), said
    assert said[-1].startswith("You’re all set!"), said
    stage.says("Zoé", "/profile")
    assert stage.spoken["dm:Zoé"][-1].card == ("Zoé", "English · Europe/Paris")


@pytest.mark.parametrize(
    ("words", "name"),
    [("moi c’est Thomas", "Thomas"), ("I'm Thomas", "Thomas"), ("je m'appelle Thomas.", "Thomas"),
     ("Call me Tom!", "Tom"), ("Bonjour, moi c'est Thomas", "Thomas"), ("Jean-Moi", "Jean-Moi"),
     ("hi, my name is Ann Lee", "Ann Lee"), ("Call", "Call"), ("Isaac It", "Isaac It")],
)  # fmt: skip
def test_a_name_is_told_in_a_sentence(stage: Stage, words: str, name: str) -> None:
    stage.joins("Zoé")
    for answer in ("English", "That’s fine", "I agree"):
        stage.taps("Zoé", answer)
    stage.says("Zoé", words)
    assert stage.spoken["dm:Zoé"][-1].text.startswith(f"Thank you, {name}! "), words
