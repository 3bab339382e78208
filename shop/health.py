"""`/healthz`: the process answers. `/readyz`: it can serve: database, migrations, cache, search index, jobs."""

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from catalogue.search.embedded import index
from catalogue.search.query import IndexUnusable
from office.outbox import Job, stuck

_migrated = False


@never_cache
def alive(request):
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def ready(request):
    """200 when orders can be taken, else 503. A missing index or cache is named but no reason to turn visitors away."""
    report = {"database": _database(), "cache": _cache(), "search": _search()}
    report["migrations"] = report["database"] and _migrations()
    if report["migrations"]:
        report["jobs"] = {"waiting": Job.objects.count(), "given_up": stuck().count()}
    fine = report["database"] and report["migrations"]
    return JsonResponse(report, status=200 if fine else 503)


def _database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # whatever it is, the answer is no
        return False
    return True


def _cache():
    try:
        cache.set("readyz", "1", 10)
        return cache.get("readyz") == "1"
    except Exception:  # whatever it is, the answer is no
        return False


def _migrations():
    global _migrated  # noqa: PLW0603  (once true it stays true for this process)
    if not _migrated:
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _migrated


def _search():
    """Which engine answers."""
    try:
        index()
    except IndexUnusable:
        return "database"
    return "embedded"


urlpatterns = [path("healthz", alive, name="healthz"), path("readyz", ready, name="readyz")]
