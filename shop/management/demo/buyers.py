"""What the demo's buyer has: orders, addresses, a wish list, an alert; and a voucher anybody may try."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from oscar.apps.customer.models import ProductAlert
from oscar.apps.voucher.models import Voucher

from catalogue.models import Product
from catalogue.producers.models import Commune
from office.outbox import Job
from shop.account import addressing, wishing
from shop.basket import vouchers
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.offer.models import Benefit, Condition, ConditionalOffer, Range
from shop.order.fulfilling import ORDER_OF_STAGES
from shop.order.models import Order
from shop.order.placing import Buyer, place

from .orders import LETTERS, step_on

CODE = "CHAOTHANG12"
ADDRESSES = (
    ("Đinh Thị Khách", "+84912000014", "18073", "Số 20, đường Phan Đình Phùng"),
    ("Mẹ Lan", "+84912000140", "18652", "Thôn Tân Hợp, cạnh nhà văn hóa"),
)
# days ago, how far its parcels went, with the voucher, [(nth product on sale, pieces)]
ORDERS = (
    (32, "delivered", False, ((0, 2), (7, 1))),
    (12, "delivered", True, ((3, 1), (9, 2), (12, 1))),
    (1, "confirmed", False, ((5, 1),)),
)


def plant_voucher():
    """10 % of everything the law lets be discounted, from 150.000 ₫ on, borne by the shop."""
    if Voucher.objects.filter(code=CODE).exists():
        return
    goods = Range.objects.create(name="Tất cả sản phẩm", includes_all_products=True)
    offer = ConditionalOffer.objects.create(
        name="Chào tháng 12: giảm 10 %",
        offer_type=ConditionalOffer.VOUCHER,
        benefit=Benefit.objects.create(type=Benefit.PERCENTAGE, value=Decimal(10), range=goods),
        condition=Condition.objects.create(type=Condition.VALUE, value=Decimal(150_000), range=goods),
    )
    now = timezone.now()
    voucher = Voucher.objects.create(
        name="Chào tháng 12",
        code=CODE,
        start_datetime=now - timedelta(days=60),
        end_datetime=now + timedelta(days=365),
    )
    voucher.offers.add(offer)


def plant(person, *, by):
    """Everything the buyer `person` has, through the acts; what is there already is left alone."""
    plant_voucher()
    for name, phone, commune, street in ADDRESSES:
        addressing.keep(
            by=person, name=name, phone=phone, commune=Commune.objects.get(pk=commune), street=street
        )
    shelf = list(
        Product.objects.on_sale_list()
        .open_to(adult=False)
        .starred()
        .filter(structure=Product.STANDALONE, price__gt=0, stockrecords__num_in_stock__gt=20)
        .order_by("-stars", "pk")[:20]
    )
    for number, (days, stage, with_voucher, goods) in enumerate(ORDERS, 1):
        key = f"ocop-demo-khach-order-{number}"
        if shelf and not Order.objects.filter(key=key).exists():
            wanted = [(shelf[nth % len(shelf)], pieces) for nth, pieces in goods]
            _order(key, person, wanted, stage, timezone.now() - timedelta(days=days), by, with_voucher)
    for product in shelf[1:15:3]:
        wishing.wish(product, by=person)
    gone = Product.objects.on_sale_list().filter(stockrecords__num_in_stock=0).order_by("pk").first()
    if gone is not None and not wishing.alerts_of(person).exists():
        ProductAlert.objects.create(user=person, product=gone)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


def _order(key, person, goods, stage, placed_at, by, with_voucher):
    basket = Basket.objects.create()
    for product, pieces in goods:
        add(basket, product, pieces, adult=False)
    if with_voucher:
        vouchers.use(basket, CODE, by=person)
    name, phone, commune, street = ADDRESSES[0]
    buyer = Buyer(name=name, phone=phone, commune=Commune.objects.get(pk=commune), street=street)
    order = place(basket, buyer, key=key, expected_total=contents(basket, to=buyer.commune).total, by=person)
    Order.objects.filter(pk=order.pk).update(date_placed=placed_at)
    for parcel in order.parcels.all():
        for step in ORDER_OF_STAGES[1 : ORDER_OF_STAGES.index(stage) + 1]:
            step_on(parcel, step, by=by)
