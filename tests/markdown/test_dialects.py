"""What site builders add to Markdown: none of it is prose, and what it wraps is read as ever."""

from __future__ import annotations

import pytest

from sverka.markdown import parse
from sverka.markdown.shortcodes import BUILTIN, Shortcode, mask
from sverka.page import OBJECT, Block

THING = OBJECT


def outline(
    text: str, suffix: str = ".md", shortcodes: tuple[Shortcode, ...] = ()
) -> list[tuple[str, str, str]]:
    """The leaves of the page: kind, prose, and the text under the span."""
    document = parse(text, suffix=suffix, shortcodes=shortcodes)
    leaves = [b for top in document.blocks for b in top.walk() if not b.children]
    return [(b.kind.value, b.prose.text.rstrip(), b.span.of(text)) for b in leaves]


def things(text: str) -> list[tuple[str, str, str, str]]:
    """The inline things: kind, the text under the span, what is seen of it, address."""
    blocks = [b for top in parse(text).blocks for b in top.walk()]
    return [
        (i.kind.value, i.span.of(text), i.text.of(text), i.target)
        for b in blocks
        for i in b.inlines
    ]


WORDS = ("paragraph", "Слова.", "Слова.")


@pytest.mark.parametrize(
    "text",
    [
        '{{< note title="Имя" >}}\nСлова.\n{{< /note >}}',
        "{{% note %}}\n\nСлова.\n\n{{% /note %}}",
        '{{< tabs\n  name="Имя"\n>}}\nСлова.\n{{< /tabs >}}',
        "{% if a %}\nСлова.\n{% endif %}",
        "{%- if a -%}\nСлова.\n{%- else -%}\n{%- endif -%}",
        "{% raw %}\nСлова.\n{% endraw %}",
        '{% note info "Имя" %}\n\nСлова.\n\n{% endnote %}',
        '{% cut "Имя" %}\n\nСлова.\n\n{% endcut %}',
        '{% note a="%}" %}\n\nСлова.\n\n{% endnote %}',
        ":::tip\nСлова.\n:::",
        "::: warning Имя контейнера\nСлова.\n:::",
        "::::info[Имя]\n:::tip\nСлова.\n:::\n::::",
        "{note:info}\n\nСлова.\n\n{/note}",
        "{tabs}\n{tab(Имя вкладки)}\n\nСлова.\n\n{/tab}\n{/tabs}",
        "{ifdef(public)}\nСлова.\n{/ifdef}",
        "<Tabs>\n<Tab name='a'>\n\nСлова.\n\n</Tab>\n</Tabs>",
        '<Foo\n  a="b > c"\n  d={e => {f}}\n>\n\nСлова.\n\n</Foo>',
        "<!-- имя -->\nСлова.",
        "<!-- имя\n\nимя -->\n\nСлова.",
        "{/* имя */}\n\nСлова.",
        '<script>\nlet a = "имя";\n\nb();\n</script>\n\nСлова.',
        "<style>\n.a {}\n\n.b {}\n</style>\n\nСлова.",
        "<div class='a'>\n\nСлова.\n\n</div>",
        "[[toc]]\n\nСлова.",
        "[TOC]\n\nСлова.",
        'import Tabs from "@theme/Tabs";\n\nСлова.',
        "***\n\nСлова.\n\n---",
        "Слова.\n{.a #b}",
        "\u00a0\nСлова.",
    ],
)
def test_wrapper_is_nothing_and_what_it_wraps_is_a_block(text: str) -> None:
    assert outline(text) == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        '{{< figure src="a.png" >}}',
        "{{% include a.md %}}",
        "{{</* note */>}}",
        "{{ имя }}",
        "{% include a.html %}",
        '{% include a.html\n  b="c" %}',
        "{{#include a.rs:1:2}}",
        "{include(/a/b.md)}",
        "{include(/a/b.md)[tags=имя]}",
        '<Foo a="b" />',
        "<Foo a={b => c} />",
        '<Foo\n  a="b"\n/>',
    ],
)
def test_thing_that_stands_alone_is_an_embed_on_its_first_line(text: str) -> None:
    assert outline(text) == [("embed", THING, text.split("\n", maxsplit=1)[0])]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("До {{< kbd >}} и {{% ref a %}}.", f"До {THING} и {THING}."),
        ("Версия {{ page.a }} и {var(sys)}.", f"Версия {THING} и {THING}."),
        ("Слово {{#include a.md}}.", f"Слово {THING}."),
        ("Слова <!-- имя -->тут.", "Слова тут."),
        ("Слова {/* имя */}тут.", "Слова тут."),
        ("Слово{#a}, слово{.b}, слово{: .c}.", "Слово, слово, слово."),
        ("{heading(Слова (тут))[id=x]}", "Слова (тут)"),
        ("См. {linkto(../a#b)[text=слова]}, да.", "См. слова, да."),
        ("{{< b >}}Слова{{< /b >}} тут", "Слова тут"),
        (r"Пишут \{{ имя }} так", "Пишут {{ имя }} так"),
        (r"Пишут \\{{ имя }} так", f"Пишут \\{THING} так"),
        ("{% незакрытое", "{% незакрытое"),
        ("{{ незакрытое", "{{ незакрытое"),
        ("<!-- незакрытое", None),
        ("Слова {имя} тут", "Слова {имя} тут"),
        ("import the file from a disk", "import the file from a disk"),
    ],
)
def test_prose_has_no_markup_of_shortcodes(text: str, prose: str | None) -> None:
    assert [found for _, found, _ in outline(text) if found] == ([prose] if prose else [])


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# Имя {#a}", "Имя"),
        ("## Имя {#a} ##", "Имя"),
        ("# Имя (#a)", "Имя"),
        ("# {heading(Имя)[id=x]}", "Имя"),
        ("Имя {#a}\n===", "Имя"),
    ],
)
def test_heading_has_its_words_without_its_anchor(text: str, prose: str) -> None:
    assert outline(text) == [("heading", prose, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from './a'\nexport const b = 1\n\nСлова.", [WORDS]),
        ("import {\n  A,\n  B,\n} from './a'\n\nСлова.", [WORDS]),
        ("export const a = {\n  b: 1,\n\n  c: 2,\n}\n\nСлова.", [WORDS]),
        ("Слова {a} тут.", [("paragraph", f"Слова {THING} тут.", "Слова {a} тут.")]),
        ("exported\n", [("paragraph", "exported", "exported")]),
    ],
)
def test_code_of_mdx_is_no_prose(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert outline(text, ".mdx") == expected


def test_tabs_of_a_list_keep_their_items() -> None:
    text = "{% list tabs %}\n\n- Имя\n\n  Слова.\n\n- Второе\n\n  Ещё.\n\n{% endlist %}"
    block = parse(text).blocks[0]
    assert block.span.of(text) == text[17:-15]
    assert [item.span.of(text) for item in block.children] == [
        "- Имя\n\n  Слова.",
        "- Второе\n\n  Ещё.",
    ]


def test_cells_of_an_extended_table_hold_blocks() -> None:
    text = "#|\n||\n\n**А**\n\n|\n\n- б\n- в\n\n||\n|| г | `|` ||\n|#\n\nСлова."
    table, words = parse(text).blocks
    cells = [[cell.span.of(text) for cell in row.children] for row in table.children]
    assert cells == [["**А**", "- б\n- в"], ["г", "`|`"]]
    assert [child.kind.value for child in table.children[0].children[1].children] == ["list"]
    assert (table.span.of(text), words.span.of(text)) == (text[:-8], "Слова.")


@pytest.mark.parametrize("text", ["#|\n|| а | б ||", "#| а\n\n#| б"])
def test_extended_table_without_its_end_is_no_table(text: str) -> None:
    assert {kind for kind, _, _ in outline(text)} == {"paragraph"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("![к](a.png =100x200)", "a.png"),
        ("![к](a.png =x600)", "a.png"),
        ('![к](a.png "имя" =50%x)', "a.png"),
        ("![к](a.png){width=10}", "a.png"),
        ("[![к](a.png)]({{< ref b >}})", "a.png"),
    ],
)
def test_dressed_image_is_an_image(text: str, target: str) -> None:
    assert [kind for kind, _, _ in outline(text)] == ["image"]
    assert [target for kind, _, _, target in things(text) if kind == "image"] == [target]


def test_address_that_holds_a_shortcode_is_kept_as_written() -> None:
    assert things('[а]({{< ref "b.md" >}}#c)') == [
        ("link", '[а]({{< ref "b.md" >}}#c)', "а", '{{< ref "b.md" >}}#c')
    ]


def test_link_of_a_shortcode_has_its_text_and_address() -> None:
    link = "{linkto(../a#b)[text=слова]}"
    assert things(f"См. {link}.") == [("link", link, "слова", "../a#b")]


def test_raw_html_keeps_its_links_and_images() -> None:
    text = '<div>\n<img src="a.png"> <a href="b">слова</a>\n</div>'
    assert [(kind, target) for kind, _, _, target in things(text)] == [
        ("image", "a.png"),
        ("link", "b"),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "```\n{% note %}\n{{ a }} <!-- b -->\n```",
        "~~~ {{ a }}\n{{ a }}\n~~~",
        "````\n```\n{{ a }}\n````",
        "- ```\n  {{ a }}\n  ```",
        "> ```\n> {{ a }}\n> ```",
        "`{{ a }}`",
        "``a ` {{ a }}``",
        "a `b\n{% note %} c`",
        "    {% note %}\n    <!-- a -->",
        "Слова.\n\n\t{{ a }}\n\n    {% b %}",
        r"\{{ a }}",
        r"\<!-- a -->",
    ],
)
def test_code_is_never_masked(code: str) -> None:
    masked = mask(code, BUILTIN)
    assert (masked.text, masked.comments) == (code, ())


def test_paragraphs_of_a_list_are_no_code() -> None:
    text = "1. Слова.\n\n    Ещё {{ a }}."
    assert outline(text)[1][1] == f"Ещё {THING}."


@pytest.mark.parametrize(
    ("role", "prose", "links"),
    [
        ("wrap", "До  после", []),
        ("auto", f"До {THING} после", []),
        ("embed", f"До {THING} после", []),
        ("text", "До слово после", []),
        ("link", "До слово после", ["адрес"]),
        ("mark", "До  после", []),
    ],
)
def test_own_shortcode_does_as_its_role_says(role: str, prose: str, links: list[str]) -> None:
    pattern = r"%%(?P<name>\w+):(?P<target>\w+):(?P<text>\w+)%%(?P<close>/)?"
    own = (Shortcode("own", pattern, role),)
    blocks: tuple[Block, ...] = parse("До %%a:адрес:слово%% после", shortcodes=own).blocks
    found = [i.target for i in blocks[0].inlines if i.kind.value == "link"]
    assert (blocks[0].prose.text, found) == (prose, links)


def test_own_shortcode_of_another_suffix_is_prose() -> None:
    own = (Shortcode("own", "%%", "embed", only_in=".mdx"),)
    assert outline("До %%", ".md", own) == [("paragraph", "До %%", "До %%")]


def test_comments_are_kept_with_their_places() -> None:
    text = "<!-- а -->\n\n`<!-- б -->` {/* в */}"
    assert [(c.text, c.span.of(text)) for c in parse(text).comments] == [
        ("а", "<!-- а -->"),
        ("в", "{/* в */}"),
    ]
