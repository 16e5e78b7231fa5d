"""A yes or a no with more words than it needs is one, where it can be nothing else."""

from __future__ import annotations

from conversations.at_length import agreed, declined
from conversations.questions import NO, YES
from conversations.testing import Stage
from conversations.texts import Text, dump
from conversations.transcripts import play

OPTIONS = [(YES, Text("ask-pass-on")), (NO, Text("ask-drop"))]
PENDING = {
    "options": [(value, dump(label)) for value, label in OPTIONS],
    "free": False, "many": False, "name": "pass-on",
}  # fmt: skip


def test_a_yes_may_say_what_stands_on_its_button_and_nothing_more() -> None:
    passed_on = {
        "fr": ["ok passe la", "oui passez-la", "oui passe a l'equipe"],
        "en": ["sure pass it on", "yes pass it", "ok pass it to the team please"],
    }
    for locale, said in passed_on.items():
        assert [words for words in said if agreed(PENDING, words, locale) != YES] == []
    others = ["oui mais pas a Inès", "ok", "passe la", "oui passe la demain", "oui non laisse"]
    assert [words for words in others if agreed(PENDING, words, "fr")] == []


def test_a_no_may_give_its_reason_but_asks_for_nothing() -> None:
    dropped = ["laisse c bon", "en fait laisse c bon", "non merci c pas grave", "tant pis",
               "non merci g trouvé", "mdr mais non je cherche rien", "never mind then",
               "forget it, I'll google it", "c bon g trouvé", "laisse béton",
               "non je vais me débrouiller"]  # fmt: skip
    assert [words for words in dropped if declined(PENDING, words, "fr") != NO] == []
    kept = ["non plutôt un plombier", "non un plombier", "no, a mason", "non mais oui", "non attends",
            "non je sais pas", "non ?", "non, je cherche quelqu'un en soudure", "euh attends",
            "non passez-la", "n'importe qui"]  # fmt: skip
    assert [words for words in kept if declined(PENDING, words, "fr")] == []


def test_what_is_offered_for_a_need_is_answered_as_one_speaks(stage: Stage) -> None:
    """Words that were no button's own left an offer standing, which a later yes then took up."""
    stage.member("Zoé")
    stage.member("Nadia", offers=["maçonnerie"])
    stage.member("Inès", role="organiser")
    stage.says("Inès", "/listen on", place="general")
    stage.says("Zoé", "qui s'y connaît en maçonnerie ici ?", place="general")
    play(
        stage,
        """
        Inès < …
        Zoé < J’ai vu que vous cherchez de l’aide pour « maçonnerie » …
        Zoé > non merci g trouvé
        Zoé > oui
        Zoé < Pardon Zoé, je n’ai pas bien compris. …
        Zoé > qui s'y connaît en maçonnerie ?
        Zoé < Pour « maçonnerie », … [Nadia] …
        Zoé > c'est qui ?
        Zoé < Voici comment Nadia se présente : …
        Zoé < Pour « maçonnerie », … [Nadia] …
        Zoé > qqn d'autre ?
        Zoé < Ce sont les personnes auxquelles j’ai pensé. …
        Zoé > laisse tombé
        Zoé < Très bien. Revenez quand vous voulez …
        Zoé > qui s'y connaît en maçonnerie ?
        Zoé < Pour « maçonnerie », … [Nadia] …
        Zoé > ouais demande lui
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > passer
        Zoé < Votre demande est partie vers Nadia. …
        Nadia < …
        Zoé > qui s'y connaît en apiculture ?
        Zoé < Je ne vois encore personne pour « apiculture ». …
        Zoé > demande à l'équipe
        Zoé < Voulez-vous ajouter un mot de contexte ? …
    """,
    )
