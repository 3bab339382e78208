"""Rice wine, velvet wine, and drinks without alcohol. Sober words: no praise of drinking."""

from ..shapes import Goods, expired, expiring, valid

CELLAR = "Nơi mát, tránh nắng, để xa tầm tay trẻ em"

DRINKS = (
    Goods(
        "ca-phe-rang-moc-rao-an", "Cà phê rang mộc Rào Àn", "che-rao-an", "ca-phe-ca-cao", "coffee",
        "250", "g", "Túi giấy có van", 98000, 46,
        "Cà phê 100%", "Nơi khô ráo, đậy kín, dùng trong 45 ngày sau khi mở", "12 tháng kể từ ngày rang",
        "Vườn cà phê chè xen đồi chè Sơn Kim 2, thu mua thêm của hộ xã viên",
        "Hái chín từng quả, phơi giàn rồi rang thùng quay mẻ nhỏ. Không tẩm bơ, không hương liệu, nước pha ra trong và chua nhẹ.",
        valid(3, "tinh-moi-2"), declaration="04/RAOAN/2026",
    ),
    Goods(
        "nuoc-suoi-dong-chai-rao-an", "Nước suối đóng chai Rào Àn", "che-rao-an", "nuoc-uong", "water",
        "500", "ml", "Chai thủy tinh dùng lại", 12000, 300,
        "Nước suối lọc qua màng, chiếu tia cực tím", "Nơi mát, tránh nắng", "6 tháng kể từ ngày đóng chai",
        "Nguồn suối đầu làng Chè, kiểm nghiệm sáu tháng một lần",
        "Làm cho khách nghỉ nhà dân, nay bán cho quán trong vùng. Chai thu lại, rửa và khử trùng để dùng tiếp.",
        declaration="06/RAOAN/2026",
    ),
    Goods(
        "ruou-nep-ben-loi-35", "Rượu nếp Bến Lội 35 độ", "ruou-ben-loi", "ruou-trang", "rice_wine",
        "500", "ml", "Chai thủy tinh", 95000, 80,
        "Gạo nếp, men lá, nước giếng", CELLAR, "Không thời hạn khi chưa mở",
        "Nếp ruộng nhà ở Mai Hoa, men lá mua của người dân trong vùng",
        "Nấu nồi đồng, lọc than khử tạp và ủ chum sành một trăm ngày. Mỗi lô có phiếu thử methanol, aldehyde.",
        valid(3, "vu-quang"), legal_class="alcohol", abv="35", declaration="01/BENLOI/2025",
    ),
    Goods(
        "ruou-nep-cai-dong-sen", "Rượu nếp cái Đồng Sen 29 độ", "gao-dong-sen", "ruou-trang", "rice_wine",
        "500", "ml", "Bình gốm", 160000, 36,
        "Nếp cái hoa vàng, men thuốc bắc, nước", CELLAR, "Không thời hạn khi chưa mở",
        "Nếp cái hoa vàng của xã viên",
        "Hợp tác xã nấu từ nếp vụ mình, đựng bình gốm của tổ Đất Son. Giấy phép sản xuất rượu công nghiệp quy mô nhỏ treo tại xưởng.",
        expiring(3, "tinh-bon-sao-sap-het"), legal_class="alcohol", abv="29", declaration="05/DONGSEN/2023",
    ),
    Goods(
        "ruou-nep-cam-ben-loi", "Rượu nếp cẩm Bến Lội 14 độ", "ruou-ben-loi", "do-uong-co-con", "rice_wine",
        "500", "ml", "Chai thủy tinh", 110000, 44,
        "Nếp cẩm, men lá, nước", CELLAR, "12 tháng kể từ ngày đóng chai",
        "Nếp cẩm trồng ở Mai Hoa",
        "Ủ nguyên hạt, chắt nước, màu tím đậm và ngọt dịu. Để lắng tự nhiên, đáy chai có thể có cặn mịn.",
        legal_class="alcohol", abv="14", declaration="02/BENLOI/2026",
    ),
    Goods(
        "ruou-nhung-huou-ngan-pho", "Rượu nhung hươu Ngàn Phố 30 độ", "huou-sao-ngan-pho", "do-uong-co-con", "velvet_wine",
        "500", "ml", "Chai thủy tinh, hộp giấy", 420000, 32,
        "Rượu nếp 96%, nhung hươu sao 4%", CELLAR, "36 tháng kể từ ngày đóng chai",
        "Nhung của xã viên, rượu nếp Hương Sơn",
        "Nhung thái lát ngâm sáu tháng trong rượu nếp, lọc trong trước khi đóng chai. Nhãn ghi lô nhung và ngày ngâm.",
        valid(4, "tinh-bon-sao"), legal_class="alcohol", abv="30", declaration="04/NGANPHO/2024",
    ),
    Goods(
        "ruou-nhung-huou-ong-tu-rang", "Rượu nhung hươu Ông Tư Rạng 32 độ", "nhung-ong-tu-rang", "do-uong-co-con", "velvet_wine",
        "650", "ml", "Chai thủy tinh", 480000, 14,
        "Rượu nếp, nhung hươu sao", CELLAR, "36 tháng kể từ ngày đóng chai",
        "Nhung của đàn hươu nhà",
        "Mỗi năm chỉ ngâm hai mươi bình, bình nào mở ghi bình ấy. Năm nay còn bình số mười một đến mười bốn.",
        expired(3, "tinh-2022"), legal_class="alcohol", abv="32", declaration="01/TURANG/2022",
    ),
    Goods(
        "nuoc-buoi-ep-song-tiem", "Nước bưởi ép lạnh Sông Tiêm", "buoi-song-tiem", "do-uong-khong-con", "juice",
        "330", "ml", "Chai thủy tinh", 32000, 90,
        "Nước ép bưởi Phúc Trạch 100%", "Ngăn mát 0–4 °C", "30 ngày ở ngăn mát",
        "Bưởi loại hai của xã viên, quả lành",
        "Bưởi móp vỏ khó bán quả tươi nhưng tép vẫn ngon. Ép lạnh, không thêm đường, lắc nhẹ trước khi uống.",
        declaration="04/SONGTIEM/2026",
    ),
    Goods(
        "nuoc-rau-ma-dau-xanh-ngan-hong", "Nước rau má đậu xanh Ngàn Hống", "tra-ngan-hong", "do-uong-khong-con", "green_juice",
        "300", "ml", "Chai nhựa PET", 18000, 120,
        "Rau má 40%, đậu xanh, nước, đường mía, muối", "Ngăn mát 0–4 °C", "15 ngày ở ngăn mát",
        "Rau má Đức Thuận, đậu xanh Đồng Tiến",
        "Món giải khát đầu hè của vùng núi Hồng, đóng chai trong bếp chung đạt chuẩn của chi hội.",
        valid(3, "hong-linh"), declaration="03/NGANHONG/2024",
    ),
)  # fmt: skip
