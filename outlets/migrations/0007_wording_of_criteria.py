"""Criteria of Decisions 920 and 950 in fuller words, and where each was read; none compared by a person yet.

Places and goods of 950 as newspapers report them, places of 920 as its text is quoted; facilities, staff and
reports could not be read anywhere and are common practice. Rows the Department has changed are left alone.
"""

from django.db import migrations

PLACES_BEFORE = (
    "Đặt tại một trong các nơi: trung tâm thương mại, siêu thị, chợ, trạm dừng nghỉ, ga, bến, khu du lịch, khách sạn, "
    "làng nghề, trung tâm triển lãm"
)
STANDS = (
    "Đặt tại một trong các nơi: cửa hàng ở nhà ga, sân bay, bến xe, bến tàu; trạm, điểm dừng nghỉ trên cao tốc, quốc lộ; "
    "trung tâm thương mại, siêu thị, chợ; cửa hàng trong khu du lịch, nhà hàng, khách sạn; "
)
PLACES = {
    "920": STANDS
    + "làng nghề truyền thống; trung tâm dịch vụ thương mại cấp huyện, cấp xã, điểm công nghiệp; "
    "trung tâm hội chợ, triển lãm, giới thiệu sản phẩm",
    "950": STANDS
    + "làng nghề, làng nghề truyền thống; trung tâm dịch vụ thương mại cấp huyện, xã, khu, cụm công nghiệp; "
    "trung tâm hội chợ, triển lãm, giới thiệu sản phẩm; bưu cục, bưu điện văn hóa xã",
}
GOODS_BEFORE = (
    "Hàng bảo đảm chất lượng, an toàn thực phẩm và có nguồn gốc rõ ràng theo quy định",
    "Có sản phẩm OCOP từ 3 sao, sản phẩm chủ lực của tỉnh, công nghiệp nông thôn tiêu biểu hoặc đặc sản địa phương",
)
GOODS = (
    "Hàng đáp ứng nhu cầu, thị hiếu của người tiêu dùng; bảo đảm chất lượng, an toàn cho sức khỏe và môi trường theo "
    "pháp luật",
    "Hàng thuộc một trong các nhóm: OCOP từ 3 sao; sản phẩm chủ lực của tỉnh; sản phẩm công nghiệp nông thôn hoặc "
    "nông nghiệp nông thôn tiêu biểu; đặc trưng, đặc sản, sản phẩm tiềm năng, lợi thế của địa phương",
)
READ = {
    ("920", "location"): "Mục II.1 (đọc trên trogiupluat.vn)",
    ("920", "goods"): "Mục II.2 (phần liệt kê chưa đọc được)",
    ("950", "location"): "Tiêu chí về vị trí (theo langngheviet.com.vn, baohatinh.vn)",
    ("950", "goods"): "Tiêu chí về sản phẩm (theo langngheviet.com.vn, kythuatchonghanggia.vn)",
}
COMMON = "Theo thông lệ; chưa đọc được điều khoản trong quyết định"


def reword(apps, schema_editor):
    rows = apps.get_model("outlets", "Criterion").objects.filter(compared_on=None, source="")
    for code, places in PLACES.items():
        mine = rows.filter(standard__code=code)
        ending = ", bưu điện, điểm bưu điện văn hóa xã" if code == "950" else ""
        mine.filter(text=PLACES_BEFORE + ending).update(text=places)
    for before, after in zip(GOODS_BEFORE, GOODS, strict=True):
        rows.filter(standard__code="950", text=before).update(text=after)
    for code in PLACES:
        for part in ("location", "goods", "facilities", "staff"):
            rows.filter(standard__code=code, part=part).update(source=READ.get((code, part), COMMON))


class Migration(migrations.Migration):
    dependencies = [("outlets", "0006_criteria_compared")]
    operations = [migrations.RunPython(reword, migrations.RunPython.noop)]
