"""The rules the shop begins with. Rows marked unverified are from general knowledge: check them with the texts."""

from datetime import date

from django.db import migrations

CONSUMER_LAW = "Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP"
WRONG_FACTS = f"{CONSUMER_LAW}: thông tin sai hoặc thiếu, thường dẫn là 30 ngày"
OUR_RULE = "Quy định đổi trả của sàn"
FRESH = ("rau-cu-qua", "thit-thuy-san-tuoi", "do-an-nhanh", "1048-01", "1048-02", "1048-05")
DAY = 24

# product group, legal class, reason, hours, delivery fee back, legal basis
ROWS = (
    ("", "", "damaged", 7 * DAY, True, CONSUMER_LAW),
    ("", "", "spoiled", 7 * DAY, True, CONSUMER_LAW),
    ("", "", "wrong_item", 7 * DAY, True, CONSUMER_LAW),
    ("", "", "not_as_described", 30 * DAY, True, WRONG_FACTS),
    ("", "", "changed_mind", 0, False, OUR_RULE),
    ("", "craft", "changed_mind", 7 * DAY, False, OUR_RULE),
    ("", "cosmetics", "changed_mind", 7 * DAY, False, OUR_RULE),
    ("", "service", "damaged", 0, True, OUR_RULE),
    ("", "service", "spoiled", 0, True, OUR_RULE),
    ("", "service", "wrong_item", 0, True, OUR_RULE),
    *(
        (group, "", reason, 2 * DAY, True, f"{CONSUMER_LAW}; {OUR_RULE}: hàng tươi sống")
        for group in FRESH
        for reason in ("damaged", "spoiled", "wrong_item")
    ),
)


def write(apps, schema_editor):
    rule = apps.get_model("returning", "ReturnRule")
    rule.objects.bulk_create(
        rule(
            group_code=group,
            legal_class=legal_class,
            reason=reason,
            hours=hours,
            fee_back=fee_back,
            legal_basis=basis,
            valid_from=date(2024, 7, 1),
            verified=basis == OUR_RULE,
        )
        for group, legal_class, reason, hours, fee_back, basis in ROWS
    )


class Migration(migrations.Migration):
    dependencies = [("returning", "0001_after_the_order")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
