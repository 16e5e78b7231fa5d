"""One person on several platforms: every clause of the promise, and whoever tries to break it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from community import linking
from conversations.incoming import Kind
from conversations.language import render
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Identity, LinkCode, LinkTry, Member, table
from tests.conversations.openings import opening

CODE = re.compile(r"/(?:link|relier) ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})")
REQUEST = """
Marc > /ask comptabilité
Marc < Pour « comptabilité », … [Zoé]
Marc > [Zoé]
Marc < Voulez-vous ajouter un mot de contexte ? …
Marc > [Passer]
Zoé < Quelqu’un de la communauté aimerait votre aide … [J’accepte]
Marc < Votre demande est partie vers Zoé. …
"""


@opening
def town(stage: Stage) -> Stage:
    """Zoé and Marc are members."""
    stage.member("Zoé", offers=["comptabilité"])
    stage.member("Marc", offers=["jardinage"])
    return stage


def code_of(stage: Stage, who: str) -> str:
    """A new code."""
    stage.says(who, "/link")
    found = CODE.search(stage.heard[f"dm:{who}"].pop().text)
    assert found, "no code was given"
    stage.heard[f"dm:{who}"].clear()
    return found[1]


def arrives(stage: Stage, who: str) -> None:
    stage.joins(who, name=who)
    stage.heard[f"dm:{who}"].clear()


def told(stage: Stage, who: str) -> str:
    """The last thing somebody heard, and nothing is left to hear."""
    stage.heard[f"dm:{who}"].clear()
    return stage.spoken[f"dm:{who}"][-1].text


def link(stage: Stage, new: str, to: str, answer: str = "C’est moi") -> None:
    stage.says(new, f"/relier {code_of(stage, to)}")
    stage.taps(new, answer)
    for each in (new, to):
        stage.taps(each, "C’est bien moi")
        stage.heard[f"dm:{each}"].clear()


def rows(stage: Stage, model: Any) -> list[Any]:
    return list(stage.write(lambda c: c.execute(select(table(model)).order_by("id")).all()))


def owner(stage: Stage, who: str) -> int:
    found = {each.external_id: each.member_id for each in rows(stage, Identity)}
    return int(found[who])


def test_a_newcomer_shows_to_be_a_member(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    code = code_of(town, "Zoé")
    play(
        town,
        f"""
        Zoé-bis > /relier {code.lower().replace("-", " ")}
        Zoé-bis < Ce code appartient à Zoé. Si c’est vous… [C’est moi] [Ne rien relier]
        Zoé-bis > [C’est moi]
        Zoé-bis < Un instant…
        Zoé < Vos accès sont reliés : stage 1 et stage 2. … [C’est bien moi] [Délier]
        Zoé-bis < Vos accès sont reliés… [C’est bien moi] [Délier]
        Zoé-bis > [C’est bien moi]
        Zoé-bis < Parfait.
        Zoé-bis > /profile
        Zoé-bis < … Zoé Propose : comptabilité … [Le changer]
    """,
    )
    assert owner(town, "Zoé") == owner(town, "Zoé-bis")
    assert len(rows(town, Member)) == 2, "nobody is there twice"


def test_a_code_asked_for_in_a_newcomers_words(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    code = code_of(town, "Zoé")
    play(
        town,
        f"""
        Zoé-bis > /relier
        Zoé-bis < Quel est votre code ? …
        Zoé-bis > {code}
        Zoé-bis < Ce code appartient à Zoé. … [C’est moi]
        Zoé-bis > [Ne rien relier]
        Zoé-bis < Très bien, rien n’est relié.
        Zoé-bis < … Dans quelle langue… [Français]
    """,
    )
    assert rows(town, LinkCode) == []
    assert owner(town, "Zoé") != owner(town, "Zoé-bis")


@pytest.mark.parametrize(("choice", "offers"), [("de là-bas", "comptabilité"), ("d’ici", "roses")])
def test_of_two_profiles_the_one_that_was_chosen_stays(
    town: Stage, choice: str, offers: str
) -> None:
    town.member("Zoé-bis", offers=["roses"])
    link(town, "Zoé-bis", "Zoé", f"Garder le profil {choice}")
    town.says("Zoé", "/profile")
    assert any(line.endswith(offers) for line in town.spoken["dm:Zoé"][-1].card)
    assert len(rows(town, Member)) == 2


def test_the_two_profiles_are_told_apart_by_their_first_words(town: Stage) -> None:
    town.member("Zoé-bis", headline="Jardinière à Lyon")
    town.says("Zoé-bis", f"/relier {code_of(town, 'Zoé')}")
    options = town.spoken["dm:Zoé-bis"][-1].outgoing.options
    begun = [render(each.description, "fr") for each in options if each.description]
    assert begun == [
        "commence par «\u00a0comptabilité\u00a0»",
        "commence par «\u00a0Jardinière à Lyon\u00a0»",
    ]


def test_a_code_serves_once(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    arrives(town, "Eve")
    code = code_of(town, "Zoé")
    town.says("Zoé-bis", f"/relier {code}")
    town.says("Eve", f"/relier {code}")
    assert told(town, "Eve").startswith("Ce code ne convient pas"), "shown to be right, it is spent"
    town.taps("Zoé-bis", "C’est moi")
    town.says("Eve", f"/relier {code}")
    assert told(town, "Eve").startswith("Ce code ne convient pas")
    assert owner(town, "Zoé") == owner(town, "Zoé-bis") != owner(town, "Eve")


@pytest.mark.parametrize(
    ("seconds", "answer"), [(599, "Ce code appartient à Zoé"), (600, "Ce code ne convient pas")]
)
def test_a_code_lives_ten_minutes(town: Stage, seconds: int, answer: str) -> None:
    arrives(town, "Zoé-bis")
    code = code_of(town, "Zoé")
    town.passes(timedelta(seconds=seconds))
    town.says("Zoé-bis", f"/relier {code}")
    assert told(town, "Zoé-bis").startswith(answer)


def test_an_answer_that_comes_too_late_links_nothing(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    town.says("Zoé-bis", f"/relier {code_of(town, 'Zoé')}")
    town.passes(linking.LIFETIME)
    town.taps("Zoé-bis", "C’est moi")
    assert "pas pu relier" in " ".join(each.text for each in town.spoken["dm:Zoé-bis"][-3:])
    assert owner(town, "Zoé") != owner(town, "Zoé-bis")


def test_a_new_code_makes_the_one_before_worthless(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    first, _ = code_of(town, "Zoé"), code_of(town, "Zoé")
    town.says("Zoé-bis", f"/relier {first}")
    assert told(town, "Zoé-bis").startswith("Ce code ne convient pas")
    assert len(rows(town, LinkCode)) == 1


def test_whoever_made_the_code_is_told_to_type_it_elsewhere(town: Stage) -> None:
    town.says("Zoé", f"/relier {code_of(town, 'Zoé')}")
    assert told(town, "Zoé").startswith("C’est bien votre code.")
    assert rows(town, LinkTry) == []


def guesses(stage: Stage, who: str, code: str, times: int) -> None:
    for n in range(times):
        stage.says(who, f"/relier {code[:5]}0000-00{n:02}")


def test_after_five_wrong_codes_the_right_one_is_refused_for_an_hour(town: Stage) -> None:
    arrives(town, "Eve")
    guesses(town, "Eve", "0000-", 5)
    town.says("Eve", f"/relier {code_of(town, 'Zoé')}")
    assert told(town, "Eve").startswith("Cela fait beaucoup d’essais.")
    town.passes(timedelta(hours=1))
    town.says("Eve", f"/relier {code_of(town, 'Zoé')}")
    assert told(town, "Eve").startswith("Ce code appartient à Zoé")


def test_after_four_wrong_codes_the_right_one_still_works(town: Stage) -> None:
    arrives(town, "Eve")
    guesses(town, "Eve", "0000-", 4)
    town.says("Eve", f"/relier {code_of(town, 'Zoé')}")
    assert told(town, "Eve").startswith("Ce code appartient à Zoé")


def test_five_guesses_at_one_persons_codes_close_them_whoever_guesses(town: Stage) -> None:
    for n in range(linking.MOST_TRIES):
        arrives(town, f"Eve{n}")
        guesses(town, f"Eve{n}", code_of(town, "Zoé"), 1)
    town.says("Zoé", "/link")
    assert told(town, "Zoé").startswith("Cela fait beaucoup d’essais."), "over several codes"
    assert rows(town, LinkCode) == []


def test_the_right_code_is_refused_once_others_have_guessed_at_it(town: Stage) -> None:
    code = code_of(town, "Zoé")
    arrives(town, "Eve")
    guesses(town, "Eve", code, linking.MOST_TRIES)
    arrives(town, "Mal")
    town.says("Mal", f"/relier {code}")
    assert told(town, "Mal").startswith("Ce code ne convient pas")


def test_what_is_kept_of_a_code_does_not_show_it(town: Stage) -> None:
    code = code_of(town, "Zoé").replace("-", "")
    (row,) = rows(town, LinkCode)
    assert code[4:] not in repr(row)
    assert len(row.salt) == 32
    assert row.label == code[:4]


def test_whoever_is_erased_in_between_is_linked_with_nobody(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    town.says("Zoé-bis", f"/relier {code_of(town, 'Zoé')}")
    erase(town, "Zoé")
    assert rows(town, LinkCode) == []
    town.taps("Zoé-bis", "C’est moi")
    assert "Cette question est close" in town.spoken["dm:Zoé-bis"][-1].text


def erase(stage: Stage, who: str) -> None:
    stage.says(who, "/mydata")
    stage.taps(who, "Tout effacer")
    stage.taps(who, "Tout effacer")


def test_an_erasure_forgets_codes_tries_and_every_identity(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    link(town, "Zoé-bis", "Zoé")
    code_of(town, "Zoé")
    arrives(town, "Eve")
    guesses(town, "Eve", code_of(town, "Zoé"), 1)
    guesses(town, "Zoé", "0000-", 1)
    erase(town, "Zoé-bis")
    assert rows(town, LinkCode) == []
    assert rows(town, LinkTry) == []
    assert {each.external_id for each in rows(town, Identity)} == {"Marc", "Eve"}


def test_codes_and_tries_that_are_over_are_dropped(town: Stage) -> None:
    code_of(town, "Zoé")
    guesses(town, "Marc", "0000-", 1)
    town.now += timedelta(hours=1)
    assert town.write(lambda c: linking.forget_old(c, town.now)) == 2
    assert rows(town, LinkCode) == rows(town, LinkTry) == []


def test_requests_and_a_pause_come_along(town: Stage) -> None:
    play(town, REQUEST)
    town.member("Zoé-bis")
    town.says("Zoé", "/pause")
    town.taps("Zoé", "Dans un mois")
    town.says("Zoé", f"/relier {code_of(town, 'Zoé-bis')}")
    town.taps("Zoé", "Garder le profil de là-bas")
    member = next(each for each in rows(town, Member) if each.id == owner(town, "Zoé-bis"))
    assert member.paused_until == town.now + timedelta(days=30)
    town.taps("Zoé", "J’accepte")
    assert "Merci" in " ".join(each.text for each in town.spoken["dm:Zoé"][-2:])


def test_nobody_is_introduced_to_themselves(town: Stage) -> None:
    play(town, REQUEST)
    link(town, "Marc", "Zoé", "Garder le profil de là-bas")
    town.passes(timedelta(days=2))
    said = " ".join(each.text for who in ("Zoé", "Marc") for each in town.spoken[f"dm:{who}"])
    assert "accepte de vous aider" not in said
    town.says("Zoé", "/where")
    assert "personne pour l’instant" in town.spoken["dm:Zoé"][-1].text


def test_the_bot_writes_where_it_was_last_written_to(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    link(town, "Zoé-bis", "Zoé")
    town.passes(timedelta(minutes=1))
    town.says("Zoé", "bonjour")
    town.heard.clear()
    play(town, REQUEST)
    town.passes(timedelta(hours=1))
    town.says("Zoé-bis", "bonjour")
    town.heard.clear()
    town.passes(timedelta(days=3))
    assert told(town, "Zoé-bis").startswith("Petit rappel")


def test_unlinking_gives_a_newcomer_back_and_keeps_the_profile(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    link(town, "Zoé-bis", "Zoé")
    play(
        town,
        """
        Zoé > /unlink
        Zoé < Quel accès voulez-vous délier ? … [stage 1 (ici)] [stage 2] [Ne rien changer]
        Zoé > 2
        Zoé < Un instant…
        Zoé-bis < Cet accès vient d’être délié : le profil auquel il menait reste avec stage 1, et ici tout repart de zéro. … /relier là-bas… l’équipe : /equipe
        Zoé < C’est délié : stage 2 ne mène plus à votre profil, qui reste ici. Vous m’écrivez maintenant depuis : stage (ici). … /relier ici, puis le code là-bas.
        Zoé-bis < … Dans quelle langue … [Français]
        Zoé > /profile
        Zoé < … Propose : comptabilité … [Le changer]
        Zoé > /delier
        Zoé < Vous m’écrivez d’un seul endroit …
    """,
    )
    assert owner(town, "Zoé") != owner(town, "Zoé-bis")


def test_the_owner_whom_a_code_was_taken_from_reads_what_happened(town: Stage) -> None:
    """All that came was the welcome of a newcomer."""
    arrives(town, "Eve")
    link(town, "Eve", "Zoé")
    play(
        town,
        """
        Eve > /unlink
        Eve < … [stage 1] [stage 2 (ici)] [Ne rien changer]
        Eve > 1
        Eve < Un instant…
        Zoé < Cet accès vient d’être délié : … reste avec stage 2… /equipe
        Zoé < … Dans quelle langue …
        Eve < C’est délié : stage 1 ne mène plus à votre profil, qui reste ici. …
        """,
    )


def test_two_accounts_of_one_platform_are_told_apart_by_their_last_words(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    link(town, "Zoé-bis", "Zoé")
    town.passes(timedelta(hours=1))
    town.says("Zoé", "/unlink")
    options = town.spoken["dm:Zoé"][-1].outgoing.options
    heard = [render(each.description, "fr", "Europe/Paris") for each in options if each.description]
    assert heard == ["dernier message de vous\N{NO-BREAK SPACE}: lundi 23 novembre à 10:00"]


def test_the_notice_undoes_a_link_that_was_not_wanted(town: Stage) -> None:
    arrives(town, "Eve")
    town.says("Eve", f"/relier {code_of(town, 'Zoé')}")
    town.taps("Eve", "C’est moi")
    town.taps("Zoé", "Délier")
    assert owner(town, "Zoé") != owner(town, "Eve")
    town.taps("Eve", "Délier")
    assert owner(town, "Zoé") != owner(town, "Eve"), "pressed on both sides, it is done once"


def test_what_was_asked_here_is_asked_where_the_member_still_is(town: Stage) -> None:
    arrives(town, "Zoé-bis")
    link(town, "Zoé-bis", "Zoé")
    town.passes(timedelta(minutes=1))
    town.says("Zoé", "bonjour")
    town.heard.clear()
    play(town, REQUEST)
    town.does("Zoé", "leave")
    assert told(town, "Zoé-bis").startswith("Quelqu’un de la communauté aimerait votre aide")
    assert {each.external_id for each in rows(town, Identity)} == {"Zoé-bis", "Marc"}


# Roles do not travel


@pytest.fixture
def team(town: Stage) -> Stage:
    """Inès moderates; she is also there as Inès-bis."""
    town.member("Inès", role="moderator")
    arrives(town, "Inès-bis")
    link(town, "Inès-bis", "Inès")
    return town


STUCK = """
Marc > /ask plongée
Marc < Je ne vois encore personne… [Oui]
Marc > [Oui]
Marc < Voulez-vous ajouter un mot de contexte ? …
Marc > [Passer]
Inès < Une demande attend l’équipe … [Proposer]
Marc < Votre demande « plongée » est maintenant auprès de l’équipe. …
"""


def test_what_concerns_the_team_comes_where_the_role_was_granted(team: Stage) -> None:
    team.passes(timedelta(hours=1))
    team.says("Inès-bis", "bonjour")
    team.heard.clear()
    play(team, STUCK)


def test_a_role_counts_only_where_it_was_granted(team: Stage) -> None:
    play(team, STUCK)
    (here, there) = [each for each in rows(team, Identity) if each.external_id.startswith("Inès")]
    assert (here.vouched, there.vouched) == (True, False)
    token = team.tokens("Inès", "Proposer")
    team.taps("Inès", "Proposer")
    team.write(lambda c: c.execute(table(Identity).update().values(vouched=False)))
    team.says("Inès", "Zoé")
    assert "un rôle que vous n’avez pas" in told(team, "Inès"), token


@pytest.mark.parametrize("spoken", ["message", "command"])
def test_a_command_in_a_channel_is_answered_to_the_account_that_spoke(
    team: Stage, spoken: Kind
) -> None:
    team.passes(timedelta(hours=1))
    team.says("Inès", "bonjour")
    before = len(team.spoken["dm:Inès"])
    team.does("Inès-bis", spoken, text="/help", command="help", place="general",
              place_kind="channel")  # fmt: skip
    assert "Voici ce que je sais faire" in told(team, "Inès-bis")
    assert len(team.spoken["dm:Inès"]) == before


@pytest.mark.parametrize("spoken", ["message", "command"])
@pytest.mark.parametrize("role", [None, "moderator"])
def test_a_moderators_command_in_a_channel_keeps_the_platforms_word_for_the_role(
    team: Stage, spoken: Kind, role: str | None
) -> None:
    team.does("Inès-bis", spoken, text="/intro" if spoken == "message" else "", command="intro",
              place="general", place_kind="channel", role=role)  # fmt: skip
    allowed = "Qui voulez-vous présenter" in told(team, "Inès-bis")
    assert allowed is (role is not None)
    assert not team.spoken["general"]


def test_whoever_has_a_role_keeps_it_by_linking_the_other_way_round(town: Stage) -> None:
    town.member("Inès", role="moderator")
    town.says("Inès", f"/relier {code_of(town, 'Zoé')}")
    assert told(town, "Inès").startswith("Ici, vous avez un rôle dans l’équipe")
    assert owner(town, "Inès") != owner(town, "Zoé")


@pytest.mark.parametrize(("role", "vouched"), [("moderator", False), ("organiser", True)])
def test_a_role_that_is_granted_anew_counts_there_too(
    team: Stage, role: str, vouched: bool
) -> None:
    team.member("Inès-bis", role=role)
    found = {each.external_id: each.vouched for each in rows(team, Identity)}
    assert found["Inès-bis"] is vouched, "an import that changes no role grants none"


@pytest.mark.parametrize(
    "words", ["mon code est {}", "c’est {}, merci", "Voici mon code {} !", "{spaced}", "{solid}"]
)
def test_a_code_is_found_in_the_sentence_around_it(town: Stage, words: str) -> None:
    """“It may have expired, or been used”, and a try was spent."""
    code = code_of(town, "Zoé").lower()
    arrives(town, "new")
    town.says("new", "/relier")
    town.says("new", words.format(code, spaced=code.replace("-", " "), solid=code.replace("-", "")))
    assert "Ce code appartient à Zoé" in told(town, "new")


def test_words_without_a_code_are_no_try(town: Stage) -> None:
    arrives(town, "new")
    for _ in range(linking.MOST_TRIES + 1):
        town.says("new", "/relier je ne le trouve pas")
        assert "Je n’y vois pas de code" in told(town, "new")
    assert town.write(lambda c: c.execute(select(table(LinkTry).c.id)).all()) == []


def test_a_name_that_looks_like_a_code_is_a_name(stage: Stage) -> None:
    stage.joins("Zoé")
    for words in ("Français", "oui", "oui", "Anne-Lise-Rose"):
        stage.says("Zoé", words)
    assert "Merci, Anne-Lise-Rose" in told(stage, "Zoé")
