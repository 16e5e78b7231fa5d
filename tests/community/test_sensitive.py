"""Which needs touch a subject that a peer alone should not carry; nothing is diagnosed."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from time import perf_counter

import pytest

from community.sensitive import NOTHING, SUBJECTS, cry, subject


@pytest.mark.parametrize(
    ("need", "touched"),
    [
        ("J’ai envie de mourir", "suicide"), ("des pensées SUICIDAIRES", "suicide"),
        ("I want to die", "suicide"), ("my son talks of self-harm", "suicide"),
        ("une urgence médicale", "emergency"), ("my father has chest pain", "emergency"),
        ("mon mari me frappe", "abuse"), ("du harcèlement au travail", "abuse"),
        ("I was raped", "abuse"), ("my boss harasses me", "abuse"),
        ("J'ai 15 ans et je cherche un stage", "minors"), ("I'm 16 and need help", "minors"),
        ("un enfant en danger", "minors"), ("Au secours !", "emergency"), ("SOS", "emergency"),
    ],
)  # fmt: skip
def test_a_sensitive_need_is_known_in_both_languages(need: str, touched: str) -> None:
    assert subject(need) == touched


@pytest.mark.parametrize(
    "need",
    [
        "comptabilité", "des cours de violon", "du tissu violet", "15 ans d’expérience",
        "J’ai 15 ans d’expérience en vente", "unconscious bias training", "râpe à bois",
        "battre un record", "l’emprise au sol d’un bâtiment", "I'm 15 minutes late",
        "a stalk of corn",
        "I am 12 months into my job", "mourir de rire au théâtre", "au secours de ma trésorerie",
    ],
)  # fmt: skip
def test_an_ordinary_need_is_left_alone(need: str) -> None:
    assert subject(need) is None


def test_every_subject_has_words_in_both_languages_and_the_file_no_other() -> None:
    raw = tomllib.loads(files("community").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    assert set(raw) == {*SUBJECTS, NOTHING, "parts", "spelling"}
    raw = {name: raw[name] for name in SUBJECTS}
    both, others = {"fr", "en"}, {"topics", "alone", "beside"}
    assert all(lists.keys() - others == both for lists in raw.values())
    assert all(all(lists.values()) for lists in raw.values())


@pytest.mark.parametrize(
    "words", ["I want to kill myself", "j'ai envie de mourir", "je suis harcelée", "he beats me"]
)
def test_a_cry_for_help_is_told_from_speaking_of_it(words: str) -> None:
    assert cry(words) is not None
    assert cry("I listen to victims of harassment and of child abuse") is None
    assert cry("prévention du suicide, des violences conjugales") is None


CRIES = (
    "je vais me foutre en l'air", "aidez-moi je vais craquer", "my boss touches me",
    "je veux mourir", "jveux crever", "jvx mourir", "j'ai envie de crever",
    "j'ai plus envie de vivre", "je ne veux plus vivre", "je veux en finir", "je vais en finir",
    "j'ai envie d'en finir", "je vais me pendre", "je pense à me tirer une balle",
    "j'ai envie de me jeter sous un train", "envie de sauter par la fenêtre",
    "je n'en peux plus", "j'en peux plus, aidez-moi", "je suis au bout du rouleau",
    "je suis à bout", "je voudrais disparaître", "tout le monde serait mieux sans moi",
    "j'ai des idées noires", "je voudrais ne plus me réveiller", "plus goût à rien",
    "la vie ne vaut plus la peine", "ma fille parle de se tuer", "mon frère veut mourir",
    "je vais faire une bêtise", "je craque", "i want to end it all",
    "i don't want to live anymore", "i can't go on", "can't take it anymore",
    "i'm going to kill myself", "gonna kms", "wanna die", "i wish i was dead",
    "they'd be better off without me", "no reason to live", "my daughter is cutting herself",
    "i've been cutting myself", "i'm at the end of my rope", "i'm having a breakdown",
    "thinking of ending my life", "i don't want to be here anymore", "i just want to disappear",
    "il me frappe", "mon mari me tape dessus", "mon patron me touche",
    "mon chef a les mains baladeuses", "mon collègue m'a touchée", "mon copain m'a giflée",
    "je me fais harceler au boulot", "j'ai peur de mon mari", "mon père est violent avec moi",
    "je me suis fait agresser", "il m'a violée", "my husband hits me",
    "my ex keeps following me", "my boyfriend choked me", "my partner gets violent",
    "he puts his hands on me", "my boss groped me", "my manager keeps touching me",
    "scared of my husband", "i'm being bullied at work", "mon père ne respire plus",
    "je n'arrive plus à respirer", "j'ai avalé une boîte de médicaments", "ma mère fait un AVC",
    "i took too many pills", "she took all her pills", "i can't breathe",
    "he's having a seizure", "my baby won't wake up", "my house is on fire", "au secours",
    "au secours aidez-moi", "help me please i can't cope anymore", "je pense au suicide",
    "je veux plus vivre", "j'ai plus la force", "je vais me buter", "je voudrais mourir",
    "jai envie de me foutre en l air", "je vais me jeter du pont",
    "je me suis ouvert les veines", "je ne veux plus être là", "j'ai envie de me faire du mal",
    "j'en ai marre de vivre", "personne ne me regretterait", "je suis désespéré",
    "je suis en train de craquer", "aide moi je craque", "au bout du rouleau, vraiment",
    "je peux plus continuer comme ça", "j'ai envie de tout arrêter, plus envie de vivre",
    "I feel like dying", "i feel suicidal", "I want to hurt myself", "im done with life",
    "i can't do this anymore", "i'm thinking about killing myself", "life isn't worth living",
    "I'm going to jump off a bridge", "help, i'm breaking down",
    "my friend wants to kill herself", "my friend wants to die",
    "my brother tried to kill himself", "on me harcèle au travail",
    "mon responsable me touche les fesses", "un collègue me tripote", "mon ex me menace de mort",
    "mon ex me suit partout", "mon mec me cogne", "il m'a étranglée", "j'ai peur de mon ex",
    "je suis battue", "je suis une femme battue", "on m'a violée", "je subis des attouchements",
    "my dad beats me", "he hit me", "he choked me last night", "my colleague touched me",
    "someone touched me at work", "my teacher touches me", "my stepfather touches my sister",
    "I'm scared of my boyfriend", "i was sexually assaulted", "my neighbour is stalking me",
    "my boss keeps groping me", "my partner is abusive", "she hits me when she drinks",
    "mon bébé ne respire plus", "mon père a fait un malaise", "elle est inconsciente",
    "il a pris tous ses cachets", "j'ai pris trop de médicaments", "je saigne beaucoup",
    "my dad collapsed and is not breathing", "i'm having chest pain", "i'm bleeding out",
    "i swallowed bleach", "my wife is having a stroke",
    "a l'aide !!", "aidez-moi par pitié", "help me i beg you", "help quick", "jai tres peur",
    "im scared", "il s'est pointé chez moi", "elle est passée chez moi sans prévenir",
    "il debarque chez moi la nuit", "il m'envoie des photos de lui nu",
    "il me demande des nudes", "he wants pics of me naked", "je veux porter plainte",
    "jvais porter plainte contre elle", "i want to press charges against him",
    "i need to call the police", "il menace de publier mes photos", "on me fait du chantage",
    "he threatened to kill me", "he said he would kill me", "i'm being followed",
)  # fmt: skip
LIKE_CRIES = (
    "au secours mon excel plante !", "help me please with my CV", "à l'aide, qui connaît la compta",
    "sos compta", "svp aidez moi pour la CAF", "aidez-moi", "aidez-moi svp", "help me please",
    "pls help", "can you help me?", "besoin d'aide",
    "je veux porter plainte contre mon assurance", "comment porter plainte pour un vol de vélo ?",
    "who can help me press charges against my employer", "j'ai peur de l'oral",
    "i'm scared of flying", "le plombier est passé chez moi hier", "photographe de nu artistique",
    "il est passé chez moi réparer le lave-linge", "il m'a envoyé des photos du jardin",
    "mon logiciel me harcèle de mises à jour", "windows arrête pas de me harceler",
    "mon kiné m'a touché le dos et j'ai mal", "i am followed by a good doctor",
    "cette compta me tue", "cette couleur tue", "mourir de rire au théâtre", "je meurs de faim",
    "je vais mourir de rire", "je vais mourir de honte", "j'ai envie de mourir de rire",
    "I'm dying to meet her", "this spreadsheet is killing me", "the deadline is killing me",
    "my laptop died", "we killed it", "je veux en finir avec ma déclaration d'impôts",
    "envie d'en finir avec la paperasse", "je vais en finir avec ce dossier",
    "je vais me jeter à l'eau", "je veux me lancer", "je me suis tiré une balle dans le pied",
    "pendaison de crémaillère", "je voudrais disparaître de l'annuaire",
    "faire disparaître une tache", "je ne serai pas là lundi", "I want to end my lease",
    "I want to end my mentoring", "I can't go on holiday in May",
    "je n'en peux plus de ces factures, qui connaît un comptable ?",
    "je vais craquer pour ce sac", "je suis à bout de souffle en course à pied, un coach ?",
    "au secours de ma trésorerie", "votre message me touche", "ça me touche beaucoup",
    "cette chanson, elle me touche", "your story touched me", "that film touched me",
    "hit me up", "it beats me", "he hit me up on linkedin", "shoot myself in the foot",
    "I'd rather die than use Excel", "I want to live in Lyon",
    "I don't want to live here anymore", "je ne veux plus vivre à Paris",
    "je ne veux plus vivre ici", "plus envie de vivre en ville", "10 kms à pied",
    "courir 20 kms", "passed out flyers", "a stroke of genius", "unconscious bias training",
    "biais inconscients", "mon coach m'a poussée à continuer",
    "mon mentor m'a touchée par son histoire", "mon prof me fait chanter",
    "my coach pushes me to the limit", "my mentor hit on a good idea", "a kick in the teeth",
    "couper les veines du bois", "my friend beat me to it", "I cut myself some slack",
    "cutting myself a piece of wood", "j'ai peur que mon mari soit licencié",
    "peur de parler en public", "le marché est violent", "supprimer mon compte",
    "me supprimer de la liste", "je veux me tuer à la tâche", "le suivi de mon patron",
    "battre un record", "on se bat pour ce projet",
    "je suis désespérément en quête d'un plombier", "I am desperate for a plumber",
    "i'm drowning in paperwork", "je suis débordée", "je craque pour la couture",
    "my printer won't wake up", "my computer won't wake up", "je ne peux plus imprimer",
    "je ne tiens plus la comptabilité", "j'ai pris trop de retard", "took too many photos",
    "took all my savings", "jump off a bridge with an elastic",
    "Could someone grab me milk on the way to rehearsal?", "mon père a fait un AVC en mars",
    "je me suis battue pour ce projet", "someone touched my heart", "my son touched my laptop",
)  # fmt: skip


@pytest.mark.parametrize("words", CRIES)
def test_people_cry_for_help_in_many_words(words: str) -> None:
    assert cry(words) is not None


@pytest.mark.parametrize(
    ("words", "cried"),
    [
        *((each, "suicide") for each in (
            "je veux mourrir", "je veut plus vivre", "jen peu plu", "jveu mourire", "jen peux pu",
            "im gonna kil myself", "i wana die", "sa sert a rien de vivre", "jai plu envi de vivre",
            "j'en ai marre de la vie", "je vai me tué",
        )),
        ("jpeu plus respirer", "emergency"),
        *((each, None) for each in (
            "marre de la vie de bureau", "je peu venir plus tard", "jen peu plus de mon ordi",
            "gonna dye my hair", "ca sert a rien de vivre a paris", "want to live in london",
        )),
    ],
)  # fmt: skip
def test_a_cry_is_heard_as_it_is_spelt_in_haste(words: str, cried: str | None) -> None:
    assert cry(words) == cried


@pytest.mark.parametrize("words", [
    "je cherche qqun pour parler jen peux plus de la vie",
    "jen peux plus de la vie je cherche qqun pour parler",
    "je cherche qqun car j'en peux plus de la vie", "j'ai plus la force de vivre",
    "i cant take it anymore i need someone to talk to",
    "jcherche qqun pour parler de mon burn out j'en peu plu",
    "personne ne peut m'aider je veux plus etre la", "j'ai pris des cachets", "i took some pills",
    "je cherche qqun a qui parler, j'en peux plus", "je peux pas, j'en peux plus",
    "je vais craquer, qui peut m'aider",
])  # fmt: skip
def test_a_cry_is_heard_beside_who_is_looked_for_or_refused(words: str) -> None:
    assert cry(words) is not None


@pytest.mark.parametrize("words", [
    "j'en peux plus de ce code", "je cherche qqun pour la compta, j'en peux plus",
    "jen peux plus, qui s'y connait en wordpress ?", "i can't cope with excel, need someone",
    "j'ai plus la force de porter des cartons", "je veux plus etre la lundi", "non je ne peux plus",
    "j'ai pris des cachets pour la tête", "i took the pills to the pharmacy",
    "i need someone to talk to about taxes", "je cherche qqun pour parler anglais",
    "j'en peux plus de la vie de bureau", "j'en peux plus de vivre ici",
])  # fmt: skip
def test_to_have_had_enough_of_a_thing_is_no_cry(words: str) -> None:
    assert subject(words) is None


@pytest.mark.parametrize("words", LIKE_CRIES)
def test_what_only_sounds_like_a_cry_is_none(words: str) -> None:
    assert subject(words) is None


@pytest.mark.parametrize("end", ["", "x"])
def test_long_words_are_read_at_once(end: str) -> None:
    began = perf_counter()
    subject("au secours je vais " * 300 + end)
    subject("je cherche quelqu'un pour parler non " * 100 + end)
    assert perf_counter() - began < 1


@pytest.mark.parametrize(
    ("words", "touched"),
    [
        *((each, "abuse") for each in (
            "il me suit jusque chez moi", "il est venu chez moi", "il est venu chez moi hier soir",
            "help me please he is following me", "he came to my house last night",
            "je me fais suivre",
            "he keeps turning up at my house", "j'ai peur il sait où j'habite",
            "il m'attend en bas de chez moi", "il m'a envoyé des photos nues",
        )),
        *((each, "emergency") for each in ("je suis en danger", "I'm in danger!")),
        *((each, None) for each in (
            "le plombier est venu chez moi et tout fuit", "je me fais suivre par un kiné",
            "le bus passe devant chez moi", "he is following me on LinkedIn",
            "en danger de faillite",
            "mon emploi est en danger", "il est venu chez moi réparer la chaudière",
            "mon chien me suit partout", "people who follow me on Instagram",
            "photos de mariage",
        )),
    ],
)  # fmt: skip
def test_who_is_followed_or_looked_for_at_home_cries_for_help(
    words: str, touched: str | None
) -> None:
    assert cry(words) == touched
