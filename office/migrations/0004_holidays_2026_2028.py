"""The public holidays of 2026 to 2028 (Labour Code 45/2019/QH14, Article 112), with the days off in exchange.

The days of 2027 and 2028 round Tết and 2 September follow the usual pattern until the yearly notice is out.
"""

from datetime import date

from django.db import migrations

LAW = "Bộ luật Lao động 45/2019/QH14, Điều 112"
NOTICE = f"{LAW}; thông báo nghỉ lễ, Tết hằng năm"
EXPECTED = f"{LAW}; dự kiến, chờ thông báo của năm"
INSTEAD = f"{LAW}, khoản 3 Điều 111 (nghỉ bù)"

DAYS = (
    ("2026-01-01", "Tết Dương lịch", LAW),
    ("2026-02-16", "Tết Nguyên đán (29 tháng Chạp)", NOTICE),
    ("2026-02-17", "Tết Nguyên đán (mồng 1)", NOTICE),
    ("2026-02-18", "Tết Nguyên đán (mồng 2)", NOTICE),
    ("2026-02-19", "Tết Nguyên đán (mồng 3)", NOTICE),
    ("2026-02-20", "Tết Nguyên đán (mồng 4)", NOTICE),
    ("2026-04-26", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương", INSTEAD),
    ("2026-04-30", "Ngày Chiến thắng", LAW),
    ("2026-05-01", "Ngày Quốc tế lao động", LAW),
    ("2026-09-01", "Quốc khánh (ngày liền kề)", NOTICE),
    ("2026-09-02", "Quốc khánh", LAW),
    ("2027-01-01", "Tết Dương lịch", LAW),
    ("2027-02-05", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2027-02-06", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2027-02-07", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2027-02-08", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2027-02-09", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2027-02-10", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2027-02-11", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2027-04-16", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2027-04-30", "Ngày Chiến thắng", LAW),
    ("2027-05-01", "Ngày Quốc tế lao động", LAW),
    ("2027-05-03", "Nghỉ bù Ngày Quốc tế lao động", INSTEAD),
    ("2027-09-02", "Quốc khánh", LAW),
    ("2027-09-03", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2028-01-01", "Tết Dương lịch", LAW),
    ("2028-01-03", "Nghỉ bù Tết Dương lịch", INSTEAD),
    ("2028-01-25", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2028-01-26", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2028-01-27", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2028-01-28", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2028-01-29", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2028-01-31", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2028-04-04", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2028-04-30", "Ngày Chiến thắng", LAW),
    ("2028-05-01", "Ngày Quốc tế lao động", LAW),
    ("2028-05-02", "Nghỉ bù Ngày Chiến thắng", INSTEAD),
    ("2028-09-01", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2028-09-02", "Quốc khánh", LAW),
    ("2028-09-04", "Nghỉ bù Quốc khánh", INSTEAD),
)


def plant(apps, schema_editor):
    Holiday = apps.get_model("office", "Holiday")
    Holiday.objects.bulk_create(
        [Holiday(day=date.fromisoformat(day), name=name, legal_basis=basis) for day, name, basis in DAYS],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("office", "0003_clocks_holidays_access")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
