"""Front matter in YAML.

The tree is composed from the parser's events and not by ``yaml.compose``, which calls itself
for each level: a hostile page must not overflow the stack, nor blow up through its aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sverka.frontmatter._values import Collector, Malformed, dotted, trimmed, twice
from sverka.frontmatter._yaml_reasons import explain, index, reserved
from sverka.page import Entry
from sverka.span import Span

# The C parser is ten times faster; its marks count code points, too.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "timestamp")
)
_MERGE = "tag:yaml.org,2002:merge"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*(?:[&!]\S*$)?")


@dataclass(slots=True, eq=False)
class _Node:
    """A value: a scalar, or a list's ``members``, or a mapping's, key and value by turns."""

    kind: str
    span: Span
    raw: str = ""
    value: object = None
    merge: bool = False
    members: list[_Node] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[_Node, _Node]]:
        return zip(self.members[::2], self.members[1::2], strict=True)


def read(text: str, content: Span) -> tuple[Entry, ...] | None:
    """The entries of the YAML mapping in ``content``; none for an empty one, and None where it
    is YAML but no mapping. Raises `Malformed`."""
    part = content.of(text)
    try:
        root = _compose(part)
        if root is None:
            return ()
        return _flatten(part, root, content.start) if root.kind == "map" else None
    except yaml.YAMLError as error:
        found = explain(error, part)
    except Malformed as error:
        found = error
    except UnicodeError:
        # Half a surrogate pair: no file decodes to that, a text made in memory may hold it.
        found = Malformed(0, "the front matter holds characters that are no text")
    raise Malformed(content.start + found.offset, found.reason)


def _compose(part: str) -> _Node | None:
    """The tree of the one document in ``part``; an alias is the very node it stands for."""
    maker = _Maker(part)
    limits = Collector()
    root: _Node | None = None
    stack: list[_Node] = []
    for event in yaml.parse(part, Loader=_LOADER):
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise Malformed(index(event.start_mark), "a second YAML document begins here")
        if isinstance(event, yaml.CollectionEndEvent):
            node = stack.pop()
            node.span = Span(node.span.start, index(event.end_mark))
        if not isinstance(event, yaml.NodeEvent):
            continue
        limits.visit(len(stack), index(event.start_mark))
        node = maker.node(event)
        if stack:
            stack[-1].members.append(node)
        else:
            root = node
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(node)
    return root


class _Maker:
    """Makes nodes of events, with PyYAML's rules for what a plain word means."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._anchors: dict[str, _Node] = {}
        # Its methods have no types in the stubs.
        self._yaml: Any = yaml.SafeLoader("")

    def node(self, event: yaml.NodeEvent) -> _Node:
        at = index(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise Malformed(at, reserved("*"))
            return self._anchors[event.anchor]
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        else:
            kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
            node = _Node(kind, Span(at, at))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> _Node:
        raw = str(event.value)
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._yaml.resolve(yaml.ScalarNode, raw, event.implicit)
        merge = tag == _MERGE and not event.style
        return _Node("scalar", self._span(event), raw, self._value(str(tag), raw), merge)

    def _value(self, tag: str, raw: str) -> object:
        if tag not in _CORE_TAGS:
            return raw
        try:
            return self._yaml.construct_object(yaml.ScalarNode(tag, raw))
        except (yaml.YAMLError, ValueError, LookupError):
            # The 31st of February, a number of 5,000 digits: still the words of a page.
            return raw

    def _span(self, event: yaml.ScalarEvent) -> Span:
        span = Span(index(event.start_mark), index(event.end_mark))
        if event.anchor is not None or event.tag is not None:
            properties = _PROPERTIES.match(span.of(self._part))
            span = Span(span.start + (properties.end() if properties else 0), span.end)
        if event.style in ("'", '"'):
            return Span(span.start + 1, span.end - 1)
        if event.style in ("|", ">"):
            header, _, _ = span.of(self._part).partition("\n")
            span = Span(min(span.start + len(header) + 1, span.end), span.end)
        return trimmed(self._part, span)


def _flatten(part: str, root: _Node, base: int) -> tuple[Entry, ...]:
    found = Collector()
    stack = [("", root.span, root, 0)]
    while stack:
        key, key_span, node, depth = stack.pop()
        found.visit(depth, key_span.start)
        if not node.members:
            value = node.value if node.kind == "scalar" else ()
            if node is not root:
                found.add(key, value, key_span.shifted(base), node.span.shifted(base))
        elif node.kind == "list":
            numbered = enumerate(node.members)
            stack += [(dotted(key, str(i)), key_span, m, depth + 1) for i, m in numbered][::-1]
        else:
            pairs = _pairs(part, node, found)
            inner = [(dotted(key, name), k.span, v, depth + 1) for name, k, v in pairs]
            stack += inner[::-1]
    return found.entries()


def _pairs(
    part: str, mapping: _Node, limits: Collector, hops: int = 0
) -> list[tuple[str, _Node, _Node]]:
    """The pairs of a mapping, those that ``<<`` merges in included; its own ones win."""
    own: dict[str, tuple[str, _Node, _Node]] = {}
    merged: list[tuple[str, _Node, _Node]] = []
    for key, value in mapping.pairs():
        name = key.raw if key.kind == "scalar" else " ".join(key.span.of(part).split())
        if key.merge:
            for source in [value] if value.kind == "map" else value.members:
                if source.kind == "map":
                    # Through aliases, merges may go round in a circle or double at each step.
                    limits.visit(hops, key.span.start)
                    merged += _pairs(part, source, limits, hops + 1)
        elif name in own:
            raise twice(key.span.start, name)
        else:
            own[name] = (name, key, value)
            if hops:
                limits.visit(hops, key.span.start)
    for pair in merged:
        own.setdefault(pair[0], pair)
    return list(own.values())
