"""Weeks of delivered parcels in the books, a payout the bank has paid, and one that waits for a second person."""

from datetime import date, timedelta

from django.utils import timezone

from catalogue.models import Product
from catalogue.producers.models import Commune
from office.outbox import Job
from office.payment import owing, paying
from office.payment.gateways import Arrival
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order import charging
from shop.order.fulfilling import ORDER_OF_STAGES, move
from shop.order.models import Order
from shop.order.placing import Buyer, place
from shop.settling import banking, paying_out, recording
from shop.settling.models import FeeRate, PayoutBatch

from .orders import LETTERS, step_on

ACCOUNTS = {"cooperative": ("970446", "4201 0001 2345"), "household": ("970405", "3700 2050 88991")}

# days ago it was delivered, buyer, phone, commune, [(nth of the maker's goods, pieces)]; then what is paid
PAID = (
    (26, "Hồ Thị Thanh Tâm", "+84912000201", "18073", ((0, 3), (1, 1))),
    (24, "Nguyễn Đức Thắng", "+84912000202", "18652", ((1, 2),)),
    (20, "Phan Thị Hồng Nhung", "+84912000203", "18073", ((2, 1), (0, 2))),
    (17, "Trần Hữu Nghĩa", "+84912000204", "18652", ((0, 5),)),
)
DUE = (
    (11, "Đoàn Thị Kim Oanh", "+84912000205", "18073", ((1, 4),)),
    (9, "Lê Văn Sơn", "+84912000206", "18652", ((0, 1), (2, 2))),
    (6, "Võ Tá Hùng", "+84912000207", "18073", ((2, 3),)),
    (2, "Nguyễn Thị Bích Liên", "+84912000208", "18652", ((0, 2), (1, 1))),
)


def rates():
    """What the platform keeps, from before the first order on."""
    FeeRate.objects.get_or_create(
        valid_from=date(2026, 1, 1),
        defaults={"per_mille": 20, "legal_basis": "Quy chế hoạt động sàn (số liệu minh họa)"},
    )


def plant(makers, *, people, by):
    """Sell, settle and pay once; `makers` are producers with people, `people` the accounts of the demo."""
    if PayoutBatch.objects.exists():
        return
    shelves = [shelf for maker in makers if (shelf := _shelf(maker))]
    for shelf in shelves:
        _account(shelf[0].producer, by=people["cuahang"])
    parcels = [parcel for shelf in shelves for parcel in _sell(shelf, PAID, by)]
    if not parcels:
        return
    paid = paying_out.approve(paying_out.propose(minimum=0, by=people["cuahang"]), by=people["quantri"])
    paying_out.hand_over(paid, by=people["cuahang"])
    for number, payout in enumerate(paid.payouts.all(), 1):
        paying_out.mark_paid(
            payout, bank_reference=f"FT2632{payout.pk:03d}{number:04d}", by=people["cuahang"]
        )
    for shelf in shelves:
        first = _sell(shelf, DUE, by)[0]
        goods = int(first.lines.first().line_price_incl_tax)
        at = timezone.now() - timedelta(days=4)
        recording.refunded(first, goods // 4, key="demo", by=by, at=at)
    paying_out.propose(minimum=50_000, by=people["cuahang"])
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


def _shelf(maker):
    goods = Product.objects.on_sale_list().open_to(adult=False).filter(producer=maker)
    return list(
        goods.filter(structure=Product.STANDALONE, price__gt=0, stockrecords__num_in_stock__gt=20).order_by(
            "pk"
        )[:3]
    )


def _account(producer, *, by):
    bank, number = ACCOUNTS.get(producer.legal_form, ACCOUNTS["household"])
    person = producer.users.first()
    banking.check(
        banking.enter(producer, bank=bank, number=number, holder=producer.name[:70], by=person), by=by
    )


def _sell(shelf, sales, by):
    parcels = []
    for days, name, phone, commune, wanted in sales:
        key = f"ocop-demo-sale-{shelf[0].producer_id}-{days:02d}"
        buyer = Buyer(name=name, phone=phone, commune=Commune.objects.get(pk=commune), street="Tổ dân phố 5")
        basket = Basket.objects.create()
        for nth, pieces in wanted:
            add(basket, shelf[nth % len(shelf)], pieces, adult=False)
        total = contents(basket, to=buyer.commune).total
        until = charging.hold_until("vietqr", total)
        order = place(basket, buyer, key=key, expected_total=total, way="vietqr", hold_until=until)
        at = timezone.now() - timedelta(days=days)
        arrival = Arrival(reference=f"DEMO-{order.number}", amount=total, at=at - timedelta(days=3))
        paying.settle("vietqr", arrival, due=owing.due_of(order))
        Order.objects.filter(pk=order.pk).update(date_placed=at - timedelta(days=3))
        parcel = order.parcels.get()
        for stage in ORDER_OF_STAGES[1:-1]:
            step_on(parcel, stage, by=by)
        recording.delivered(parcel, by=by, at=at)
        parcels.append(move(parcel, ORDER_OF_STAGES[-1], by=by))
    return parcels
