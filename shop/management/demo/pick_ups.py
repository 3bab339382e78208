"""Two orders fetched at the Cửa Lò showroom, one laid aside and ready, one on its way there; goods that lie only there.
By acts.
"""

from django.db.models import Exists, OuterRef

from catalogue.models import LegalClass, Product
from catalogue.producers.models import StockRecord
from catalogue.shelving import shelve
from office.outbox import Job
from outlets.models import Consignment, Outlet
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.models import Order, PickUp
from shop.order.placing import Buyer, place
from shop.picking import handing_out
from shop.shipping.models import FROM_STOCK, SENT_THERE

from .consignments import BEACH
from .orders import LETTERS, step_on

READY, COMING = "ocop-demo-fetch-ready", "ocop-demo-fetch-coming"


def plant(people, *, by):
    """Each once: what somebody did since is left alone."""
    outlet = Outlet.objects.filter(slug=BEACH, picks_up=True).first()
    if outlet is None:
        return
    keeper = people["cualo"]
    lying = _lying_there(outlet)
    if lying and not Order.objects.filter(key=READY).exists():
        order = _order(READY, "Hoàng Thị Thanh Thủy", "+84912000131", outlet, lying, stock=True)
        handing_out.lay_aside(_fetched(order), by=keeper)
        _sell_out(outlet, but=lying, by=by)
    sent = _sent(outlet)
    if sent and not Order.objects.filter(key=COMING).exists():
        order = _order(COMING, "Đinh Văn Lâm", "+84912000132", outlet, sent, stock=False)
        parcel = _fetched(order).parcel
        for step in ("confirmed", "packed", "handed_over"):
            step_on(parcel, step, by=by)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


def _lying_there(outlet):
    """A thing in commission there that is sold on the site too."""
    records = StockRecord.objects.with_free().filter(
        place__consignment__outlet=outlet, place__consignment__stage=Consignment.Stage.RUNNING, free__gt=1
    )
    for record in records.select_related("product").order_by("pk"):
        if _sold_here().filter(pk=record.product_id).exists():
            return record.product
    return None


def _sell_out(outlet, *, but, by):
    """The maker of one thing that lies there has none left, so it can only be fetched."""
    own = StockRecord.objects.filter(product=OuterRef("product"), place=None, num_allocated=0, holds=None)
    records = StockRecord.objects.with_free().filter(
        Exists(own),
        place__consignment__outlet=outlet,
        place__consignment__stage=Consignment.Stage.RUNNING,
        free__gt=1,
    )
    last = records.exclude(product=but).select_related("product__producer").order_by("-pk").first()
    if last is not None:
        shelve(last.product, None, pieces=0, by=by)


def _sent(outlet):
    """A thing that keeps and does not lie there."""
    there = StockRecord.objects.filter(place__consignment__outlet=outlet, num_in_stock__gt=0)
    goods = _sold_here().filter(handling__keeps_hours=None)
    return goods.exclude(pk__in=there.values("product")).order_by("pk").first()


def _sold_here():
    goods = Product.objects.on_sale_list().filter(
        structure=Product.STANDALONE, price__gt=0, stockrecords__place=None, stockrecords__num_in_stock__gt=5
    )
    return goods.exclude(legal_class__in=(LegalClass.ALCOHOL, LegalClass.SERVICE)).distinct()


def _order(key, name, phone, outlet, product, *, stock):
    basket = Basket.objects.create()
    add(basket, product, 1, adult=False)
    chosen = {product.producer_id: f"{FROM_STOCK if stock else SENT_THERE}{outlet.pk}"}
    buyer = Buyer(name=name, phone=phone, commune=None, street="", methods=chosen)
    return place(basket, buyer, key=key, expected_total=contents(basket, chosen=chosen).total)


def _fetched(order):
    return PickUp.objects.for_pages().get(parcel__order=order)
