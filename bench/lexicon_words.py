"""Makes the list of general English words from the two lists of SCOWL that Debian ships.

    python bench/lexicon_words.py AMERICAN BRITISH [--check]

The files are ``/usr/share/dict/american-english-large`` and ``british-english-large`` of the
packages wamerican-large and wbritish-large. Their union goes, lower-cased and without possessives,
to the English pack, compressed; the notice beside it is that of SCOWL. With ``--check`` nothing
is written, and the exit code says whether the list is what it would be.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "lint/sverka/packs/lang/en/lexicon/scowl.gz"


def words(paths: list[Path]) -> list[str]:
    """The words of all files, sorted, one of each."""
    lines = {line for path in paths for line in path.read_text(encoding="utf-8").split()}
    return sorted({line.lower() for line in lines if not line.endswith("'s")})


def main() -> int:
    """Write the list, or compare it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lists", type=Path, nargs=2)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    found = words(options.lists)
    text = "\n".join(found).encode()
    if options.check:
        return int(gzip.decompress(TARGET.read_bytes()) != text)
    TARGET.write_bytes(gzip.compress(text, 9, mtime=0))
    print(f"{TARGET}: {len(found)} words, {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
