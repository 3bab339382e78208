"""Criteria of Decisions 920 and 950, the network's targets of 2019, and when half-year reports are due.

The parts on location and goods follow the decisions in short; those on facilities, staff and reports are short
forms that a person has to compare with the text in force.
"""

from datetime import date

from django.db import migrations

SHORT = "Ghi tóm tắt; phần cơ sở vật chất, nhân sự và báo cáo cần đối chiếu với văn bản gốc."
STANDARDS = (
    ("920", "Tiêu chí điểm bán theo Quyết định 920/QĐ-BCT", "Quyết định 920/QĐ-BCT ngày 16/04/2019",
     date(2019, 4, 16), date(2020, 12, 31)),
    ("950", "Tiêu chí điểm bán theo Quyết định 950/QĐ-BCT", "Quyết định 950/QĐ-BCT ngày 18/04/2023",
     date(2023, 4, 18), date(2025, 12, 31)),
)  # fmt: skip
PLACES = "trung tâm thương mại, siêu thị, chợ, trạm dừng nghỉ, ga, bến, khu du lịch, khách sạn, làng nghề, trung tâm triển lãm"
CRITERIA = (
    ("location", "Giao thông thuận tiện, đông người qua lại, có khách du lịch hoặc dân cư tập trung", True),
    ("location", f"Đặt tại một trong các nơi: {PLACES}{{post}}", True),
    ("goods", "Hàng bảo đảm chất lượng, an toàn thực phẩm và có nguồn gốc rõ ràng theo quy định", True),
    ("goods", "Có sản phẩm OCOP từ 3 sao, sản phẩm chủ lực của tỉnh, công nghiệp nông thôn tiêu biểu hoặc đặc sản địa phương", True),
    ("facilities", "Có biển hiệu OCOP, kệ trưng bày, đủ ánh sáng, niêm yết giá từng mặt hàng", True),
    ("facilities", "Nhận thanh toán không dùng tiền mặt (mã QR hoặc thẻ)", False),
    ("facilities", "Có chỗ đỗ xe hoặc gần bãi đỗ xe", False),
    ("staff", "Nhân viên hiểu sản phẩm và giới thiệu được cho khách", True),
    ("staff", "Mở cửa đúng giờ đã niêm yết", True),
    ("staff", "Cam kết báo cáo kết quả hoạt động cho Sở Công Thương", True),
)  # fmt: skip
TARGET_BASIS = "Quyết định 900/QĐ-UBND ngày 27/03/2019 của UBND tỉnh Hà Tĩnh"
TARGETS = (("each_area", "", 1, None), ("province", "centre", 1, 2), ("outside", "", 1, None))
REPORT_BASIS = "Quy ước của trang: 15 ngày sau kỳ sáu tháng; thời hạn theo văn bản của Bộ Công Thương chưa đối chiếu"


def plant(apps, schema_editor):
    Standard, Criterion = apps.get_model("outlets", "Standard"), apps.get_model("outlets", "Criterion")
    for code, name, basis, first, last in STANDARDS:
        standard, made = Standard.objects.get_or_create(
            code=code,
            defaults={"name": name, "legal_basis": basis, "valid_from": first, "valid_to": last, "note": SHORT},
        )
        if made:
            post = ", bưu điện, điểm bưu điện văn hóa xã" if code == "950" else ""
            Criterion.objects.bulk_create(
                Criterion(standard=standard, part=part, text=text.format(post=post), must_have=must, position=n)
                for n, (part, text, must) in enumerate(CRITERIA, 1)
            )
    Target = apps.get_model("outlets", "Target")
    for scope, kind, at_least, at_most in TARGETS:
        Target.objects.get_or_create(
            scope=scope, kind=kind, valid_from=date(2019, 3, 27),
            defaults={"at_least": at_least, "at_most": at_most, "legal_basis": TARGET_BASIS},
        )  # fmt: skip
    apps.get_model("office", "Clock").objects.get_or_create(
        code="outlet.report", valid_from=date(2019, 4, 16),
        defaults={"number": 15, "unit": "days", "legal_basis": REPORT_BASIS},
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("outlets", "0002_notes_stay"),
        ("office", "0003_clocks_holidays_access"),
    ]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
