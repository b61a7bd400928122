"""The checks: one module a rule, ``<family>/<rule_with_underscores>.py``.

Each holds one `sverka.check.Check` named ``CHECK`` whose id is its path,
``structure/list_items.py`` -> ``structure/list-items``. A module whose name begins with ``_`` is
a kind that rules share, and no rule itself. See `sverka.registry`.
"""
