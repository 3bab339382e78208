"""Acts that begin together in threads of their own: real transactions at once, on PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from office.stages import Refused


def at_once(*acts):
    """[what each act gave, or its `Refused`]. Any other fault is raised."""
    gate = threading.Barrier(len(acts))

    def run(act):
        gate.wait(60)
        try:
            return act()
        except Refused as no:
            return no
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def of_each(number, act):
    """The same of `act(0)`, `act(1)`, … so many times."""
    return at_once(*[lambda n=n: act(n) for n in range(number)])


def refusals(results):
    """The refusals among `results`."""
    return [each for each in results if isinstance(each, Refused)]
