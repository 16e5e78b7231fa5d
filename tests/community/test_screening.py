"""What counts as a way to be reached, and what only looks like one."""

from __future__ import annotations

import timeit
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening import MASK, found, masked

CONTACTS = [
    "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "0612345678", "06/12/34/56/78",
    "06\u202f12\u202f34\u202f56\u202f78", "06\u00a012\u00a034\u00a056\u00a078",
    "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "+33612345678", "0033612345678",
    "+221 77 123 45 67", "77 123 45 67", "+1 514 555 0199", "(514) 555-0199", "514-555-0199",
    "07700 900123", "020 7946 0958", "+44 20 7946 0958", "0470 12 34 56",
    "awa@exemple.org", "awa.diop+asso@mail.exemple.fr", "AWA@EXEMPLE.ORG",
    "awa (at) exemple (point) org", "awa [arobase] exemple.fr", "awa {at} example {dot} com",
    "https://exemple.org/moi?x=1", "http://exemple.org", "www.exemple.fr", "exemple.fr/contact",
    "t.me/awa", "wa.me/33612345678", "discord.gg/abc", "bit.ly/3xyz", "calendly.com/awa/30min",
    "linkedin.com/in/awa-diop", "@awa_d", "@Awa", "<@U123ABC>", "<@!4242>", "<@U1|awa>",
    "insta : awa.d", "discord: awa#1234", "Snapchat = awa_92", "telegram: awadiop",
    "mon insta : lilidupont", "linkedin is in/awa-diop",
    "٠٦١٢٣٤٥٦٧٨", "０６１２３４５６７８", "awa arobase gmail point com", "awa at gmail dot com",
    "insta awa_d", "awad#1234", "221 77 123 45 67", "awa.bzh",
    "06 l2 34 56 78", "O6 12 34 56 78", "06 I2 34 56 78", "06*12*34*56*78", "06_12_34_56_78",
    "awa.diop sur linkedin", "awa.diop on LinkedIn", "awa_diop sur Insta", "insta awa.diop",
    "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
    "Zéro six, douze, trente-quatre, vingt, quatre-vingt-huit", "06 douze 34 cinquante-six 78",
    "oh seven seven double zero nine one two three",
    "five five five zero one nine nine", "zero six one two three four",
    "ecris moi sur telegram awadiop33", "snap awadiop33", "skype live:awa.d", "awa_d sur discord",
    "linkedin: Awa Diop", "6 12 34 56 78", "6-12-34-56-78", "awadiop33 sur insta",
    "six douze trente quatre cinquante six soixante dix huit", 
    "zero six, puis douze, puis 34 56 78",
    "sept-douze-quatre-vingt-deux-soixante-dix-huit-trente", "seven eleven twenty two thirty forty",
    "zero seven double seven 900 123 456", "insta, awa_d_77", "telegram, pseudo awadiop33",
    "insta awa.d", "awa.d on insta", "fb awadiop33", "fb : awa.diop",
    "mon pseudo est awa_d", "awa.diop chez gmail . com",
]  # fmt: skip

HARMLESS = [
    "formatrice chez Danone", "un pseudo anonyme sur le forum", "insta, pro et perso",
    "six, douze, quatorze, quinze et seize ans", "deux cent quarante cinq mille trois cent douze",
    "mil neuf cent quatre vingt dix huit", "pseudo code python_script", "le tome six, puis douze",
    "le 12/01/2027 à 14h", "01/02/2027 14h", "01.02.2027 14 h", "du 2027-01-15 au 2027-02-15",
    "le 01.02.27", "rendez-vous le 06.01.2027", "on 06-01-2027",
    "un budget de 1 200 000 €", "12 000 000 euros", "1.000.000,50 €", "$1,200,000.00",
    "50 000 à 100 000 €", "75011 Paris", "69003 Lyon", "SW1A 1AA", "SIREN 812 345 678",
    "SIRET 812 345 678 00012", "de 2019-2024", "en 2019 2020 2021", "de 9h à 18h30",
    "3,5 % de 20 000", "Node.js et ASP.NET", "C++ @ 10h", "prix @5€",
    "LinkedIn : améliorer le mien", "LinkedIn : Profil Pro ou non",
    "Discord v12 et web3 sur Twitter",
    "6 00 personnes", "10 12 34 56 78 pièces", "facebook 2024", "LinkedIn : Formation",
    "WhatsApp B2B",
    "un cours de C#2024", "le point com du projet",
    "je suis at home", "meet me at noon", "mon insta est trop vide",
    "Insta : publicité payante", "mon LinkedIn : comment faire", "Signal : installation",
    "WhatsApp : comment créer un groupe ?", "la loi de 1901", "l’article L. 123-4",
    "ISO 27001:2022", "100 m2", "M. Dupont, etc.", "iOS 17.4.1", "version 3.11.2", "1/3 du temps",
    "24/7", "J’ai 3 enfants de 4, 7 et 9 ans", "10-15 personnes", "1-2-3 soleil",
    "IBAN FR76 3000 6000 0112 3456 7890 189", "fin.et début", "at 9 a.m. and 5 p.m.",
    "Qui peut m’aider avec mon CV ?", "une commande de 12 345 678 pièces",
    "un deux trois quatre cinq six sept", "un, deux, trois, quatre, cinq, six, sept, huit",
    "zéro un deux trois quatre cinq six", "zero one two three four five six seven",
    "dix neuf huit sept six cinq quatre trois deux un zéro", "de 0 1 2 3 4 5 6 à dix",
    "deux ou trois personnes, quatre ou cinq", "vingt-cinq à trente-cinq personnes", "12 l et 3 l",
    "trois mille quatre cent cinquante-six euros et soixante-dix-huit centimes",
    "mon serveur Node.js sur Discord", "discord.py on Discord", "un CV.pdf sur LinkedIn",
    "e.g. on LinkedIn", "p. ex. sur WhatsApp", "Discord discord.py", "partager un mp3 sur WhatsApp",
    "je débute sur LinkedIn", "je suis active sur Facebook", "10l 20l 30l 40l",
    "un dossier numéro 5550199", "de 100 à 200 invités, 555-0199 étant la référence",
    "one two three, four five six", "six sept six sept six sept",
]  # fmt: skip


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("around", ["{}", "Écrivez-moi : {}.", "call me ({}), please", "a, {}, b"])
def test_a_way_to_be_reached_is_found_wherever_it_stands(contact: str, around: str) -> None:
    assert found(around.format(contact)) != []
    assert masked(around.format(contact)).count(MASK) == 1
    assert not any(part in masked(around.format(contact)) for part in ("awa", "34", "0199", "4567"))


@pytest.mark.parametrize("words", HARMLESS)
def test_what_only_looks_like_one_is_left_alone(words: str) -> None:
    assert found(words) == []
    assert masked(words) == words


@pytest.mark.parametrize(
    ("announced", "kept"),
    [
        ("mon tel : 12 34 56 78", "mon tel : […]"), ("Tél. 12345678", "Tél. […]"),
        ("my phone is 5550 1234", "my phone is […]"), ("call me on 5550 1234", "call me on […]"),
        ("appelez-moi au 12 34 56 78", "appelez-moi au […]"),
        ("my number is 555-0199", "my number is […]"), ("text me at 555 0199", "text me at […]"),
    ],
)  # fmt: skip
def test_figures_that_are_announced_as_a_number_are_one(announced: str, kept: str) -> None:
    assert masked(announced) == kept


def test_everything_else_of_a_sentence_stays() -> None:
    words = "Relire mon budget de 12 000 € avant le 15/01/2027 : awa@exemple.org ou 06 12 34 56 78."
    assert masked(words) == "Relire mon budget de 12 000 € avant le 15/01/2027 : […] ou […]."


@given(st.lists(st.sampled_from([*CONTACTS, "bonjour", "et", "12", "€", ".", ","]), max_size=6))
def test_nothing_is_left_to_find_once_it_was_masked(words: list[str]) -> None:
    assert found(masked(" ".join(words))) == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "a.",
        "(1",
        "a@",
        "1 ",
        "a-",
        "awa ",
        "a.fr/",
        "@a",
        "+33 ",
        "six ",
        "zéro-",
        "a.a",
        "aa.",
        "l1",
        "a_a on ",
    ],
)
def test_reading_takes_no_more_steps_than_there_are_words(piece: str) -> None:
    """One long message must not hold everybody up: twice as long takes about twice the time."""
    short, long = (_quickest(piece * (most // len(piece))) for most in (2_000, 16_000))
    assert long < 40 * max(short, 0.0005)


def _quickest(words: str) -> float:
    return min(timeit.repeat(lambda: masked(words), timer=process_time, number=1, repeat=3))
