"""The findings of a site that are known: a file of them, and which findings are new.

An entry knows its finding by the fingerprint, which holds the page's path and what is quoted,
and no line; else by what is quoted alone. Where its page is no longer there, it is looked for on
other pages, too: a page that was renamed takes its entries along.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.anchors import anchor
from sverka.finding import Reported, fingerprint
from sverka.messages import shown
from sverka.result import RunResult
from sverka.source import Source

VERSION = 1
"""Grows when an older Sverka could no longer read the file."""
LONGEST_EXCERPT = 72
"""Code points."""

_TEXTS = ("rule", "page", "excerpt", "fingerprint")
_LIST = "content"
_DELETE = "\x7f"


@dataclass(frozen=True, slots=True)
class Known:
    """An entry. ``excerpt`` is for people. ``fingerprint`` names the finding on its ``page``,
    ``content`` on any page: by its paragraph (see `sverka.anchors`), by the very words, by both
    sides in any order, and by the other side and what is said of it. The last is how a finding
    is known that stands where something is missing, when other things have come to stand there.
    """

    rule: str
    page: str
    excerpt: str
    fingerprint: str
    content: tuple[str, ...]

    @classmethod
    def of(cls, reported: Reported, sources: Mapping[str, Source]) -> Known:
        """The entry of a finding on pages that are in ``sources``."""
        finding = reported.finding
        places = (finding.place, *finding.related)
        quotes = (reported.quote, *reported.related_quotes)
        anchors = tuple(anchor(sources[place.path], place.span) for place in places)
        keys = [
            fingerprint(reported.rule, "", words[0], words[1:], 0)
            # Of rivals, the one whose page comes first is where the finding stands.
            for words in (anchors, quotes, tuple(sorted(anchors)))
        ]
        if finding.related:
            said = repr(sorted((name, repr(value)) for name, value in finding.data.items()))
            keys.append(fingerprint(reported.rule, finding.message, said, anchors[1:], 0))
        return cls(
            reported.rule,
            finding.place.path,
            shown(next(filter(str.strip, quotes), ""), LONGEST_EXCERPT),
            reported.fingerprint,
            tuple(dict.fromkeys(keys)),
        )


class BadBaseline(ValueError):
    """A text that is no baseline; ``what`` is a key of the locale files, ``data`` fills it."""

    def __init__(self, what: str, **data: object) -> None:
        super().__init__(what, data)
        self.what = what
        self.data = data


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings held against a baseline.

    ``new`` are those without an entry. ``known`` are the entries that have a finding, as they
    would be written now, and ``gone`` those that have none, in the order of the file.
    """

    new: tuple[Reported, ...]
    known: tuple[Known, ...]
    gone: tuple[Known, ...]


def compare(result: RunResult, entries: Sequence[Known]) -> Comparison:
    """Hold the findings of a run over a site against entries.

    An entry stands for one finding: of two equal ones that appear where one was known, one is
    new.
    """
    open_at: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        open_at[entry.fingerprint].append(number)
    pages = {page.path for page in result.pages}
    used: set[int] = set()
    known: list[Known] = []
    left: list[Reported] = []
    for one in result.findings:
        if numbers := open_at[one.fingerprint]:
            used.add(numbers.pop(0))
            known.append(Known.of(one, result.sources))
        else:
            left.append(one)
    by_content: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if number not in used:
            for key in entry.content:
                by_content[key].append(number)
    new: list[Reported] = []
    for one in left:
        now = Known.of(one, result.sources)
        candidates = (number for key in now.content for number in by_content[key])
        # What was copied to another page is new there: an entry leaves only a page that is gone.
        match = next(
            (
                number
                for number in candidates
                if number not in used
                and (entries[number].page == now.page or entries[number].page not in pages)
            ),
            None,
        )
        if match is None:
            new.append(one)
        else:
            used.add(match)
            known.append(now)
    gone = tuple(entry for number, entry in enumerate(entries) if number not in used)
    return Comparison(tuple(new), tuple(known), gone)


def dump(entries: Iterable[Known], comments: Sequence[str] = ()) -> str:
    """The file: sorted, a table an entry, so that it is easily read, compared and merged."""
    lines = [*(f"# {comment}" for comment in comments), f"version = {VERSION}"]
    for entry in sorted(entries, key=lambda one: (one.page, one.rule, one.excerpt, one.content,
                                                  one.fingerprint)):  # fmt: skip
        lines += ["", "[[known]]"]
        lines += [f"{name} = {_quoted(getattr(entry, name))}" for name in _TEXTS]
        lines.append(f"{_LIST} = [{', '.join(map(_quoted, entry.content))}]")
    return "\n".join(lines) + "\n"


def parse(text: str) -> tuple[Known, ...]:
    """The entries of a file; raises `BadBaseline`."""
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadBaseline("baseline_syntax", reason=str(error)) from error
    version = content.get("version")
    if version != VERSION:
        raise BadBaseline("baseline_version", version=version, known=VERSION)
    tables = content.get("known", [])
    if not isinstance(tables, list):
        raise BadBaseline("baseline_syntax", reason="known is no list of tables")
    return tuple(_entry(number, table) for number, table in enumerate(tables, start=1))


def _entry(number: int, table: object) -> Known:
    fields = table if isinstance(table, dict) else {}
    texts = [fields.get(name) for name in _TEXTS]
    for name, value in zip(_TEXTS, texts, strict=True):
        if not isinstance(value, str):
            raise BadBaseline("baseline_entry", number=number, name=name)
    content = fields.get(_LIST)
    if not isinstance(content, list) or not all(isinstance(one, str) for one in content):
        raise BadBaseline("baseline_entry", number=number, name=_LIST)
    rule, page, excerpt, name = map(str, texts)
    return Known(rule, page, excerpt, name, tuple(content))


def _quoted(text: str) -> str:
    """A text as TOML has it, which is as JSON has it but for one character."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace(_DELETE, "\\u007f")
