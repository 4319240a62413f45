"""Corpus text: a neutral book of any size, the same for the same seed.

The book is made by a seeded grammar over `words.txt`; nothing in it is copied, and
nothing in it is true.  It has what a reference book has: about four notes an A5
page, cross-references that print a page, an index of 200 entries, tables, figures,
extracts and lists.  The order in which random numbers are drawn is the text's
identity: a change to it is another book.
"""

import random
from collections.abc import Sequence
from pathlib import Path

WORDS_A_PAGE = 245  # of A5 at 10 on 13 points, with its four notes
PAGES_A_CHAPTER = 20.0
SECTIONS_A_CHAPTER = 5
TERMS = 200
NAMES = 400
SEED = 7
ADDED = " This sentence was added by the editor in the final proof, long after the type had been set."


class Zipf:
    """Draws words as a language does: a few often, most rarely."""

    def __init__(self, chance: random.Random, words: Sequence[str], slope: float = 0.75) -> None:
        self.chance = chance
        self.words = list(words)
        chance.shuffle(self.words)
        self.weights: list[float] = []
        total = 0.0
        for rank in range(len(self.words)):
            total += 1 / (rank + 3) ** slope
            self.weights.append(total)

    def __call__(self) -> str:
        """One word."""
        return self.chance.choices(self.words, cum_weights=self.weights)[0]


def word_lists() -> dict[str, list[str]]:
    """The lists of `words.txt` by name."""
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    lists = (part.split(":", 1) for part in text.split("\n\n") if part.strip() and not part.startswith("#"))
    return {name.strip(): words.split() for name, words in lists}


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return "children" if noun == "child" else noun + "s"


def past(verb: str) -> str:
    """The past of a verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] * (verb in {"permit", "prefer", "admit", "refer", "plan", "stop"}) + "ed"


def present_participle(verb: str) -> str:
    """The -ing form of a verb."""
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


class Grammar:
    """Makes sentences."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a book, no secret
        lists = word_lists()
        self.conjunctions = lists["conjunctions"]
        self.noun, self.verb, self.adjective, self.adverb = (
            Zipf(self.chance, lists[name]) for name in ("nouns", "verbs", "adjectives", "adverbs"))
        self.preposition = Zipf(self.chance, lists["prepositions"], 1.0)
        names: set[str] = set()
        while len(names) < NAMES:
            length = self.chance.choice((2, 2, 3))
            names.add("".join(self.chance.choice(lists["syllables"]) for _ in range(length)).capitalize())
        self.name = Zipf(self.chance, sorted(names))

    def noun_phrase(self) -> str:
        """A noun with what belongs to it."""
        chance, kind = self.chance, self.chance.random()
        if kind < 0.10:
            return self.name()
        if kind < 0.13:
            return chance.choice(("he", "she", "they", "it", "we"))
        described = self.adjective() + " " if chance.random() < 0.42 else ""
        if chance.random() < 0.12 and described:
            described = self.adjective() + " and " + described
        if chance.random() < 0.35:
            core = described + plural(self.noun())
            before = chance.choice(("the ", "the ", "some ", "many ", "these ", "those ", "", "", "their ",
                                    "several ", "few "))
        else:
            core = described + self.noun()
            before = chance.choice(("the ", "the ", "the ", "a ", "a ", "this ", "that ", "every ", "his ", "her ",
                                    "our ", "its ", "each ", "no "))
            before = "an " if before == "a " and core[0] in "aeiou" else before
        if chance.random() < 0.22:
            core += " of " + self.noun_phrase()
        return before + core

    def prepositional(self) -> str:
        """A preposition with its noun."""
        return self.preposition() + " " + self.noun_phrase()

    def verb_phrase(self) -> str:
        """A verb with what follows it."""
        chance, kind, verb = self.chance, self.chance.random(), self.verb()
        adverb = self.adverb() + " " if chance.random() < 0.16 else ""
        if kind < 0.55:
            made = adverb + past(verb)
        elif kind < 0.70:
            made = chance.choice(("would ", "could ", "might ", "must ", "should ", "may ")) + adverb + verb
        elif kind < 0.82:
            made = "had " + adverb + past(verb)
        elif kind < 0.92:
            made = chance.choice(("was ", "were ")) + adverb + past(verb)
        else:
            made = "was " + adverb + present_participle(verb)
        if chance.random() < 0.75:
            made += " " + self.noun_phrase()
        if chance.random() < 0.45:
            made += " " + self.prepositional()
        return made

    def clause(self) -> str:
        """A subject and a verb."""
        return self.noun_phrase() + " " + self.verb_phrase()

    def sentence(self) -> str:
        """A sentence."""
        text = self._period()
        at = next((i for i, letter in enumerate(text) if letter.isalpha()), 0)
        text = text[:at] + text[at].upper() + text[at + 1:]
        return text + ("." if self.chance.random() < 0.96 else "?")

    def _period(self) -> str:
        chance, kind, clause = self.chance, self.chance.random(), self.clause
        if kind < 0.35:
            return clause()
        if kind < 0.55:
            return clause() + ", " + chance.choice(self.conjunctions) + " " + clause()
        if kind < 0.68:
            return self.prepositional() + ", " + clause()
        if kind < 0.78:
            return self.adverb() + ", " + clause() + ", which " + self.verb_phrase()
        if kind < 0.86:
            return f"in the year {chance.randint(1480, 1890)} " + clause() + "; " + clause()
        return self._between_dashes() if kind < 0.93 else self._speech()

    def _between_dashes(self) -> str:
        return (self.clause() + " — " + self.noun_phrase() + ", " + self.noun_phrase() + " and " + self.noun_phrase()
                + " — " + self.verb_phrase())

    def _speech(self) -> str:
        return ("“" + self.clause() + ",” " + past(self.verb()) + " " + self.name() + ", “"
                + self.chance.choice(self.conjunctions) + " " + self.clause() + "”")
