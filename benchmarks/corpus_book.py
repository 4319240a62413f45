"""Corpus book: the grammar's sentences put together into chapters."""

from collections.abc import Callable
from dataclasses import dataclass, field

import corpus_parts as parts
from corpus_text import ADDED, PAGES_A_CHAPTER, SECTIONS_A_CHAPTER, SEED, TERMS, WORDS_A_PAGE, Grammar, plural


def make_book(pages: int, *, edit: bool = False, seed: int = SEED) -> parts.Corpus:
    """A book of about so many pages; with `edit` one sentence stands more in its middle."""
    grammar = Grammar(seed)
    count = max(1, round(pages / PAGES_A_CHAPTER))
    writer = _Writer(grammar, _terms(grammar))
    plan = [_Plan.draw(grammar, number) for number in range(1, count + 1)]
    writer.targets = [name for one in plan for name, _ in one.sections]
    body = pages * 0.975 - 5  # title, contents and index take the rest
    target = int(body / count * WORDS_A_PAGE)
    chapters = tuple(writer.chapter(one, target) for one in plan)
    writer.mark_what_is_left(chapters[-1])
    if edit:
        middle = [block for block in chapters[count // 2].blocks
                  if isinstance(block, parts.Paragraph) and not block.extract]
        middle[len(middle) // 2].words.append(ADDED)
    numbers = {name: f"{at}.{below}"
               for at, one in enumerate(plan, 1) for below, (name, _) in enumerate(one.sections, 1)}
    return parts.Corpus("The Neutral Book of " + grammar.name(), "A. Generator", chapters, tuple(writer.terms), numbers)


def _terms(grammar: Grammar) -> list[str]:
    """The headings of the index."""
    kinds: tuple[Callable[[], str], ...] = (
        lambda: grammar.adjective() + " " + grammar.noun(), grammar.noun, grammar.name,
        lambda: grammar.noun() + " of " + plural(grammar.noun()))
    terms: set[str] = set()
    while len(terms) < TERMS:
        terms.add(grammar.chance.choice(kinds)())
    return sorted(terms, key=str.lower)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a chapter is to be called, and its sections: their ids and titles."""

    number: int
    title: str
    sections: tuple[tuple[str, str], ...]

    @classmethod
    def draw(cls, grammar: Grammar, number: int) -> "_Plan":
        """The next chapter."""
        sections = tuple(
            (f"s{number}-{at}",
             grammar.adjective().capitalize() + " " + plural(grammar.noun()) + " and " + grammar.noun())
            for at in range(1, SECTIONS_A_CHAPTER + 1))
        title = "The " + grammar.adjective().capitalize() + " " + grammar.noun().capitalize() + " of " + grammar.name()
        return cls(number, title, sections)


@dataclass(slots=True)
class _Writer:
    """Writes chapters; terms are handed out until all have had their turn, then again."""

    grammar: Grammar
    terms: list[str]
    targets: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    turns: int = 0
    tables: int = 0
    figures: int = 0
    credit: float = 0.0

    def chapter(self, plan: _Plan, target: int) -> parts.Chapter:
        """One chapter of about `target` words."""
        made = parts.Chapter(f"c{plan.number}", plan.title, [])
        words, self.credit = 0, 0.0
        table = figure = False
        chance = self.grammar.chance
        for at, (name, title) in enumerate(plan.sections):
            made.blocks.append(parts.Heading(2, name, title))
            end, half = target / len(plan.sections) * (at + 1), at % 2 == 1
            while words < end:
                if not half and words > target / len(plan.sections) * (at + 0.5):
                    half = True
                    made.blocks.append(parts.Heading(3, name + "x", self.grammar.noun().capitalize() + " and "
                                               + self.grammar.noun()))
                kind = chance.random()
                paragraph, length = self._paragraph()
                words += length
                made.blocks.append(parts.Paragraph(paragraph, extract=kind < 0.06))
                if 0.97 < kind < 0.99:
                    made.blocks.append(parts.Items(tuple(self.grammar.sentence() for _ in range(4))))
                if not table and words > target * 0.4:
                    table = True
                    made.blocks.append(self._table())
                if not figure and plan.number % 2 == 1 and words > target * 0.6:
                    figure = True
                    made.blocks.append(self._figure())
        return made

    def mark_what_is_left(self, chapter: parts.Chapter) -> None:
        """Be sure that every term stands somewhere."""
        for term in self.waiting if self.turns <= 1 else ():
            paragraphs = [block for block in chapter.blocks if isinstance(block, parts.Paragraph) and not block.extract]
            self.grammar.chance.choice(paragraphs).words.append(parts.IndexMark(term))

    def _paragraph(self) -> tuple[list[parts.Inline], int]:
        """A paragraph, and its words without notes."""
        chance = self.grammar.chance
        made: list[parts.Inline] = []
        length, target = 0, chance.randint(45, 150)
        while length < target:
            sentence = self.grammar.sentence()
            count = len(sentence.split())
            length += count
            made += self._styled(sentence)
            self.credit += count * 4.0 / WORDS_A_PAGE
            if self.credit >= 1 and chance.random() < 0.6:
                self.credit -= 1
                made.append(self._note())
            if chance.random() < 0.118:
                made.append(parts.IndexMark(self._term()))
            if chance.random() < 0.028:
                name = chance.choice(self.targets)
                made += [" (see ", parts.Reference(name), ", page ", parts.PageReference(name), ")"]
            made.append(" ")
        return made[:-1], length

    def _styled(self, sentence: str) -> list[parts.Inline]:
        """A sentence, now and then with words in italics or bold."""
        chance, words = self.grammar.chance, sentence.split(" ")
        if chance.random() >= 0.06 or len(words) <= 6:
            return [sentence]
        begin = chance.randint(1, len(words) - 4)
        end = begin + chance.randint(1, 2)
        bold = chance.choice(("em", "em", "em", "b")) == "b"
        styled = parts.Styled(" ".join(words[begin:end]), bold)
        return [" ".join(words[:begin]) + " ", styled, " " + " ".join(words[end:])]

    def _note(self) -> parts.Note:
        chance, grammar = self.grammar.chance, self.grammar
        text = grammar.sentence()
        while len(text.split()) < chance.randint(8, 24):
            text += " " + grammar.sentence()
        if chance.random() >= 0.25:
            return parts.Note((text,))
        title = grammar.adjective().capitalize() + " " + plural(grammar.noun())
        return parts.Note((text, " See ", parts.Styled(title), f", p. {chance.randint(3, 480)}."))

    def _term(self) -> str:
        if not self.waiting:
            self.waiting = self.terms[:]
            self.grammar.chance.shuffle(self.waiting)
            self.turns += 1
        return self.waiting.pop()

    def _table(self) -> parts.Table:
        chance, grammar = self.grammar.chance, self.grammar
        self.tables += 1
        caption = grammar.adjective().capitalize() + " " + plural(grammar.noun()) + " of " + grammar.name()
        rows = tuple(
            (grammar.name(), grammar.noun(), str(chance.randint(1600, 1890)), str(chance.randint(10, 9000)),
             f"{chance.random() * 90:.2f}")
            for _ in range(10))
        return parts.Table(f"t{self.tables}", caption, ("Place", "Good", "Year", "Quantity", "Price"), rows)

    def _figure(self) -> parts.Figure:
        self.figures += 1
        caption = "Annual " + plural(self.grammar.noun()) + " in " + self.grammar.name()
        return parts.Figure(f"f{self.figures}", caption, self.figures)
