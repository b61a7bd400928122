"""An image is missing.

What it finds: an image that only one version has, whether it stands alone or in a text.

Why it matters: a picture often shows what the text relies on.

When it is wrong: a screenshot that makes sense in one language only.

Source: the images of aligned blocks, compared by file name without folder, suffix and language.
"""

from __future__ import annotations

from collections.abc import Iterator

from sverka.align import AlignedPair, Lack
from sverka.check import Check, Context
from sverka.finding import Finding, Severity
from sverka_checks.structure._kind import LABELS, differences, finding


def run(pair: AlignedPair, context: Context) -> Iterator[Finding]:
    """Report the images that one side lacks."""
    del context
    for difference in differences(pair, Lack.IMAGE):
        yield finding(pair, difference, difference.where)


MESSAGES = {
    "en": {
        "in": "An image is missing here: {quote}",
        "before": "{count:image is|images are} missing before this: {quote}",
        "after": "{count:image is|images are} missing after this: {quote}",
        "moved": "This image stands elsewhere in the other version: {quote}",
        "there": LABELS["en"],
    },
    "ru": {
        "in": "Здесь не хватает изображения: {quote}",
        "before": "Перед этой строкой не хватает "
        "{count:изображения|изображений|изображений}: {quote}",
        "after": "После этой строки не хватает "
        "{count:изображения|изображений|изображений}: {quote}",
        "moved": "В другой версии это изображение стоит в другом месте: {quote}",
        "there": LABELS["ru"],
    },
}

_RU = """# Аппарат

![Аппарат в кабинете](/img/device.jpg)

Аппарат охлаждает кожу до 4 градусов. ![Датчик](/img/sensor.png)
"""

_EN = """# The device

![The device in the office](/img/device.jpg)

The device cools the skin to 4 degrees. ![Sensor](/img/sensor.png)
"""

CHECK = Check(
    id="structure/image",
    unit="pair",
    run=run,
    severity=Severity.ERROR,
    messages=MESSAGES,
    bad=(
        {
            "ru/device.md": _RU,
            "en/device.md": _EN.replace("![The device in the office](/img/device.jpg)\n\n", ""),
        },
        {"ru/device.md": _RU, "en/device.md": _EN.replace(" ![Sensor](/img/sensor.png)", "")},
    ),
    good=({"ru/device.md": _RU, "en/device.md": _EN},),
    documentation=__doc__,
)
