"""A word is rendered otherwise than everywhere else on the site.

What it finds: a noun that the translations of the site render one way nearly everywhere, and by
another word here, in a phrase in which it has the usual rendering elsewhere. No termbase is
needed; the habit must show in many places of several pages.

Why it matters: a reader takes two names for two things. Somebody else translated this page, or
it was translated before the name was settled.

When it is wrong: where the word is meant in another sense here, or the usual word would not do.
That is often so, and it is why this is a hint. Put words that must stay the same into a termbase;
`translation/term` then guards them.

Source: the renderings of each word over all pairs of pages of the site itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sverka.check import Check, Context
from sverka.finding import Finding, Place, Severity
from sverka.morphology import fold, morphology
from sverka.packs import Language
from sverka.site import Rendering, SiteFacts
from sverka.span import Span
from sverka_checks.translation._kind import LABELS, THERE

NOUN = "noun"


def run(site: SiteFacts, context: Context) -> Iterator[Finding]:
    """One finding a place where a noun has another rendering than elsewhere."""
    languages = {page.path: context.packs.languages.get(page.language) for page in site.pages}
    for one in site.renderings:
        if _is_noun(one, languages):
            yield Finding(
                place=_place(one.target),
                message="drift",
                data={
                    "here": one.here,
                    "there": one.there,
                    "usual": one.usual,
                    "count": one.count,
                    "total": one.total,
                },
                related=(_place(one.source, THERE),),
                confidence=0.6,
            )


def _is_noun(one: Rendering, languages: Mapping[str, Language | None]) -> bool:
    """Whether all three words are nouns, as far as their languages tell; one of them must."""
    source, target = languages.get(one.source[0]), languages.get(one.target[0])
    said = ((one.there, source), (one.usual, target), (one.here, target))
    kinds = {_kind(word, language) for word, language in said if language} - {""}
    return kinds == {NOUN}


def _kind(word: str, language: Language) -> str:
    known = morphology(language)
    return known.kind(known.lemmas(fold(word, language))[0])


def _place(where: tuple[str, int, int], label: str = "") -> Place:
    path, start, end = where
    return Place(path, Span(start, end), label)


MESSAGES = {
    "en": {
        "drift": "“{there}” is “{here}” here, and a form of “{usual}” in {count} of {total} places",
        THERE: LABELS["en"],
    },
    "ru": {
        "drift": "«{there}» здесь — «{here}», а в {count} из {total} мест — «{usual}» (в той или "
        "иной форме)",
        THERE: LABELS["ru"],
    },
}

_SITE = {
    "ru/start.md": "# Начало\n\nСервер сборки работает ночью. Настройки сборки лежат в папке "
    "проекта.\n\nОтчёт о сборке хранится месяц.\n",
    "en/start.md": "# Start\n\nThe build server works at night. The build settings are in the "
    "project folder.\n\nThe report on the build is kept for a month.\n",
    "ru/errors.md": "# Ошибки\n\nЕсли сборка не удалась, откройте журнал сборки.\n\nПервая ошибка "
    "сборки важнее остальных. После неё сборка обычно не имеет смысла.\n",
    "en/errors.md": "# Errors\n\nIf the build has failed, open the build log.\n\nThe first error "
    "of the build matters most. After it the build mostly makes no sense.\n",
    "ru/cache.md": "# Кэш\n\nКэш делает сборку быстрее.\n\nОчистите его, если в сборке старые "
    "файлы. По воскресеньям сборка очищает его сама.\n",
    "en/cache.md": "# Cache\n\nThe cache makes the build faster.\n\nClear it if the build has old "
    "files. On Sundays the build clears it itself.\n",
    "ru/rights.md": "# Доступ\n\nСборку запускает любой разработчик.\n\nЖурнал сборки видят все."
    "\n\nНастройки сборки видит только администратор.\n",
    "en/rights.md": "# Access\n\nAny developer can start the build.\n\nEveryone can see the build "
    "log.\n\nOnly the administrator can see the build settings.\n",
}

CHECK = Check(
    id="translation/term-drift",
    unit="site",
    run=run,
    severity=Severity.INFO,
    asked=True,
    messages=MESSAGES,
    bad=(
        {
            **_SITE,
            "en/rights.md": _SITE["en/rights.md"].replace("build settings", "assembly settings"),
        },
    ),
    good=(_SITE,),
    documentation=__doc__,
    needs=("renderings",),
)
