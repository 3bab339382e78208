"""The clocks of Decree 356/2025 on personal data; where it leaves a span, we take its shorter end."""

from datetime import date

from django.db import migrations

LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP"
TIMES = (
    ("data.answer", 2, "working"),
    ("data.view", 10, "days"),
    ("data.copy", 10, "days"),
    ("data.correct", 10, "days"),
    ("data.erase", 10, "days"),
    ("data.withdraw", 15, "days"),
    ("data.restrict", 15, "days"),
    ("data.object", 15, "days"),
    ("data.processor", 20, "days"),
    ("data.extension", 15, "days"),
)


def plant(apps, schema_editor):
    Clock = apps.get_model("office", "Clock")
    for code, number, unit in TIMES:
        Clock.objects.get_or_create(
            code=code,
            valid_from=date(2026, 1, 1),
            defaults={"number": number, "unit": unit, "legal_basis": LAW},
        )


class Migration(migrations.Migration):
    dependencies = [("personal_data", "0001_initial"), ("office", "0003_clocks_holidays_access")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
