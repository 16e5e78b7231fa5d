"""What moderators do in chat: by their role at that moment, audited, with a reason that is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from community import decisions, members, moderation, notes, reviews
from community.members import NotAllowed
from community.scope import Scope
from community.transitions import WrongState
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Audit, Community, Decision, Identity, Member, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa helps; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


STUCK = """
Zoé > /ask plongée
Zoé < Je ne vois encore personne…
Zoé > [Oui]
Zoé < Voulez-vous ajouter un mot de contexte ? …
Zoé > [Passer]
Inès < Une demande attend l’équipe : « plongée ». …
Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
Inès > [Laisser à d’autres]
Inès < Entendu, l’équipe reste prévenue.
"""


def one(stage: Stage, column: Any) -> Any:
    return stage.write(lambda c: c.execute(select(column)).scalars().first())


def settle(stage: Stage, **values: Any) -> None:
    """How the community wants things."""
    stage.write(lambda c: c.execute(table(Community).update().values(**values)))


def test_a_request_without_an_answer_is_listed_and_somebody_proposed(town: Stage) -> None:
    play(town, STUCK)
    play(
        town,
        """
        8 days pass
        Inès < Un rappel : cette demande, faite le lundi 23 novembre, attend toujours l’équipe : « plongée ». …
        Zoé < Personne n’a encore été trouvé …
        Inès > /demandes
        Inès < Une demande attend une réponse. • plongée (Zoé, depuis plus d’une semaine) : elle est auprès de l’équipe ; personne n’a encore été trouvé [C’est vu] [plongée]
        Inès > [plongée]
        Inès < Que faire de « plongée » ? [Proposer] [Écrire à Zoé] [La clore] [C’est vu]
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Awa
        Awa < Quelqu’un de la communauté …
        Inès < Merci ! Je demande à Awa.
        Zoé < L’équipe a pensé à Awa …
        Inès > /asks
        Inès < Une demande attend une réponse. • plongée (Zoé, depuis plus d’une semaine) : Awa a jusqu’au …
        Inès > [C’est vu]
        Inès < Très bien, rien ne change.
    """,
    )


def test_somebody_proposed_for_a_request_in_hand_comes_after_the_others(town: Stage) -> None:
    town.member("Marc")
    play(
        town,
        """
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », …
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Awa < Quelqu’un de la communauté …
        Zoé < Votre demande est partie vers Awa. …
        Inès > /asks
        Inès < Une demande …
        Inès > [comptabilité]
        Inès < Que faire de …
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Marc
        Inès < Merci ! Marc sera sollicité·e si les personnes prévues avant ne peuvent pas.
        Awa > [Je ne peux pas]
        Marc < Quelqu’un de la communauté …
        Awa < Merci de l’avoir dit, je demande à quelqu’un d’autre.
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. …
    """,
    )


def test_a_request_is_closed_with_a_reason_that_is_kept_and_told(town: Stage) -> None:
    play(town, STUCK)
    play(
        town,
        """
        Inès > /asks
        Inès < Une demande …
        Inès > [plongée]
        Inès < Que faire de …
        Inès > [La clore]
        Inès < Pourquoi ? …
        Inès > le club d'à côté s'en charge
        Inès < C’est clos, …
        Zoé < L’équipe a clos votre demande « plongée » : « le club d'à côté s'en charge ». …
        Inès > /asks
        Inès < Aucune demande n’attend de réponse.
    """,
    )
    assert one(town, table(Ask).c.outcome) == "unanswered"
    assert one(town, table(Decision).c.reason) == "le club d'à côté s'en charge"


def test_the_others_of_the_team_read_who_closed_a_request_and_why(town: Stage) -> None:
    """They read that nobody had been found."""
    town.member("Karim", role="moderator")
    play(town, STUCK + "Karim < Une demande attend l’équipe : « plongée ». …")
    for words in ("/asks", "plongée", "La clore", "le club s'en charge"):
        town.says("Karim", words)
    told = "Karim a clos la demande «\u00a0plongée\u00a0»\u00a0: «\u00a0le club s'en charge\u00a0»."
    assert told in town.spoken["dm:Inès"][-1].text
    assert told not in town.spoken["dm:Karim"][-1].text


def test_the_team_writes_and_the_member_can_answer(town: Stage) -> None:
    play(town, STUCK)
    play(
        town,
        """
        Inès > /asks
        Inès < Une demande …
        Inès > [plongée]
        Inès < Que faire de …
        Inès > [Écrire]
        Inès < Qu’aimeriez-vous écrire à Zoé ? …
        Inès > en mer ou en piscine ?
        Inès < C’est transmis à Zoé.
        Zoé < Inès, de l’équipe, vous écrit : « en mer ou en piscine ? »
    """,
    )


def test_a_members_page_shows_load_and_status_and_nothing_said_in_private(town: Stage) -> None:
    play(
        town,
        """
        Awa > /team un secret
        Inès < Awa écrit à l’équipe …
        Awa < C’est transmis à l’équipe, …
        Awa > /pause
        Awa < Jusqu’à quand …
        Awa > [Dans une semaine]
        Awa < C’est noté …
        Inès > /membre @Awa
        Inès < Voici ce que l’équipe peut voir, … Awa Propose : comptabilité Français · Europe/Paris Membre depuis le … En sept jours, demandes reçues : 0 ; à répondre : 0. … En pause, de son choix, jusqu’au …
        Inès > [C’est vu]
        Inès < Très bien, …
    """,
    )


@pytest.mark.parametrize(
    ("locale", "shown"),
    [("fr", "Awa Propose : comptabilité Français · Europe/Paris Membre depuis le … demandes reçues : 1 ; à répondre : 1. Demandes faites, sans réponse : 0. En pause, de son choix, jusqu’à nouvel ordre … Inès · demande close : doublon"),
     ("en", "Awa Offers: comptabilité Français · Europe/Paris Member since … requests received: 1; to answer: 1. Requests made, without an answer: 0. Paused, by their own choice, until further notice … Inès · request closed: doublon")],
)  # fmt: skip
def test_a_members_page_holds_what_everybody_sees_their_load_and_their_status(
    town: Stage, locale: str, shown: str
) -> None:
    """It listed what a member looks for and what they would rather not be asked, too."""
    town.member("Awa", offers=["comptabilité"], wants=["le piano"], nevers=["fiscalité"])
    town.member("Omar", role="moderator", locale=locale)
    for who, words in (
        ("Awa", "/ask plongée"), ("Awa", "Oui"), ("Awa", "passer"), ("Inès", "/asks"),
        ("Inès", "plongée"), ("Inès", "La clore"), ("Inès", "doublon"),
        ("Zoé", "/ask comptabilité"), ("Zoé", "Awa"), ("Zoé", "passer"),
        ("Awa", "/pause"), ("Awa", "jusqu'à ce que je revienne"), ("Omar", "/member Awa"),
    ):  # fmt: skip
        town.says(who, words)
    told = " ".join([town.spoken["dm:Omar"][-1].text, *town.spoken["dm:Omar"][-1].card])
    pattern = ".*".join(re.escape(part.strip()) for part in shown.split("…"))
    assert re.search(pattern, re.sub(r"\s+", " ", told)), told
    assert "piano" not in told
    assert "fiscalité" not in told


HELD = """
Inès > /suspendre Awa
Inès < Jusqu’à quand ? Awa ne pourra ni demander, ni recevoir de demandes. … [Dans une semaine] [Jusqu’à nouvel ordre]
Inès > [Dans une semaine]
Inès < Pourquoi ? Awa lira ces mots, …
Inès > trop de messages
Inès < C’est fait, et Awa le sait.
Awa < L’équipe met votre participation en pause jusqu’au … : « trop de messages ». …
"""


def test_a_paused_member_neither_asks_nor_is_asked_and_cannot_end_it(town: Stage) -> None:
    play(town, HELD)
    play(
        town,
        """
        Awa > /resume
        Awa < L’équipe a mis votre participation en pause jusqu’au … Pour lui parler : /equipe
        Awa > /ask jardinage
        Awa < L’équipe a mis votre participation en pause jusqu’au … Pour lui parler : /equipe
        Zoé > /ask comptabilité
        Zoé < Je ne vois encore personne …
        Zoé > [Laisser]
        Zoé < Très bien. …
        8 days pass
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », … [Awa]
    """,
    )
    told = town.work(lambda scope: decisions.about(scope, town.id_of("Awa", scope)), "Inès")
    assert [(each.kind, each.reason, each.by) for each in told] == [
        ("held", "trop de messages", "Inès")
    ]


def test_the_team_can_end_a_pause_early_and_the_page_shows_both(town: Stage) -> None:
    play(town, HELD)
    play(
        town,
        """
        Inès > /member Awa
        Inès < Voici … En pause par l’équipe jusqu’au … Inès · pause : trop de messages
        Inès > [C’est vu]
        Inès < Très bien, …
        Inès > /pause-member Awa
        Inès < Jusqu’à quand ? … [Y mettre fin maintenant]
        Inès > [Y mettre fin]
        Inès < La pause est finie, et Awa le sait.
        Awa < Bonne nouvelle, Awa : …
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », … [Awa]
    """,
    )


IN_HAND = """
Zoé > /ask comptabilité
Zoé < Pour « comptabilité », …
Zoé > [Awa]
Zoé < Voulez-vous ajouter …
Zoé > [Passer]
Awa < Quelqu’un de la communauté …
Zoé < Votre demande est partie vers Awa. …
"""
SET_ASIDE = """
Inès > /pause-member Awa
Inès < Jusqu’à quand ? …
Inès > dans une semaine
Inès < Pourquoi ? …
Inès > trop de messages
Inès < C’est fait, …
Awa < L’équipe met votre participation en pause …
"""


def test_what_somebody_had_in_hand_goes_on_as_the_team_pauses_them(town: Stage) -> None:
    town.member("Marc", offers=["comptabilité"])
    play(town, IN_HAND)
    play(
        town,
        f"""
        {SET_ASIDE}
        Awa < La demande « comptabilité » passe à quelqu’un d’autre. …
        Marc < Quelqu’un de la communauté …
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc …
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est entre-temps allée vers quelqu’un d’autre. …
        Zoé > /where
        Zoé < Voici où vous en êtes. • comptabilité : Marc a jusqu’au …
    """,
    )


def test_no_late_yes_of_somebody_whom_the_team_has_paused_counts(town: Stage) -> None:
    play(town, IN_HAND)
    play(
        town,
        f"""
        {SET_ASIDE}
        Awa < La demande « comptabilité » passe à quelqu’un d’autre. …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande « comptabilité » …
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est maintenant auprès de l’équipe …
    """,
    )
    assert one(town, table(Ask).c.state) == "stuck"


def test_what_somebody_had_put_off_goes_on_as_well(town: Stage) -> None:
    town.member("Marc", offers=["comptabilité"])
    play(town, IN_HAND)
    play(
        town,
        f"""
        Awa > pas avant lundi
        Zoé < Awa n’est pas disponible avant …
        Awa < …
        {SET_ASIDE}
        Awa < La demande « comptabilité » passe à quelqu’un d’autre. …
        Marc < Quelqu’un de la communauté …
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. …
    """,
    )


def test_an_idea_of_the_team_ends_as_not_this_time_when_one_of_the_two_is_paused(
    town: Stage,
) -> None:
    play(
        town,
        f"""
        Inès > /intro Awa Zoé même métier
        Zoé < …
        Awa < …
        Inès < …
        {SET_ASIDE}
        Zoé < La rencontre … ne se fera pas cette fois-ci. …
        Awa < La rencontre … ne se fera pas cette fois-ci. …
        Inès < …
        Awa > [Volontiers]
        Awa < …
    """,
    )
    assert one(town, table(Ask).c.outcome) == "not_now"


REMOVED = """
Inès > /exclure Awa
Inès < Pourquoi ? Awa lira ces mots, …
Inès > des insultes
Inès < Vraiment exclure Awa ? …
Inès > [Exclure]
Inès < C’est fait. Awa n’est plus membre, et le sait. …
Awa < L’équipe a mis fin à votre participation : « des insultes ». …
"""


def test_a_removed_member_leaves_and_comes_back_only_by_a_moderator(town: Stage) -> None:
    play(town, REMOVED)
    play(
        town,
        """
        Awa joins
        Awa > bonjour ?
        Awa < Bonjour. … adressez-vous à une personne de l’équipe …
        Zoé > /ask comptabilité
        Zoé < Je ne vois encore personne …
        Zoé > [Laisser]
        Zoé < Très bien. …
        Inès > /remove-member
        Inès < Voici qui a été exclu. … [Exclure quelqu’un] [Laisser revenir Awa] [C’est vu]
        Inès > [Laisser revenir]
        Inès < C’est noté : Awa peut revenir, …
        Awa joins
        Awa < Bon retour, Awa ! …
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », … [Awa]
    """,
    )


def test_removing_needs_a_yes(town: Stage) -> None:
    play(
        town,
        """
        Inès > /remove-member Awa
        Inès < Pourquoi ? …
        Inès > des insultes
        Inès < Vraiment exclure Awa ? …
        Inès > non
        Inès < Très bien, rien ne change.
    """,
    )
    assert one(town, table(Decision).c.id) is None


@pytest.mark.parametrize("command", ["/pause-member", "/remove-member"])
def test_nobody_of_the_team_is_paused_or_removed(town: Stage, command: str) -> None:
    town.member("Karim", role="organiser")
    play(town, f"Inès > {command} Karim\nInès < Karim fait partie de l’équipe : …")
    with pytest.raises(NotAllowed):
        town.work(lambda scope: moderation.remove(scope, town.id_of("Karim", scope), ""), "Inès")


COMMANDS = ("/asks", "/reports", "/member Awa", "/pause-member Awa", "/remove-member Awa")


@pytest.mark.parametrize("command", COMMANDS)
def test_members_are_refused_kindly(town: Stage, command: str) -> None:
    play(town, f"Zoé > {command}\nZoé < Cela demande un rôle que vous n’avez pas. …")


@pytest.mark.parametrize("half", [HELD, REMOVED])
def test_the_role_is_needed_at_the_moment_it_is_carried_out(town: Stage, half: str) -> None:
    *before, last, _, _ = half.strip().splitlines()
    play(town, "\n".join(before))
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(town, f"{last}\nInès < Cela demande un rôle que vous n’avez pas. …")
    assert one(town, table(Decision).c.id) is None
    assert town.spoken["dm:Awa"] == []


DEEDS: dict[str, Callable[[Scope, int], object]] = {
    "open_asks": lambda scope, _: moderation.open_asks(scope),
    "dossier": moderation.dossier,
    "to_member": lambda scope, id_: notes.to_member(scope, id_, "x"),
    "requester": moderation.requester,
    "hold": lambda scope, id_: moderation.hold(scope, id_, None, "x"),
    "release": moderation.release,
    "remove": lambda scope, id_: moderation.remove(scope, id_, "x"),
    "removed": lambda scope, _: moderation.removed(scope),
    "readmit": moderation.readmit,
    "decisions": decisions.about,
    "keep": lambda scope, id_: decisions.keep(scope, "held", id_, id_, "x"),
    "approve": lambda scope, id_: reviews.approve(scope, id_, "", ""),
    "read": reviews.read,
    "close": lambda scope, id_: reviews.close(scope, id_, "x"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_no_deed_is_open_to_a_role_that_came_by_a_link(town: Stage, deed: str) -> None:
    """Promise 10: Inès moderates, but not through an account that was linked to hers."""
    play(town, STUCK)

    def through_the_link(scope: Scope) -> None:
        line = members.direct_line(scope, town.id_of("Inès", scope))
        assert line is not None
        scope.identity_id = line.id
        DEEDS[deed](scope, 1)

    town.write(lambda c: c.execute(table(Identity).update().values(vouched=False)))
    with pytest.raises(NotAllowed):
        town.work(through_the_link, "Inès")
    with pytest.raises(NotAllowed):
        town.work(lambda scope: DEEDS[deed](scope, 1), "Zoé")


def test_every_deed_leaves_an_audit_row_with_who_did_it(town: Stage) -> None:
    play(town, HELD)
    play(town, REMOVED.replace("Awa < L’équipe a mis", "Awa < L’équipe a mis"))
    audit = table(Audit)
    rows = town.write(lambda c: c.execute(
        select(audit.c.before, audit.c.after, audit.c.actor_id)
        .where(audit.c.after.in_(("held", "removed"))).order_by(audit.c.id)
    ).all())  # fmt: skip
    inès = town.work(lambda scope: town.id_of("Inès", scope))
    assert [tuple(each) for each in rows] == [("", "held", inès), ("", "removed", inès)]


@pytest.mark.parametrize("who", ["Awa", "Inès"])
def test_the_reason_goes_with_whoever_it_is_about_or_wrote_it(town: Stage, who: str) -> None:
    play(town, HELD)
    town.says(who, "/mydata")
    town.taps(who, "Tout effacer")
    town.taps(who, "Tout effacer")
    assert one(town, table(Decision).c.reason) == ""


# How much one may ask, and what is read first


def ask_for(stage: Stage, need: str) -> None:
    stage.says("Zoé", f"/ask {need}")
    if "Oui, passez-la" in " ".join(stage.spoken["dm:Zoé"][-1].labels):
        stage.taps("Zoé", "Oui")
        stage.taps("Zoé", "Passer")
    stage.heard.clear()


def test_beyond_what_may_wait_at_once_there_is_a_kind_line(town: Stage) -> None:
    for n in range(5):
        ask_for(town, f"plongée {n}")
    play(
        town,
        """
        Zoé > /ask voile
        Zoé < Vous avez déjà 5 demandes en attente : … /suivi. …
    """,
    )


def test_beyond_what_may_be_asked_in_a_week_there_is_another(town: Stage) -> None:
    settle(town, asks_open=50, asks_week=3)
    for n in range(3):
        ask_for(town, f"plongée {n}")
    play(town, "Zoé > /demander voile\nZoé < Vous avez déjà fait 3 demandes en sept jours. …")
    town.passes(timedelta(days=8))
    town.heard.clear()
    play(town, "Zoé > /demander voile\nZoé < Je ne vois encore personne pour « voile ». …")


FIRST = """
Zoé > /ask comptabilité
Zoé < Pour « comptabilité », … [Awa]
Zoé > [Awa]
Zoé < Voulez-vous ajouter …
Zoé > pour une association
Inès < Zoé vient d’arriver et demande ceci. … comptabilité Contexte : pour une association [La laisser partir] [La clore]
Zoé < Votre demande « comptabilité » est d’abord relue par l’équipe, …
"""


@pytest.fixture
def careful(town: Stage) -> Stage:
    """A community that reads what newcomers ask."""
    settle(town, review_days=14)
    return town


def test_a_newcomers_request_goes_out_once_it_was_read(careful: Stage) -> None:
    play(careful, FIRST)
    play(
        careful,
        """
        Zoé > /where
        Zoé < Voici où vous en êtes. • comptabilité : l’équipe la relit, et elle partira au plus tard le mercredi 25 novembre …
        Zoé > [Merci]
        Zoé < Tout suit son cours.
        Inès > [La laisser partir]
        Awa < Quelqu’un de la communauté …
        Inès < C’est parti, merci de l’avoir lue.
        Zoé < Votre demande « comptabilité » est partie : je la porte à Awa. …
    """,
    )


def test_if_nobody_reads_it_it_goes_out_after_two_days(careful: Stage) -> None:
    play(careful, FIRST)
    play(
        careful,
        """
        2 days pass
        3 minutes pass
        Awa < Quelqu’un de la communauté …
        Inès < La demande « comptabilité » n’attend plus l’équipe : …
        Zoé < Votre demande « comptabilité » est partie : …
        Inès > [La laisser partir]
        Inès < Cette question est close. …
    """,
    )


def test_a_request_that_is_not_let_out_tells_why(careful: Stage) -> None:
    play(careful, FIRST)
    play(
        careful,
        """
        Inès > [La clore]
        Inès < Pourquoi ? …
        Inès > c'est une annonce
        Inès < C’est clos, …
        Zoé < L’équipe a clos votre demande « comptabilité » : « c'est une annonce ». …
    """,
    )
    assert careful.spoken["dm:Awa"] == []


def test_a_request_in_review_can_be_withdrawn(careful: Stage) -> None:
    play(careful, FIRST)
    play(
        careful,
        """
        Zoé > /where
        Zoé < Voici où vous en êtes. …
        Zoé > [Retirer]
        Inès < La demande « comptabilité » n’attend plus l’équipe : …
        Zoé < C’est retiré. …
        3 days pass
    """,
    )


def test_whoever_has_been_here_for_a_while_is_not_reviewed(careful: Stage) -> None:
    careful.passes(timedelta(days=15))
    play(
        careful,
        """
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », …
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Awa < Quelqu’un de la communauté …
        Zoé < Votre demande est partie vers Awa. …
    """,
    )


def test_a_request_that_is_accepted_while_the_reason_is_typed_is_not_closed(town: Stage) -> None:
    """It ended a fresh introduction, and the helper was told nothing."""
    for words in ("/ask comptabilité", "Awa", "passer"):
        town.says("Zoé", words)
    for label in ("comptabilité", "La clore"):
        town.says("Inès", "/asks") if label == "comptabilité" else None
        town.taps("Inès", label)
    town.taps("Awa", "J’accepte")
    town.heard.clear()
    play(town, "Inès > hors sujet\nInès < Trop tard pour la clore : Awa vient d’accepter…")
    assert one(town, table(Ask).c.state) == "introduced"
    with pytest.raises(WrongState):
        town.work(lambda scope: reviews.close(scope, 1, "hors sujet"), "Inès")


@pytest.mark.parametrize(
    ("said", "reason", "until"),
    [
        ("trop de relances", "trop de relances", None),
        ("jusqu’au 3 décembre parce que réclame", "réclame", "3 décembre"),
        ("until friday because spam", "spam", "27 novembre"),
        ("trop de relances depuis lundi", "trop de relances depuis lundi", None),
        ("until friday", None, "27 novembre"),
    ],
)
def test_a_pause_that_is_said_whole_asks_only_for_what_lacks(
    town: Stage, said: str, reason: str | None, until: str | None
) -> None:
    """The reason was thrown away and asked for again, and a day behind it was not read."""
    town.says("Inès", f"/pause-member @Awa {said}")
    if until is None:
        town.taps("Inès", "Dans une semaine")
    if reason is None:
        town.says("Inès", "1")
        assert town.spoken["dm:Inès"][-1].text.startswith("Quelques mots")
        town.says("Inès", "réclame")
    told = town.spoken["dm:Awa"][-1].text
    assert (reason or "réclame") in told
    assert (until or "30 novembre") in told
    assert "parce que" not in told
    assert "because" not in told


def test_a_name_is_found_without_its_accents_by_who_proposes(town: Stage) -> None:
    found = town.work(lambda scope: [each.name for each in members.named(scope, "ines")])
    assert found == ["Inès"]


def test_a_reason_that_names_others_is_looked_at_again(town: Stage) -> None:
    """“Reported by Zoé” was sent as it was written."""
    for words in ("/signaler Awa elle m'insulte", "non"):
        town.says("Zoé", words)
    town.says("Inès", "Je m’en occupe")
    town.heard.clear()
    play(
        town,
        """
        Inès > /remove-member Awa
        Inès < Pourquoi ? …
        Inès > signalée par zoé
        Inès < Un instant : un nom s’y trouve, et Awa lira ces mots … [Garder ces mots] [Ne rien envoyer]
        Inès > des insultes
        Inès < Vraiment exclure Awa ? …
        Inès > oui
        Inès < C’est fait. …
        Awa < L’équipe a mis fin à votre participation : « des insultes ». …
        """,
    )
    town.member("Rose")
    named = partial(moderation.named_in, member_id=town.work(lambda s: town.id_of("Zoé", s)))
    assert town.work(lambda s: named(s, "il pleut sur la rose"), "Inès") == []
    assert town.work(lambda s: named(s, "plainte de Rose"), "Inès") == ["Rose"]
