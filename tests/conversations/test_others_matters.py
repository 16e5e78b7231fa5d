"""Words about leaving, data or profiles of elsewhere are no wish to the bot: it asks."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Tom", locale="en")
    return stage


ELSEWHERE = [
    "I want to quit smoking", "je veux quitter mon association proprement, démission du bureau",
    "on m'a volé mes données", "effacer mes données d'un site, qui sait faire ?",
    "my linkedin profile is awful", "je veux quitter mon boulot", "I want to quit my PhD",
    "someone stole my data", "google a mes données personnelles, comment les supprimer",
    "refaire mon profil linkedin", "ma fiche de paie est fausse", "delete my browsing history",
    "protéger les données de mes clients", "unsubscribe from a gym contract",
]  # fmt: skip
HERE = {
    "I want to leave": "Que préférez-vous", "je veux quitter la communauté": "Que préférez-vous",
    "remove me from this list": "Que préférez-vous", "supprimez toutes mes données svp": "à vous",
    "what data do you store about me": "à vous", "je veux une copie de mes données": "à vous",
    "add Python to my skills": "votre profil", "ajoute la couture à mes compétences": "votre profil",
    "je ne fais plus de compta, retire ça": "votre profil",
    "retire la cuisine de ce que je propose": "votre profil",
    "tu m'écris trop": "peux vous demander quelque chose",
    "ciao jme casse d'ici, efface tout": "Voulez-vous partir",
    "I no longer do tax returns, take it off my profile": "votre profil",
}  # fmt: skip


def last(stage: Stage) -> str:
    heard = stage.spoken["dm:Zoé"][-1]
    return " ".join([heard.text, *heard.card])


@pytest.mark.parametrize("words", ELSEWHERE)
def test_what_is_of_elsewhere_is_asked_about(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Je préfère demander : que voulez-vous ? [Trouver de l’aide] … [Autre chose]
        Zoé > [Autre chose]
        Zoé < D’accord. Dites-le-moi avec d’autres mots, ou écrivez /aide.
        """,
    )


@pytest.mark.parametrize(("words", "said"), HERE.items())
def test_a_wish_to_the_bot_is_heard_at_once(town: Stage, words: str, said: str) -> None:
    town.says("Zoé", words)
    assert said in last(town)


def test_either_leads_to_what_was_meant(town: Stage) -> None:
    play(
        town,
        """
        Tom > I want to quit smoking
        Tom < Let me ask: what would you like? [Find help] [Leave here] [Something else]
        Tom > [Find help]
        Tom < I don’t see anyone yet for “I want to quit smoking”. …
        Zoé > je veux quitter mon association
        Zoé < Je préfère demander : que voulez-vous ? [Trouver de l’aide] [Partir d’ici] [Autre chose]
        Zoé > [Partir d’ici]
        Zoé < Je comprends. Que préférez-vous ? …
        """,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [("je reviens à partir de lundi", "avant le lundi 30 novembre"),
     ("back from Thursday", "avant le jeudi 26 novembre"),
     ("dispo seulement à partir de mars", "Voulez-vous une pause"),
     ("only available from March", "Voulez-vous une pause"),
     ("à partir de janvier je peux aider", "Voulez-vous une pause"),
     ("à partir de janvier je peux aider en jardinage", "à ce que vous proposez")],
)  # fmt: skip
def test_from_a_day_on_is_about_days_and_not_about_leaving(
    town: Stage, words: str, said: str
) -> None:
    town.says("Zoé", words)
    assert said in last(town)


def test_whoever_is_free_from_a_day_on_is_on_a_pause_until_then(town: Stage) -> None:
    town.says("Zoé", "dispo seulement à partir de mars")
    town.says("Zoé", "oui")
    assert "avant le lundi 1er mars" in last(town)


@pytest.mark.parametrize("words", ["disponible à partir de 18h", "apprendre à partir de zéro"])
def test_from_an_hour_or_from_nothing_on_is_no_day(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "C’est noté" not in last(town)
