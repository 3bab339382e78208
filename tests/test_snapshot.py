"""A first start loads a database instead of migrating one: both ways lead to the same."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MADE_UP = {"applied", "translation_key"}  # the hour, and Wagtail's random keys
NUMBERS = {  # that tell only in which order rows came
    "django_migrations": {"id"},
    "django_content_type": {"id"},
    "auth_permission": {"id", "content_type_id"},
}

pytestmark = pytest.mark.either_engine


def migrated(folder):
    """The embedded database in `folder` after `manage.py migrate`."""
    surroundings = {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""}
    surroundings["DJANGO_SETTINGS_MODULE"] = "shop.settings.dev"
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True, env=surroundings
    )
    return sqlite3.connect(folder / "ocop.sqlite3")


def schema(connection):
    made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    return [each for each in made if not each[1].startswith("sqlite_")]


def rows(connection):
    """{table: its rows, without what need not be the same}."""
    found = {}
    for kind, name, _, _ in schema(connection):
        if kind != "table" or name.startswith("wagtailsearch_indexentry_fts"):
            continue
        cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608
        left_out = MADE_UP | NUMBERS.get(name, set())
        kept = [number for number, column in enumerate(cursor.description) if column[0] not in left_out]
        found[name] = sorted(repr([row[number] for number in kept]) for row in cursor)
    return found


def test_a_database_begun_from_the_snapshot_is_the_one_all_migrations_make(tmp_path):
    long, short = tmp_path / "long", tmp_path / "short"
    short.mkdir()
    begun = sqlite3.connect(short / "ocop.sqlite3")
    begun.executescript((ROOT / "shop" / "snapshot.sql").read_text())
    begun.close()
    one, other = migrated(long), migrated(short)
    assert schema(one) == schema(other)
    assert rows(one) == rows(other)
    assert other.execute("PRAGMA foreign_key_check").fetchall() == []
    assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    one.close()
    other.close()
