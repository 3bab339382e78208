"""Decisions the demo's certificates come from. Numbers are invented."""

from .shapes import Decision

DECISIONS = {
    decision.key: decision
    for decision in (
        # The province: first rounds under the older criteria, then every 4-star decision.
        Decision("tinh-2021", 3412, 2130),
        Decision("tinh-2022", 2987, 1490),
        Decision("tinh-bon-sao-sap-het", 2877, 1060),
        Decision("tinh-tai-cong-nhan", 1178, 760),
        Decision("tinh-bon-sao", 2051, 700),
        # After the districts ended: 3 and 4 stars.
        Decision("tinh-moi-1", 1934, 380),
        Decision("tinh-moi-2", 806, 190),
        Decision("tinh-moi-3", 2210, 45),
        Decision("tinh-giam-sao", 655, 240),
        Decision("tinh-thu-hoi-1", 1755, 420),
        Decision("tinh-thu-hoi-2", 1420, 150),
        # The ministry: 5 stars.
        Decision("bo-nam-sao", 1187, 300, ministry=True),
        # Former districts: 3 stars, between February 2023 and June 2025.
        Decision("huong-son", 5127, 790, "huyện Hương Sơn"),
        Decision("huong-son-sap-het", 3308, 1035, "huyện Hương Sơn"),
        Decision("duc-tho", 2140, 780, "huyện Đức Thọ"),
        Decision("vu-quang", 1893, 640, "huyện Vũ Quang"),
        Decision("nghi-xuan", 2618, 940, "huyện Nghi Xuân"),
        Decision("nghi-xuan-cu", 2090, 1300, "huyện Nghi Xuân"),
        Decision("nghi-xuan-sap-het", 2541, 1020, "huyện Nghi Xuân"),
        Decision("can-loc", 2765, 905, "huyện Can Lộc"),
        Decision("loc-ha", 3022, 745, "huyện Lộc Hà"),
        Decision("thach-ha", 3951, 730, "huyện Thạch Hà"),
        Decision("thach-ha-cu", 3105, 1180, "huyện Thạch Hà"),
        Decision("cam-xuyen", 4870, 860, "huyện Cẩm Xuyên"),
        Decision("cam-xuyen-sap-het", 3760, 1082, "huyện Cẩm Xuyên"),
        Decision("ky-anh", 3377, 690, "huyện Kỳ Anh"),
        Decision("ky-anh-vua-het", 1644, 1099, "huyện Kỳ Anh"),
        Decision("tx-ky-anh", 1529, 670, "thị xã Kỳ Anh"),
        Decision("huong-khe", 4416, 820, "huyện Hương Khê"),
        Decision("huong-khe-cu", 2204, 1240, "huyện Hương Khê"),
        Decision("thanh-pho", 1760, 600, "thành phố Hà Tĩnh"),
        Decision("hong-linh", 911, 880, "thị xã Hồng Lĩnh"),
    )
}
