"""How long each step of a complaint takes: our own rule, inside what the law leaves."""

from datetime import date

from django.db import migrations

LAW = "Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15"
HOUSE = f"Quy chế hoạt động của sàn, theo {LAW}"
TIMES = (
    ("complaint.seller", 3, "working", HOUSE),
    ("complaint.reaction", 7, "working", HOUSE),
    ("complaint.platform", 5, "working", HOUSE),
    ("complaint.trade", 15, "working", f"{LAW} (cơ quan quản lý nhà nước về bảo vệ người tiêu dùng)"),
    ("complaint.inspection", 10, "working", "Quy chế hoạt động của sàn; kiểm tra nhãn OCOP theo Quyết định 148/QĐ-TTg"),
    ("complaint.reopen", 30, "days", HOUSE),
)


def plant(apps, schema_editor):
    Clock = apps.get_model("office", "Clock")
    for code, number, unit, basis in TIMES:
        Clock.objects.get_or_create(
            code=code,
            valid_from=date(2024, 7, 1),
            defaults={"number": number, "unit": unit, "legal_basis": basis},
        )


class Migration(migrations.Migration):
    dependencies = [("complaints", "0001_initial"), ("office", "0003_clocks_holidays_access")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
