"""``python -m sverka`` is the command ``sverka``."""

from sverka.cli import main

if __name__ == "__main__":
    main()
