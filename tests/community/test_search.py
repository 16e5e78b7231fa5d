"""Words, spelling, meaning, and the index over them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.directory import ENOUGH
from community.search.index import Index, Phrase
from community.search.meaning import meaning, teach
from community.search.spelling import Spelling
from community.search.tokens import (
    language,
    stem,
    stems,
    stems_of_each,
    subject,
    words,
    words_of_each,
)


def index(**people: str) -> Index:
    """One phrase for each person, in French unless it begins with "en:"."""
    made = Index(meaning())
    for number, said in enumerate(people.values()):
        locale, _, phrase = said.rpartition(":")
        made.put(number, locale or "fr", [Phrase(phrase)])
    return made


def first(made: Index, need: str) -> int | None:
    return next((hit.owner for hit in made.search(need, 5)), None)


def test_words_have_no_case_no_accent_and_no_ligature() -> None:
    assert words("L’ŒUVRE et la Comptabilité") == ["oeuvre", "comptabilite"]
    assert words("C++ / C#") == ["c++", "c#"]


@pytest.mark.parametrize(
    "said", ["j’ai fait", "J'AI FAIT", "jai fait", "je l'ai fait", "j ai fait"]
)
def test_i_have_in_french_is_no_artificial_intelligence(said: str) -> None:
    assert words(said)[-1:] == ["fait"]
    assert "ai" not in words(said)
    assert index(them=said).search("AI", 5, ENOUGH) == []
    assert first(index(other="plongée", them="intelligence artificielle"), "help with AI") == 1


def test_abbreviations_are_words_of_their_own() -> None:
    assert "r&d" in words("the R&D team")
    assert first(index(r="R", other="IT support"), "R&D") is None
    assert stems("IT support") != stems("support")


@pytest.mark.parametrize(
    ("need", "headline"),
    [("poterie", "Potière"), ("haircut", "en:Hairdresser"), ("tribunal", "Avocate à Lyon"),
     ("vendre mon appart", "Agent immobilier"), ("baker", "en:sourdough"),
     ("IA", "en:machine learning"), ("family tree", "en:genealogy"),
     ("ourlet", "Couturière"), ("HGV", "Chauffeur routier")],
)  # fmt: skip
def test_whoever_would_know_is_found(need: str, headline: str) -> None:
    locale, _, said = headline.rpartition(":")
    made = Index(meaning())
    made.put(0, locale or "fr", [Phrase(said, is_headline=True)])
    assert [hit.owner for hit in made.search(need, 5, ENOUGH)] == [0]


@pytest.mark.parametrize(
    ("need", "phrase"),
    [("titre de séjour", "droit des étrangers"), ("back pain", "en:Physiotherapist"),
     ("a flat tyre", "Garagiste"), ("algèbre", "Prof de maths au lycée"),
     ("hacked account", "en:Cybersecurity analyst"), ("toothache", "Dentiste")],
)  # fmt: skip
def test_needs_of_every_day_are_found(need: str, phrase: str) -> None:
    locale, _, said = phrase.rpartition(":")
    made = Index(meaning())
    made.put(0, locale or "fr", [Phrase(said, is_headline=True)])
    assert [hit.owner for hit in made.search(need, 5, ENOUGH)] == [0]


def test_false_friends_mean_what_they_do_in_the_language_of_the_need() -> None:
    assert index(them="Boulanger").search("a pain in my knee", 5, ENOUGH) == []
    assert index(them="Boulanger").search("du bon pain", 5, ENOUGH)


@pytest.mark.parametrize(
    ("need", "phrase"),
    [("back pain", "pain au levain"), ("pain", "pain au levain"), ("joint ache", "pain au levain"),
     ("dent", "en:Dentist"), ("live chat", "Éleveuse de chats"), ("physician", "en:Physicist")],
)  # fmt: skip
def test_a_need_of_unclear_language_is_in_that_of_who_asks(need: str, phrase: str) -> None:
    assert index(them=phrase).search(need, 5, ENOUGH, spoken="en") == []


def test_false_friends_are_found_in_the_language_of_who_asks() -> None:
    assert index(them="pain au levain").search("pain", 5, ENOUGH, spoken="fr")
    assert index(them="Éleveuse de chats").search("chat", 5, ENOUGH, spoken="fr")
    assert index(them="Kinésithérapeute").search("pain", 5, ENOUGH, spoken="en")


@pytest.mark.parametrize(
    ("headline", "found"),
    [("Institutrice à la retraite", False), ("Comptable, retraité", False),
     ("en:Retired teacher", False), ("Conseillère retraite", True), ("Retraitée", True),
     ("Préparation à la retraite", True)],
)  # fmt: skip
def test_who_has_retired_is_not_asked_about_pensions(headline: str, *, found: bool) -> None:
    locale, _, said = headline.rpartition(":")
    made = Index(meaning())
    made.put(0, locale or "fr", [Phrase(said, is_headline=True)])
    assert bool(made.search("pension", 5, ENOUGH)) is found


@pytest.mark.parametrize(
    ("need", "headline"), [("chirurgie", "en:Tree surgeon"), ("courant", "Prof de course à pied")]
)
def test_half_a_trade_is_another(need: str, headline: str) -> None:
    locale, _, said = headline.rpartition(":")
    made = Index(meaning())
    made.put(0, locale or "fr", [Phrase(said, is_headline=True)])
    assert made.search(need, 5, ENOUGH) == []


def test_a_need_is_heard_without_the_talk_around_it() -> None:
    assert subject("bonjour, qui peut m’aider avec la soudure svp ?") == ["soudure"]
    assert subject("conseil") == ["conseil"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("formations", "formation"), ("budgets", "budget"), ("conseillères", "conseiller")],
)
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@given(st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8")), min_size=1))
def test_many_lines_are_read_together_as_one_by_one(lines: list[str]) -> None:
    together = words_of_each(lines)
    assert together == [words(line) for line in lines]
    every = {word for found in together for word in found}
    assert stems_of_each(every) == {word: stem(word) for word in every}


def test_the_language_of_a_need_is_told_by_its_little_words() -> None:
    assert language("qui connaît les bases de données ?") == "fr"
    assert language("who knows about databases?") == "en"
    assert language("kubernetes") is None


def test_a_mistyped_word_is_near_the_right_one() -> None:
    spelling = Spelling()
    for word in ("comptabilite", "compost", "menuiserie"):
        spelling.learn(word)
    assert spelling.near("comtpabilite")[0][0] == "comptabilite"
    assert spelling.near("zzz") == []
    assert Spelling().near("comptabilite") == []


def test_a_concept_is_itself_and_has_kin() -> None:
    known = meaning()
    (concept, *_) = known.named(stem("comptabilite"))
    assert known.name(concept, "en") == "accounting"
    shares = dict(known.kin(concept))
    assert shares[concept] == max(shares.values())
    assert len(shares) > 1


@pytest.mark.parametrize(
    "need",
    ["comptabilité", "compta", "comptabilite", "comtabilité", "bookkeeping", "ACCOUNTING",
     "qui peut m’aider avec ma compta ?", "can anybody help me with bookkeeping?"],
)  # fmt: skip
def test_a_need_is_found_in_other_words_spellings_and_languages(need: str) -> None:
    made = index(awa="menuiserie", zoe="comptabilité", omar="plongée", li="en:wood carving")
    assert first(made, need) == 1


@pytest.mark.parametrize(
    ("need", "phrase"), [("money", "en:honey"), ("un déménagement", "en:dementia")]
)
def test_a_known_word_is_no_mistyping_of_one_that_resembles_it(need: str, phrase: str) -> None:
    assert index(them=phrase).search(need, 5, ENOUGH) == []


def test_each_turn_brings_others_of_many_equals_and_strangers_change_nothing() -> None:
    many = {f"h{number}": "comptabilité" for number in range(200)}
    alone, crowded = index(**many), index(**many, x="plongée", y="couture")
    turns = [[hit.owner for hit in alone.search("compta", 20, turn=turn)] for turn in range(30)]
    assert {len(turn) for turn in turns} == {20}
    assert len({owner for turn in turns for owner in turn}) == 200
    assert turns[7] == [hit.owner for hit in crowded.search("compta", 20, turn=7)]


def test_who_says_exactly_the_need_comes_before_who_says_much_else() -> None:
    made = index(awa="comptabilité des entreprises agricoles de montagne", zoe="comptabilité")
    assert [hit.owner for hit in made.search("comptabilité", 5)] == [1, 0]


def test_nothing_is_found_in_an_empty_index_and_for_an_empty_need() -> None:
    assert index().search("comptabilité", 5) == []
    assert index(awa="comptabilité").search("?", 5) == []


def test_a_new_profile_takes_the_place_of_the_old() -> None:
    made = index(awa="comptabilité")
    made.put(0, "fr", [Phrase("plongée")])
    assert first(made, "comptabilité") is None
    assert first(made, "plongée") == 0
    made.drop(0)
    assert (first(made, "plongée"), len(made)) == (None, 0)


def test_other_phrases_of_the_same_person_that_match_are_named_too() -> None:
    made = Index(meaning())
    made.put(7, "fr", [Phrase("jardin"), Phrase("comptabilité"), Phrase("tenue de comptabilité")])
    (hit,) = made.search("comptabilité", 5)
    assert (hit.owner, hit.at, hit.also) == (7, 1, (2,))


def test_an_index_that_changes_often_says_when_it_is_mostly_waste() -> None:
    made = Index(meaning())
    for _ in range(1100):
        made.put(0, "fr", [Phrase("comptabilité")])
    assert made.is_wasteful


phrases = st.lists(
    st.sampled_from(
        ["comptabilité", "bilan", "plongée", "soudure à l’arc", "python", "gardening",
         "tax law", "droit du bail", "cuisine du Maghreb", "public speaking"]
    ),
    min_size=1, max_size=5, unique=True,
)  # fmt: skip


@settings(max_examples=40)
@given(people=st.lists(phrases, min_size=1, max_size=6), stranger=phrases)
def test_an_unrelated_member_never_changes_who_is_first_for_an_exact_offer(
    people: list[list[str]], stranger: list[str]
) -> None:
    made = Index(meaning())
    for number, offered in enumerate(people):
        made.put(number, "fr", [Phrase(each) for each in offered])
    others = [each for each in stranger if each not in people[0]]
    need = people[0][0]
    before = first(made, need)
    made.put(99, "fr", [Phrase(each) for each in others])
    assert before is not None
    assert first(made, need) == before
    assert need in people[before]


@pytest.mark.parametrize(
    ("one", "other"), [("care", "car"), ("carer", "cars"), ("loyer", "loisir"), ("loyer", "loi"),
                       ("career", "care"), ("letter", "letting"), ("noyer", "noise")]
)  # fmt: skip
def test_words_of_different_meaning_are_not_made_one(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert first(index(a=other), one) is None
    assert stems_of_each([one, other]) == {one: stem(one), other: stem(other)}


def test_a_word_with_a_stem_of_its_own_is_found_in_its_other_forms() -> None:
    assert stem("loyers") == stem("Loyer".lower()) == "loyer"
    assert stem("carers") == stem("caring") == stem("care")


@pytest.mark.parametrize("need", ["compta", "comptabilité", "bookkeeping"])
def test_where_many_say_it_in_one_word_and_one_in_another_both_are_found(need: str) -> None:
    made = Index(meaning())
    for number in range(1200):
        made.put(number, "fr", [Phrase("comptabilité" if number % 4 else f"atelier {number}")])
    made.put(5000, "fr", [Phrase("compta")])
    found = {hit.owner: hit.score for hit in made.search(need, 2000) if hit.score >= ENOUGH}
    assert 5000 in found
    assert len(found) == 901


def test_the_exact_word_stays_first_where_others_are_commoner() -> None:
    made = Index(meaning())
    for number in range(1200):
        made.put(number, "fr", [Phrase("comptabilité")])
    made.put(5000, "fr", [Phrase("compta")])
    assert first(made, "compta") == 5000


@pytest.mark.parametrize(
    ("phrase", "need", "told"),
    [("bookkeeping", "comptabilité", "comptabilité"), ("python", "python", ""),
     ("bookkeeping for small charities", "compta", "comptabilité"), ("zzz", "compta", ""),
     ("pottery", "compta", "poterie"), ("comptabilité", "compta", ""),
     ("Carer", "aide à domicile", "aidant"), ("Carer", "voiture", "aidant"),
     ("car mechanic", "voiture", "mécanique automobile")],
)  # fmt: skip
def test_a_phrase_is_called_as_the_reader_calls_it(phrase: str, need: str, told: str) -> None:
    assert meaning().gloss(phrase, need, "fr") == told


def test_a_community_has_words_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "all.txt").write_text("criée = zorgle\n", "utf-8")
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "own.txt").write_text("halle = blurb\n", "utf-8")
    teach(tmp_path)
    try:
        for community, word, known in (
            (7, "zorgle", True), (8, "zorgle", True), (7, "blurb", True), (8, "blurb", False),
        ):  # fmt: skip
            assert bool(meaning(community).named(stem(word))) is known
    finally:
        teach(None)


@pytest.mark.parametrize(
    ("need", "phrase"),
    [("infimière", "Nurse"), ("vetrinaire", "Vet"), ("acountant", "Expert-comptable"),
     ("community supported agriculture", "AMAP"), ("lettre de motiv", "CV writing"),
     ("mon patron m'a viré", "licenciement"), ("hives", "ruche"), ("shrink", "Psychologue"),
     ("appels d'offres", "marchés publics"), ("infolettre", "newsletters"),
     ("permis voiture", "theory test"), ("isoler ma maison", "rénovation énergétique")],
)  # fmt: skip
def test_a_word_nobody_here_says_is_read_as_the_thesaurus_knows_it(need: str, phrase: str) -> None:
    assert first(index(found=phrase, other="bricolage"), need) == 0


@pytest.mark.parametrize(
    ("need", "phrase"),
    [("ruches", "retouches"), ("driving licence", "licenciement"), ("coute", "couture"),
     ("plongée sous-marine", "robes de mariée"), ("dresser un chien", "robes de mariée")],
)  # fmt: skip
def test_words_that_each_mean_something_else_are_no_spellings_of_each_other(
    need: str, phrase: str
) -> None:
    assert first(index(other=phrase), need) is None


def test_an_unknown_word_is_the_one_it_is_most_like() -> None:
    assert first(index(bees="keeping bees", books="Bookkeeper"), "bookeeping") == 1


def test_the_commoner_half_of_a_name_is_not_the_whole() -> None:
    social = "Assistante sociale"
    assert index(them=social).search("réseaux sociaux", 5, ENOUGH) == []
    assert index(them=social).search("social media", 5, ENOUGH) == []
    assert index(them=social).search("aide sociale", 5, ENOUGH)
    assert first(index(them=social, other="médias sociaux"), "réseaux sociaux") == 1
    assert index(them="piano").search("accordage de piano", 5, ENOUGH)


def test_a_word_of_a_name_is_not_the_trade_it_looks_like() -> None:
    assert index(them="Cordonnière").search("cordon bleu", 5, ENOUGH) == []
    assert index(them="Jardinière").search("jardin d'enfants", 5, ENOUGH) == []
    assert index(them="Perruquière").search("perruche", 5, ENOUGH) == []
    assert index(them="Boucher").search("bouchon de vin", 5, ENOUGH) == []
    assert index(them="Jardinière").search("jardin", 5, ENOUGH)
    assert index(them="Institutrice maternelle").search("jardin d'enfants", 5, ENOUGH)


def test_an_unknown_word_that_begins_otherwise_is_no_mistyping() -> None:
    assert index(them="Maçonne").search("jdonne", 5, ENOUGH) == []


def test_a_mistyped_trade_is_found_in_the_other_language() -> None:
    assert first(index(them="Plombier chauffagiste"), "plumer") == 0


def order(need: str, *phrases: str) -> list[str]:
    """Which of these phrases are found for a need, best first."""
    made = index(**{f"p{number}": said for number, said in enumerate(phrases)})
    return [phrases[hit.owner] for hit in made.search(need, 9, ENOUGH)]


@pytest.mark.parametrize(
    ("need", "says", "verb"),
    [("comptabilité", "la comptabilité d’une petite ferme", "gérer un conflit"),
     ("animaux", "soigner les animaux de ferme", "animer une réunion"),
     ("subvention", "remplir une demande de subvention", "imprimer des affiches"),
     ("voyage", "préparer un voyage en Asie", "accompagner une personne âgée"),
     ("babysitting", "garde d’enfants", "Avocate en droit de la famille")],
)  # fmt: skip
def test_a_common_verb_is_no_trade(need: str, says: str, verb: str) -> None:
    assert order(need, verb, says) == [says]


def test_a_trade_is_one_whether_a_man_a_woman_or_many_have_it() -> None:
    said = ("Comptable", "Comptables", "Gérante", "gérants")
    assert {*order("comptabilité", *said)} == {*said}


def test_who_has_a_trade_comes_after_whoever_says_the_word() -> None:
    says = "le bilan annuel d’une ferme"
    assert order("bilan", "Comptable", says) == [says, "Comptable"]


def test_what_a_trade_knows_is_what_is_called_so_letter_by_letter() -> None:
    assert order("budget", "Imprimeur", "budget d’une fête") == ["budget d’une fête"]
    assert order("bénévoles", "coopérative de trente femmes", "trouver des bénévoles") == [
        "trouver des bénévoles"
    ]


@pytest.mark.parametrize(
    ("need", "phrase"),
    [("cabinet maker", "ébénisterie"), ("violin repair", "lutherie"),
     ("child care", "garde d’enfants"), ("HR", "ressources humaines"),
     ("roofer", "couverture"), ("horse shoeing", "Maréchale-ferrante"),
     ("boat builder", "charpente navale"), ("conveyancing", "vente immobilière")],
)  # fmt: skip
def test_a_trade_of_every_day_is_found_across_languages(need: str, phrase: str) -> None:
    assert order(need, "soins aux chevaux", phrase, "réparation de vélos")[:1] == [phrase]
    assert order(phrase, "en:horse care", f"en:{need}", "en:bike repair")[:1] == [f"en:{need}"]


def test_of_what_a_phrase_says_the_need_itself_is_named() -> None:
    assert meaning().gloss("paie et RH", "HR", "en") == "human resources"


def test_four_chairs_are_no_furnace() -> None:
    assert order("four chairs to reupholster", "fabrication de fours") == []
