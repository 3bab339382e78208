"""Sausages, dried meat, chickens, eggs and mushrooms."""

from ..shapes import VAT_FREE, Goods, expired, valid

COLD = "Ngăn mát 0–4 °C; mở gói thì dùng trong 2 ngày"

MEAT = (
    Goods(
        "gio-lua-bep-nghen", "Giò lụa Bếp Nghèn", "gio-bep-nghen", "che-bien-thit-ca", "sausage",
        "500", "g", "Đòn gói lá chuối, hút chân không", 105000, 60,
        "Thịt lợn nạc mông 86%, mỡ, nước mắm, tiêu", COLD, "10 ngày ở ngăn mát",
        "Lợn lò mổ có kiểm dịch ở Can Lộc, nước mắm Sóng Cầm",
        "Giã khi thịt còn ấm, nêm bằng nước mắm cốt, không hàn the nên giò mịn mà không giòn đanh. Cắt ra có mặt rỗ thưa.",
        valid(3, "can-loc"), declaration="01/BEPNGHEN/2024",
    ),
    Goods(
        "gio-bo-bep-nghen", "Giò bò tiêu sọ Bếp Nghèn", "gio-bep-nghen", "che-bien-thit-ca", "sausage",
        "500", "g", "Đòn gói lá chuối, hút chân không", 165000, 25,
        "Thịt bò 82%, mỡ lợn, nước mắm, tiêu sọ, thì là", COLD, "10 ngày ở ngăn mát",
        "Bò cỏ nuôi ở vùng đồi Can Lộc",
        "Tiêu sọ để nguyên hạt, thì là băm nhỏ. Nhà chỉ giã bò vào thứ năm và chủ nhật.",
        declaration="02/BEPNGHEN/2026",
    ),
    Goods(
        "xuc-xich-ga-doi", "Xúc xích gà đồi", "doi-che-vang", "che-bien-thit-ca", "sausage",
        "400", "g", "Khay hút chân không, 8 cây", 82000, 74,
        "Ức gà 78%, mỡ gà, hành tím, tiêu, muối", "Cấp đông dưới −18 °C", "4 tháng ở −18 °C",
        "Gà thả đồi của xã viên Cẩm Minh",
        "Làm cho bữa sáng của trẻ: ít mặn, không phẩm màu, vỏ collagen mỏng. Hấp trước rồi áp chảo là vàng đều.",
        valid(3, "tinh-moi-2"), declaration="03/DOICHEVANG/2026",
    ),
    Goods(
        "bo-say-bep-nghen", "Thịt bò sấy sả Bếp Nghèn", "gio-bep-nghen", "che-bien-thit-ca", "beef_jerky",
        "200", "g", "Túi zip, kèm gói hút ẩm", 190000, 38,
        "Thịt bò 92%, sả, ớt, tỏi, nước mắm, đường", "Nơi khô mát", "4 tháng kể từ ngày sản xuất",
        "Bò cỏ nuôi ở vùng đồi Can Lộc",
        "Thăn bò lạng dọc thớ, ướp sả một đêm, sấy củi rồi đập tơi. Sợi dài, cay ấm, không ngọt gắt.",
        valid(3, "can-loc"), declaration="03/BEPNGHEN/2024",
    ),
    Goods(
        "trung-ga-tha-vuon-ngan-trung", "Trứng gà thả vườn Ngàn Trứng", "ngan-trung", "thit-thuy-san-tuoi", "eggs",
        "10", "piece", "Vỉ giấy 10 quả, in ngày nhặt", 42000, 180,
        "Trứng gà ta 100%", "Ngăn mát, đầu nhọn xuống dưới", "21 ngày kể từ ngày nhặt",
        "Gà thả vườn keo ở Tân Lộc",
        "Quả không đều cỡ, vỏ hồng nhạt, lòng đỏ sậm. Trứng nhặt sáng thì trưa đã in ngày và xếp vỉ.",
        valid(3, "loc-ha"), vat_note=VAT_FREE,
    ),
    Goods(
        "trung-vit-muoi-tro-ngan-trung", "Trứng vịt ủ tro muối Ngàn Trứng", "ngan-trung", "che-bien-thit-ca", "eggs",
        "6", "piece", "Hộp giấy 6 quả", 36000, 90,
        "Trứng vịt, muối biển, tro trấu", "Nơi khô mát, chưa luộc", "45 ngày kể từ ngày ủ",
        "Vịt chạy đồng ở Hồng Lộc, muối Đụn Trắng",
        "Ủ tro trấu hai mươi ngày, lòng đỏ tứa dầu. Luộc mười phút, ăn cháo trắng hoặc nhồi bánh nướng.",
        expired(3, "tinh-2022"), declaration="02/NGANTRUNG/2022",
    ),
    Goods(
        "ga-doi-cam-minh", "Gà đồi làm sạch", "doi-che-vang", "thit-thuy-san-tuoi", "chicken",
        "1.5", "kg", "Nguyên con, hút chân không", 215000, 46,
        "Thịt gà ta thả đồi", "Ngăn mát 3 ngày, ngăn đá 3 tháng", "3 ngày ở 0–4 °C",
        "Gà nuôi từ bốn tháng trở lên dưới tán chè vằng ở Cẩm Minh",
        "Gà chạy đồi nên thịt săn, da vàng mỏng. Mỗi con đeo thẻ chân ghi lứa nuôi và tên hộ.",
        valid(3, "cam-xuyen"), vat_note=VAT_FREE,
    ),
    Goods(
        "ga-u-muoi-doi-che-vang", "Gà ủ muối lá chanh", "doi-che-vang", "do-an-nhanh", "chicken",
        "1", "kg", "Nguyên con, hút chân không", 235000, 28,
        "Thịt gà ta 95%, muối biển, lá chanh, gừng, nghệ", COLD, "12 ngày ở ngăn mát",
        "Gà của hợp tác xã, muối Đụn Trắng",
        "Ủ trong muối rang nóng ba tiếng, da vàng ươm, xé phay chấm muối tiêu chanh.",
        declaration="04/DOICHEVANG/2026",
    ),
    Goods(
        "nam-so-la-giang", "Nấm sò tươi La Giang", "la-giang-xanh", "rau-cu-qua", "mushrooms",
        "500", "g", "Hộp giấy có lỗ thở", 32000, 66,
        "Nấm sò trắng tươi", "Ngăn mát, không rửa trước khi cất", "5 ngày ở ngăn mát",
        "Nhà nấm ở Bùi La Nhân, giá thể bã nghệ và mùn cưa",
        "Hái lúc mũ nấm còn cụp mép cho ngọt. Giao trong buổi tới Đức Thọ, Hồng Lĩnh, Vinh.",
        valid(3, "duc-tho"), vat_note=VAT_FREE,
    ),
    Goods(
        "moc-nhi-la-giang", "Mộc nhĩ khô La Giang", "la-giang-xanh", "che-bien-rau-qua", "mushrooms",
        "150", "g", "Túi zip", 55000, 92,
        "Mộc nhĩ khô 100%", "Nơi khô ráo", "12 tháng kể từ ngày phơi",
        "Nhà nấm ở Bùi La Nhân",
        "Tai dày vừa, ngâm nở gấp tám lần, giòn sần sật. Chân nấm cắt sạch nên ngâm xong là dùng ngay.",
        valid(3, "duc-tho"), declaration="03/LAGIANG/2024",
    ),
)  # fmt: skip
