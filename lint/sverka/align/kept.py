"""An attribute that is worked out when it is first asked for, and kept.

`functools.cached_property` takes a lock for each of them on Python 3.11, which costs more than
most of what is kept of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_Value = TypeVar("_Value")


class kept(Generic[_Value]):  # noqa: N801 - it is written as `property` is
    """Makes a method such an attribute; its object needs a ``__dict__``, and no thread."""

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> kept[_Value]: ...

    @overload
    def __get__(self, instance: object, owner: type | None = None) -> _Value: ...

    def __get__(self, instance: object, owner: type | None = None) -> _Value | kept[_Value]:
        """The value; from the second time on Python finds it without coming here."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work(instance)
        return value
