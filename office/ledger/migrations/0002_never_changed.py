"""What has been written stays: the database refuses to change or delete entries and rows.

On PostgreSQL it also refuses, when the transaction commits, an entry that does not sum to 0 or has no
rows. A migration that remakes one of these tables on SQLite drops its triggers: it must plant them again.
"""

from django.db import migrations

TABLES = ("ledger_entry", "ledger_row")

SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table}
    BEGIN SELECT RAISE(ABORT, 'What is written in the ledger stays.'); END"""
    for table in TABLES
    for act in ("UPDATE", "DELETE")
]

POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION ledger_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'What is written in the ledger stays.'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE OR REPLACE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        over bigint;
        entry bigint;
    BEGIN
        IF TG_TABLE_NAME = 'ledger_entry' THEN entry := NEW.id; ELSE entry := NEW.entry_id; END IF;
        SELECT sum(amount) INTO over FROM ledger_row WHERE entry_id = entry;
        IF over IS DISTINCT FROM 0 THEN
            RAISE EXCEPTION 'Ledger entry % does not balance.', entry
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END $$""",
    *(
        f"""CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION ledger_stays()"""
        for table in TABLES
    ),
    *(
        f"""CREATE CONSTRAINT TRIGGER {table}_balances AFTER INSERT ON {table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances()"""
        for table in TABLES
    ),
]

BACK = {
    "sqlite": [
        f"DROP TRIGGER IF EXISTS {table}_no_{act}" for table in TABLES for act in ("update", "delete")
    ],
    "postgresql": [
        *(
            f"DROP TRIGGER IF EXISTS {table}_{what} ON {table}"
            for table in TABLES
            for what in ("stays", "balances")
        ),
        "DROP FUNCTION IF EXISTS ledger_stays()",
        "DROP FUNCTION IF EXISTS ledger_balances()",
    ],
}


def plant(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(plant, lift)]
