"""Honey, and what comes from the spotted deer of Hương Sơn."""

from ..shapes import VAT_FREE, Goods, expired, expiring, renewed, valid, withdrawn

CUPBOARD = "Nơi khô mát, tránh nắng, đậy kín. Mật có thể kết tinh khi lạnh, ngâm nước ấm là tan"

HONEY = (
    Goods(
        "mat-ong-trang-sim", "Mật ong rừng Trảng Sim", "ong-trang-sim", "mat-ong", "honey",
        "500", "ml", "Chai thủy tinh nắp kín", 210000, 140,
        "Mật ong nguyên chất 100%", CUPBOARD, "24 tháng kể từ ngày đóng chai",
        "Thùng ong đặt cố định ở bìa rừng Sơn Lĩnh",
        "Mật quay khi ong đã vít nắp, độ ẩm dưới 20%. Màu nâu cánh gián, vị đượm mùi hoa chân chim cuối thu.",
        renewed(3, "tinh-2021", 4, "tinh-tai-cong-nhan"), declaration="01/TRANGSIM/2024",
    ),
    Goods(
        "mat-ong-sao-la", "Mật ong Sao La", "ong-sao-la", "mat-ong", "honey",
        "500", "ml", "Chai thủy tinh", 190000, 110,
        "Mật ong nguyên chất 100%", CUPBOARD, "24 tháng kể từ ngày đóng chai",
        "Vùng đệm vườn quốc gia Vũ Quang",
        "Chín nhà góp mật, lấy hai lần trong năm. Nhãn ghi tên nhà nuôi để khách quen tìm đúng chai mình thích.",
        valid(3, "vu-quang"), declaration="01/SAOLA/2025",
    ),
    Goods(
        "mat-ong-rao-tro", "Mật ong Rào Trổ", "ong-rao-tro", "mat-ong", "honey",
        "1", "l", "Chai thủy tinh", 320000, 70,
        "Mật ong nguyên chất 100%", CUPBOARD, "24 tháng kể từ ngày đóng chai",
        "Đầu nguồn Rào Trổ, xã Kỳ Thượng",
        "Mật hoa dẻ và hoa chay lẫn nhau, sẫm và hơi đắng ở hậu vị. Năm mưa nhiều thì không có hàng.",
        expired(3, "ky-anh-vua-het"), declaration="01/RAOTRO/2023",
    ),
    Goods(
        "mat-ong-hoa-cam-ngan-truoi", "Mật ong hoa cam Ngàn Trươi", "cam-ngan-truoi", "mat-ong", "honey",
        "350", "ml", "Lọ thủy tinh", 145000, 55,
        "Mật ong nguyên chất 100%", CUPBOARD, "24 tháng kể từ ngày đóng lọ",
        "Đàn ong gửi trong vườn cam tháng hai, tháng ba",
        "Mùa hoa chỉ ba tuần, mật vàng nhạt và thơm như đứng giữa vườn. Vườn ngừng phun thuốc một tháng trước khi ong về.",
        declaration="02/NGANTRUOI/2026",
    ),
    Goods(
        "mat-ong-khe-nau", "Mật ong vườn Khe Nâu", "mat-mia-khe-nau", "mat-ong", "honey",
        "500", "ml", "Chai nhựa thực phẩm", 150000, 40,
        "Mật ong nguyên chất 100%", CUPBOARD, "18 tháng kể từ ngày đóng chai",
        "Vườn bưởi và đồi keo ở Phú Gia",
        "Mật nhiều hoa, lấy đầu hạ, màu vàng sáng. Người trong thôn quen pha với chanh sau buổi cày.",
        withdrawn(3, "huong-khe", "tinh-thu-hoi-2", "Không có nhật ký khai thác, không chứng minh được nguồn mật của lô kiểm tra"),
        declaration="04/KHENAU/2024",
    ),
    Goods(
        "mat-ong-rung-rao-an", "Mật ong hoa rừng Rào Àn", "che-rao-an", "mat-ong", "honey",
        "500", "ml", "Chai thủy tinh", 200000, 48,
        "Mật ong nguyên chất 100%", CUPBOARD, "24 tháng kể từ ngày đóng chai",
        "Thùng ong của bảy gia đình ở Làng Chè",
        "Khách ở lại được theo chủ nhà ra thùng ong, nếm mật ngay trên cầu. Chai mang về là chai của mẻ hôm ấy.",
        expiring(3, "huong-son-sap-het"), declaration="03/RAOAN/2023",
    ),
    Goods(
        "phan-hoa-trang-sim", "Phấn hoa Trảng Sim", "ong-trang-sim", "mat-ong", "pollen",
        "200", "g", "Lọ thủy tinh", 130000, 30,
        "Phấn hoa ong sấy lạnh 100%", "Nơi khô mát, tránh ánh sáng; mở lọ thì để ngăn mát", "12 tháng kể từ ngày sấy",
        "Thùng ong ở Sơn Lĩnh",
        "Phấn hứng ở cửa tổ, nhặt sạch và sấy lạnh ngay trong ngày nên hạt còn nguyên màu vàng cam. Người dị ứng phấn hoa không nên dùng.",
        declaration="03/TRANGSIM/2025",
    ),
)  # fmt: skip

DEER = (
    Goods(
        "nhung-huou-tuoi-ngan-pho", "Nhung hươu tươi cắt lát Ngàn Phố", "huou-sao-ngan-pho", "thit-thuy-san-tuoi", "deer_velvet",
        "100", "g", "Khay hút chân không, kèm phiếu ngày cắt", 1850000, 24,
        "Nhung hươu sao tươi 100%", "Cấp đông dưới −18 °C, giao bằng thùng giữ lạnh", "12 tháng ở −18 °C",
        "Hươu sao của xã viên ven sông Ngàn Phố, có số tai",
        "Nhung cắt lúc sáng sớm khi vừa đủ lứa, thái lát và cấp đông trong hai giờ. Phiếu trong khay ghi số tai con hươu và tên người nuôi.",
        valid(5, "bo-nam-sao"), vat_note=VAT_FREE,
    ),
    Goods(
        "nhung-huou-say-dai-ngan-xanh", "Nhung hươu sấy thăng hoa Đại Ngàn Xanh", "nhung-dai-ngan-xanh", "che-bien-thit-ca", "deer_velvet",
        "50", "g", "Hộp thiếc, lát mỏng", 2100000, 30,
        "Nhung hươu sao 100%", "Nơi khô mát, kín", "24 tháng kể từ ngày sản xuất",
        "Đàn hươu có hồ sơ ở Phố Châu, Sơn Trung",
        "Sấy thăng hoa giữ lát nhung nguyên hình, nhẹ như bấc. Thả vào cháo hay hầm gà đều tiện, không phải rã đông.",
        valid(4, "tinh-moi-1"), declaration="02/DAINGAN/2025",
    ),
    Goods(
        "bot-nhung-huou-dai-ngan-xanh", "Bột nhung hươu Đại Ngàn Xanh", "nhung-dai-ngan-xanh", "duoc-lieu", "powder",
        "60", "g", "Hộp 30 gói nhỏ 2 g", 1290000, 45,
        "Bột nhung hươu sấy thăng hoa 70%, bột gạo lứt, bột táo đỏ", "Nơi khô mát, dưới 30 °C", "24 tháng kể từ ngày sản xuất",
        "Nhung hươu Hương Sơn, gạo lứt Việt Xuyên",
        "Gói chia sẵn để khuấy với cháo hoặc sữa ấm. Không dùng cho trẻ em, phụ nữ mang thai và người đang dùng thuốc theo đơn nếu chưa hỏi ý kiến chuyên môn.",
        renewed(4, "tinh-2022", 4, "tinh-tai-cong-nhan"), legal_class="health_food", declaration="4417/2024/ĐKSP",
    ),
    Goods(
        "nhung-huou-ong-tu-rang", "Nhung hươu tươi Ông Tư Rạng", "nhung-ong-tu-rang", "thit-thuy-san-tuoi", "deer_velvet",
        "200", "g", "Nguyên cành, hút chân không", 3300000, 8,
        "Nhung hươu sao tươi 100%", "Cấp đông dưới −18 °C", "12 tháng ở −18 °C",
        "Hai mươi bảy con hươu nhà nuôi ở Sơn Kim 1",
        "Bán nguyên cành để khách thấy hai nhánh yên ngựa còn mọng. Mùa cắt từ ra Giêng đến tháng tư, hết là hết.",
        expiring(3, "huong-son-sap-het"), vat_note=VAT_FREE,
    ),
    Goods(
        "vien-nhung-huou-rao-cai", "Viên nang nhung hươu Rào Cái", "duoc-thao-rao-cai", "duoc-lieu", "herbal_tablets",
        "60", "piece", "Lọ 60 viên", 890000, 90,
        "Mỗi viên: bột nhung hươu 250 mg, bột đinh lăng 120 mg, phụ liệu vừa đủ", "Nơi khô, dưới 30 °C", "36 tháng kể từ ngày sản xuất",
        "Nhung hươu Hương Sơn, đinh lăng Thạch Hà",
        "Bổ sung dưỡng chất từ nhung hươu cho người lớn. Uống theo liều ghi trên nhãn, không dùng cho người mẫn cảm với thành phần của sản phẩm.",
        valid(3, "tinh-moi-2"), legal_class="health_food", declaration="5120/2025/ĐKSP",
    ),
    Goods(
        "cao-xuong-huou-ngan-pho", "Cao xương hươu Ngàn Phố", "huou-sao-ngan-pho", "duoc-lieu", "dark_paste",
        "100", "g", "Hộp giấy, hai bánh 50 g", 650000, 36,
        "Cao xương hươu sao 100%", "Nơi khô mát, tránh ẩm", "24 tháng kể từ ngày nấu",
        "Hươu loại đàn của xã viên, có giấy kiểm dịch",
        "Nồi cao đỏ lửa ba ngày ba đêm, lọc ba nước rồi cô lại thành bánh. Thái lát mỏng hòa vào cháo nóng, dùng ít một.",
        withdrawn(3, "huong-son", "tinh-thu-hoi-2", "Quy trình nấu thực tế khác hồ sơ công bố; thiếu sổ theo dõi nguyên liệu đầu vào"),
        legal_class="health_food", declaration="3982/2023/ĐKSP",
    ),
    Goods(
        "thit-huou-tuoi-ngan-pho", "Thịt hươu tươi Ngàn Phố", "huou-sao-ngan-pho", "thit-thuy-san-tuoi", "fresh_meat",
        "500", "g", "Khay hút chân không", 260000, 40,
        "Thịt hươu sao nuôi", "Ngăn mát 2 ngày, ngăn đá 3 tháng", "3 tháng ở −18 °C",
        "Hươu đực hết kỳ khai thác nhung của xã viên",
        "Thịt mềm, thớ nhỏ, hợp xào lăn hoặc nhúng giấm. Mỗi khay có dấu kiểm soát giết mổ.",
        valid(3, "huong-son"), vat_note=VAT_FREE,
    ),
)  # fmt: skip
