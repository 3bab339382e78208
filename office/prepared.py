"""Questions whose SQL is built once: a hot page asks the same all day, and only its values differ.

Django builds the text of a query anew each time, which for a wide one takes ten times as long as the
database needs to answer. Nothing of an answer is kept here: each call asks the database.
"""

import copy
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.utils.translation import get_language

Value = int | str | Sequence[int]
MAX_KEY = 2**63 - 1  # from an address may come more than a key can be
MOST = 500  # shapes kept of one question: languages times lengths of lists


class Prepared:
    """`build(*values)` makes a query set; calling this with values gives the list of its rows.

    Values are whole numbers, texts and lists of whole numbers. `build` is called with stand-ins for them, once
    for each language and each length of a list: it may only hand them on to filters and annotations, and
    reads no clock and no setting that may change. Raises `ValueError` when a stand-in got lost in the SQL.
    """

    def __init__(self, build: Callable[..., Any]):
        self.build = build
        self._plans: dict[tuple, _Plan | None] = {}

    def __call__(self, *values: Value) -> list[Any]:
        values = tuple(value if isinstance(value, int | str) else _keys(value) for value in values)
        if any(isinstance(value, int) and value > MAX_KEY for value in values):
            return []
        shape = (
            connections[DEFAULT_DB_ALIAS].vendor,
            get_language(),
            *(None if isinstance(value, int | str) else len(value) for value in values),
        )
        if shape not in self._plans:
            if len(self._plans) >= MOST:
                self._plans.clear()
            self._plans[shape] = _plan(self.build, values)
        plan = self._plans[shape]
        return plan.ask(values) if plan else []


class _Plan:
    """A built query: its SQL, its parameters, and where each value goes among them."""

    def __init__(self, queryset, places: dict[Any, tuple[int, int | None]]):
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, params = self.compiler.as_sql()
        self.params = tuple(params)
        self.filled = [(n, places[each]) for n, each in enumerate(self.params) if _is_one_of(each, places)]
        if {place for _n, place in self.filled} != set(places.values()):
            raise ValueError("A value of a prepared question is not a parameter of its SQL.")

    def ask(self, values):
        params = list(self.params)
        for n, (which, item) in self.filled:
            value = values[which] if item is None else values[which][item]
            params[n] = type(params[n])(value)
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.as_sql = lambda *_args, **_options: (self.sql, tuple(params))
        asked = self.queryset._chain()
        asked.query.get_compiler = lambda *_args, **_options: compiler
        return list(asked)


def _plan(build, values):
    """The plan for values of this shape; None where nothing can be one of an empty list."""
    places: dict[Any, tuple[int, int | None]] = {}

    def stand_in(value, place):
        n = len(places)
        each = f"stand-in {n}" if isinstance(value, str) else 2_000_000_011 + n  # no key has come so far
        places[each] = place
        return each

    stand_ins = [
        stand_in(value, (which, None))
        if isinstance(value, int | str)
        else [stand_in(one, (which, item)) for item, one in enumerate(value)]
        for which, value in enumerate(values)
    ]
    queryset = build(*stand_ins)
    if not isinstance(queryset, models.QuerySet) or getattr(queryset, "_prefetch_related_lookups", None):
        raise ValueError("A prepared question is a query set without prefetched rows.")
    try:
        return _Plan(queryset, places)
    except EmptyResultSet:
        if any(not isinstance(value, int | str) and not value for value in values):
            return None  # one of no keys
        raise


def _keys(value):
    return [one for one in value if one <= MAX_KEY]


def _is_one_of(param, places):
    return isinstance(param, int | str) and not isinstance(param, bool) and param in places
