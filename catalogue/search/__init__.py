"""Finding products by words and facets: what is asked, what comes back, and the engine behind.

`find(Query(...))` always answers: from the index, or from the database while that is missing or broken.
"""

import structlog

from .query import IndexUnusable, Query, Result

log = structlog.get_logger(__name__)

__all__ = ["IndexUnusable", "Query", "Result", "find"]


def find(query, *, prefix=False):
    """Answer `query`. A missing or broken index is reported, asked to be rebuilt, and never felt by the visitor."""
    from . import database, embedded, indexing  # the engines need the models, which need this package's app

    try:
        return embedded.find(query, prefix=prefix)
    except IndexUnusable as fault:
        log.warning("search index unusable, the database answers", error=str(fault))
        indexing.rebuild_later()
        return database.find(query, prefix=prefix)
