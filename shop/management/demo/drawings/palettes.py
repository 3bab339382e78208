"""A palette per area: wall, shade of the wall, table, its edge, an accent for labels and cloth."""

PALETTES = {
    "thanh-pho-ha-tinh": ("#f3e3cf", "#e9d2b6", "#c98f5a", "#a9713f", "#a12d1b"),
    "thi-xa-hong-linh": ("#e9e4f0", "#d8cfe4", "#8b7aa5", "#6d5d88", "#5b3f7d"),
    "huong-son": ("#e2eddb", "#cfe0c4", "#7fa36b", "#5f834d", "#2f6b3c"),
    "duc-tho": ("#f7e9c4", "#efd99f", "#c9a24b", "#a98432", "#8a5a12"),
    "vu-quang": ("#fbe6cf", "#f4d0a8", "#d98b46", "#b96e2c", "#c2541a"),
    "nghi-xuan": ("#dcebf2", "#c3dde9", "#6fa5bd", "#4f879f", "#1f4e79"),
    "can-loc": ("#f6ecd6", "#ead9b4", "#bda06a", "#9c8150", "#6b4b1f"),
    "huong-khe": ("#eaf0d2", "#d8e3b1", "#9db35c", "#7d9442", "#4c6b1f"),
    "thach-ha": ("#e8efe9", "#d2e0d5", "#8fb09a", "#6d9179", "#0e5a45"),
    "cam-xuyen": ("#f5e2dd", "#ebcbc2", "#c7816f", "#a86453", "#8f3325"),
    "ky-anh": ("#e0eef0", "#c8e0e4", "#79acb5", "#578c96", "#14606b"),
    "loc-ha": ("#e4ecf5", "#cbd9ea", "#7d9cc0", "#5d7da3", "#27508a"),
    "thi-xa-ky-anh": ("#efe7dc", "#e0d1bd", "#b29472", "#917453", "#7a3e1d"),
}


def palettes():
    """{name: (wall, shade, table, edge, accent)}; names are the slugs of areas."""
    return PALETTES
