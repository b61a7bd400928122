"""Front matter: where it ends, what it says and where, and what is said of a broken one."""

from __future__ import annotations

import json
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.frontmatter import split
from sverka.page import FrontMatter
from sverka.source import Source

NEVER_CLOSED = "the front matter is never closed: a line --- is missing after its values"
TOO_DEEP = "the values are nested more than 100 levels deep"
TOO_MANY = "the front matter holds more than 10,000 values"


def parts(text: str) -> tuple[FrontMatter | None, str]:
    """The front matter and the body's text."""
    front, start = split(Source("a.md", text))
    return front, text[start:]


def values(text: str) -> dict[str, object]:
    """Key -> value, after asserting that the front matter has no problem."""
    front, _ = parts(text)
    assert front is not None
    assert front.problem is None
    return {entry.key: entry.value for entry in front.entries}


def quotes(text: str) -> list[tuple[str, str, str]]:
    """Each key, and what stands in the file under its span and under its value's."""
    front, _ = parts(text)
    assert front is not None
    return [(e.key, e.key_span.of(text), e.value_span.of(text)) for e in front.entries]


def problem(text: str) -> tuple[str, str]:
    """The line that is blamed, and the reason."""
    front, _ = parts(text)
    assert front is not None
    assert front.problem is not None
    assert front.entries == ()
    return front.problem.span.of(text), front.problem.reason


# Where it begins and ends


@pytest.mark.parametrize(
    ("text", "syntax", "front", "body"),
    [
        ("---\ntitle: A\n---\nBody\n", "yaml", "---\ntitle: A\n---", "Body\n"),
        ("---\ntitle: A\n...\nBody\n", "yaml", "---\ntitle: A\n...", "Body\n"),
        ("--- \ntitle: A\n---\t\nBody", "yaml", "--- \ntitle: A\n---", "Body"),
        ("---\ntitle: A\n---", "yaml", "---\ntitle: A\n---", ""),
        ("---\n---\nBody", "yaml", "---\n---", "Body"),
        ("---\n---", "yaml", "---\n---", ""),
        ("---\n# later\n\n---\nBody", "yaml", "---\n# later\n\n---", "Body"),
        ("---\na: 1\n---\n---\nb: 2\n---\n", "yaml", "---\na: 1\n---", "---\nb: 2\n---\n"),
        ('+++\na = "b"\n+++\nBody', "toml", '+++\na = "b"\n+++', "Body"),
        ("+++\n+++", "toml", "+++\n+++", ""),
        ('{"a": 1}\n\nBody', "json", '{"a": 1}', "\nBody"),
        ('{\n  "a": {"b": 1}\n}\nBody', "json", '{\n  "a": {"b": 1}\n}', "Body"),
        ('{"a": 1}  \n;;;\nBody', "json", '{"a": 1}  \n;;;', "Body"),
        (';;;\n{"a": 1}\n;;;\nBody', "json", ';;;\n{"a": 1}\n;;;', "Body"),
        (';;;\n"a": 1\n;;;\nBody', "json", ';;;\n"a": 1\n;;;', "Body"),
    ],
)
def test_front_matter_ends_at_its_closing_rule(
    text: str, syntax: str, front: str, body: str
) -> None:
    found, rest = parts(text)
    assert found is not None
    assert (found.syntax, found.span.of(text), rest) == (syntax, front, body)
    assert found.problem is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "Body\n---\ntitle: A\n---\n",
        "\n---\ntitle: A\n---\n",
        "----\ntitle: A\n----\n",
        "---\nJust words between two breaks.\n---\n",
        "---\n\nHe said: go home\nand they went.\n\n---\nMore.\n",
        "---\n- one\n- two\n---\n",
        "---\nNote: this is below a thematic break.\n\nMore.\n",
        "---\n\ntitle: A\n",
        "+++\nwords\n+++\n",
        "+++ title +++\n",
        "{{< figure src=a.png >}}\n",
        "{% raw %}\n",
        "{/* a comment */}\n",
        '{"a": 1} and words\n',
        '{"hello"}\n',
        ";;;\n",
    ],
)
def test_what_only_looks_like_front_matter_is_body(text: str) -> None:
    assert split(Source("a.md", text)) == (None, 0)


def test_indented_front_matter_is_read() -> None:
    text = "---\n    title: Мезотерапия лица\n    hero_image: a.JPG\n---\n# Мезотерапия лица\n"
    assert quotes(text) == [
        ("title", "title", "Мезотерапия лица"),
        ("hero_image", "hero_image", "a.JPG"),
    ]
    assert parts(text)[1] == "# Мезотерапия лица\n"


def test_a_rule_inside_a_block_scalar_closes_nothing() -> None:
    text = "---\ntext: |\n  one\n  ---\n  two\nlast: 1\n---\nBody"
    assert values(text) == {"text": "one\n---\ntwo\n", "last": 1}
    assert quotes(text)[0] == ("text", "text", "one\n  ---\n  two")
    assert parts(text)[1] == "Body"


# Values and places


@pytest.mark.parametrize(
    ("yaml_text", "value", "quote"),
    [
        ("plain words", "plain words", "plain words"),
        ("words # a comment", "words", "words"),
        ('"quoted: words"', "quoted: words", "quoted: words"),
        ("'it''s'", "it's", "it''s"),
        ('""', "", ""),
        ("😀 слово", "😀 слово", "😀 слово"),
        ("5", 5, "5"),
        ("1.5", 1.5, "1.5"),
        ("true", True, "true"),
        ("~", None, "~"),
        ("", None, ""),
        ("2024-03-01", "2024-03-01", "2024-03-01"),
        ("2024-03-01 10:30:00", "2024-03-01T10:30:00", "2024-03-01 10:30:00"),
        ("2024-02-31", "2024-02-31", "2024-02-31"),
        ("!!str 12", "12", "12"),
        ("!unknown word", "word", "word"),
        ("&anchor word", "word", "word"),
        ("&anchor", None, ""),
        ("one\n  two", "one two", "one\n  two"),
        (">-\n  one\n  two\n", "one two", "one\n  two"),
        ("|", "", ""),
        ("[]", (), "[]"),
        ("{}", (), "{}"),
    ],
)
def test_yaml_value_has_its_type_and_its_place(yaml_text: str, value: object, quote: str) -> None:
    text = f"---\nfirst: ж\nkey: {yaml_text}\n---\n"
    assert values(text)["key"] == value
    assert quotes(text)[1] == ("key", "key", quote)


def test_number_too_long_to_convert_stays_text() -> None:
    assert values(f"---\na: {'9' * 5000}\n---\n") == {"a": "9" * 5000}


def test_yaml_nested_keys_are_dotted_and_list_members_numbered() -> None:
    text = "---\nseo:\n  title: A\n  tags: [x, {y: z}]\nlist:\n- - 1\n---\n"
    assert quotes(text) == [
        ("seo.title", "title", "A"),
        ("seo.tags.0", "tags", "x"),
        ("seo.tags.1.y", "y", "z"),
        ("list.0.0", "list", "1"),
    ]


def test_yaml_alias_has_the_place_where_its_value_is_written() -> None:
    text = "---\na: &x {b: 1}\nc: *x\n---\n"
    assert quotes(text) == [("a.b", "b", "1"), ("c.b", "b", "1")]


def test_yaml_merge_gives_way_to_own_keys() -> None:
    text = "---\nbase: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n---\n"
    assert values(text) == {"base.x": 1, "base.y": 2, "own.y": 3, "own.x": 1}


def test_toml_values_have_their_types_and_places() -> None:
    text = (
        '+++\ntitle = "Цена: 5" # a comment\ndate = 2024-03-01\nat = 2024-03-01 10:30:00\n'
        "on = true\nraw = 'C:\\x'\n\"the key\".sub = 1\n"
        'tags = [\n  "x", # first\n  { y = "z" },\n]\nempty = []\n'
        'long = """\nfirst\n"quoted" last"""\n'
        "[seo . meta]\nn = 1_000\n[[item]]\nid = 1\n[[item]]\nid = 2\n[item.sub]\nid = 3\n[none]\n"
        "+++\nBody"
    )
    assert values(text) == {
        "title": "Цена: 5",
        "date": "2024-03-01",
        "at": "2024-03-01T10:30:00",
        "on": True,
        "raw": "C:\\x",
        "the key.sub": 1,
        "tags.0": "x",
        "tags.1.y": "z",
        "empty": (),
        "long": 'first\n"quoted" last',
        "seo.meta.n": 1000,
        "item.0.id": 1,
        "item.1.id": 2,
        "item.1.sub.id": 3,
        "none": (),
    }
    assert quotes(text) == [
        ("title", "title", "Цена: 5"),
        ("date", "date", "2024-03-01"),
        ("at", "at", "2024-03-01 10:30:00"),
        ("on", "on", "true"),
        ("raw", "raw", "C:\\x"),
        ("the key.sub", '"the key".sub', "1"),
        ("tags.0", "tags", "x"),
        ("tags.1.y", "y", "z"),
        ("empty", "empty", "[]"),
        ("long", "long", 'first\n"quoted" last'),
        ("seo.meta.n", "n", "1_000"),
        ("item.0.id", "id", "1"),
        ("item.1.id", "id", "2"),
        ("item.1.sub.id", "id", "3"),
        ("none", "none", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"ключ": "a\\"b", "n": -1.5e3, "o": {"p": [true, null, []]}}\n\nBody',
        ';;;\n"ключ": "a\\"b",\n"n": -1.5e3,\n"o": {"p": [true, null, []]}\n;;;\nBody',
    ],
)
def test_json_values_have_their_types_and_places(text: str) -> None:
    assert values(text) == {"ключ": 'a"b', "n": -1500.0, "o.p.0": True, "o.p.1": None, "o.p.2": ()}
    assert quotes(text) == [
        ("ключ", "ключ", 'a\\"b'),
        ("n", "n", "-1.5e3"),
        ("o.p.0", "p", "true"),
        ("o.p.1", "p", "null"),
        ("o.p.2", "p", "[]"),
    ]


def test_entries_can_be_hashed() -> None:
    front, _ = parts("---\na: []\nb: {}\nc: 2024-01-01\n---\n")
    assert isinstance(hash(front), int)


# What is broken


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("title: A: b", "title: A: b", "a colon inside the value needs quotes"),
        ("seo:\n  b: c: d", "b: c: d", "a colon inside the value needs quotes"),
        ("title:Hello", "title:Hello", "the colon after the key needs a space"),
        ("title:Hello\nauthor: B", "title:Hello", "the colon after the key needs a space"),
        ("a:\n\tb: c", "b: c", "a tab stands here: YAML wants spaces"),
        ('title: "A\nb: c', 'title: "A', "the quote that opens here is never closed"),
        ('a: 1\nb: "A\nc: "B"', 'b: "A', "the quote that opens here is never closed"),
        ("title: @home", "title: @home", "a value that begins with @ needs quotes"),
        ("title: *Note* it", "title: *Note* it", "a value that begins with * needs quotes"),
        ("title: *Note", "title: *Note", "a value that begins with * needs quotes"),
        (
            "a: b\n c: d",
            "c: d",
            "this line is indented as if it went on with the value above it",
        ),
        ("a: 1\nb: 2\na: 3", "a: 3", 'the key "a" stands here a second time; keep one of them'),
        ("a: 1\n--- b", "--- b", "a second YAML document begins here"),
        ("a: 1\nb: \x07", "b: \x07", "the character U+0007 is not allowed in YAML; remove it"),
    ],
)
def test_broken_yaml_blames_the_line_in_plain_words(content: str, line: str, reason: str) -> None:
    text = f"---\n{content}\n---\nBody"
    assert problem(text) == (line, reason)
    assert parts(text)[1] == "Body"


def test_other_broken_yaml_has_the_words_of_the_parser() -> None:
    line, reason = problem("---\na: [1,\nb: 2\n---\nBody")
    assert line == "b: 2"
    assert "expected ',' or ']'" in reason


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: A\nlist:\n- b\n\n# Head\n", "\n# Head\n"),
        ("---\ntitle: A", ""),
        ("---\ntitle: A\n# Head\n", "# Head\n"),
        (
            "---\ntitle: A\nb: c\n\n# Head\n\nWords.\n\n---\n\nMore.\n",
            "\n# Head\n\nWords.\n\n---\n\nMore.\n",
        ),
    ],
)
def test_missing_closing_rule_is_a_problem_and_the_body_is_read(text: str, body: str) -> None:
    assert problem(text) == ("---", NEVER_CLOSED)
    assert parts(text)[1] == body


def test_blank_lines_inside_broken_front_matter_do_not_end_it() -> None:
    text = "---\ntitle: A\n\nlead: B: c\ntags: d\n---\nBody"
    assert problem(text) == ("lead: B: c", "a colon inside the value needs quotes")
    assert parts(text)[1] == "Body"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("title = Hello", "title = Hello", "this is no TOML value: a text needs quotes"),
        ("a = 1\na = 2", "a = 2", "the key stands here a second time; keep one of them"),
        ("[a]\nb = 1\n[a]", "[a]", "the table stands here a second time; keep one of them"),
        ("title: Hello", "title: Hello", "expected '=' after a key in a key/value pair"),
        (f"a = {'[' * 10_000}", f"a = {'[' * 10_000}", TOO_DEEP),
    ],
)
def test_broken_toml_blames_the_line(content: str, line: str, reason: str) -> None:
    text = f"+++\n{content}\n+++\nBody"
    assert problem(text) == (line, reason)
    assert parts(text)[1] == "Body"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{\n "a": 1\n "b": 2\n}\nBody', '"a": 1', "a comma is missing after this value"),
        ('{\n "a": 1,\n "b" 2\n}\nBody', '"b" 2', "a colon is missing after the key"),
        (
            '{\n "a": 1,\n}\nBody',
            "}",
            "a key in double quotes is missing here; mind a comma before the closing brace",
        ),
        (
            '{\n "a": word\n}\nBody',
            '"a": word',
            "a value is missing here; a text needs double quotes",
        ),
        ('{\n "a": "b\n}\nBody', '"a": "b', "the quote that opens here is never closed"),
        (
            '{"a": 1, "a": 2}\n\nBody',
            '{"a": 1, "a": 2}',
            'the key "a" stands here a second time; keep one of them',
        ),
    ],
)
def test_broken_json_blames_the_line(text: str, line: str, reason: str) -> None:
    assert problem(text) == (line, reason)
    assert parts(text)[1].lstrip() == "Body"


# Hostile pages


def billion_laughs() -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(rows)


def billion_merges() -> str:
    rows = ["a0: &a0 {x: 1}"]
    rows += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 10)]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a: " + "[" * 10_000, TOO_DEEP),
        ("a: " + "{b: " * 10_000, TOO_DEEP),
        ("a: &a [*a]", TOO_DEEP),
        ("a: &a\n  <<: *a", TOO_DEEP),
        (billion_laughs(), TOO_MANY),
        (billion_merges(), TOO_MANY),
        ("\n".join(f"k{n}: v" for n in range(6_000)), TOO_MANY),
    ],
    ids=["lists", "mappings", "circle", "merge-circle", "laughs", "merges", "many"],
)
def test_hostile_yaml_is_a_problem_and_no_crash(content: str, reason: str) -> None:
    assert problem(f"---\n{content}\n---\nBody")[1] == reason


@pytest.mark.parametrize("depth", [500, 100_000])
def test_deep_json_is_a_problem_and_no_crash(depth: int) -> None:
    assert problem(f'{{"a": {"[" * depth}{"]" * depth}}}\n\nBody')[1] == TOO_DEEP


SIGNS = '--- +++ ;;; ... a: a = - # " \' [ ] { } | &a *a <<: ключ 😀 , [[x]] """ \ud800'.split(" ")
PIECES = st.sampled_from([*SIGNS, "\n", "\n\n", "a: b\n", "a = 1\n", "\n- ", "\t", "    ", " "])


@given(st.sampled_from(["---\n", "+++\n", ";;;\n", "{"]), st.lists(PIECES | st.text(max_size=5)))
def test_any_text_is_split_without_an_error(opening: str, pieces: list[str]) -> None:
    text = opening + "".join(pieces)
    front, start = split(Source("a.md", text))
    assert 0 <= start <= len(text)
    if front is None:
        assert start == 0
        return
    assert front.span.end <= start
    places = [span for e in front.entries for span in (e.key_span, e.value_span)]
    places += [front.problem.span] if front.problem else []
    assert all(front.span.covers(place) for place in places)
    assert not (front.problem and front.entries)


WORDS = st.text("ab1-:#'\"\\/{[&*!|>%@`, \n\tж😀", max_size=6)
KEYS = WORDS.filter(bool)
LEAVES = st.none() | st.booleans() | st.integers() | WORDS
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


def leaves(value: object, key: str = "") -> list[tuple[str, object]]:
    """What the entries of a tree should say."""
    if isinstance(value, dict | list) and value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        return [leaf for k, v in pairs for leaf in leaves(v, f"{key}.{k}" if key else str(k))]
    return [(key, () if value in ([], {}) else value)]


@settings(max_examples=50)
@given(TREES)
def test_json_entries_are_the_parsers_values_at_their_places(tree: dict[str, object]) -> None:
    text = json.dumps(tree, ensure_ascii=False) + "\n\nBody"
    front, _ = parts(text)
    assert front is not None
    assert [(e.key, e.value) for e in front.entries] == (leaves(tree) if tree else [])
    for entry in front.entries:
        if isinstance(entry.value, str):
            assert json.loads(f'"{entry.value_span.of(text)}"') == entry.value


@settings(max_examples=50)
@given(TREES)
def test_yaml_entries_are_the_parsers_values(tree: dict[str, object]) -> None:
    text = f"---\n{yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)}---\nBody"
    front, _ = parts(text)
    assert front is not None
    assert [(e.key, e.value) for e in front.entries] == (leaves(tree) if tree else [])


def as_toml(value: object) -> str:
    """A value as TOML on one line; JSON's strings and numbers are TOML's, too."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(k, ensure_ascii=False)} = {as_toml(v)}" for k, v in value.items()
            )
            + "}"
        )
    if isinstance(value, list):
        return "[" + "".join(f"{as_toml(member)}, # ]\n" for member in value) + "]"
    # TOML has no null, and half a surrogate pair is no escape of it.
    return json.dumps("" if value is None else value, ensure_ascii=False)


@settings(max_examples=50)
@given(TREES)
def test_toml_entries_are_the_parsers_values_at_their_places(tree: dict[str, object]) -> None:
    lines = [f"{json.dumps(key, ensure_ascii=False)} = {as_toml([v])}" for key, v in tree.items()]
    text = "\n".join(["+++", *lines, "+++", "Body"])
    front, _ = parts(text)
    assert front is not None
    assert front.problem is None
    expected = [leaf for key, value in tree.items() for leaf in leaves([value], key)]
    assert [(e.key, e.value) for e in front.entries] == [
        (key, "" if value is None else value) for key, value in expected
    ]
    for entry in front.entries:
        if isinstance(entry.value, str):
            assert json.loads(f'"{entry.value_span.of(text)}"') == entry.value


@given(st.dates())
def test_any_date_becomes_its_iso_text(day: date) -> None:
    assert values(f"---\nday: {day.isoformat()}\n---\n") == {"day": day.isoformat()}


def test_a_sentence_with_a_colon_between_two_rules_is_no_front_matter() -> None:
    text = "---\n\nМузей закрыт на ремонт: ждём вас осенью.\n\n---\n\n# Музей\n"
    assert split(Source("a.md", text)) == (None, 0)
