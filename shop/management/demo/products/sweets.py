"""Cu đơ (peanut and molasses between rice crackers), peanut candy, molasses, sesame crackers."""

from ..shapes import Goods, downgraded, expired, expiring, renewed, valid, withdrawn

DRY = "Nơi khô ráo, thoáng mát, tránh nắng. Mở gói thì buộc kín để bánh không ỉu."

SWEETS = (
    Goods(
        "cu-do-bep-nha-lua-goi-dong", "Cu đơ Bếp Nhà Lụa", "cu-do-bep-nha-lua", "che-bien-rau-qua", "cu_do",
        "500", "g", "Túi 10 chiếc, bọc riêng từng chiếc", 65000, 240,
        "Lạc nhân 46%, mật mía 34%, bánh đa vừng, mạch nha, gừng tươi", DRY, "60 ngày kể từ ngày sản xuất",
        "Lạc vùng cát Nghi Xuân, mật mía Hương Khê, gừng vườn nhà",
        "Chiếc cu đơ dày bằng đốt ngón tay, cắn giòn ở vỏ rồi dẻo dần vào giữa. Vị gừng để lại hơi ấm nơi cổ, "
        "hợp nhất với một bát chè xanh đặc.",
        renewed(3, "tinh-2022", 4, "tinh-tai-cong-nhan"), declaration="01/NHALUA/2024",
    ),
    Goods(
        "cu-do-bep-nha-lua-hop-qua", "Cu đơ Bếp Nhà Lụa hộp quà", "cu-do-bep-nha-lua", "che-bien-rau-qua", "cu_do",
        "1", "kg", "Hộp giấy 20 chiếc, có quai xách", 145000, 80,
        "Lạc nhân 46%, mật mía 34%, bánh đa vừng, mạch nha, gừng tươi", DRY, "60 ngày kể từ ngày sản xuất",
        "Lạc vùng cát Nghi Xuân, mật mía Hương Khê, gừng vườn nhà",
        "Cùng mẻ kẹo với túi mười chiếc, xếp đứng trong hộp để không vỡ đường xa. Nắp hộp in lại nét vẽ căn bếp cũ.",
        valid(3, "thanh-pho"), declaration="02/NHALUA/2024",
    ),
    Goods(
        "cu-do-chin-ngon", "Cu đơ Chín Ngọn", "cu-do-chin-ngon", "che-bien-rau-qua", "cu_do",
        "400", "g", "Túi 8 chiếc", 50000, 150,
        "Lạc nhân 45%, mật mía 33%, bánh đa vừng đen, mạch nha, gừng", DRY, "50 ngày kể từ ngày sản xuất",
        "Lạc Nghi Xuân, mật mía Nghĩa Đàn và Hương Khê",
        "Bánh đa vừng đen nướng than làm vỏ nên kẹo thơm hơi khét, nhiều khách quen đi xe tối chỉ dừng lại vì mùi ấy.",
        valid(3, "hong-linh"), declaration="01/CHINNGON/2023",
    ),
    Goods(
        "cu-do-ba-gian", "Cu đơ Ba Gian", "cu-do-ba-gian", "che-bien-rau-qua", "cu_do",
        "600", "g", "Túi 12 chiếc", 75000, 0,
        "Lạc nhân 48%, mật mía 35%, bánh đa vừng, gừng già", DRY, "45 ngày kể từ ngày sản xuất",
        "Lạc Thạch Hà, mật mía Hương Khê",
        "Công thức không thêm mạch nha nên độ ngọt sắc hơn và kẹo cứng vào ngày lạnh. Hơ nhẹ trên bếp là dẻo lại như mới.",
        expired(3, "thach-ha-cu"), declaration="01/BAGIAN/2021",
    ),
    Goods(
        "cu-do-mat-vang", "Cu đơ Mật Vàng", "cu-do-mat-vang", "che-bien-rau-qua", "cu_do",
        "500", "g", "Hộp 10 chiếc", 68000, 300,
        "Lạc nhân 45%, mật mía 36%, bánh đa vừng, mạch nha, gừng, chanh", DRY, "90 ngày, gói hút ẩm bên trong",
        "Mật mía nấu tại nhà, lạc mua của Hợp tác xã Lạc Bãi Lam",
        "Mật chọn loại màu hổ phách, vắt thêm vài giọt chanh cho đỡ gắt. Đóng hộp kín trong phòng mát nên giữ giòn lâu.",
        valid(4, "tinh-bon-sao"), declaration="03/MATVANG/2024",
    ),
    Goods(
        "cu-do-mat-vang-it-ngot", "Cu đơ Mật Vàng ít ngọt", "cu-do-mat-vang", "che-bien-rau-qua", "cu_do",
        "300", "g", "Túi 12 chiếc nhỏ", 48000, 120,
        "Lạc nhân 55%, mật mía 25%, bánh đa vừng, mạch nha, gừng", DRY, "90 ngày, gói hút ẩm bên trong",
        "Mật mía nấu tại nhà, lạc mua của Hợp tác xã Lạc Bãi Lam",
        "Chiếc nhỏ vừa hai miếng, bớt mật, thêm lạc, làm theo góp ý của khách trẻ.",
        declaration="04/MATVANG/2026",
    ),
    Goods(
        "cu-do-khe-nau", "Cu đơ Khe Nâu", "mat-mia-khe-nau", "che-bien-rau-qua", "cu_do",
        "500", "g", "Túi 10 chiếc, giấy lót lá chuối khô", 60000, 95,
        "Lạc nhân 44%, mật mía nguyên chất 38%, bánh đa vừng, gừng", DRY, "45 ngày kể từ ngày sản xuất",
        "Mật mía, gừng và lạc đều của tổ viên thôn Phú Lễ",
        "Người nấu mật cũng là người nấu kẹo nên mật dùng ngay trong mùa, còn nguyên mùi bã mía.",
        valid(3, "huong-khe"), declaration="02/KHENAU/2024",
    ),
    Goods(
        "cu-do-bai-lam", "Cu đơ Bãi Lam", "lac-bai-lam", "che-bien-rau-qua", "cu_do",
        "400", "g", "Túi 8 chiếc", 52000, 60,
        "Lạc nhân 50%, mật mía 32%, bánh đa vừng, mạch nha, gừng", DRY, "60 ngày kể từ ngày sản xuất",
        "Lạc của xã viên, mật mía Hương Khê",
        "Hợp tác xã trồng lạc nên chẳng tiếc lạc: hạt để nguyên cả vỏ lụa, rang vừa tới rồi mới trộn mật.",
        expiring(3, "nghi-xuan-sap-het"), declaration="02/BAILAM/2023",
    ),
    Goods(
        "keo-lac-bai-lam", "Kẹo lạc vừng Bãi Lam", "lac-bai-lam", "che-bien-rau-qua", "peanut_candy",
        "300", "g", "Hộp giấy, 24 thanh", 42000, 180,
        "Lạc nhân 52%, vừng trắng 12%, đường mía, mạch nha", DRY, "90 ngày kể từ ngày sản xuất",
        "Lạc và vừng của xã viên Đan Trường, Xuân Hội",
        "Kẹo cán mỏng, cắt khi còn nóng nên cạnh sắc và giòn. Trẻ con trong xã quen gọi là kẹo tan học.",
        valid(3, "tinh-moi-1"), declaration="03/BAILAM/2025",
    ),
    Goods(
        "keo-lac-mat-khe-nau", "Kẹo lạc mật mía Khe Nâu", "mat-mia-khe-nau", "che-bien-rau-qua", "peanut_candy",
        "250", "g", "Túi giấy kraft", 35000, 70,
        "Lạc nhân 55%, mật mía, gừng, muối", DRY, "45 ngày kể từ ngày sản xuất",
        "Mật mía và lạc của tổ viên",
        "Thay đường trắng bằng mật nên thanh kẹo sẫm màu, dẻo hơn và thoảng vị khói.",
        declaration="03/KHENAU/2026",
    ),
    Goods(
        "mat-mia-khe-nau-1-lit", "Mật mía Khe Nâu", "mat-mia-khe-nau", "mat-ong", "molasses",
        "1", "l", "Chai thủy tinh", 85000, 110,
        "Mật mía nguyên chất 100%", "Nơi mát, đậy kín, dùng thìa khô", "12 tháng kể từ ngày nấu",
        "Mía de, mía tiến vua trồng ở thôn Phú Lễ",
        "Mỗi chảo ba tiếng, hớt bọt liên tục cho trong. Mật rót thành dải, dùng kho cá, làm bánh hay chấm bánh chưng rán.",
        downgraded(
            4, "tinh-bon-sao-sap-het", 3, "tinh-giam-sao",
            "Kiểm tra định kỳ: chưa duy trì hồ sơ phân tích mẫu hằng năm theo mức 4 sao",
        ), declaration="01/KHENAU/2023",
    ),
    Goods(
        "banh-da-vung-me-gion", "Bánh đa vừng Mè Giòn", "banh-da-me-gion", "che-bien-gao", "rice_cracker",
        "400", "g", "Chồng 10 chiếc chưa nướng", 55000, 130,
        "Gạo tẻ 78%, vừng đen 14%, tỏi, muối, tiêu", "Nơi khô, tránh gián chuột", "6 tháng khi chưa nướng",
        "Gạo Khang dân Cẩm Xuyên, vừng Đồng Tiến",
        "Vừng rắc dày đến mức nhìn không thấy bột. Nướng than hồng, lật tay ba lượt, bánh phồng đều và vang giòn.",
        valid(3, "cam-xuyen"), declaration="01/MEGION/2024",
    ),
    Goods(
        "banh-da-vung-nuong-san", "Bánh đa vừng nướng sẵn Mè Giòn", "banh-da-me-gion", "che-bien-gao", "rice_cracker",
        "200", "g", "Túi kín 5 chiếc", 38000, 90,
        "Gạo tẻ 78%, vừng đen 14%, tỏi, muối, tiêu", DRY, "30 ngày kể từ ngày nướng",
        "Gạo Khang dân Cẩm Xuyên, vừng Đồng Tiến",
        "Bánh nướng trong ngày rồi đóng túi bơm khí, mở ra bẻ ăn ngay với hến xào hay giá cá.",
        withdrawn(3, "cam-xuyen", "tinh-thu-hoi-1", "Nhãn ghi hạn dùng không khớp hồ sơ tự công bố, không khắc phục đúng hạn"),
        declaration="02/MEGION/2024",
    ),
)  # fmt: skip
