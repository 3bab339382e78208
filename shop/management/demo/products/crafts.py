"""Crafts, living plants, and days spent with a host."""

from ..shapes import VAT_FREE, Goods, downgraded, expired, expiring, renewed, valid

DRY = "Nơi khô thoáng, tránh mưa nắng trực tiếp"
NO_LIMIT = "Không áp dụng"

CRAFTS = (
    Goods(
        "gio-tre-ben-luu", "Giỏ tre đi chợ Bến Lưu", "may-tre-ben-luu", "thu-cong-my-nghe", "bamboo_basket",
        "1", "piece", "Cao 28 cm, quai mây", 185000, 42,
        "Tre ngâm bùn, mây", DRY, NO_LIMIT, "Tre làng Lưu Vĩnh Sơn, mây Hương Khê",
        "Đáy đan lóng mốt, thân lóng đôi nên cứng mà nhẹ. Giỏ chịu được tám cân, dùng vài năm thì ngả màu mật.",
        valid(4, "tinh-moi-3"), legal_class="craft",
    ),
    Goods(
        "bo-ro-ra-ben-luu", "Bộ rổ rá ba cỡ Bến Lưu", "may-tre-ben-luu", "thu-cong-my-nghe", "bamboo_basket",
        "1", "set", "Ba chiếc lồng nhau", 240000, 25,
        "Tre ngâm bùn, cạp mây", DRY, NO_LIMIT, "Tre làng Lưu Vĩnh Sơn",
        "Nan vót mịn không xước tay, cạp nức mây hai vòng. Hun khói rơm nên không mọt mà cũng chẳng có mùi hóa chất.",
        valid(3, "thach-ha"), legal_class="craft",
    ),
    Goods(
        "den-tre-ben-luu", "Chao đèn tre Bến Lưu", "may-tre-ben-luu", "thu-cong-my-nghe", "bamboo_lamp",
        "1", "piece", "Đường kính 32 cm, kèm đui và dây", 320000, 12,
        "Tre vót, dây điện bọc vải", DRY, NO_LIMIT, "Tre làng Lưu Vĩnh Sơn",
        "Mẫu của lớp trẻ trong tổ: nan thưa dần về đáy, bóng đổ lên trần như mắt lưới.",
        legal_class="craft",
    ),
    Goods(
        "non-la-xuan-phuong", "Nón lá Xuân Phượng", "non-la-xuan-phuong", "thu-cong-my-nghe", "hat_mat",
        "1", "piece", "Vành 16 lớp, quai lụa", 95000, 80,
        "Lá nón, vành tre, cước", DRY, NO_LIMIT, "Lá Hương Khê, vành tre Nghi Xuân",
        "Mười sáu vành, lá ủi phẳng, mũi chỉ đều như kẻ. Soi lên nắng thấy hình bông sen giữa hai lớp lá.",
        renewed(3, "tinh-2021", 3, "nghi-xuan"), legal_class="craft",
    ),
    Goods(
        "tui-coi-xuan-phuong", "Túi cói thêu Xuân Phượng", "non-la-xuan-phuong", "vai-may-mac", "sedge_bag",
        "1", "piece", "40 × 30 cm, lót vải", 165000, 30,
        "Cói, vải bố, chỉ thêu", DRY, NO_LIMIT, "Cói đồng nước lợ Nghi Xuân",
        "Túi dệt trên khung cũ của các cụ, thêu tay hình thuyền sông Lam. Mỗi chiếc mất hai ngày.",
        expiring(3, "nghi-xuan-sap-het"), legal_class="craft",
    ),
    Goods(
        "noi-dat-kho-ca-dat-son", "Nồi đất kho cá Đất Son", "gom-dat-son", "thu-cong-my-nghe", "pottery",
        "1", "piece", "1,5 lít, có nắp", 85000, 70,
        "Đất sét", "Luộc nước gạo trước lần dùng đầu; tránh sốc nhiệt", NO_LIMIT, "Đất sét đồng Cổ Đạm",
        "Nặn bàn xoay chân, nung rơm. Kho cá liu riu ba tiếng thì nồi đất giữ nóng đều mà không cháy đáy.",
        valid(3, "nghi-xuan"), legal_class="craft",
    ),
    Goods(
        "am-dat-dat-son", "Ấm đất hãm chè Đất Son", "gom-dat-son", "thu-cong-my-nghe", "pottery",
        "1", "piece", "1 lít, quai mây", 120000, 38,
        "Đất sét, mây", "Tránh va đập và sốc nhiệt", NO_LIMIT, "Đất sét đồng Cổ Đạm",
        "Thành ấm dày giữ nước chè nóng cả buổi. Quai mây của tổ Bến Lưu, tháo thay được.",
        expired(3, "nghi-xuan-cu"), legal_class="craft",
    ),
    Goods(
        "ghe-tua-tay-chang", "Ghế tựa gỗ mít Tay Chàng", "moc-tay-chang", "thu-cong-my-nghe", "wood_furniture",
        "1", "piece", "45 × 48 × 92 cm", 1650000, 16,
        "Gỗ mít vườn, sơn gốc nước", DRY, NO_LIMIT, "Gỗ mít vườn nhà mua trong tỉnh, có bảng kê lâm sản",
        "Mộng đục tay, không đinh, lưng cong theo người ngồi. Gỗ mít mới vàng tươi, vài năm thì nâu như mật.",
        valid(4, "tinh-bon-sao"), legal_class="craft",
    ),
    Goods(
        "khay-tra-tay-chang", "Khay trà gỗ lát Tay Chàng", "moc-tay-chang", "thu-cong-my-nghe", "wooden_tray",
        "1", "piece", "36 × 24 cm", 390000, 28,
        "Gỗ lát hoa rừng trồng", "Lau khăn ẩm, để khô", NO_LIMIT, "Gỗ rừng trồng có hồ sơ",
        "Khoét từ một tấm liền, rãnh thoát nước giấu dưới lưới tre. Làm từ phần gỗ dư của xưởng ghế.",
        downgraded(4, "tinh-bon-sao-sap-het", 3, "tinh-giam-sao", "Không cung cấp được hợp đồng phân phối đã nêu khi chấm 4 sao"),
        legal_class="craft",
    ),
)  # fmt: skip

LIVING = (
    Goods(
        "ca-canh-bay-mau-song-tri", "Cá cảnh bảy màu Sông Trí", "cay-canh-song-tri", "dong-vat-canh", "fish_bowl",
        "1", "set", "Hai con, kèm bể tròn 3 lít", 180000, 14,
        "Cá cảnh sống", "Thay một phần ba nước mỗi tuần, tránh nắng gắt", NO_LIMIT, "Nhân giống tại vườn",
        "Nuôi trong chum dưới giàn cây từ đời cá thứ ba nên khỏe và quen nước giếng. Khách đến vườn chọn con, chủ vườn chỉ cách chăm.",
        legal_class="ornamental", vat_note=VAT_FREE,
    ),
    Goods(
        "sanh-bonsai-song-tri", "Sanh dáng làng Sông Trí", "cay-canh-song-tri", "cay-canh", "bonsai",
        "1", "piece", "Chậu sứ, cao 45 cm", 2800000, 5,
        "Cây sanh sống", "Đặt nơi có nắng buổi sáng, tưới hai ngày một lần", NO_LIMIT, "Nhân giống tại vườn, mười hai năm tuổi",
        "Thân xoắn từ thuở cây con, tán chia ba tầng. Khách nên đến vườn xem tận mắt trước khi quyết.",
        valid(3, "tx-ky-anh"), legal_class="ornamental", vat_note=VAT_FREE,
    ),
    Goods(
        "mai-vang-song-tri", "Mai vàng chậu Sông Trí", "cay-canh-song-tri", "hoa", "bonsai",
        "1", "piece", "Chậu đất, cao 70 cm", 950000, 12,
        "Cây mai vàng sống", "Nơi nhiều nắng; tuốt lá trước Tết bốn mươi lăm ngày", NO_LIMIT, "Ghép tại vườn, năm năm tuổi",
        "Mai ghép cành ba màu vàng đậm nhạt. Vườn nhận giữ cây và chăm hộ từ sau Tết đến tháng mười một.",
        legal_class="ornamental", vat_note=VAT_FREE,
    ),
    Goods(
        "loc-vung-song-tri", "Lộc vừng tiểu cảnh Sông Trí", "cay-canh-song-tri", "cay-canh", "bonsai",
        "1", "piece", "Chậu xi măng, cao 60 cm", 1500000, 4,
        "Cây lộc vừng sống", "Ưa ẩm, chịu nắng", NO_LIMIT, "Ươm hạt tại vườn",
        "Hoa đỏ thả dây hai mùa một năm, rụng kín mặt chậu mỗi sớm.",
        expired(3, "tinh-2022"), legal_class="ornamental", vat_note=VAT_FREE,
    ),
    Goods(
        "cay-giong-buoi-song-tiem", "Cây giống bưởi Phúc Trạch Sông Tiêm", "buoi-song-tiem", "cay-canh", "seedling",
        "1", "piece", "Bầu đất, cao 60–70 cm", 60000, 300,
        "Cây bưởi ghép mắt", "Để nơi râm mát, trồng trong 10 ngày", NO_LIMIT, "Mắt ghép từ cây đầu dòng của vườn xã viên",
        "Vườn ươm trong nhà lưới chống rầy, mỗi bầu đeo thẻ ghi số cây mẹ. Nhận tại vườn để được chỉ cách trồng.",
        legal_class="ornamental", vat_note=VAT_FREE,
    ),
)  # fmt: skip

STAYS = (
    Goods(
        "nghi-tai-lang-che-rao-an", "Nghỉ nhà dân Làng Chè Rào Àn", "che-rao-an", "du-lich", "homestay",
        "1", "night", "Phòng gia đình hai người, gồm bữa sáng", 450000, 20,
        "", "", NO_LIMIT, "Bảy gia đình ở Làng Chè, xã Sơn Kim 2",
        "Nhà gỗ nhìn ra đồi chè, sáng theo chủ nhà đi hái, tự sao một mẻ mang về. Suối cách nhà mười phút đi bộ, trẻ em phải có người lớn đi cùng.",
        valid(4, "tinh-moi-1"), legal_class="service",
    ),
    Goods(
        "nghi-nha-vuon-song-nghen", "Nghỉ nhà dân Làng cổ Sông Nghèn", "lang-co-song-nghen", "du-lich", "homestay",
        "1", "night", "Gian nhà gỗ cho bốn người, gồm bữa tối", 780000, 12,
        "", "", NO_LIMIT, "Mười hai gia đình ở Phúc Trường, xã Trường Lưu",
        "Nhà gỗ ba gian còn nguyên chái bếp. Bữa tối có cá đồng kho nồi đất; tối thứ bảy cả xóm hát ví phường vải ngoài sân.",
        valid(3, "can-loc"), legal_class="service",
    ),
    Goods(
        "mot-ngay-lam-cu-do-va-hat-vi", "Một ngày nấu kẹo và hát ví Sông Nghèn", "lang-co-song-nghen", "du-lich", "homestay",
        "1", "tour", "Một người, gồm bữa trưa", 320000, 40,
        "", "", NO_LIMIT, "Phúc Trường, xã Trường Lưu",
        "Sáng nấu kẹo lạc trên bếp củi, chiều học một câu ví và đi thuyền dọc sông. Đoàn từ sáu người, hẹn trước ba ngày.",
        legal_class="service",
    ),
)  # fmt: skip
