"""Surveys (P28, P40, P41): written in a message, seen before they go, answered with a tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from community import ballots, members, sheets
from community.scope import Scope
from community.survey_ritual import SurveySettings, Written
from community.transitions import WrongState
from conversations import questionnaire
from conversations.answers import typed_answer
from conversations.language import render
from conversations.questions import SKIP, NotUnderstood, Option, Question
from conversations.testing import Stage
from conversations.texts import Text, Until
from conversations.transcripts import play
from storage.tables import Dialogue, Solicitation
from tests.conversations.openings import opening

CROWD = ("Awa", "Marc", "Ida", "Léo", "Zoé")


@opening
def village(stage: Stage) -> Stage:
    """Six members, one of whom organises."""
    stage.member("Inès", role="organiser")
    for name in CROWD:
        stage.member(name)
    return stage


def launch(stage: Stage, questions: str, until: str = "dans deux semaines") -> None:
    """Inès sends a survey to everybody."""
    for step in ("/enquete", "Nouvelle enquête", "Ateliers", questions, until, "Envoyer"):
        stage.says("Inès", step)
    stage.passes(timedelta(minutes=1))


def test_an_organiser_writes_a_survey_and_sees_it_before_it_goes(village: Stage) -> None:
    village.says("Inès", "/enquete")
    village.says("Inès", "Nouvelle enquête")
    village.heard.clear()
    village.says("Inès", "Ateliers")
    village.heard.clear()
    village.says("Inès", "Ça vous plaît ? 1-5\nQuel jour ? mardi / jeudi\nQuoi ? a + b\nUn mot ?")
    play(
        village,
        """
        Inès < Jusqu’à quel jour peut-on répondre ? …
        Inès > dans deux semaines
        Inès < Voici ce que liront 6 personnes … Ateliers Ça vous plaît ? (1 : pas du tout, 5 : tout à fait) → 1, 2, 3, 4 et 5 Quel jour ? → mardi et jeudi Quoi ? (plusieurs réponses possibles) → a et b Un mot ? … → quelques mots [Envoyer] [Changer] [Ne pas]
        Inès > [Changer]
        Inès < Écrivez vos questions…
        Inès > Quel jour ? mardi / jeudi
        Inès < Voici ce que liront 6 personnes… [Envoyer]
        Inès > [Ne pas envoyer]
        Inès < Rien n’est envoyé, rien n’est gardé.
        1 minute passes
        """,
    )


def test_a_member_answers_with_taps_and_words(village: Stage) -> None:
    launch(village, "Ça vous plaît ? 1-5\nQuoi ? un atelier + un déjeuner\nUn mot ?")
    village.heard.clear()
    play(
        village,
        """
        Awa > [Répondre]
        Awa < Ça vous plaît ? … [1] [2] [3] [4] [5] [Passer]
        Awa > 6
        Awa < … Choisissez un nombre de 1 à 5, ou passez. [1] [2] [3] [4] [5] [Passer]
        Awa > [4]
        Awa < Quoi ? (plusieurs réponses possibles) [un atelier] [un déjeuner] [Passer]
        Awa > [un atelier] [un déjeuner]
        Awa < Un mot ? … [Passer]
        Awa > passer
        Awa < Merci, c’est dans l’urne ! …
        Marc > 2
        Marc < … Un simple « oui » ou « non » suffit. [Répondre] [Pas cette fois]
        Marc > [Pas cette fois]
        Marc < C’est noté, je ne vous en reparlerai pas.
        Marc > /enquete
        Marc < Aucune enquête n’attend votre réponse pour le moment.
        """,
    )


def test_what_puts_an_answer_off_or_asks_about_it_does_not_go_into_the_box(village: Stage) -> None:
    launch(village, "Quel jour ? mardi / plus tard\nUn mot ?")
    village.heard.clear()
    play(
        village,
        """
        Awa > [Répondre]
        Awa < Quel jour ? [mardi] [plus tard] [Passer]
        Awa > c'est pour quoi faire ?
        Awa < L’équipe demande leur avis …
        Awa < Quel jour ? …
        Awa > plus tard
        Awa < Un mot ? …
        Awa > plus tard
        Awa < Rien ne presse : je n’ai rien mis dans l’urne, et la question reste là. …
        Awa > tout va bien
        Awa < Merci, c’est dans l’urne ! …
        """,
    )


def test_what_follows_an_answer_is_kept_nowhere_and_can_be_written_for_the_box(
    village: Stage,
) -> None:
    launch(village, "Un mot ?")
    for name in ("Marc", "Ida", "Léo", "Zoé"):
        village.says(name, f"de {name}")
    village.says("Awa", "les réunions sont trop longues")
    village.heard.clear()
    play(
        village,
        """
        Awa > et Marc ne nous écoute jamais
        Awa < Je n’ai gardé ces mots nulle part. … [Passer]
        Awa > oui
        Awa < Je n’ai gardé ces mots nulle part. …
        Awa > et Marc parle trop
        Awa < Merci ! Ce que vous avez envoyé à l’urne y est, le reste n’est gardé nulle part.
        Ida > et puis il y a trop de monde
        Ida < Je n’ai gardé ces mots nulle part. …
        Ida > non
        Ida < Merci ! …
        Léo > merci
        Léo < Avec plaisir ! …
        1 hour passes
        Zoé > on ne nous écoute jamais
        Zoé < Pardon Zoé, je n’ai pas bien compris. …
        """,
    )
    heap = village.work(lambda scope: ballots.count(scope, 1, 0))
    assert heap.answers == 5
    assert len(heap.given) == 6
    assert "et Marc parle trop" in heap.given
    kept = village.write(lambda connection: connection.execute(select(Dialogue.answers)).all())
    assert not any(words in str(row) for row in kept for words in ("Marc ne", "trop de monde"))
    with pytest.raises(WrongState):
        village.work(lambda scope: sheets.add(scope, 1, "x"), "Inès")


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("3/5", ["3"]), ("4 sur 5", ["4"]), ("5 out of 5", ["5"]), ("9/10", None), ("6/5", None),
        ("la 4", ["4"]), ("6", None), ("la 6", None), ("six", None), ("0", None), ("passer", [SKIP]),
    ],
)  # fmt: skip
def test_a_mark_is_a_number_of_the_scale_and_no_other(words: str, chosen: list[str] | None) -> None:
    assert read(words, "12345", many=False) == chosen


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("atelier", ["0"]), ("un atelier et un dejeuner", ["0", "1"]), ("1 et 3", ["0", "2"]),
        ("visite + atelier", ["2", "0"]), ("1 2", ["0", "1"]), ("tous", ["0", "1", "2"]),
        ("4", [SKIP]), ("les deux", None), ("un dragon et un atelier", None), ("vin et fromage", ["3"]),
    ],
)  # fmt: skip
def test_several_options_are_named_as_one_says_them(words: str, chosen: list[str] | None) -> None:
    options = ["un atelier", "un déjeuner", "une visite"]
    if chosen == ["3"]:
        options.append("vin et fromage")
    assert read(words, options, many=True) == chosen


def read(words: str, options: Sequence[str], *, many: bool) -> list[str] | None:
    """What typed words choose among such options."""
    first = 0 if many else 1
    asked = Question(name="q", text=Text("survey-promise"), many=many, options=[
        *(Option(value=str(n), label=Text("survey-option", option=each))
          for n, each in enumerate(options, first)),
        Option(value=SKIP, label=Text("option-skip")),
    ])  # fmt: skip
    answer = typed_answer(asked.pending(), words, "fr")
    return answer["chosen"] if answer is not None else None


def test_surveys_of_one_name_carry_their_date(village: Stage) -> None:
    for until in ("dans deux semaines", "dans une semaine"):
        launch(village, "Ça va ? 1-5", until)
    for name in ("Inès", "Awa"):
        village.says(name, "/cancel")
        village.says(name, "/enquete")
    both = [
        "lundi 30 novembre\N{NO-BREAK SPACE}: Ateliers",
        "lundi 7 décembre\N{NO-BREAK SPACE}: Ateliers",
    ]
    assert list(village.spoken["dm:Inès"][-1].labels[1:-1]) == both
    assert sorted(village.spoken["dm:Awa"][-1].labels) == sorted(both)


def test_the_last_day_counts_in_whole(village: Stage) -> None:
    launch(village, "Quel jour ? mardi / jeudi", "vendredi")
    village.passes(datetime(2026, 11, 27, 22, tzinfo=UTC) - village.now)
    village.heard.clear()
    play(
        village,
        """
        Awa > [mardi]
        Awa < Merci, c’est dans l’urne ! …
        2 hours pass
        Marc > [mardi]
        Marc < C’est trop tard pour cela…
        9 hours pass
        Inès < …
        """,
    )


def test_who_has_not_answered_is_reminded_once_and_the_others_never(village: Stage) -> None:
    launch(village, "Quel jour ? mardi / jeudi")
    village.taps("Awa", "mardi")
    village.passes(timedelta(days=12))
    village.heard.clear()
    village.passes(timedelta(days=1))
    play(
        village,
        """
        Inès < Il est encore temps de donner votre avis…
        Inès < Quel jour ? [mardi] [jeudi] [Passer]
        """
        + "".join(
            f"""
            {who} < Il est encore temps de donner votre avis…
            {who} < Quel jour ? [mardi] [jeudi] [Passer]
            """
            for who in CROWD[1:]
        ),
    )


def test_the_results_come_at_the_end_and_only_from_five_answers_on(village: Stage) -> None:
    launch(village, "Quel jour ? mardi / jeudi\nUn mot ?")
    for n, who in enumerate(CROWD):
        village.taps(who, "Répondre")
        village.taps(who, "mardi" if n else "jeudi")
        village.says(who, "Passer" if n == 4 else f"mot {n}")
    village.heard.clear()
    play(
        village,
        """
        Inès > /enquete
        Inès < Que souhaitez-vous faire ? [Nouvelle] [Ateliers]
        Inès > [Ateliers]
        Inès < « Ateliers » : jusqu’au lundi 7 décembre ; 5 réponses pour 6 personnes.
        Inès < Les résultats se lisent à la fin. … [Clore] [Laisser]
        Inès > [Laisser ouvert]
        Inès < Très bien…
        Inès < Chaque question peut être passée… [Répondre] [Pas cette fois]
        """,
    )
    village.passes(timedelta(days=15))
    heard = [flat(each.text) for each in village.heard["dm:Inès"]]
    assert heard[-3].startswith("Voici ce que la communauté répond à « Ateliers »")
    assert (
        heard[-2] == "Quel jour ? (au moins 5 réponses) mardi : 75 % au moins jeudi : 25 % au plus"
    )
    assert heard[-1] == "Un mot ? Moins de 5 réponses : rien n’en est montré."


def test_the_others_hear_of_the_results_when_who_asked_is_no_organiser_any_more(
    village: Stage,
) -> None:
    village.member("Paul", role="organiser")
    launch(village, "Quel jour ? mardi / jeudi")
    for who in CROWD:
        village.taps(who, "mardi")
    is_no_organiser(village, "Inès")
    village.heard.clear()
    village.passes(timedelta(days=15))
    heard = {who: [flat(each.text) for each in village.heard[f"dm:{who}"]]
             for who in ("Inès", "Paul")}  # fmt: skip
    assert (
        heard["Paul"][-1]
        == "Quel jour ? (au moins 5 réponses) mardi : 75 % au moins jeudi : 25 % au plus"
    )
    assert not any("répond à" in each for each in heard["Inès"])


def is_no_organiser(stage: Stage, name: str) -> None:
    def take_back(scope: Scope) -> None:
        members.get(scope, stage.id_of(name, scope)).role = "member"

    stage.work(take_back)


def test_many_words_come_as_a_file(village: Stage) -> None:
    more = [f"Plus{n}" for n in range(20)]
    for name in more:
        village.member(name)
    launch(village, "Un mot ?")
    for name in (*CROWD, *more):
        village.says(name, f"mot de {name}")
    village.passes(timedelta(days=15))
    heard = village.spoken["dm:Inès"][-1]
    assert heard.text.count("mot de") == 7
    assert heard.outgoing.file is not None
    lines = heard.outgoing.file.content.decode().split("\n\n")
    assert sorted(lines) == sorted(f"mot de {name}" for name in (*CROWD, *more))


def flat(words: str) -> str:
    return " ".join(words.split())


def test_fewer_than_five_answers_are_never_told(village: Stage) -> None:
    launch(village, "Quel jour ? mardi / jeudi")
    for who in CROWD[:4]:
        village.taps(who, "mardi")
    village.heard.clear()
    play(
        village,
        """
        Inès > /enquete
        Inès < Que souhaitez-vous faire ? …
        Inès > [Ateliers]
        Inès < « Ateliers » : jusqu’au lundi 7 décembre ; moins de cinq réponses pour l’instant.
        Inès < Il y a moins de 5 réponses : si vous clôturez l’enquête maintenant, elles seront effacées sans que personne ne les lise. …
        Inès > [Clore]
        Inès < C’est clos.
        Inès < « Ateliers » a reçu moins de 5 réponses : …
        Zoé > [mardi]
        Zoé < C’est trop tard pour cela…
        """,
    )


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        ("a ?\nb ?\nc ?\nd ?\ne ?\nf ?", "6 questions, c’est trop pour qu’on réponde volontiers…"),
        ("x" * 301, "La question « xxx…» est trop longue : 300 caractères au plus."),
        (f"Quoi ? a / {'x' * 61}", "La réponse « x…» est trop longue pour un bouton…"),
        ("Quoi ? a / b / c / d / e / f / g / h / i", "Pour « Quoi ? », il faut de deux à 8…"),
    ],
    ids=["six", "long", "long-option", "nine-options"],
)
def test_what_cannot_be_asked_gets_one_clear_line(
    village: Stage, questions: str, line: str
) -> None:
    for step in ("/enquete", "Nouvelle enquête", "Ateliers"):
        village.says("Inès", step)
    village.heard.clear()
    village.says("Inès", questions)
    play(village, f"Inès < {line}")


def test_an_end_in_the_past_is_refused_and_asked_again(village: Stage) -> None:
    for step in ("/enquete", "Nouvelle enquête", "Ateliers", "Quoi ?"):
        village.says("Inès", step)
    village.heard.clear()
    village.says("Inès", "2026-11-01")
    play(village, "Inès < Choisissez un jour à venir, dans l’année.")


def test_an_answer_that_is_too_long_gets_one_clear_line(village: Stage) -> None:
    launch(village, "Un mot ?")
    village.heard.clear()
    village.says("Awa", "x" * 501)
    play(village, "Awa < Il me faut quelques mots, 500 caractères au plus. [Passer]")


def test_too_few_members_are_never_asked(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    for name in CROWD[:3]:
        stage.member(name)
    stage.says("Inès", "/enquete")
    stage.heard.clear()
    stage.says("Inès", "Nouvelle enquête")
    play(stage, "Inès < Une enquête est anonyme à partir de 5 personnes, …")


def test_the_reminder_of_a_survey_is_no_second_request(village: Stage) -> None:
    def asked(scope: Scope) -> list[str]:
        mine = col(Solicitation.member_id) == village.id_of("Awa", scope)
        return list(scope.db.exec(select(Solicitation.about).where(mine)))

    launch(village, "Quel jour ? mardi / jeudi")
    once = village.work(asked)
    village.passes(timedelta(days=13))
    assert village.heard["dm:Awa"][-2].text.startswith("Il est encore temps")
    assert village.work(asked) == once
    assert len(once) == 1


@pytest.mark.parametrize("line", ["Quelle note ? 1-10", "Rate it: 0 to 10", "Note (1-4)"])
def test_another_scale_than_the_one_there_is_is_refused(line: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        questionnaire.questions(line)
    assert refused.value.text.key == "survey-scale"


def test_until_a_day_is_said_only_where_the_whole_day_counts() -> None:
    """“Until Monday 21” ended on Monday at nine in the morning; now it ends when the day does."""
    settings = SurveySettings(title="?", questions=[Written(kind="scale", words="?")], days=14)
    ends = settings.ends(datetime(2026, 9, 7, 7, tzinfo=UTC), "Europe/Paris")
    assert ends == datetime(2026, 9, 21, 21, 59, tzinfo=UTC)
    said = Text("survey-goes-on", until=Until(ends))
    assert render(said, "fr", "Europe/Paris").endswith("jusqu’au lundi 21 septembre.")
    assert render(said, "fr", "America/Montreal").endswith("jusqu’au lundi 21 septembre à 17:59.")
    assert render(said, "fr", "Asia/Tokyo").endswith("jusqu’au mardi 22 septembre à 06:59.")


def test_who_asks_whether_it_is_anonymous_is_told_and_puts_nothing_in_the_box(
    village: Stage,
) -> None:
    village.says("Inès", "/enquete")
    village.says("Inès", "nouveau")
    for step in (
        "Ateliers",
        "Quel jour ? mardi / jeudi\nUn mot ?",
        "dans deux semaines",
        "Envoyer",
    ):
        village.says("Inès", step)
    village.passes(timedelta(minutes=1))
    village.heard.clear()
    play(
        village,
        """
        Awa > c'est vraiment anonyme ?
        Awa < C’est anonyme : vos réponses vont dans une urne scellée…
        Awa < Chaque question peut être passée… [Répondre] [Pas cette fois]
        Awa > oui
        Awa < Quel jour ? … [mardi] [jeudi] [Passer]
        Awa > qui peut voir mes réponses ?
        Awa < C’est anonyme…
        Awa < Quel jour ? … [mardi] [jeudi] [Passer]
        Awa > mardi
        Awa < Un mot ? …
        Awa > c'est anonyme ça ?
        Awa < C’est anonyme…
        Awa < Un mot ? …
        Awa > efface ma réponse
        Awa < Ce qui est dans l’urne n’a plus de nom…
        Awa < Un mot ? …
        Awa > Paul m'a harcelé
        Awa < Merci, c’est dans l’urne ! … pour signaler ce qui vous a fait du tort, /signaler
        Awa > en fait efface ma réponse
        Awa < Ce qui est dans l’urne n’a plus de nom…
        """,
    )
