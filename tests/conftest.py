"""What all tests share.

Migrations take a minute, so a migrated database is kept as a template, keyed by a hash of the
migration files. It is copied at the start of a run, and its rows after a test that commits. On SQLite
it begins as the demo does, with `shop/snapshot.sql`; `test_snapshot.py` says that the migrations lead
to the same.
A skip is a failure when `NO_SKIPS=1` (in CI).
"""

import fcntl
import gc
import hashlib
import io
import os
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.commands import flush
from django.db import connections
from django.utils import translation

from factories import Shop
from office.notices import ConsoleMessenger

ROOT = Path(__file__).resolve().parent.parent
SNAPSHOT = ROOT / "shop" / "snapshot.sql"
KEEP = """
CREATE SCHEMA kept;
DO $$ DECLARE each text; filled boolean; BEGIN
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', each) INTO filled;
    IF filled THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', each, each); END IF;
  END LOOP;
END $$;
CREATE FUNCTION kept.bring_back() RETURNS void LANGUAGE plpgsql AS $$ DECLARE each text; BEGIN
  SET LOCAL session_replication_role = replica;  -- what stays and what points elsewhere is not asked
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DELETE FROM public.%I', each);
  END LOOP;
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
    EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', each, each);
  END LOOP;
END $$;
"""
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop beside the ORM


def migrations_hash():
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + KEEP.encode())
    reference = [
        *ROOT.glob("catalogue/*/data/*.csv"),
        *ROOT.glob("catalogue/producers/places.py"),
        ROOT / "catalogue/grouping.py",
        SNAPSHOT,
    ]
    for path in sorted([*ROOT.glob("*/**/migrations/*.py"), *reference]):
        if ".venv" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Each worker has a database of its own, named after the migrations it was made from."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"{migrations_hash()}_{worker}"
    test = settings.DATABASES["default"].setdefault("TEST", {})
    connection = connections["default"]
    if connection.vendor == "sqlite":
        folder = settings.DATA_DIR / "test"
        folder.mkdir(parents=True, exist_ok=True)
        name = str(folder / f"run_{name}.sqlite3")
    else:
        name = f"test_ocop_{name}"
    test["NAME"] = name
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """Copy the template database, making it first when the migrations have changed."""
    with django_db_blocker.unblock():
        connection = connections["default"]
        target = connection.settings_dict["TEST"]["NAME"]
        if connection.vendor == "sqlite":
            _from_sqlite_template(connection, Path(target))
        else:
            _from_postgres_template(connection, target)
        yield
        for each in connections.all():
            each.close()


def _flush_to_the_template(connection, bring_back):
    """After a test that commits, Django empties every table: here what the template holds comes back."""
    ops = type(connection.ops)  # a browser's event loop has connections of its own
    ops.execute_sql_flush = lambda self, statements: bring_back(self.connection)
    flush.emit_post_migrate_signal = lambda *args, **kwargs: None  # permissions are among it


def _from_sqlite_template(connection, target):
    template = settings.DATA_DIR / "test" / f"template_{migrations_hash()}.sqlite3"
    with (template.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not template.exists():
            for old in template.parent.glob("template_*"):
                old.unlink()
            building = template.with_suffix(".new")
            building.unlink(missing_ok=True)
            load_snapshot(building)
            _migrate_file(connection, building, _migrate_all)
            building.rename(template)
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    shutil.copy(template, target)
    _point_at(connection, target)

    def bring_back(connection):
        connection.ensure_connection()
        source = sqlite3.connect(template)
        source.backup(connection.connection)
        source.close()

    _flush_to_the_template(connection, bring_back)


def load_snapshot(path):
    """What `bin/setup` begins with, at `path`."""
    connection = sqlite3.connect(path)
    connection.executescript(SNAPSHOT.read_text())
    connection.close()


@contextmanager
def rare_collection():
    """Migrating makes 36,000 model classes; the garbage collector would take a third of the time."""
    before = gc.get_threshold()
    gc.set_threshold(500_000, 100, 1000)
    yield
    gc.set_threshold(*before)


@rare_collection()
def _migrate_all():
    """Every migration, and the reference data every test may count on: places and product groups."""
    call_command("migrate", verbosity=0)
    call_command("load_reference", stdout=io.StringIO())


def _migrate_file(connection, path, migrate):
    _point_at(connection, path)
    migrate()
    connection.cursor().execute("PRAGMA journal_mode=DELETE")
    connection.close()


def _from_postgres_template(connection, target):
    template = f"ocop_template_{migrations_hash()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(4242)")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        if not cursor.fetchone():
            cursor.execute(f'DROP DATABASE IF EXISTS "{template}_new"')
            cursor.execute(f'CREATE DATABASE "{template}_new"')
            _point_at(connection, f"{template}_new")
            _migrate_all()
            connection.cursor().execute(KEEP)
            connection.close()
            cursor.execute(f'ALTER DATABASE "{template}_new" RENAME TO "{template}"')
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{template}"')
        cursor.execute("SELECT pg_advisory_unlock(4242)")
    _point_at(connection, target)
    _flush_to_the_template(
        connection, lambda connection: connection.cursor().execute("SELECT kept.bring_back()")
    )


def _point_at(connection, name):
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = str(name)
    connection.settings_dict["NAME"] = str(name)


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    """Each test has a search index of its own, a cache that forgets the one before, and speaks Vietnamese."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    translation.activate("vi")  # a page in English leaves its language in the thread


@pytest.fixture
def reference(db):
    """Places, groups, holidays and times, for tests that count on them: the template has them."""


@pytest.fixture
def shop(reference):
    """Makers of rows: see `factories.Shop`."""
    return Shop()


@pytest.fixture
def texts(monkeypatch):
    """The text messages sent, (number, text); the console stands for the carrier."""
    sent = []
    monkeypatch.setattr(ConsoleMessenger, "send", lambda self, to, text: sent.append((to, text)))
    return sent


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("NO_SKIPS") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and skips are forbidden here: {report.longrepr}"


def pytest_collection_modifyitems(config, items):
    """Row locks and real concurrency are PostgreSQL's: on SQLite those tests are left out, not skipped."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    chosen = [item for item in items if not item.get_closest_marker("postgres")]
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = chosen


@pytest.fixture(scope="module")
def chromium():
    """A real Chromium (`CHROMIUM`), one at a time: two of Playwright's cannot be open at once in a process."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).exists():
        pytest.skip(f"Chromium is not at {path} (Debian: apt install chromium)")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()
