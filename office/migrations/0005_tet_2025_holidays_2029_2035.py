"""The public holidays of 2029 to 2035 and Tết 2025 (Labour Code 45/2019/QH14, Articles 111 and 112).

Lunar days as in `outlets.hours.lunar`. The five days of Tết, the day beside 2 September and the days off in exchange
follow the usual pattern: the Department mends them when the notice of the year is out.
"""

from datetime import date

from django.db import migrations

LAW = "Bộ luật Lao động 45/2019/QH14, Điều 112"
NOTICE = f"{LAW}; thông báo nghỉ lễ, Tết hằng năm"
EXPECTED = f"{LAW}; dự kiến, chờ thông báo của năm"
INSTEAD = f"{LAW}, khoản 3 Điều 111 (nghỉ bù)"

DAYS = (
    ("2025-01-27", "Tết Nguyên đán (28 tháng Chạp)", NOTICE),
    ("2025-01-28", "Tết Nguyên đán (29 tháng Chạp)", NOTICE),
    ("2025-01-29", "Tết Nguyên đán (mồng 1)", NOTICE),
    ("2025-01-30", "Tết Nguyên đán (mồng 2)", NOTICE),
    ("2025-01-31", "Tết Nguyên đán (mồng 3)", NOTICE),
    ("2029-01-01", "Tết Dương lịch", LAW),
    ("2029-02-12", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2029-02-13", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2029-02-14", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2029-02-15", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2029-02-16", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2029-04-23", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2029-04-30", "Ngày Chiến thắng", LAW),
    ("2029-05-01", "Ngày Quốc tế lao động", LAW),
    ("2029-09-02", "Quốc khánh", LAW),
    ("2029-09-03", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2029-09-04", "Nghỉ bù Quốc khánh", INSTEAD),
    ("2030-01-01", "Tết Dương lịch", LAW),
    ("2030-02-01", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2030-02-02", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2030-02-03", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2030-02-04", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2030-02-05", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2030-02-06", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2030-02-07", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2030-04-12", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2030-04-30", "Ngày Chiến thắng", LAW),
    ("2030-05-01", "Ngày Quốc tế lao động", LAW),
    ("2030-09-02", "Quốc khánh", LAW),
    ("2030-09-03", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2031-01-01", "Tết Dương lịch", LAW),
    ("2031-01-22", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2031-01-23", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2031-01-24", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2031-01-25", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2031-01-26", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2031-01-27", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2031-01-28", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2031-04-01", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2031-04-30", "Ngày Chiến thắng", LAW),
    ("2031-05-01", "Ngày Quốc tế lao động", LAW),
    ("2031-09-01", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2031-09-02", "Quốc khánh", LAW),
    ("2032-01-01", "Tết Dương lịch", LAW),
    ("2032-02-10", "Tết Nguyên đán (29 tháng Chạp)", EXPECTED),
    ("2032-02-11", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2032-02-12", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2032-02-13", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2032-02-14", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2032-02-16", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2032-04-19", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2032-04-30", "Ngày Chiến thắng", LAW),
    ("2032-05-01", "Ngày Quốc tế lao động", LAW),
    ("2032-05-03", "Nghỉ bù Ngày Quốc tế lao động", INSTEAD),
    ("2032-09-02", "Quốc khánh", LAW),
    ("2032-09-03", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2033-01-01", "Tết Dương lịch", LAW),
    ("2033-01-03", "Nghỉ bù Tết Dương lịch", INSTEAD),
    ("2033-01-30", "Tết Nguyên đán (30 tháng Chạp)", EXPECTED),
    ("2033-01-31", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2033-02-01", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2033-02-02", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2033-02-03", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2033-02-04", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2033-04-09", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2033-04-11", "Nghỉ bù Giỗ Tổ Hùng Vương", INSTEAD),
    ("2033-04-30", "Ngày Chiến thắng", LAW),
    ("2033-05-01", "Ngày Quốc tế lao động", LAW),
    ("2033-05-02", "Nghỉ bù Ngày Chiến thắng", INSTEAD),
    ("2033-05-03", "Nghỉ bù Ngày Quốc tế lao động", INSTEAD),
    ("2033-09-01", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2033-09-02", "Quốc khánh", LAW),
    ("2034-01-01", "Tết Dương lịch", LAW),
    ("2034-01-02", "Nghỉ bù Tết Dương lịch", INSTEAD),
    ("2034-02-18", "Tết Nguyên đán (30 tháng Chạp)", EXPECTED),
    ("2034-02-19", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2034-02-20", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2034-02-21", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2034-02-22", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2034-02-23", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2034-02-24", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2034-04-28", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2034-04-30", "Ngày Chiến thắng", LAW),
    ("2034-05-01", "Ngày Quốc tế lao động", LAW),
    ("2034-05-02", "Nghỉ bù Ngày Chiến thắng", INSTEAD),
    ("2034-09-01", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2034-09-02", "Quốc khánh", LAW),
    ("2034-09-04", "Nghỉ bù Quốc khánh", INSTEAD),
    ("2035-01-01", "Tết Dương lịch", LAW),
    ("2035-02-07", "Tết Nguyên đán (30 tháng Chạp)", EXPECTED),
    ("2035-02-08", "Tết Nguyên đán (mồng 1)", EXPECTED),
    ("2035-02-09", "Tết Nguyên đán (mồng 2)", EXPECTED),
    ("2035-02-10", "Tết Nguyên đán (mồng 3)", EXPECTED),
    ("2035-02-11", "Tết Nguyên đán (mồng 4)", EXPECTED),
    ("2035-02-12", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2035-02-13", "Nghỉ bù Tết Nguyên đán", EXPECTED),
    ("2035-04-17", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", LAW),
    ("2035-04-30", "Ngày Chiến thắng", LAW),
    ("2035-05-01", "Ngày Quốc tế lao động", LAW),
    ("2035-09-02", "Quốc khánh", LAW),
    ("2035-09-03", "Quốc khánh (ngày liền kề)", EXPECTED),
    ("2035-09-04", "Nghỉ bù Quốc khánh", INSTEAD),
)


def plant(apps, schema_editor):
    Holiday = apps.get_model("office", "Holiday")
    Holiday.objects.bulk_create(
        [Holiday(day=date.fromisoformat(day), name=name, legal_basis=basis) for day, name, basis in DAYS],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("office", "0004_holidays_2026_2028")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
