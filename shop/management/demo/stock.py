"""Goods made to order, goods of the next harvest, a second place, something nearly gone; through the acts."""

from datetime import date

from catalogue import shelving
from catalogue.models import Product
from catalogue.producers.models import Partner, StockPlace, StockRecord, Supply

# slug: days it takes
MADE_TO_ORDER = {
    "ghe-tua-tay-chang": 14,
    "khay-tra-tay-chang": 7,
    "den-tre-ben-luu": 7,
    "am-dat-dat-son": 10,
}
# slug: (month and day of the harvest, its name)
HARVESTS = {
    "buoi-phuc-trach-song-tiem-qua-to": ((8, 20), "Bưởi Phúc Trạch chính vụ, hái rộ vào tháng tám âm lịch."),
    "buoi-ba-thuoc": ((9, 15), "Vụ bưởi vườn nhà, hái khi vỏ ngả vàng chanh."),
    "cam-bu-doi-voi": ((1, 15), "Cam bù chín cây, hái trước Tết."),
}
# slug: (pieces left, told from)
LOW = {"cu-do-bep-nha-lua-hop-qua": (6, 10)}
MAKER_WITH_PLACES = "muoi-dun-trang"
STORE, MARKET = "Kho Thành Sen", "Quầy chợ Kỳ Anh"
AT_THE_STORE = {"muoi-bien-dun-trang": 60, "muoi-ot-xanh-dun-trang": 24}


def plant(today, *, by):
    """Put it on the shelves; what somebody changed since is left alone."""
    records = StockRecord.objects.filter(place=None, supply=Supply.IN_STOCK, low_stock_threshold=None)
    shelves = {each.product.slug: each for each in records.select_related("product__producer")}
    for slug, days in MADE_TO_ORDER.items():
        _shelve(shelves.get(slug), by=by, supply=Supply.MADE_TO_ORDER, ready_in_days=days)
    for slug, (day, harvest) in HARVESTS.items():
        _shelve(
            shelves.get(slug), by=by, supply=Supply.PRE_ORDER, ready_from=_next(day, today), harvest=harvest
        )
    for slug, (pieces, low_at) in LOW.items():
        _shelve(shelves.get(slug), by=by, pieces=pieces, low_at=low_at)
    _places(by)


def _shelve(record, *, by, pieces=None, **facts):
    if record is not None:
        pieces = record.num_in_stock if pieces is None else pieces
        shelving.shelve(record.product, None, pieces=pieces, by=by, **facts)


def _next(day, today):
    """The next such day after today."""
    this_year = date(today.year, *day)
    return this_year if this_year > today else date(today.year + 1, *day)


def _places(by):
    maker = Partner.objects.filter(code=MAKER_WITH_PLACES).first()
    if maker is None or StockPlace.objects.filter(producer=maker).exists():
        return
    store = shelving.open_place(maker, STORE, by=by)
    market = shelving.open_place(maker, MARKET, sends_orders=False, by=by)
    for product in Product.objects.filter(slug__in=AT_THE_STORE, producer=maker):
        shelving.shelve(product, store, pieces=AT_THE_STORE[product.slug], by=by)
        shelving.shelve(product, market, pieces=10, by=by)
