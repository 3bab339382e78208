"""Orders of invented buyers, placed and moved through the acts, so that desks and dashboard are alive."""

from datetime import timedelta

from django.utils import timezone

from catalogue.models import Product
from catalogue.producers.models import Commune
from office.outbox import Job
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.fulfilling import ORDER_OF_STAGES, move
from shop.order.handing_over import hand_over
from shop.order.models import Order, Parcel
from shop.order.placing import Buyer, place

LETTERS = ("mail", "text-message")

# days ago, buyer, phone, commune, street, how far the parcels went, [(nth product on sale of the maker, pieces)]
ORDERS = (
    (0, "Trần Thị Mai Hương", "+84912000101", "18073", "Số 12, ngõ 5, đường Nguyễn Du", "new", ((0, 2), (1, 1))),
    (1, "Lê Quang Vịnh", "+84912000102", "18652", "Tổ dân phố 3", "new", ((2, 1),)),
    (1, "Nguyễn Hoài Thu", "+84912000103", "18073", "Số 8, đường Hải Thượng Lãn Ông", "confirmed", ((0, 1), (3, 2))),
    (3, "Phạm Đình Khoa", "+84912000104", "18652", "Tổ dân phố Tân Hòa", "packed", ((1, 3),)),
    (5, "Võ Thị Lệ", "+84912000105", "18073", "Số 45, đường Xuân Diệu", "handed_over", ((4, 1), (0, 1))),
    (9, "Đặng Hữu Phước", "+84912000106", "18073", "Khối phố 2", "delivered", ((2, 2),)),
    (14, "Bùi Thị Nga", "+84912000107", "18652", "Tổ dân phố 6", "cancelled", ((3, 1),)),
)  # fmt: skip


def plant(makers, *, by):
    """Place the orders with the goods of `makers` (a query set of producers), each once."""
    shelf = list(
        Product.objects.on_sale_list()
        .open_to(adult=False)
        .starred()
        .filter(
            producer__in=makers, structure=Product.STANDALONE, price__gt=0, stockrecords__num_in_stock__gt=20
        )
        .order_by("pk")
        .distinct()
    )
    for number, (days, name, phone, commune, street, stage, goods) in enumerate(ORDERS, 1):
        key = f"ocop-demo-order-{number:04d}"
        if shelf and not Order.objects.filter(key=key).exists():
            buyer = Buyer(name=name, phone=phone, commune=Commune.objects.get(pk=commune), street=street)
            wanted = [(shelf[nth % len(shelf)], pieces) for nth, pieces in goods]
            placed(key, buyer, wanted, stage, timezone.now() - timedelta(days=days), by)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


def _date_back(order, placed_at):
    """As if it had been placed at `placed_at`: what was promised moves along."""
    Order.objects.filter(pk=order.pk).update(date_placed=placed_at)
    back = timezone.localdate() - timezone.localdate(placed_at)
    for parcel in order.parcels.exclude(promised_to=None):
        for name in ("leaves_on", "promised_from", "promised_to"):
            setattr(parcel, name, getattr(parcel, name) - back)
        parcel.save(update_fields=["leaves_on", "promised_from", "promised_to"])


def placed(key, buyer, goods, stage, placed_at, by):
    """An order of `goods` [(product, pieces)], its parcels moved on to `stage`."""
    basket = Basket.objects.create()
    for product, pieces in goods:
        add(basket, product, pieces, adult=False)
    order = place(basket, buyer, key=key, expected_total=contents(basket, to=buyer.commune).total)
    _date_back(order, placed_at)
    for parcel in order.parcels.all():
        for step in (
            [stage] if stage == "cancelled" else ORDER_OF_STAGES[1 : ORDER_OF_STAGES.index(stage) + 1]
        ):
            step_on(parcel, step, by=by, reason="Người mua đổi ý." if step == "cancelled" else "")
    return order


def step_on(parcel, step, *, by, reason=""):
    """One step of a parcel; handed over with an invented tracking code."""
    if step == Parcel.Stage.HANDED_OVER:
        hand_over(parcel, tracking_code=f"EH{parcel.pk:09d}VN", by=by)
    else:
        move(parcel, step, by=by, reason=reason)
