"""What ``sverka init`` writes: settings for the site as it is, short and with comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sverka.messages import LONGEST_IN_FAILURES, load_messages
from sverka.site import PageFacts, Pair

CONFIG_NAME = "sverka.toml"
MOST_LAYOUTS = 5
"""Layouts that are named; a site with more of them has none worth a comment."""

_SEPARATORS = frozenset("._-/")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the two versions of a page lie, as patterns with ``{path}``, and for how many pairs."""

    source: str
    target: str
    pairs: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A site at a glance. ``languages``: code and number of pages, most pages first; ``other``
    and ``alone`` count the pages of no known language and those without another version."""

    languages: tuple[tuple[str, int], ...]
    other: int
    pairs: int
    alone: int
    layouts: tuple[Layout, ...]
    source_language: str


def overview(pages: Sequence[PageFacts], pairs: Sequence[Pair]) -> Overview:
    """What there is to say of the site. The source language is that of the pairs' sources, else
    the one with the most pages."""
    by_language = Counter(page.language for page in pages)
    other = by_language.pop("", 0)
    languages = tuple(sorted(by_language.items(), key=lambda item: (-item[1], item[0])))
    language_of = {page.path: page.language for page in pages}
    sources = Counter(language_of[pair.source] for pair in pairs)
    paired = {path for pair in pairs for path in (pair.source, pair.target)}
    patterns = Counter(filter(None, (layout_of(pair.source, pair.target) for pair in pairs)))
    commonest = sorted(patterns.items(), key=lambda item: (-item[1], item[0]))
    return Overview(
        languages=languages,
        other=other,
        pairs=len(pairs),
        alone=sum(1 for page in pages if page.language and page.path not in paired),
        layouts=tuple(Layout(*sides, count) for sides, count in commonest[:MOST_LAYOUTS]),
        source_language=(*sources.most_common(1), *languages, ("", 0))[0][0],
    )


def layout_of(source: str, target: str) -> tuple[str, str] | None:
    """Two paths as patterns around what they share: ``("ru/{path}.md", "en/{path}.md")`` or
    ``("{path}.ru.md", "{path}.md")``. None where names and folders differ both, and for names
    that a comment cannot hold as they are."""
    if not _can_be_quoted(source + target):
        return None
    one, other = PurePosixPath(source), PurePosixPath(target)
    if one.name == other.name:
        return _by_folder(one, other)
    if one.parent == other.parent:
        return _by_name(source, target)
    return None


def _can_be_quoted(text: str) -> bool:
    return text.isprintable() and not set(text) & set('"\\{}')


def _by_folder(source: PurePosixPath, target: PurePosixPath) -> tuple[str, str]:
    ones, others = source.parent.parts, target.parent.parts
    shared = 0
    while shared < min(len(ones), len(others)) and ones[-1 - shared] == others[-1 - shared]:
        shared += 1
    name = "{path}" + source.suffix
    return (
        "/".join((*ones[: len(ones) - shared], name)),
        "/".join((*others[: len(others) - shared], name)),
    )


def _by_name(source: str, target: str) -> tuple[str, str] | None:
    ends = zip(source, target, strict=False)
    shared = next((at for at, (one, other) in enumerate(ends) if one != other), 0)
    # What the names share ends where both go on with a separator, not inside a word.
    while shared and not {source[shared], target[shared]} <= _SEPARATORS:
        shared -= 1
    if not PurePosixPath(source[:shared]).name or source[shared] == "/":
        return None
    return "{path}" + source[shared:], "{path}" + target[shared:]


def config_text(site: Overview, name_of: Callable[[str], str], locale: str) -> str:
    """The text of the file, comments in ``locale``; ``name_of`` gives a language's name."""
    words = load_messages(locale)

    def comment(key: str, **data: object) -> str:
        return "# " + words.text("cli", key, data, LONGEST_IN_FAILURES)

    source = f'source-language = "{site.source_language}"'
    if not site.source_language:
        source = f"# {source}"
    lines = [comment("init_title"), comment("init_found", found=found_text(site, name_of, locale))]
    lines += ["", comment("init_source"), source]
    lines += ["", comment("init_exclude"), '# exclude = ["drafts/**"]']
    lines += ["", comment("init_fail_on"), 'fail-on = "warning"']
    lines += ["", comment("init_layouts" if site.layouts else "init_no_layouts")]
    lines += [f"#   {one.source} <-> {one.target}  ({one.pairs})" for one in site.layouts]
    example = site.layouts[0] if site.layouts else Layout("a/{path}.md", "b/{path}.md", 0)
    lines += [comment("init_pairs"), "# [[pairs]]"]
    lines += [f'# source = "{example.source}"', f'# target = "{example.target}"']
    lines += ["", comment("init_rules"), '# [rules."structure/image"]', '# severity = "off"']
    return "\n".join(lines) + "\n"


def found_text(site: Overview, name_of: Callable[[str], str], locale: str) -> str:
    """The counts in words: pages, languages, pairs, pages alone."""
    words = load_messages(locale)
    pages = sum(count for _, count in site.languages) + site.other
    parts = [f"{name_of(code)} {count}" for code, count in site.languages]
    if site.other:
        parts.append(words.text("cli", "init_other", {"count": site.other}))
    counts = {
        "pages": pages,
        "languages": ", ".join(parts),
        "pairs": site.pairs,
        "alone": site.alone,
    }
    return words.text("cli", "init_counts", counts, LONGEST_IN_FAILURES)
