"""What members write in the season when they are asked something, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Bank = Mapping[str, Sequence[str]]
"""Sentences of members, by the key of the question that they answer."""

PEN = "survey"
"""Words that are no answer to a message of ours: to the question of a survey."""

WORDS: Mapping[str, Bank] = {
    "fr": {
        "prompt-your-words": (
            "J’ai osé demander de l’aide, et c’était simple.",
            "J’ai tenu une réunion sans y passer l’après-midi.",
            "J’ai fini le dossier que je repoussais depuis mai.",
            "J’ai appris à dire non sans m’excuser trois fois.",
            "J’ai montré mon travail avant qu’il soit parfait.",
            "J’ai repris la guitare, dix minutes par jour.",
            "J’ai retrouvé le plaisir d’expliquer ce que je sais faire.",
            "J’ai rangé mon atelier, et mes idées avec.",
        ),
        "thanks-word": ("Grâce à vous, j’y vois clair.", "Merci pour ce temps, vraiment."),
        "story-words": (
            "Je cherchais quelqu’un pour relire ma première facture. Une demi-heure a suffi.",
            "On m’a prêté un établi et deux samedis. Depuis, la table tient debout.",
        ),
        "onboarding-headline": ("Nouvelle vie, vieux vélo",),
        "onboarding-offers": ("réparer un vélo, cuisine",),
        "onboarding-wants": ("couture",),
        "roundup-words": (
            "Ce mois-ci, vous avez demandé, terminé, montré, dit non. Bravo à toutes et à tous !",
        ),
        PEN: (
            "Des ateliers plus courts, le midi.", "Merci, on se sent attendu.",
            "Un peu moins de messages en septembre.", "Davantage de rencontres à Lyon.",
            "Les cafés sont une belle idée.", "J’aimerais des cercles par métier.",
        ),
    },
    "en": {
        "prompt-your-words": (
            "I dared to ask for help, and it was easy.",
            "I ran a meeting without losing the afternoon to it.",
            "I finished the file I had put off since May.",
            "I learned to say no without three apologies.",
            "I showed my work before it was perfect.",
            "I took up the guitar again, ten minutes a day.",
            "I found out that I like explaining what I do.",
            "I tidied the workshop, and my ideas with it.",
        ),
        "thanks-word": ("Thanks to you it is clear now.", "Thank you for your time, truly."),
        "story-words": (
            "I needed somebody to read my first invoice. Half an hour was enough.",
            "Somebody lent me a bench and two Saturdays. The table still stands.",
        ),
        "onboarding-headline": ("New life, old bicycle",),
        "onboarding-offers": ("mending a bicycle, cooking",),
        "onboarding-wants": ("sewing",),
        "roundup-words": (
            "This month you asked, finished, showed and said no. Well done, all of you!",
        ),
        PEN: (
            "Shorter workshops, at lunchtime.", "Thank you, one feels expected here.",
            "A few messages fewer in September.", "More gatherings in Leeds.",
            "The coffees are a lovely idea.", "I would like circles by trade.",
        ),
    },
}  # fmt: skip
