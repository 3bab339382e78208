"""24 invented places of sale: every former district has one, and one lies at Cửa Lò beach in Nghệ An.

Names, operators and telephone numbers (095 belongs to no network any more) are fictional. Points lie in the
right commune, not at a real shop. Hours are OpenStreetMap's `opening_hours`.
"""

from dataclasses import dataclass, field
from datetime import date

CENTRE, POINT, SUPERMARKET, MARKET = "centre", "point", "supermarket", "market"
REST_STOP, HOTEL, POST_OFFICE = "rest_stop", "hotel", "post_office"
OPEN, SEASONAL, SUSPENDED, CLOSED, PLANNED = "open", "seasonal", "suspended", "closed", "planned"


@dataclass(frozen=True)
class Place:
    """An outlet of the demo. `verified` is days before the day of seeding, None for never; `since` its opening.

    `stopped` is (stage, day, reason); `shelf` are former districts whose goods stand there. `lunar` are the
    days of the month a market is held.
    """

    slug: str
    name: str
    kind: str
    commune: str
    street: str
    old_address: str
    point: tuple[str, str]
    operator: str
    hours: str
    since: date
    verified: int | None
    shelf: tuple[str, ...] = ()
    stage: str = OPEN
    stopped: tuple[str, date, str] | None = None
    producer: str = ""
    about: str = ""
    extra: dict = field(default_factory=dict)
    lunar: tuple[int, ...] = ()


PLACES = (
    Place(
        "trung-tam-ocop-thanh-sen", "Trung tâm OCOP Thành Sen", CENTRE, "18073", "Số 15, đường Vũ Quang",
        "Phường Trần Phú, thành phố Hà Tĩnh", ("18.347900", "105.896400"), "Công ty Cổ phần Thương mại Núi Nài",
        "Mo-Su 07:30-21:00", date(2020, 1, 15), 12,
        ("thanh-pho-ha-tinh", "huong-son", "huong-khe", "vu-quang", "can-loc"),
        about="Hai tầng trưng bày đủ mười ba vùng, có bàn nếm thử và phòng đón đoàn ở tầng hai. Xe 45 chỗ đỗ ngay trước cửa.",
        extra={"funding": "state", "coach_places": 4, "languages": ["vi", "en", "lo"], "payments": ["cash", "transfer", "card"],
               "picks_up": True, "visit_capacity": 80},
    ),
    Place(
        "trung-tam-dac-san-rao-cai", "Trung tâm đặc sản Rào Cái", CENTRE, "18100", "Số 27, đường Đồng Môn",
        "Xã Thạch Trung, thành phố Hà Tĩnh", ("18.372300", "105.893100"), "Công ty Cổ phần Dược thảo Rào Cái",
        "Mo-Fr 07:00-11:30,13:30-17:30; Sa-Su 07:30-18:00", date(2021, 4, 30), 41,
        ("thanh-pho-ha-tinh", "thach-ha", "loc-ha"), producer="duoc-thao-rao-cai",
        about="Phòng trưng bày của công ty kèm quầy đặc sản các xã ven biển. Khách được xem phòng sấy thảo dược qua vách kính.",
        extra={"coach_places": 2, "languages": ["vi", "en"], "payments": ["cash", "transfer"], "picks_up": True, "visit_capacity": 40},
    ),
    Place(
        "quay-ocop-sieu-thi-hoa-gao", "Quầy OCOP siêu thị Hoa Gạo", SUPERMARKET, "18652", "Số 102, đường Lê Khôi",
        "Xã Thạch Đài, thành phố Hà Tĩnh", ("18.321500", "105.872800"), "Siêu thị Hoa Gạo",
        "Mo-Su 08:00-22:00", date(2022, 9, 1), 63, ("thanh-pho-ha-tinh", "cam-xuyen"),
        extra={"payments": ["cash", "transfer", "card"], "languages": ["vi"]},
    ),
    Place(
        "tram-dung-nghi-nui-hong", "Trạm dừng nghỉ Núi Hồng", REST_STOP, "18118", "Km 480, quốc lộ 1",
        "Phường Đậu Liêu, thị xã Hồng Lĩnh", ("18.508200", "105.722600"), "Công ty TNHH Dừng nghỉ Ngàn Hống",
        "24/7", date(2019, 12, 20), 8, ("thi-xa-hong-linh", "can-loc", "thanh-pho-ha-tinh"),
        about="Quầy cu đơ, chè và kẹo lạc cạnh nhà ăn, mở suốt ngày đêm cho xe đường dài.",
        extra={"coach_places": 20, "languages": ["vi", "en"], "payments": ["cash", "transfer", "card"], "visit_capacity": 120,
               "picks_up": True},
    ),
    Place(
        "diem-ocop-pho-chau", "Điểm OCOP Phố Châu", POINT, "18133", "Số 88, đường Nguyễn Tuấn Thiện",
        "Thị trấn Phố Châu, huyện Hương Sơn", ("18.510400", "105.424700"), "Công ty Cổ phần Nhung hươu Đại Ngàn Xanh",
        "Mo-Sa 07:30-11:30,13:30-18:00; Su 07:30-11:30", date(2019, 11, 2), 20, ("huong-son", "duc-tho"),
        producer="nhung-dai-ngan-xanh",
        about="Nhung hươu, mật ong, cam bù và chè của các xã miền núi. Đoàn muốn xem cắt nhung xin hẹn trước ba ngày.",
        extra={"funding": "state", "coach_places": 2, "languages": ["vi", "lo"], "payments": ["cash", "transfer"], "picks_up": True},
    ),
    Place(
        "quay-ocop-nuoc-sot", "Quầy OCOP Nước Sốt", POINT, "18196", "Khu suối nước sốt, quốc lộ 8",
        "Xã Sơn Kim 1, huyện Hương Sơn", ("18.451700", "105.268300"), "Tổ hợp tác Du lịch Nước Sốt Xanh",
        "Fr-Su 08:00-17:00", date(2021, 6, 1), 130, ("huong-son",),
        stopped=(SUSPENDED, date(2026, 8, 20), "Đường vào bị sạt sau mưa lớn, chờ sửa xong mới đón khách"),
    ),
    Place(
        "cua-hang-ocop-duc-tho", "Cửa hàng OCOP Bến Tam Soa", POINT, "18229", "Số 9, đường Yên Trung",
        "Thị trấn Đức Thọ, huyện Đức Thọ", ("18.541900", "105.588200"), "Hợp tác xã Nông nghiệp La Giang Xanh",
        "Mo-Sa 07:00-11:00,14:00-18:00", date(2020, 7, 10), 148, ("duc-tho",), producer="la-giang-xanh",
        extra={"payments": ["cash", "transfer"], "languages": ["vi"]},
    ),
    Place(
        "diem-ocop-ben-dinh", "Điểm OCOP Bến Đình", POINT, "18277", "Thôn Bình Hà", "Xã Thanh Bình Thịnh, huyện Đức Thọ",
        ("18.512600", "105.616400"), "Hợp tác xã Dịch vụ Bến Đình", "Mo-Su 07:00-17:00", date(2019, 10, 5), None, (),
        stopped=(CLOSED, date(2024, 3, 31), "Lượng khách ít, không đủ hàng để bày thường xuyên; hợp tác xã xin thôi"),
        extra={"funding": "state"},
    ),
    Place(
        "diem-ocop-ngan-truoi", "Điểm OCOP Ngàn Trươi", POINT, "18313", "Tổ dân phố 3, đường hồ Ngàn Trươi",
        "Thị trấn Vũ Quang, huyện Vũ Quang", ("18.377800", "105.498100"), "Hợp tác xã Dịch vụ Ngàn Trươi Xanh",
        "Mo-Su 07:00-17:00", date(2021, 11, 20), 96, ("vu-quang",),
        stopped=(SUSPENDED, date(2026, 10, 1), "Nâng cấp mặt bằng, dự kiến mở lại trước Tết"),
        extra={"funding": "state", "coach_places": 1},
    ),
    Place(
        "quay-ocop-cau-ben-thuy", "Quầy OCOP cầu Bến Thủy", SUPERMARKET, "18352", "Khối 4, quốc lộ 1",
        "Thị trấn Xuân An, huyện Nghi Xuân", ("18.652700", "105.707900"), "Siêu thị Lam Hồng Xanh",
        "Mo-Su 08:00-21:30", date(2022, 5, 12), 210, ("nghi-xuan",),
        stopped=(SUSPENDED, date(2026, 5, 15), "Siêu thị đổi chủ, quầy chờ ký lại hợp đồng"),
    ),
    Place(
        "diem-ocop-tien-dien", "Điểm OCOP làng Tiên Điền", POINT, "18373", "Cạnh khu lưu niệm, thôn Tiên Giang",
        "Thị trấn Tiên Điền, huyện Nghi Xuân", ("18.669600", "105.764500"), "Hợp tác xã Du lịch Sông Lam Kể Chuyện",
        "Mo off; Tu-Su 07:30-17:30", date(2020, 9, 2), 33, ("nghi-xuan", "thi-xa-hong-linh"),
        about="Nằm trên đường vào khu lưu niệm Đại thi hào Nguyễn Du, có hiên ngồi nghe ví giặm chiều thứ bảy.",
        extra={"funding": "state", "coach_places": 6, "languages": ["vi", "en", "fr"], "payments": ["cash", "transfer"],
               "visit_capacity": 60, "picks_up": True},
    ),
    Place(
        "buu-cuc-nghen", "Quầy OCOP bưu cục Nghèn", POST_OFFICE, "18406", "Số 40, đường Xô Viết", "Thị trấn Nghèn, huyện Can Lộc",
        ("18.446800", "105.776100"), "Bưu cục Nghèn (mẫu)", "Mo-Fr 07:00-11:30,13:30-17:00; Sa 07:00-11:30",
        date(2023, 8, 1), 17, ("can-loc",),
        extra={"on_holidays": "closed", "payments": ["cash", "transfer"], "languages": ["vi"], "picks_up": True},
    ),
    Place(
        "diem-ocop-nga-ba-dong-loc", "Điểm OCOP Ngã ba Đồng Lộc", POINT, "18484", "Bãi xe khu di tích, thôn Tùng Liên",
        "Thị trấn Đồng Lộc, huyện Can Lộc", ("18.400900", "105.743700"), "Hợp tác xã Dịch vụ Thượng Nguồn",
        "Mo-Su 06:30-17:30", date(2020, 7, 24), 5, ("can-loc", "huong-khe", "vu-quang"),
        about="Quầy đặc sản ở bãi xe khu di tích, bán đủ cam, mật ong và bánh đa; có chỗ nghỉ chân cho đoàn đông.",
        extra={"funding": "state", "coach_places": 15, "languages": ["vi", "en"], "payments": ["cash", "transfer"],
               "visit_capacity": 100},
    ),
    Place(
        "sap-ocop-cho-huong-khe", "Sạp OCOP chợ Hương Khê", MARKET, "18496", "Dãy 2, chợ trung tâm", "Thị trấn Hương Khê, huyện Hương Khê",
        ("18.176300", "105.700900"), "Hộ kinh doanh Sạp Bà Tý (mẫu)", "Mo-Su 05:30-11:30", date(2022, 2, 10), 121, ("huong-khe",),
        extra={"payments": ["cash"], "languages": ["vi"]},
        lunar=(3, 8, 13, 18, 23, 28),
    ),
    Place(
        "vuon-buoi-phuc-trach", "Điểm OCOP vườn bưởi Phúc Trạch", POINT, "18547", "Thôn Phú Lễ, đường Hồ Chí Minh",
        "Xã Hương Trạch, huyện Hương Khê", ("18.098700", "105.776500"), "Tổ hợp tác Bưởi Vườn Cổ",
        "Jul 15-Oct 31 Mo-Su 07:00-18:00", date(2023, 7, 15), 70, ("huong-khe",), stage=SEASONAL,
        about="Chỉ mở trong vụ bưởi, từ giữa tháng Bảy đến hết tháng Mười; khách vào vườn hái và cân tại chỗ.",
        extra={"coach_places": 3, "languages": ["vi"], "payments": ["cash", "transfer"], "visit_capacity": 45},
    ),
    Place(
        "diem-ocop-cho-cay-xanh", "Điểm OCOP Cày Xanh", MARKET, "18562", "Kiốt 6, chợ Cày Xanh", "Thị trấn Thạch Hà, huyện Thạch Hà",
        ("18.363200", "105.862400"), "Hộ kinh doanh Cày Xanh (mẫu)", "Mo-Su 06:00-12:00", date(2020, 3, 3), None, (),
        stopped=(CLOSED, date(2025, 2, 28), "Hết hợp đồng thuê kiốt, chợ không gia hạn"),
    ),
    Place(
        "diem-ocop-cam-binh", "Điểm OCOP Cẩm Bình", POINT, "18685", "Thôn Đông Vịnh, quốc lộ 1", "Xã Cẩm Vịnh, huyện Cẩm Xuyên",
        ("18.302100", "105.921700"), "Hợp tác xã Bếp Quê Cẩm Bình", "Mo-Su 06:00-20:00", date(2021, 12, 25), 29,
        ("thach-ha", "thanh-pho-ha-tinh"),
        about="Khách xem thắng mật, đổ cu đơ và mang về khi còn ấm.",
        extra={"coach_places": 2, "payments": ["cash", "transfer"], "languages": ["vi"], "visit_capacity": 35},
    ),
    Place(
        "diem-ocop-bien-loc-ha", "Điểm OCOP biển Lộc Hà", POINT, "18568", "Đường ven biển, tổ dân phố Xuân Hải",
        "Thị trấn Lộc Hà, huyện Lộc Hà", ("18.466100", "105.903800"), "Hợp tác xã Hải sản Cửa Sót Xanh",
        "Apr 01-Sep 30 Mo-Su 06:00-21:00", date(2022, 4, 30), 52, ("loc-ha",), stage=SEASONAL,
        extra={"coach_places": 5, "payments": ["cash", "transfer"], "languages": ["vi"]},
    ),
    Place(
        "quay-ocop-khach-san-thien-cam", "Quầy OCOP khách sạn Đàn Trời", HOTEL, "18676", "Đường ven biển Thiên Cầm",
        "Thị trấn Thiên Cầm, huyện Cẩm Xuyên", ("18.272500", "106.094300"), "Khách sạn Đàn Trời (mẫu)",
        "Apr 01-Sep 30 Mo-Su 06:00-22:00; Oct 01-Mar 31 Mo-Su 07:00-19:00", date(2023, 6, 1), 14, ("cam-xuyen", "ky-anh"),
        extra={"coach_places": 3, "languages": ["vi", "en"], "payments": ["cash", "transfer", "card"]},
    ),
    Place(
        "kiot-ocop-bai-thien-cam", "Kiốt OCOP bãi biển Thiên Cầm", POINT, "18676", "Quảng trường biển",
        "Thị trấn Thiên Cầm, huyện Cẩm Xuyên", ("18.269800", "106.098700"), "Hội Nông dân Thiên Cầm (mẫu)",
        "Apr 01-Sep 30 Mo-Su 07:00-21:00", date(2020, 5, 1), None, (),
        stopped=(CLOSED, date(2023, 9, 30), "Sau ba mùa biển doanh thu không bù được tiền thuê mặt bằng"),
        extra={"funding": "state"},
    ),
    Place(
        "diem-ocop-ky-dong", "Điểm OCOP Kỳ Đồng", POINT, "18775", "Thôn Hồ Vân Giang, quốc lộ 1", "Thị trấn Kỳ Đồng, huyện Kỳ Anh",
        ("18.148900", "106.213400"), "Hợp tác xã Nông sản Đèo Con Xanh", "Mo-Su 07:00-12:00,14:00-18:30", date(2021, 9, 9), 88,
        ("ky-anh",), extra={"coach_places": 2, "payments": ["cash", "transfer"], "languages": ["vi"]},
    ),
    Place(
        "sap-ocop-cho-dem-song-tri", "Sạp OCOP chợ đêm Sông Trí", MARKET, "18754", "Phố đi bộ bờ sông", "Phường Hưng Trí, thị xã Kỳ Anh",
        ("18.070200", "106.291800"), "Tổ hợp tác Chợ đêm Sông Trí", "Fr-Su 17:00-01:00", date(2024, 4, 26), 25,
        ("thi-xa-ky-anh", "ky-anh"), extra={"payments": ["cash", "transfer"], "languages": ["vi", "zh"]},
    ),
    Place(
        "diem-ocop-vung-ang", "Điểm OCOP Vũng Áng", POINT, "18823", "Đường Hoàng Xá, khu dịch vụ", "Phường Kỳ Thịnh, thị xã Kỳ Anh",
        ("18.063400", "106.352700"), "Công ty TNHH Dịch vụ Cảng Xanh", "Mo-Sa 08:00-18:00", date(2026, 9, 15), None, (),
        stage=PLANNED, extra={"funding": "state", "languages": ["vi", "en", "zh"]},
    ),
    Place(
        "showroom-ocop-cua-lo", "Showroom OCOP Hà Tĩnh tại Cửa Lò", POINT, "16732", "Số 210, đường Bình Minh",
        "Phường Nghi Hương, thị xã Cửa Lò, tỉnh Nghệ An", ("18.811300", "105.722400"), "Công ty TNHH Du lịch Sóng Lô Xanh",
        "Apr 01-Sep 30 Mo-Su 06:30-22:30; Oct 01-Mar 31 Mo-Su 07:00-21:00", date(2022, 4, 20), 3,
        ("huong-khe", "thanh-pho-ha-tinh", "nghi-xuan", "huong-son", "can-loc"),
        about="Gian hàng của tỉnh bên bãi biển Cửa Lò. Mùa biển (tháng 4–9) mở từ sáng sớm đến khuya, mùa đông mở giờ ngắn hơn.",
        extra={"funding": "state", "coach_places": 8, "languages": ["vi", "en", "lo"], "payments": ["cash", "transfer", "card"],
               "picks_up": True, "visit_capacity": 60},
    ),
)  # fmt: skip
