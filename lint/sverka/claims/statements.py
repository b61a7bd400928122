"""Page -> statements: sentences, list items with their lead-in, cells with their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.packs import Language
from sverka.page import NO_PROSE, Block, Entry, Kind, Page, Piece, Prose
from sverka.sentences import Stops, split

LONGEST_LEAD = 240
"""Characters: a longer sentence before a list is read as a sentence only."""
LONGEST_HEAD = 90
"""Characters: what is longer is no heading of what follows."""
_PROSE_KEYS = ("description", "summary", "excerpt", "lead", "subtitle", "intro")


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of prose that says one thing, and what it must be read with.

    ``start`` and ``end`` are its place in ``prose.text``. ``lead`` is the lead-in of the list, the
    head of the column; ``headings`` are those above it, the nearest first. ``form``: sentence,
    item, cell, value. ``follows``: the sentence before it in the same paragraph. ``lone``: nothing
    else stands in its block.
    """

    prose: Prose
    start: int
    end: int
    lead: str = ""
    headings: tuple[str, ...] = ()
    form: str = "sentence"
    follows: str = ""
    lone: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return self.prose.text[self.start : self.end]


@dataclass(slots=True)
class _Walk:
    """Where a walk over the page is: the headings above, and what may introduce a list."""

    stops: Stops
    headings: list[tuple[int, str]]
    before: str = ""

    def heads(self) -> tuple[str, ...]:
        return tuple(text for _, text in reversed(self.headings))

    def enter(self, level: int, text: str) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, text))


def statements(page: Page, language: Language) -> Iterator[Statement]:
    """The statements of a page, in its order; of its front matter those in prose first."""
    stops = Stops(language.abbreviations, language.closing, language.numbered)
    if page.front:
        for entry in page.front.entries:
            yield from _of_entry(entry, page)
    yield from _of_blocks(page.blocks, _Walk(stops, []))


def _of_entry(entry: Entry, page: Page) -> Iterator[Statement]:
    value = entry.value
    if not isinstance(value, str) or entry.key.rpartition(".")[2] not in _PROSE_KEYS:
        return
    start = page.source.text.find(value, entry.value_span.start, entry.value_span.end)
    if start >= 0:
        prose = Prose(value, (Piece(0, start, len(value)),))
        yield Statement(prose, 0, len(value), form="value")


def _of_blocks(blocks: Sequence[Block], walk: _Walk) -> Iterator[Statement]:
    for block in blocks:
        text = block.prose.text
        if block.kind is Kind.HEADING:
            walk.enter(block.level, text)
            walk.before = text
        elif block.kind is Kind.PARAGRAPH:
            headline = _is_headline(block)
            if not headline or text.rstrip().endswith(":"):
                yield from _sentences(block.prose, walk)
            if headline:
                walk.enter(7, text.strip().rstrip(":"))
            walk.before = _last_sentence(text, walk.stops)
        elif block.kind is Kind.LIST:
            yield from _of_items(block, walk, walk.before)
            walk.before = ""
        elif block.kind is Kind.TABLE:
            yield from _of_table(block, walk)
            walk.before = ""
        elif block.kind is Kind.QUOTE:
            yield from _of_blocks(block.children, walk)


def _is_headline(block: Block) -> bool:
    """Whether a paragraph is a heading without the mark of one: a short line that ends as no
    sentence does, or that is wholly bold."""
    text = block.prose.text.strip()
    if not text or len(text) > LONGEST_HEAD or "\n" in text:
        return False
    return (text[-1].isalnum() and len(text.split()) <= 9) or _is_bold(block, text)


def _is_bold(block: Block, text: str) -> bool:
    bold = [one for one in block.inlines if one.kind.value == "strong"]
    if len(bold) != 1 or text[-1] in ".!":
        return False
    return bold[0].text.end - bold[0].text.start >= len(text)


def _sentences(
    prose: Prose, walk: _Walk, lead: str = "", form: str = "sentence"
) -> Iterator[Statement]:
    heads, before = walk.heads(), ""
    places = split(prose.text, walk.stops)
    for number, (start, end) in enumerate(places):
        first = lead if number == 0 else ""
        yield Statement(
            prose, start, end, first, heads, form, follows=before, lone=len(places) == 1
        )
        before = prose.text[start:end]


def _last_sentence(text: str, stops: Stops) -> str:
    places = split(text, stops)
    return text[places[-1][0] : places[-1][1]] if places else ""


def _of_items(block: Block, walk: _Walk, lead: str) -> Iterator[Statement]:
    lead = lead if len(lead) <= LONGEST_LEAD else ""
    for item in block.children:
        before = lead
        for child in item.children:
            if child.kind is Kind.LIST:
                yield from _of_items(child, walk, before if before != lead else lead)
            elif child.kind is Kind.PARAGRAPH:
                yield from _sentences(child.prose, walk, lead, "item")
                before = f"{lead} {_last_sentence(child.prose.text, walk.stops)}".strip()


def _of_table(block: Block, walk: _Walk) -> Iterator[Statement]:
    rows = [row.children for row in block.children if row.kind is Kind.ROW]
    if len(rows) < 2:
        return
    heads = [cell.prose.text for cell in rows[0]]
    for row in rows[1:]:
        name = row[0].prose.text if row else ""
        for number, cell in enumerate(row):
            prose = cell.prose
            if prose is NO_PROSE or not prose.text.strip():
                continue
            head = heads[number] if number < len(heads) else ""
            above = walk.heads() if number == 0 else (name, *walk.heads())
            for start, end in split(prose.text, walk.stops):
                yield Statement(prose, start, end, head, above, "cell", lone=True)
