"""What holds for any page: its own copy differs in nothing, one change is one difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.align import AlignedPair, Difference, Lexicon, align
from sverka.page import Kind, Page

Align = Callable[[str, str], AlignedPair]
Read = Callable[[str, str], Page]

# Statements, each of its own subject, in both languages.
POOL = (
    (
        "Врач осматривает кожу и подбирает лечение.",
        "The doctor examines the skin and selects a treatment.",
    ),
    ("Зимой птицы ищут корм возле домов.", "In winter birds look for food near houses."),
    (
        "Сервер сохраняет пароль в зашифрованном виде.",
        "The server stores the password in encrypted form.",
    ),
    (
        "Поезд отправляется с третьей платформы утром.",
        "The train leaves from the third platform in the morning.",
    ),
    ("Свежий хлеб храните в тканевом мешке.", "Keep fresh bread in a cloth bag."),
    (
        "Музей закрыт по понедельникам и в праздники.",
        "The museum is closed on Mondays and on holidays.",
    ),
    ("Перед сном проветрите комнату.", "Air the room before going to bed."),
    ("Дети до шести лет проходят бесплатно.", "Children under six years enter free of charge."),
    ("Кофе с молоком подают в высоком стакане.", "Coffee with milk is served in a tall glass."),
    (
        "Команда собирает проект и запускает тесты.",
        "The command builds the project and runs the tests.",
    ),
    ("Река выходит из берегов каждую весну.", "The river overflows its banks every spring."),
    ("Собаку держите на поводке в парке.", "Keep your dog on a leash in the park."),
    ("Билет можно вернуть в течение двух недель.", "A ticket may be returned within two weeks."),
    ("Пожилой мастер чинит старинные часы.", "An elderly master repairs antique clocks."),
    ("Горячая вода отключена до вечера пятницы.", "Hot water is turned off until Friday evening."),
    (
        "Письмо пришло без подписи и без адреса.",
        "The letter came without a signature and without an address.",
    ),
    ("Луна освещает снежные вершины гор.", "The moon lights up the snowy peaks of the mountains."),
    ("Учитель проверяет тетради после уроков.", "The teacher checks the notebooks after lessons."),
    (
        "Браузер показывает предупреждение об ошибке.",
        "The browser shows a warning about the error.",
    ),
    ("Мёд растворите в тёплом чае с лимоном.", "Dissolve honey in warm tea with lemon."),
    (
        "Стену красят белой краской в два слоя.",
        "The wall is painted with white paint in two layers.",
    ),
    (
        "Рыбаки возвращаются в порт с богатым уловом.",
        "The fishermen return to the port with a rich catch.",
    ),
    (
        "Аптека работает круглосуточно напротив вокзала.",
        "The pharmacy works around the clock opposite the station.",
    ),
    ("Ключ от шкафа лежит под зеркалом.", "The key to the cupboard lies under the mirror."),
    ("Песня стала популярной благодаря фильму.", "The song became popular thanks to the film."),
    ("Батарея телефона заряжается за полчаса.", "The phone battery charges in half an hour."),
    ("Картофель нарежьте тонкими кружками.", "Cut the potatoes into thin circles."),
    ("Самолёт задержали из-за густого тумана.", "The plane was delayed because of thick fog."),
    ("Договор подписывают обе стороны.", "The contract is signed by both parties."),
    ("Солнцезащитный крем обновляйте каждые два часа.", "Reapply sunscreen every two hours."),
    ("Библиотека выдаёт книги на месяц.", "The library lends books for a month."),
    ("Кошка спит на тёплом подоконнике.", "The cat sleeps on the warm windowsill."),
    ("Скидка действует только для новых клиентов.", "The discount applies only to new clients."),
    ("Лыжи и ботинки дают напрокат у подножия.", "Skis and boots are rented out at the foot."),
    (
        "Файл с настройками лежит в корне проекта.",
        "The settings file lies in the root of the project.",
    ),
    ("Художник рисует портрет углём.", "The artist draws a portrait in charcoal."),
    (
        "Повышенное давление требует отдыха и тишины.",
        "High blood pressure calls for rest and silence.",
    ),
    ("Пшеницу убирают в конце августа.", "Wheat is harvested at the end of August."),
    ("Таможня проверяет багаж пассажиров.", "Customs inspects the luggage of passengers."),
    (
        "Тесто накройте полотенцем и оставьте подниматься.",
        "Cover the dough with a towel and leave it to rise.",
    ),
    ("Запрос к базе данных выполняется медленно.", "The query to the database runs slowly."),
    ("Невеста выбрала платье синего цвета.", "The bride chose a blue dress."),
    ("Мост закрывают для машин ночью.", "The bridge is closed to cars at night."),
    ("Ветер сорвал крышу с сарая.", "The wind tore the roof off the barn."),
    ("Гости ужинают на открытой веранде.", "The guests have dinner on an open veranda."),
    ("Зубы чистите мягкой щёткой.", "Brush your teeth with a soft brush."),
    (
        "Стекло изготавливают из песка при высокой температуре.",
        "Glass is made from sand at a high temperature.",
    ),
    ("Налог уплачивают до первого декабря.", "The tax is paid before the first of December."),
    ("Спортсмен повредил колено на тренировке.", "The athlete injured his knee in training."),
    (
        "Огурцы поливают вечером тёплой водой.",
        "Cucumbers are watered with warm water in the evening.",
    ),
    (
        "Ребёнок боится темноты и громких звуков.",
        "The child is afraid of the dark and of loud sounds.",
    ),
    ("Журналист берёт интервью у министра.", "The journalist interviews the minister."),
    ("Лекарство нельзя сочетать с алкоголем.", "The medicine must not be combined with alcohol."),
    ("Палатку ставьте на сухом и ровном месте.", "Put up the tent in a dry and level place."),
    ("Лампа над столом мигает и гаснет.", "The lamp above the table flickers and goes out."),
    ("Акции компании подешевели вдвое.", "The company shares have become half as expensive."),
    ("Дыхание становится ровным и глубоким.", "Breathing becomes even and deep."),
    ("Фрукты моют под проточной водой.", "Fruit is washed under running water."),
    (
        "Новый стадион вмещает сорок тысяч зрителей.",
        "The new stadium holds forty thousand spectators.",
    ),
    ("Кольцо из серебра темнеет со временем.", "A silver ring darkens with time."),
)
TITLES = (
    ("Как подготовиться", "How to prepare"),
    ("Противопоказания", "Contraindications"),
    ("Цены на услуги", "Prices of services"),
    ("Частые вопросы", "Frequent questions"),
    ("Установка программы", "Installing the program"),
    ("История города", "History of the city"),
    ("Правила поведения", "Rules of conduct"),
    ("Уход после процедуры", "Care after the procedure"),
    ("Наши контакты", "Our contacts"),
    ("Список литературы", "List of literature"),
)

KIND_OF = {
    Kind.PARAGRAPH: "blocks",
    Kind.HEADING: "heading",
    Kind.ITEM: "items",
    Kind.ROW: "rows",
}


@dataclass(frozen=True)
class Group:
    """Paragraphs, headings, the items of a list or the rows of a table, as numbers of texts."""

    kind: Kind
    texts: tuple[int, ...]

    def text(self, number: int, side: int) -> str:
        return (TITLES if self.kind is Kind.HEADING else POOL)[self.texts[number]][side]

    def lines(self, side: int, without: int = -1) -> list[str]:
        """The lines of the group in one language, but for one of its texts."""
        kept = [number for number in range(len(self.texts)) if number != without]
        texts = [self.text(number, side) for number in kept]
        if self.kind is Kind.ROW:
            rows = [f"| {number + 1} | {text} |" for number, text in zip(kept, texts, strict=True)]
            return [rows[0], "|---|---|", *rows[1:]]
        mark = {Kind.HEADING: "## ", Kind.ITEM: "- "}.get(self.kind, "")
        return [mark + text for text in texts]


Groups = tuple[Group, ...]
Lost = tuple[int, int]
NOTHING: Lost = (-1, -1)


def write(groups: Groups, side: int, lost: Lost = NOTHING) -> str:
    """The page in one language, but for text ``lost[1]`` of group ``lost[0]``."""
    blocks = [("# Страница о жизни", "# A page about life")[side]]
    for number, group in enumerate(groups):
        lines = group.lines(side, lost[1] if number == lost[0] else -1)
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


SIZES = {Kind.PARAGRAPH: (1, 1), Kind.HEADING: (1, 1), Kind.ITEM: (3, 5), Kind.ROW: (3, 5)}


@st.composite
def pages(draw: st.DrawFn) -> Groups:
    """A page of 3 to 12 groups; no text stands on it twice."""
    texts = list(draw(st.permutations(range(len(POOL)))))
    titles = list(draw(st.permutations(range(len(TITLES)))))
    groups: list[Group] = []
    for wanted in draw(st.lists(st.sampled_from(sorted(SIZES)), min_size=3, max_size=12)):
        # Two lists in a row are one list.
        kind = Kind.PARAGRAPH if groups and groups[-1].kind is wanted else wanted
        heap = titles if kind is Kind.HEADING else texts
        size = draw(st.integers(*SIZES[kind]))
        if len(heap) < size:
            break
        groups.append(Group(kind, tuple(heap.pop() for _ in range(size))))
    return tuple(groups)


@st.composite
def pages_with_a_loss(draw: st.DrawFn) -> tuple[Groups, Lost]:
    """A page and one text of it that may be lost: not a table's head, nor what holds a page."""
    groups = draw(pages())
    places = [
        (number, text)
        for number, group in enumerate(groups)
        for text in range(1 if group.kind is Kind.ROW else 0, len(group.texts))
    ]
    return groups, draw(st.sampled_from(places))


def test_the_pool_holds_sixty_statements_of_their_own() -> None:
    for side in (0, 1):
        assert len({statement[side] for statement in POOL}) == len(POOL) == 60
        assert len({title[side] for title in TITLES}) == len(TITLES)


@given(groups=pages())
@settings(max_examples=50)
def test_a_translated_page_differs_in_nothing(aligned: Align, groups: Groups) -> None:
    assert aligned(write(groups, 0), write(groups, 1)).differences == ()


@pytest.mark.parametrize("languages", [("ru", "ru"), ("en", "en"), ("ru", "en"), ("en", "ru")])
@given(groups=pages())
@settings(max_examples=25)
def test_a_page_differs_in_nothing_from_its_own_copy(
    lexicon: Lexicon, read: Read, languages: tuple[str, str], groups: Groups
) -> None:
    text = write(groups, 0 if languages[0] == "ru" else 1)
    copies = (read(languages[0], text), read(languages[1], text))
    assert align(*copies, lexicon).differences == ()


@pytest.mark.parametrize("side", [0, 1])
@given(case=pages_with_a_loss())
@settings(max_examples=50)
def test_one_loss_is_one_difference_at_its_place(
    aligned: Align, side: int, case: tuple[Groups, Lost]
) -> None:
    groups, lost = case
    russian, english = (lost, NOTHING) if side == 0 else (NOTHING, lost)
    pair = aligned(write(groups, 0, russian), write(groups, 1, english))
    (found,) = pair.differences
    group = groups[lost[0]]
    sources = (pair.source.source, pair.target.source)
    assert (found.lack, found.side, found.count) == (KIND_OF[group.kind], side, 1)
    assert group.text(lost[1], 1 - side) in sources[1 - side].quote(found.there)
    assert _stands(found, sources[side].quote(found.place), groups, lost, side)


def _stands(found: Difference, place: str, groups: Groups, lost: Lost, side: int) -> bool:
    """Whether a loss is told before what follows it, or after what is before it."""
    row = [
        (number, group.text(text, side))
        for number, group in enumerate(groups)
        for text in range(len(group.texts))
    ]
    at = row.index((lost[0], groups[lost[0]].text(lost[1], side)))
    if found.where == "before":
        return row[at + 1][1] in place
    before = row[at - 1][1] if at else ("Страница о жизни", "A page about life")[side]
    return found.where == "after" and before in place


@given(case=pages_with_a_loss())
@settings(max_examples=50)
def test_what_one_side_lacks_the_other_has_too_much(
    aligned: Align, case: tuple[Groups, Lost]
) -> None:
    groups, lost = case
    (one,) = aligned(write(groups, 0), write(groups, 1, lost)).differences
    (other,) = aligned(write(groups, 0, lost), write(groups, 1)).differences
    assert (one.lack, one.where, one.count) == (other.lack, other.where, other.count)
    assert (one.side, other.side) == (1, 0)


@given(case=pages_with_a_loss())
@settings(max_examples=50)
def test_two_pages_of_other_languages_may_change_places(
    lexicon: Lexicon, read: Read, case: tuple[Groups, Lost]
) -> None:
    groups, lost = case
    russian, english = read("ru", write(groups, 0)), read("en", write(groups, 1, lost))
    (one,) = align(russian, english, lexicon).differences
    (other,) = align(english, russian, lexicon).differences
    assert one.side == 1 - other.side
    assert (one.lack, one.place, one.where, one.there, one.count) == (
        other.lack, other.place, other.where, other.there, other.count,
    )  # fmt: skip


@given(groups=pages(), data=st.data())
@settings(max_examples=50)
def test_every_difference_stands_in_the_texts(
    aligned: Align, groups: Groups, data: st.DataObject
) -> None:
    # Any two pages: what is told of them is a place in each.
    other = data.draw(pages())
    pair = aligned(write(groups, 0), write(other, 1))
    lengths = (len(pair.source.source.text), len(pair.target.source.text))
    for found in pair.differences:
        assert 0 <= found.place.start <= found.place.end <= lengths[found.side]
        assert 0 <= found.there.start < found.there.end <= lengths[1 - found.side]
        assert found.count >= 1


@st.composite
def sections(draw: st.DrawFn) -> list[Groups]:
    """The sections of a page: each a heading, a paragraph, and a list or a table."""
    texts = list(draw(st.permutations(range(len(POOL)))))
    titles = list(draw(st.permutations(range(len(TITLES)))))
    made: list[Groups] = []
    for kind in draw(st.lists(st.sampled_from((Kind.ITEM, Kind.ROW)), min_size=3, max_size=7)):
        texts, (first, *rest) = texts[4:], texts[:4]
        made.append(
            (
                Group(Kind.HEADING, (titles.pop(),)),
                Group(Kind.PARAGRAPH, (first,)),
                Group(kind, tuple(rest)),
            )
        )
    return made


def joined(parts: list[Groups]) -> Groups:
    return tuple(group for part in parts for group in part)


@given(parts=sections(), data=st.data())
@settings(max_examples=40)
def test_a_lost_section_is_one_difference(
    aligned: Align, parts: list[Groups], data: st.DataObject
) -> None:
    lost = data.draw(st.integers(0, len(parts) - 1))
    short = parts[:lost] + parts[lost + 1 :]
    (found,) = aligned(write(joined(parts), 0), write(joined(short), 1)).differences
    assert (found.lack, found.side, found.count) == ("section", 1, 1)


@given(parts=sections(), data=st.data())
@settings(max_examples=40)
def test_a_section_that_moved_is_one_difference(
    aligned: Align, parts: list[Groups], data: st.DataObject
) -> None:
    numbers = st.lists(st.integers(0, len(parts) - 1), min_size=2, max_size=2, unique=True)
    old, new = data.draw(numbers)
    moved = parts[:old] + parts[old + 1 :]
    moved.insert(new, parts[old])
    (found,) = aligned(write(joined(parts), 0), write(joined(moved), 1)).differences
    assert (found.lack, found.side) == ("order", 1)
