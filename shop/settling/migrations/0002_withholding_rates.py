"""The rates of Decree 117/2025/ND-CP, in force since 1 July 2025: households, and co-operative groups as
individuals trading together (docs/decisions/0015-ledger.md). Firms and co-operatives have no row.
"""

import datetime

from django.db import migrations

BASIS = "Nghị định 117/2025/NĐ-CP"
SINCE = datetime.date(2025, 7, 1)
RATES = {"goods": (100, 50), "services": (500, 200), "transport": (300, 150)}  # hundredths of a percent
FORMS = ("household", "group")


def plant(apps, schema_editor):
    rates = apps.get_model("settling", "TaxRate").objects
    for legal_form in FORMS:
        for supply, (vat, pit) in RATES.items():
            rates.get_or_create(
                legal_form=legal_form,
                supply=supply,
                valid_from=SINCE,
                defaults={"vat": vat, "pit": pit, "legal_basis": BASIS},
            )


class Migration(migrations.Migration):
    dependencies = [("settling", "0001_payouts_and_rates")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
