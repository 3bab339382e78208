"""What a consignment note says stays: the database refuses to change or delete a note and its lines.

Only a note's stage moves on. A migration that remakes one of these tables on SQLite drops its triggers: it
must plant them again.
"""

from django.db import migrations

FACTS = "consignment_id, kind, number, key, day, at, by_id, by_outlet, text, amount, commission, reverses_id"
REFUSALS = {
    "outlets_note_facts_stay": f"UPDATE OF {FACTS} ON outlets_note",
    "outlets_note_stays": "DELETE ON outlets_note",
    "outlets_noteline_same": "UPDATE ON outlets_noteline",
    "outlets_noteline_stays": "DELETE ON outlets_noteline",
}
SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS {name} BEFORE {what}
    BEGIN SELECT RAISE(ABORT, 'What a note says stays.'); END"""
    for name, what in REFUSALS.items()
]
POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'What a note says stays.' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    *(
        f"CREATE TRIGGER {name} BEFORE {what} FOR EACH ROW EXECUTE FUNCTION note_stays()"
        for name, what in REFUSALS.items()
    ),
]
BACK = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {name}" for name in REFUSALS],
    "postgresql": [
        *(f"DROP TRIGGER IF EXISTS {name} ON {what.rpartition(' ')[2]}" for name, what in REFUSALS.items()),
        "DROP FUNCTION IF EXISTS note_stays()",
    ],
}


def plant(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("outlets", "0001_outlets")]
    operations = [migrations.RunPython(plant, lift)]
