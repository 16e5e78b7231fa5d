"""Other words for a request: they reach nobody who may not be asked, and nothing past the team."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import func, select

from community import members
from conversations import urgency
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Community, Solicitation, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa and Marc know accounting; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


def ask(stage: Stage) -> None:
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()


def reword(stage: Stage, need: str, context: str = "") -> None:
    stage.says("Zoé", "/where")
    stage.taps("Zoé", "Modifier")
    stage.fills("Zoé", need=need, context=context)
    stage.heard["dm:Zoé"].clear()


NIGHT = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
"""Eleven in the evening in Paris."""


def test_at_night_nobody_is_woken_by_new_words_and_the_morning_brings_only_those(
    town: Stage,
) -> None:
    town.now = NIGHT
    ask(town)
    reword(town, "relire mon bilan")
    assert not town.spoken["dm:Awa"]
    play(town, "10 hours pass\nAwa < … « relire mon bilan ». … [J’accepte]")


def test_whoever_has_seen_the_old_words_reads_the_new_ones_in_the_morning(town: Stage) -> None:
    ask(town)
    town.now = NIGHT
    reword(town, "relire mon bilan")
    play(town, "10 hours pass\nAwa < La demande … dite en d’autres mots : « relire mon bilan »…")
    assert town.work(lambda scope: scope.db.exec(
        select(func.count()).select_from(Solicitation)).one()) == 1  # fmt: skip


def why(stage: Stage, name: str) -> str:
    """The reason that a helper reads."""
    card = stage.spoken[f"dm:{name}"][-1].outgoing.card
    assert card is not None
    return card.lines[-1].key


def test_who_still_fits_the_new_words_is_told_for_what(town: Stage) -> None:
    ask(town)
    reword(town, "tenir ma comptabilité")
    assert why(town, "Awa") == "why-you-offer"


def test_another_subject_finds_others_for_its_line(town: Stage) -> None:
    """Who knew about accounts stood next in line for the garden, and for that reason."""
    town.member("Lina", offers=["tailler les haies"])
    ask(town)
    reword(town, "tailler les haies")
    assert why(town, "Awa") == "why-you-before"
    town.says("Zoé", "/where")
    (told,) = [each.text for each in town.heard["dm:Zoé"]]
    assert "ensuite je demanderai à Lina" in told
    town.says("Awa", "je ne peux pas")
    assert why(town, "Lina") == "why-you-offer"
    assert not town.spoken["dm:Marc"]


def test_whoever_asks_at_night_reads_when_it_will_be_read(town: Stage) -> None:
    town.now = NIGHT
    for words in ("/ask comptabilité", "Awa", "passer"):
        town.says("Zoé", words)
    said = town.spoken["dm:Zoé"][-1].text
    assert said.startswith(
        "Votre demande est pour Awa, qui la lira à partir du mardi 24 novembre à"
    )


def test_whoever_is_paused_reads_nothing_of_it(town: Stage) -> None:
    ask(town)
    town.work(lambda scope: members.pause(scope, town.now + timedelta(days=7)), "Awa")
    reword(town, "relire mon bilan")
    play(town, "1 hour passes")


def test_the_words_of_one_request_change_three_times_at_most(town: Stage) -> None:
    ask(town)
    for n in range(3):
        reword(town, f"relire mon bilan {n}")
    town.heard.clear()
    town.says("Zoé", "/where")
    assert not any(each.startswith("Modifier") for each in town.spoken["dm:Zoé"][-1].labels)


@pytest.fixture
def careful(town: Stage) -> Stage:
    """Newcomers' requests are read first."""
    town.work(lambda scope: setattr(scope.db.get_one(Community, 1), "review_days", 30))
    ask(town)
    return town


def test_the_team_lets_pass_no_words_that_it_has_not_read(careful: Stage) -> None:
    old = careful.tokens("Inès", "La laisser partir")
    reword(careful, "des insultes")
    play(careful, "Inès < Zoé vient d’arriver… des insultes [La laisser partir]")
    careful.presses("Inès", *old)
    assert not careful.spoken["dm:Awa"]


def test_a_list_that_shows_the_old_words_lets_nothing_pass_either(careful: Stage) -> None:
    careful.says("Inès", "/asks")
    careful.taps("Inès", "comptabilité")
    pressed = careful.tokens("Inès", "La laisser partir")
    reword(careful, "des insultes")
    careful.heard.clear()
    careful.presses("Inès", *pressed)
    play(
        careful,
        """
        Inès < Cette demande vient d’être dite en d’autres mots, et n’est pas partie. …
        Inès < Zoé vient d’arriver… des insultes [La laisser partir]
        """,
    )
    assert not careful.spoken["dm:Awa"]


def test_new_words_of_a_newcomer_go_back_to_the_team_and_then_to_the_same_helper(
    careful: Stage,
) -> None:
    careful.taps("Inès", "La laisser partir")
    careful.heard.clear()
    reword(careful, "relire mon bilan")
    play(
        careful,
        """
        Inès < Zoé vient d’arriver… relire mon bilan [La laisser partir]
        Awa > [J’accepte]
        Awa < C’est trop tard pour cela…
        Inès > [La laisser partir]
        Awa < … « relire mon bilan ». … [J’accepte]
        Inès < C’est parti…
        Zoé < Votre demande « relire mon bilan » est partie : je la porte à Awa. …
        """,
    )


def test_who_put_it_off_reads_no_words_before_the_team_and_none_before_their_day(
    careful: Stage,
) -> None:
    careful.taps("Inès", "La laisser partir")
    for said in ("pas maintenant", "dans 3 jours"):
        careful.says("Awa", said)
    careful.taps("Zoé", "J’attends")
    careful.passes(timedelta(days=1))
    reword(careful, "relire mon bilan")
    careful.taps("Inès", "La laisser partir")
    assert not read_by_awa(careful), "her day has not come"
    careful.passes(timedelta(days=1))
    reword(careful, "relire mon grand bilan")
    careful.passes(timedelta(days=1, hours=1))
    assert not read_by_awa(careful), "the team has not read it"
    careful.taps("Inès", "La laisser partir")
    assert "grand bilan" in careful.spoken["dm:Awa"][-1].text


def read_by_awa(stage: Stage) -> bool:
    return any("bilan" in each.text for each in stage.spoken["dm:Awa"])


def test_who_would_have_read_it_in_the_morning_does_not_once_it_is_reported(town: Stage) -> None:
    town.member("Lin", offers=["comptabilité"], time_zone="America/Montreal")
    ask(town)
    town.taps("Awa", "Je ne peux pas")
    town.says("Awa", "/report")
    town.taps("Awa", "De la demande")
    town.says("Awa", "insultant")
    town.passes(timedelta(hours=12))
    assert not town.spoken["dm:Lin"], "it was night there"
    town.taps("Inès", "Le clore")
    town.says("Inès", "ce n’était pas méchant")
    assert "comptabilité" in town.spoken["dm:Lin"][-1].text


def test_what_one_has_not_seen_can_not_be_reported(town: Stage) -> None:
    town.now = NIGHT
    ask(town)
    town.says("Awa", "/report")
    assert "comptabilité" not in str(town.spoken["dm:Awa"][-1].labels)


def test_a_request_that_was_reported_waits_as_it_is_until_the_team_has_looked(town: Stage) -> None:
    ask(town)
    play(
        town,
        """
        Awa > [Plutôt quelqu’un d’autre…]
        Awa < …
        Awa > [Signaler]
        Awa < Que s’est-il passé ? …
        Awa > insultant
        Inès < Un signalement… « comptabilité » (Zoé) … Elle n’est portée à personne d’autre… [Le clore]
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …
        Zoé < Pour « comptabilité », … L’équipe regarde votre demande avant…
        Zoé > /where
        Zoé < … • comptabilité : l’équipe la regarde avant… [Merci] [Retirer]
        Zoé > [Merci]
        Zoé < …
        4 days pass
        Zoé < L’équipe n’a pas fini de regarder votre demande « comptabilité » : … Si rien ne vient dans la semaine, je la clos…
        Inès < Un rappel : ce signalement attend l’équipe depuis le lundi 23 novembre. …
        Inès > [Le clore]
        Inès < Qu’avez-vous décidé…
        Inès > ce n'était pas méchant
        Awa < Personne de l’équipe n’a encore regardé votre signalement …
        Awa < L’équipe a regardé…
        Inès < C’est clos…
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Votre demande « comptabilité » est partie : je la porte à Marc. …
        """,
    )
    assert not any(
        "Modifier" in label for each in town.spoken["dm:Zoé"][-3:] for label in each.labels
    )


def test_a_reported_request_is_not_let_go_by_somebody_who_has_not_read_why(town: Stage) -> None:
    """The team reads that it goes to nobody until the report is closed."""
    ask(town)
    play(
        town,
        """
        Awa > [Plutôt quelqu’un d’autre…]
        Awa < …
        Awa > [Signaler]
        Awa < Que s’est-il passé ? …
        Awa > insultant
        Inès < Un signalement… [Laisser à d’autres]
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …
        Zoé < Pour « comptabilité », …
        Inès > [Laisser à d’autres]
        Inès < …
        Inès > /asks
        Inès < … [comptabilité]
        Inès > [comptabilité]
        Inès < … [La laisser partir] …
        Inès > [La laisser partir]
        Inès < Un signalement concerne cette demande : … /signalements
        """,
    )


def test_a_report_that_nobody_closes_does_not_keep_the_requester_waiting_for_ever(
    town: Stage,
) -> None:
    ask(town)
    for label in ("Plutôt", "Signaler"):
        town.taps("Awa", label)
    town.says("Awa", "insultant")
    town.passes(timedelta(days=17))
    assert "je préfère vous le dire et clore la demande" in town.spoken["dm:Zoé"][-1].text
    assert not town.spoken["dm:Marc"]


HELD = """
Inès > /pause-member Zoé
Inès < …
Inès > [Jusqu’à nouvel ordre]
Inès < …
Inès > harcèlement
Inès < …
"""


def test_what_a_member_asked_ends_when_the_team_pauses_them(town: Stage) -> None:
    ask(town)
    play(
        town,
        HELD.strip().removesuffix("Inès < …")
        + """
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Inès < …
        Zoé < L’équipe met votre participation en pause : « harcèlement ». … Vos demandes en cours s’arrêtent là…
        Zoé > /where
        Zoé < Vous n’avez pas de demande en cours. …
        """,
    )
    assert not town.spoken["dm:Marc"]


def test_what_was_begun_before_the_pause_does_not_go_out_after_it(town: Stage) -> None:
    play(
        town,
        f"""
        Zoé > /ask comptabilité
        Zoé < …
        Zoé > [Awa]
        Zoé < … [Passer]
        {HELD}
        Zoé < L’équipe met votre participation en pause…
        Zoé > [Passer]
        Zoé < L’équipe a mis votre participation en pause. …
        """,
    )


def test_what_a_peer_should_not_carry_alone_is_seen_in_every_word(town: Stage) -> None:
    """It was looked for in the first need only."""
    play(
        town,
        """
        Zoé > /ask comptabilité
        Zoé < …
        Zoé > [Awa]
        Zoé < …
        Zoé > je veux me suicider, je n’en peux plus
        Zoé < … 3114 … [En parler à l’équipe] [Demander aussi ici] [Laisser tomber]
        Zoé > [En parler]
        Zoé < Qu’aimeriez-vous dire à l’équipe ? …
        Zoé > venez
        Inès < …
        Zoé < …
        """,
    )
    ask(town)
    play(
        town,
        """
        Zoé > /where
        Zoé < …
        Zoé > [Modifier]
        Zoé < …
        Zoé > {need=je veux mourir; context=}
        Zoé < … 3114 … [Demander aussi ici]
        Zoé > [Laisser tomber]
        Zoé < D’accord. …
        """,
    )
    assert len(town.spoken["dm:Awa"]) == 1


@pytest.fixture
def open_form(town: Stage) -> Stage:
    """Zoé has the form before her with which her request can be said anew."""
    ask(town)
    town.says("Zoé", "/where")
    town.taps("Zoé", "Modifier")
    town.heard.clear()
    return town


def test_words_beside_the_form_are_the_new_wording(open_form: Stage) -> None:
    """They began a second request, without a word about the first one."""
    play(
        open_form,
        """
        Zoé > qui peut m’aider à relire mon bilan
        Zoé < « qui peut m’aider à relire mon bilan » : est-ce la nouvelle façon de dire « comptabilité » ? [Oui, la remplacer] [Non, une autre demande] [Ne rien changer]
        Zoé > oui, la remplacer
        Awa < La demande … dite en d’autres mots : …
        Zoé < C’est changé. …
        """,
    )
    rows = table(Ask)
    assert open_form.write(lambda c: c.execute(select(func.count(rows.c.id))).scalar()) == 1


def test_words_beside_the_form_may_be_another_request(open_form: Stage) -> None:
    play(
        open_form,
        """
        Zoé > qui peut m’aider à repeindre ma cuisine
        Zoé < « qui peut m’aider à repeindre ma cuisine » : est-ce la nouvelle façon …
        Zoé > [Non, une autre]
        Zoé < Je ne vois encore personne pour « cuisine ». …
        """,
    )


@pytest.mark.parametrize("words", ["merci", "non"])
def test_a_mere_no_beside_the_form_is_no_wording(open_form: Stage, words: str) -> None:
    play(open_form, f"Zoé > {words}\nZoé < Les réponses se donnent dans le formulaire …")


@pytest.mark.parametrize(
    "words",
    [
        "en fait c’est pour une SARL pas une asso",
        "actually it’s for a company, not a charity",
        "et on a un contrôle le mois prochain",
    ],
)
def test_a_correction_right_after_sending_goes_beside_the_request(town: Stage, words: str) -> None:
    """It began a second request."""
    ask(town)
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Faut-il ajouter « {words} » à votre demande « comptabilité » ? [Oui, l’ajouter] [Non, une autre demande] [Ne rien changer]
        Zoé > oui
        Awa < La demande … dite en d’autres mots : « comptabilité ». … {words} …
        Zoé < C’est changé. …
        """,
    )
    assert town.work(lambda scope: scope.db.exec(select(Ask.context)).all()) == [words]


def test_a_correction_that_was_none_changes_nothing(town: Stage) -> None:
    ask(town)
    town.says("Zoé", "en fait c’est pour une SARL")
    town.says("Zoé", "non")
    assert town.work(lambda scope: scope.db.exec(select(Ask.context)).all()) == [""]


def test_after_a_while_the_same_words_are_no_correction(town: Stage) -> None:
    ask(town)
    town.passes(timedelta(hours=2))
    town.says("Zoé", "en fait c’est pour une SARL")
    keys = [each.outgoing.text.key for each in town.spoken["dm:Zoé"]]
    assert "where-add" not in keys


def test_a_name_below_what_is_added_does_not_leave(town: Stage) -> None:
    """Only the first words were looked at for it."""
    ask(town)
    for words in ("en fait c’est urgent, signé Zoé Dupont", "oui"):
        town.says("Zoé", words)
    assert "votre nom y est (Zoé Dupont)" in town.spoken["dm:Zoé"][-1].text
    town.taps("Zoé", "Envoyer sans")
    assert not any("Dupont" in line for heard in town.spoken["dm:Awa"] for line in heard.card)


def test_ones_own_name_is_shown_wherever_it_would_leave(town: Stage) -> None:
    """“demandez zoe.d sur insta” and “pour Zoé” reached whoever was asked, before they agreed."""
    for words in ("/ask comptabilité pour Zoé", "oui", "Awa", "demandez zoe.d sur insta", "oui",
                  "en fait c’est moi zoe la voisine", "oui", "oui"):  # fmt: skip
        town.says("Zoé", words)
    town.taps("Awa", "En savoir plus")
    for who, words in (("Awa", "pour quoi ?"), ("Zoé", "cherchez Zoé D sur linkedin")):
        town.says(who, words)
    assert "votre nom y est (Zoé D)" in town.spoken["dm:Zoé"][-1].text
    town.says("Zoé", "oui")
    read = " ".join(" ".join([each.text, *each.card]) for each in town.spoken["dm:Awa"])
    assert "cherchez […] sur linkedin" in read
    assert "zoe" not in read.lower()
    assert "zoé" not in read.lower()


def test_what_is_urgent_after_it_left_gives_whoever_has_it_less_time(town: Stage) -> None:
    """It was “changed”, and they had five days all the same; “it's urgent” began another request."""
    ask(town)
    for words in ("finalement c’est pour demain", "oui", "en fait c’est urgent", "oui"):
        town.says("Zoé", words)
    assert "Pour le lundi 23 novembre, si possible" in " ".join(town.spoken["dm:Awa"][-1].card)
    town.says("Zoé", "/where")
    assert "jusqu’au lundi 23 novembre à 15:00" in town.spoken["dm:Zoé"][-1].text


def test_what_is_less_urgent_after_it_left_takes_nobody_s_time_to_answer(town: Stage) -> None:
    ask(town)
    for line in ("en fait c’est urgent", "oui"):
        town.says("Zoé", line)
    town.passes(timedelta(hours=1))
    reword(town, "comptabilité, pour vendredi")
    town.says("Zoé", "/where")
    assert "jusqu’au lundi 23 novembre à 15:00" in town.spoken["dm:Zoé"][-1].text


@pytest.mark.parametrize(("words", "soon"), [
    ("comptabilité avant le 25", "week"), ("pour le 25 novembre svp", "week"),
    ("d'ici le 25/11", "week"), ("by november 25", "week"), ("by the 24th", "tomorrow"),
    ("avant le 23", "none"), ("pour le 12 janvier", "none"), ("avant 25 ans", "none"),
    ("for the 2 kids", "none"), ("pour le 2e étage", "none"),
])  # fmt: skip
def test_a_date_by_which_help_is_wanted_tells_how_soon(words: str, soon: str) -> None:
    assert urgency.told(words, date(2026, 11, 23)) == soon
