"""Four invented tours of an invented operator, and the producers that receive visitors.

Points lie in the right commune, not at a real house; sights are real, what is told of meals is made up.
"""

from dataclasses import dataclass
from datetime import time

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKDAYS = (0, 1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Host:
    """A producer that receives visitors, by its code; `point` is where guests get out."""

    code: str
    point: tuple[str, str]
    opens: time
    closes: time
    largest_group: int
    minutes: int
    note: str = ""
    weekdays: tuple[int, ...] = EVERY_DAY
    season: tuple[int, int] = (1, 12)
    coach: bool = True
    tasting: bool = True
    languages: tuple[str, ...] = ("vi",)


@dataclass(frozen=True)
class Halt:
    """A stop: `where` is an outlet's slug, a producer's code, or the name of a sight or a meal with its point."""

    day: int
    at: time
    minutes: int
    kind: str
    where: str
    reason: str
    reason_en: str = ""
    name_en: str = ""
    point: tuple[str, str] | None = None


@dataclass(frozen=True)
class Tour:
    title: str
    title_en: str
    summary: str
    summary_en: str
    frame: dict
    price: str
    price_en: str
    picture: tuple[str, str]
    halts: tuple[Halt, ...]
    published: bool = True


HOSTS = (
    Host("cu-do-mat-vang", ("18.299800", "105.927500"), time(6), time(19), 35, 40, "Bếp nóng, xin đứng sau vạch sơn khi thắng mật."),
    Host("duoc-thao-rao-cai", ("18.371900", "105.893600"), time(8), time(16, 30), 40, 45, "Mang bao giày ở phòng sấy.", weekdays=WORKDAYS, languages=("vi", "en")),
    Host("muoi-dun-trang", ("18.401200", "105.911800"), time(5, 30), time(10, 30), 40, 50, "Chỉ ra ruộng vào mùa nắng.", season=(4, 8), tasting=False),
    Host("cam-tra-son", ("18.384600", "105.716200"), time(7, 30), time(16), 30, 60, "Khách tự hái, cân tại vườn; nên đi giày bệt.", season=(11, 1)),
    Host("lang-co-song-nghen", ("18.455700", "105.803900"), time(8), time(21), 45, 75, "Báo trước hai ngày nếu muốn nghe ví giặm.", languages=("vi", "en")),
    Host("nuoc-mam-song-cam", ("18.266300", "106.086900"), time(7, 30), time(17), 45, 50, "Nhà chượp có mùi mạnh, có khẩu trang phát tại cửa."),
    Host("non-la-xuan-phuong", ("18.664300", "105.771900"), time(8), time(17), 30, 45, "Mỗi khách khâu thử một vòng nón.", tasting=False),
    Host("huou-sao-ngan-pho", ("18.541200", "105.381700"), time(8), time(16, 30), 25, 60, "Không dùng đèn chớp khi chụp hươu.", coach=False, weekdays=EVERY_DAY),
    Host("che-rao-an", ("18.379500", "105.262800"), time(6), time(20), 20, 90, "Đường vào hẹp, xe tối đa 16 chỗ.", coach=False, languages=("vi", "en")),
    Host("cam-ngan-truoi", ("18.352700", "105.472300"), time(7), time(17), 20, 60, "Vườn dốc, không hợp với xe lăn.", season=(10, 1), coach=False),
)  # fmt: skip

TOURS = (
    Tour(
        "Một ngày từ Thành Sen ra biển Thiên Cầm",
        "A day from Thành Sen to the beach of Thiên Cầm",
        "Sáng xem thắng mật cu đơ khi chảo còn đỏ lửa, trưa ăn hải sản bên biển, chiều vào nhà chượp nghe "
        "chuyện con ruốc con cá cơm thành giọt nước mắm.",
        "Watch candy syrup boil in the morning, have seafood by the beach at noon, and hear in the afternoon how "
        "anchovies become fish sauce.",
        {"days": 1, "group_min": 10, "group_max": 35, "by_coach": True, "season_from": 1, "season_to": 12, "weekdays": [],
         "languages": ["vi", "en"]},
        "Từ 690.000 ₫ một khách, đã gồm xe và bữa trưa", "From 690,000 ₫ a guest, coach and lunch included",
        ("coast", "cam-xuyen"),
        (
            Halt(1, time(7, 45), 50, "outlet", "trung-tam-ocop-thanh-sen",
                 "Đi một vòng mười ba vùng trước khi lên đường, nếm thử để biết chiều về mua gì.",
                 "See all thirteen areas at once before you set out, and taste to know what to buy on the way back."),
            Halt(1, time(9), 40, "producer", "cu-do-mat-vang",
                 "Giờ này chảo mật vừa tới: khách xem đổ cu đơ lên bánh đa còn nóng.",
                 "At this hour the syrup is just right: see it poured on hot rice crackers."),
            Halt(1, time(10, 30), 50, "producer", "nuoc-mam-song-cam",
                 "Vào nhà chượp lúc mở nắp buổi sáng, nếm nước cốt từ thùng gỗ.",
                 "Step in when the vats are opened in the morning and taste the first draw."),
            Halt(1, time(11, 40), 80, "meal", "Bữa trưa hải sản bãi Thiên Cầm",
                 "Mực nháy vừa lên bờ, ăn khi còn trong.", "Squid fresh from the boats.",
                 "Seafood lunch at Thiên Cầm", ("18.270900", "106.097200")),
            Halt(1, time(13, 15), 75, "sight", "Bãi biển Thiên Cầm",
                 "Đi bộ chân đất trên bãi cát cong, gió chiều bắt đầu mát.",
                 "Walk barefoot along the bay as the wind turns cool.", "Thiên Cầm beach", ("18.269100", "106.100400")),
            Halt(1, time(15, 30), 45, "outlet", "diem-ocop-cam-binh",
                 "Trên đường về ghé mua cu đơ gói mang theo, ăn cùng bát nước chè xanh.",
                 "On the way back buy packed cu đơ and have it with a bowl of green tea."),
        ),
    ),
    Tour(
        "Buổi sáng mùa cam Trà Sơn",
        "A morning among the oranges of Trà Sơn",
        "Thắp hương ở Ngã ba Đồng Lộc lúc sớm yên, rồi vào vườn hái cam khi sương vừa tan. Về đến nhà còn kịp bữa trưa.",
        "Incense at the Đồng Lộc junction while it is still quiet, then oranges picked as the mist lifts. Home by lunch.",
        {"days": 1, "group_min": 6, "group_max": 30, "by_coach": True, "season_from": 11, "season_to": 1, "weekdays": [],
         "languages": ["vi"]},
        "Từ 320.000 ₫ một khách, cam hái mua riêng", "From 320,000 ₫ a guest, oranges sold by weight",
        ("orchard", "can-loc"),
        (
            Halt(1, time(7, 15), 60, "sight", "Khu di tích Ngã ba Đồng Lộc",
                 "Đến sớm trước các đoàn đông, nghe chuyện mười cô gái trong yên tĩnh.",
                 "Come before the crowds and hear the story of the ten girls in silence.",
                 "Đồng Lộc junction memorial", ("18.401800", "105.744900")),
            Halt(1, time(8, 25), 35, "outlet", "diem-ocop-nga-ba-dong-loc",
                 "Ngay bãi xe: bát nước chè, bánh đa nướng và cam đầu vụ để so vị trước khi vào vườn.",
                 "Right at the car park: tea, rice crackers and the first oranges to compare with those in the garden."),
            Halt(1, time(9, 15), 75, "producer", "cam-tra-son",
                 "Sương tan là lúc cam ngọt nhất: tự tay hái, cân tại vườn, nghe cách bao trái không thuốc.",
                 "Oranges are sweetest when the mist lifts: pick your own and hear how they grow without spraying."),
        ),
    ),
    Tour(
        "Hai ngày Hương Sơn: hươu, chè và suối nước sốt",
        "Two days in Hương Sơn: deer, tea and a hot spring",
        "Ngày đầu xem trại hươu sao bên sông Ngàn Phố rồi ngủ lại làng Chè. Sáng sau hái chè lúc còn sương, "
        "ngâm chân suối nóng trước khi về.",
        "Deer by the river on the first day and a night in the tea village; tea picked in the morning mist and a hot "
        "spring before the way home.",
        {"days": 2, "group_min": 4, "group_max": 16, "by_coach": False, "season_from": 1, "season_to": 12, "weekdays": [4, 5],
         "languages": ["vi", "en"]},
        "Từ 1.850.000 ₫ một khách, gồm xe 16 chỗ và một đêm", "From 1,850,000 ₫ a guest, minibus and one night included",
        ("tea", "huong-son"),
        (
            Halt(1, time(8), 40, "outlet", "trung-tam-ocop-thanh-sen",
                 "Gặp nhau, nhận bản đồ và nếm mật ong, nhung rượu của miền sắp tới.",
                 "Meet, take the map and taste the honey of where we are going."),
            Halt(1, time(10, 15), 45, "outlet", "diem-ocop-pho-chau",
                 "Cửa hàng mở đến 11:30: chọn nhung và cam bù trước bữa trưa.",
                 "Open till 11:30: choose antler and oranges before lunch."),
            Halt(1, time(11, 15), 75, "meal", "Bữa trưa ở Phố Châu", "Cá mát nướng, đặc sản sông Ngàn Phố.",
                 "Grilled river fish.", "Lunch in Phố Châu", ("18.512600", "105.421500")),
            Halt(1, time(13, 30), 60, "producer", "huou-sao-ngan-pho",
                 "Đầu giờ chiều hươu ra máng ăn: đứng gần mà không làm chúng sợ.",
                 "Early in the afternoon the deer come to feed: stand close without frightening them."),
            Halt(1, time(15, 45), 120, "producer", "che-rao-an",
                 "Sao chè bằng tay trên chảo gang, rồi nghỉ lại nhà dân.",
                 "Roast tea by hand in an iron pan, then stay with a family."),
            Halt(2, time(6, 30), 75, "sight", "Đồi chè làng Chè lúc sớm",
                 "Sương còn nằm trên luống chè, hái búp một tôm hai lá.", "Mist on the rows, one bud and two leaves.",
                 "Tea hills at dawn", ("18.377400", "105.259100")),
            Halt(2, time(8, 45), 90, "sight", "Suối nước nóng Sơn Kim",
                 "Ngâm chân ở suối nước sốt trước khi nắng lên.", "A hot foot bath before the sun is high.",
                 "Sơn Kim hot spring", ("18.451200", "105.267500")),
            Halt(2, time(11), 70, "meal", "Bữa trưa bên suối", "Gà đồi hấp lá chanh, cơm lam.",
                 "Chicken steamed with lime leaves, rice in bamboo.", "Lunch by the spring", ("18.452300", "105.271900")),
        ),
    ),
    Tour(
        "Ngược ngàn về Vũ Quang", "Up the hills to Vũ Quang",
        "Bản nháp: lên hồ Ngàn Trươi, vào vườn cam rồi ghé điểm bán bên hồ.", "",
        {"days": 1, "group_min": 4, "group_max": 16, "by_coach": False, "season_from": 10, "season_to": 1, "weekdays": [],
         "languages": ["vi"]},
        "", "", ("river", "vu-quang"),
        (
            Halt(1, time(9), 60, "producer", "cam-ngan-truoi", "Hái cam trên triền đồi khi nắng chưa gắt."),
            Halt(1, time(10, 30), 45, "outlet", "diem-ocop-ngan-truoi", "Mua mật ong rừng ngay bên hồ trước khi quay về."),
        ),
        published=False,
    ),
)  # fmt: skip
