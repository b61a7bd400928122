"""Structural defects, made one at a time in a real page.

Each maker takes a page's outline and a random generator and gives an `Edited`, or None where
the page has no place for it. Only places where the edit does what it says are used: the edited
text is read again, and must have as many units more or fewer as the defect makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from sverka.align.outline import Outline, Unit
from sverka.page import InlineKind, Kind
from sverka.span import Span


@dataclass(frozen=True)
class Edited:
    """A page's text with one defect. ``lines``: where it may be named in the edited page,
    counted from 1; ``units``: how many units more it has; ``rules``: which may name it."""

    text: str
    lines: tuple[int, ...]
    units: int
    rules: tuple[str, ...]
    what: str


@dataclass(frozen=True)
class Ground:
    """A page to spoil: its outline, sentences of other pages, and lines to keep away from."""

    outline: Outline
    strangers: Sequence[str]
    taken: frozenset[int]

    @property
    def text(self) -> str:
        """The page's text."""
        return self.outline.page.source.text

    def lines(self, span: Span) -> tuple[int, int]:
        """The first and last line of a span, from 0."""
        position = self.outline.page.source.position
        return position(span.start).line - 1, position(max(span.end - 1, span.start)).line - 1

    def free(self, span: Span) -> bool:
        """Whether nothing was reported near the span before."""
        first, last = self.lines(span)
        return not any(line - 1 in self.taken for line in range(first - 2, last + 5))

    def whole_lines(self, span: Span) -> bool:
        """Whether nothing but white space and list marks stands beside the span on its lines."""
        first, last = self.lines(span)
        rows = self.text.split("\n")
        start = self.outline.page.source.line_starts[first]
        before = self.text[start : span.start]
        after = rows[last][span.end - self.outline.page.source.line_starts[last] :]
        return not before.strip() and not after.strip()


def _cut(rows: list[str], first: int, last: int) -> list[str]:
    """The rows without ``first`` to ``last`` and one of two blank rows around them."""
    left = rows[:first] + rows[last + 1 :]
    if (
        first < len(left)
        and not left[first].strip()
        and (first == 0 or not left[first - 1].strip())
    ):
        del left[first]
    return left


def _seam(rows: list[str], at: int) -> tuple[int, ...]:
    """The lines (from 1) next to the place where rows were cut out, down to the next words and
    up to the last ones: rules and the markup of notes and tabs between them are no words."""
    lines: list[int] = []
    for step, start in ((1, at), (-1, min(at, len(rows)) - 1)):
        number = start
        while 0 <= number < len(rows):
            lines.append(number + 1)
            if re.search(r"\w", _MARKUP.sub("", rows[number])):
                break
            number += step
    return tuple(lines)


_MARKUP = re.compile(r"^\s*(?:\{[%/][^{}]*\}|:{3,}.*|(?:</?[\w.]+[^<>]*>)+|<!--.*-->|-{3,})\s*$")


def _units(ground: Ground, wanted: Callable[[Unit], bool]) -> list[Unit]:
    return [
        unit
        for unit in ground.outline.units
        if wanted(unit) and ground.whole_lines(unit.block.span) and ground.free(unit.block.span)
    ]


def _lone_items(ground: Ground) -> list[Unit]:
    """Items of one paragraph in lists of three items or more."""
    outline = ground.outline
    found: list[Unit] = []
    for unit in _units(ground, lambda unit: unit.kind is Kind.ITEM and bool(unit.words.strip())):
        item = outline.holders[outline.item_of(unit)]
        siblings = outline.holders[outline.list_of(unit)].block.children
        if item.last - item.first == 1 and len(siblings) >= 3:
            found.append(unit)
    return found


def _paragraphs(ground: Ground) -> list[Unit]:
    return _units(
        ground,
        lambda unit: unit.kind is Kind.PARAGRAPH and not unit.holders and len(unit.words) > 20,
    )


def _headings(ground: Ground) -> list[Unit]:
    first = ground.outline.units[0] if ground.outline.units else None
    return _units(ground, lambda unit: unit.kind is Kind.HEADING and unit is not first)


def _rows(ground: Ground) -> list[Unit]:
    """Rows of one line below the head of tables with three rows or more."""
    outline = ground.outline
    found: list[Unit] = []
    for unit in _units(ground, lambda unit: unit.kind is Kind.ROW):
        table = outline.holders[outline.table_of(unit)]
        first, last = ground.lines(unit.block.span)
        head = unit.block is table.block.children[0]
        if len(table.block.children) > 3 and not head and first == last and unit.words.strip():
            found.append(unit)
    return found


def _images(ground: Ground) -> list[Unit]:
    return _units(ground, lambda unit: unit.kind is Kind.IMAGE and not unit.holders)


def _has_a_twin(ground: Ground, unit: Unit) -> bool:
    """Whether a neighbour says the same: nobody could tell which of the two is gone."""
    units = ground.outline.units
    at = units.index(unit)
    words = unit.text.of(ground.text)
    return any(
        near.text.of(ground.text) == words
        for near in (*units[max(at - 1, 0) : at], *units[at + 1 : at + 2])
    )


def _deleter(
    places: Callable[[Ground], list[Unit]], rule: str, what: str
) -> Callable[[Ground, Random], Edited | None]:
    def delete(ground: Ground, random: Random) -> Edited | None:
        found = [unit for unit in places(ground) if not _has_a_twin(ground, unit)]
        if not found:
            return None
        unit = random.choice(found)
        first, last = ground.lines(unit.block.span)
        rows = _cut(ground.text.split("\n"), first, last)
        return Edited("\n".join(rows), _seam(rows, first), -1, (rule,), f"delete {what}")

    return delete


def _stranger(ground: Ground, random: Random) -> str:
    return random.choice(ground.strangers)


def insert_item(ground: Ground, random: Random) -> Edited | None:
    """A new item before an item of the same list."""
    found = _lone_items(ground)
    if not found:
        return None
    first, _ = ground.lines(random.choice(found).block.span)
    rows = ground.text.split("\n")
    mark = re.match(r"\s*(?:[-*+]|\d+[.)])\s+", rows[first])
    if not mark:
        return None
    rows.insert(first, mark[0] + _stranger(ground, random))
    return Edited("\n".join(rows), (first + 1,), 1, ("structure/list-items",), "insert item")


def insert_paragraph(ground: Ground, random: Random) -> Edited | None:
    """A new paragraph before a paragraph."""
    return _insert_before(
        ground,
        random,
        _paragraphs(ground),
        _stranger(ground, random),
        "structure/block",
        "paragraph",
    )


def insert_heading(ground: Ground, random: Random) -> Edited | None:
    """A heading before a paragraph; the text below it stays what it was."""
    words = " ".join(_stranger(ground, random).split()[:4]).rstrip(".,:;")
    return _insert_before(
        ground, random, _paragraphs(ground), f"### {words}", "structure/heading", "heading"
    )


def insert_image(ground: Ground, random: Random) -> Edited | None:
    """An image of its own before a paragraph."""
    image = "![x](/images/quite-new-picture.png)"
    return _insert_before(ground, random, _paragraphs(ground), image, "structure/image", "image")


def _insert_before(
    ground: Ground, random: Random, found: list[Unit], words: str, rule: str, what: str
) -> Edited | None:
    if not found:
        return None
    first, _ = ground.lines(random.choice(found).block.span)
    rows = ground.text.split("\n")
    if first and rows[first - 1].strip():
        return None
    rows[first:first] = [words, ""]
    return Edited("\n".join(rows), (first + 1,), 1, (rule,), f"insert {what}")


def insert_row(ground: Ground, random: Random) -> Edited | None:
    """A table row with words of another page."""
    found = [
        u for u in _rows(ground) if len(u.block.children) > 1 and u.block.children[0].prose.text
    ]
    if not found:
        return None
    unit = random.choice(found)
    first, _ = ground.lines(unit.block.span)
    rows = ground.text.split("\n")
    if rows[first].count("|") - rows[first].count("\\|") < len(unit.block.children) + 1:
        return None
    words = _stranger(ground, random).replace("|", " ").split()
    cells = [" ".join(words[n * 3 : n * 3 + 3]) or "—" for n in range(len(unit.block.children))]
    frame = "|| {} ||" if rows[first].lstrip().startswith("||") else "| {} |"
    rows.insert(first, frame.format(" | ".join(cells)))
    return Edited("\n".join(rows), (first + 1,), 1, ("structure/table",), "insert row")


def _mover(
    places: Callable[[Ground], list[Unit]], what: str
) -> Callable[[Ground, Random], Edited | None]:
    """Moves a unit over two to four units of its kind (and all between), among its siblings."""

    def move(ground: Ground, random: Random) -> Edited | None:
        found = places(ground)
        random.shuffle(found)
        for unit in found:
            units = ground.outline.units
            if sum(1 for one in units if one.words == unit.words) > 1:
                continue  # nobody could tell which of two equal ones moved
            home = -1 if unit.kind is Kind.ITEM else None
            mates = [mate for mate in found if mate.holders[:home] == unit.holders[:home]]
            at = units.index(unit)
            far = [mate for mate in mates if 2 <= units.index(mate) - at <= 6]
            if not far:
                continue
            mate = random.choice(far)
            return _moved(ground, unit, mate, what)
        return None

    return move


def _moved(ground: Ground, unit: Unit, mate: Unit, what: str) -> Edited:
    rows = ground.text.split("\n")
    first, last = ground.lines(unit.block.span)
    _, end = ground.lines(mate.block.span)
    taken = rows[first : last + 1]
    spaced = unit.kind not in (Kind.ITEM, Kind.ROW)
    tail = ["", *taken] if spaced else taken
    rows[end + 1 : end + 1] = tail
    rows = _cut(rows, first, last)
    size = last - first + 1
    new = end + 1 + (1 if spaced else 0) - size - (1 if spaced else 0)
    return Edited("\n".join(rows), (first + 1, new + 1), 0, ("structure/order",), f"move {what}")


def delete_link(ground: Ground, random: Random) -> Edited | None:
    """A link becomes its own text."""
    places = [
        (unit, inline)
        for unit in ground.outline.units
        if ground.free(unit.block.span)
        for inline in unit.inlines
        if inline.kind is InlineKind.LINK
        and ground.text[inline.span.start] == "["
        and inline.text.end > inline.text.start
        and "![" not in inline.text.of(ground.text)
    ]
    if not places:
        return None
    _, inline = random.choice(places)
    line = ground.lines(inline.span)[0] + 1
    text = ground.text
    text = text[: inline.span.start] + inline.text.of(text) + text[inline.span.end :]
    return Edited(text, (line,), 0, ("structure/link",), "delete link")


def insert_link(ground: Ground, random: Random) -> Edited | None:
    """A word of a paragraph or item becomes a link."""
    places: list[tuple[int, str]] = []
    for unit in ground.outline.units:
        if unit.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not ground.free(unit.block.span):
            continue
        busy = [inline.span for inline in unit.inlines]
        for match in re.finditer(r"[^\W\d_]{5,}", unit.text.of(ground.text)):
            span = Span(*match.span()).shifted(unit.text.start)
            if not any(span.overlaps(other) for other in busy):
                places.append((span.start, match[0]))
    if not places:
        return None
    at, word = random.choice(places)
    text = (
        f"{ground.text[:at]}[{word}](https://example.org/a-new-page){ground.text[at + len(word) :]}"
    )
    line = ground.lines(Span(at, at + 1))[0] + 1
    return Edited(text, (line,), 0, ("structure/link",), "insert link")


def move_link(ground: Ground, random: Random) -> Edited | None:
    """A link leaves its paragraph and is put on a word of another one."""
    gone = delete_link(ground, random)
    if gone is None:
        return None
    linked = re.findall(r"\]\(([^()\s]+)\)", ground.text)
    left = re.findall(r"\]\(([^()\s]+)\)", gone.text)
    target = next((one for one in linked if linked.count(one) > left.count(one)), None)
    if target is None:
        return None
    rows = gone.text.split("\n")
    source = ground.outline.page.source
    far = [
        unit
        for unit in ground.outline.units
        if unit.kind is Kind.PARAGRAPH
        and not unit.inlines
        and ground.free(unit.block.span)
        and abs(source.position(unit.text.start).line - gone.lines[0]) > 2
    ]
    if not far:
        return None
    line = source.position(random.choice(far).text.start).line
    match = re.search(r"[^\W\d_]{5,}", rows[line - 1])
    if not match:
        return None
    row = rows[line - 1]
    rows[line - 1] = f"{row[: match.start()]}[{match[0]}]({target}){row[match.end() :]}"
    lines = (gone.lines[0], line)
    return Edited("\n".join(rows), lines, 0, ("structure/link", "structure/order"), "move link")


def change_level(ground: Ground, random: Random) -> Edited | None:
    """One heading has a level more."""
    found = [
        unit
        for unit in _headings(ground)
        if 1 < unit.block.level < 6 and ground.text[unit.block.span.start] == "#"
    ]
    if not found:
        return None
    unit = random.choice(found)
    at = unit.block.span.start
    line = ground.lines(unit.block.span)[0] + 1
    return Edited(
        ground.text[:at] + "#" + ground.text[at:],
        (line,),
        0,
        ("structure/heading",),
        "heading level",
    )


def change_list(ground: Ground, random: Random) -> Edited | None:
    """A bulleted list becomes a numbered one, or the other way round."""
    outline = ground.outline
    lists = [
        holder
        for holder in outline.holders
        if holder.kind is Kind.LIST
        and len(holder.block.children) > 1
        and holder.depth == 0
        and all(not item.children[1:] for item in holder.block.children)
        and ground.free(holder.block.span)
    ]
    if not lists:
        return None
    block = random.choice(lists).block
    rows = ground.text.split("\n")
    for item in block.children:
        line = ground.lines(item.span)[0]
        mark = "-" if block.ordered else "1."
        rows[line] = re.sub(r"^(\s*)(?:[-*+]|\d+[.)])(?=\s)", rf"\g<1>{mark}", rows[line])
    line = ground.lines(block.span)[0] + 1
    return Edited("\n".join(rows), (line,), 0, ("structure/list-kind",), "list kind")


def delete_section(ground: Ground, random: Random) -> Edited | None:
    """A heading of level 2 or more and all below it."""
    outline = ground.outline
    sections = []
    for number in outline.sections:
        holder = outline.holders[number]
        units = outline.units[holder.first : holder.last]
        span = Span(units[0].block.span.start, max(unit.block.span.end for unit in units))
        fits = holder.depth > 1 and 2 <= len(units) <= len(outline.units) // 2
        if fits and not units[0].holders and ground.free(span):
            sections.append((span, len(units)))
    if not sections:
        return None
    span, size = random.choice(sections)
    first, last = ground.lines(span)
    rows = _cut(ground.text.split("\n"), first, last)
    lines = _seam(rows, first)
    return Edited("\n".join(rows), lines, -size, ("structure/section",), "delete section")


MAKERS: dict[str, Callable[[Ground, Random], Edited | None]] = {
    "delete item": _deleter(_lone_items, "structure/list-items", "item"),
    "insert item": insert_item,
    "move item": _mover(_lone_items, "item"),
    "delete heading": _deleter(_headings, "structure/heading", "heading"),
    "insert heading": insert_heading,
    "move heading": _mover(_headings, "heading"),
    "delete paragraph": _deleter(_paragraphs, "structure/block", "paragraph"),
    "insert paragraph": insert_paragraph,
    "move paragraph": _mover(_paragraphs, "paragraph"),
    "delete row": _deleter(_rows, "structure/table", "row"),
    "insert row": insert_row,
    "move row": _mover(_rows, "row"),
    "delete image": _deleter(_images, "structure/image", "image"),
    "insert image": insert_image,
    "move image": _mover(
        lambda ground: _images(ground) and _images(ground) + _paragraphs(ground), "image"
    ),
    "delete link": delete_link,
    "insert link": insert_link,
    "move link": move_link,
    "heading level": change_level,
    "list kind": change_list,
    "delete section": delete_section,
}
