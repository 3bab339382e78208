"""What tests of the time after an order do again and again: place, owe, pay, deliver, ask for a return."""

from django.core.files.uploadedfile import SimpleUploadedFile

from buying import basket_with, buyer
from catalogue.producers.models import StockRecord
from office.ledger import reading
from office.payment import owing, paying
from office.payment.gateways import Arrival
from shop.basket.filling import add
from shop.order.fulfilling import move
from shop.order.placing import place
from shop.returning import claiming

FEE = 30_000
ACCOUNT = {"bank": "Agribank", "number": "3700205012345", "holder": "NGUYEN THI HOA"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060600000000500"
    "01a5f645400000000049454e44ae426082"
)
WAY = ("confirmed", "packed", "handed_over", "delivered")


def picture(name="anh.png"):
    return SimpleUploadedFile(name, PNG, content_type="image/png")


class Sale:
    """An order of `quantity` of one product (or of several) with its due; each act by the shop manager."""

    count = 0

    def __init__(
        self,
        shop,
        *products,
        quantity=2,
        price=100_000,
        stock=10,
        by=None,
        way="cod",
        hold_until=None,
        **facts,
    ):
        type(self).count += 1
        self.shop, self.manager = shop, shop.user("shop_manager")
        self.person = shop.user(name="Chủ thể")
        if not products:
            products = [shop.product(producer=shop.producer(people=[self.person]), price=price, stock=stock)]
        self.products = products
        basket = basket_with(shop, products[0], quantity)
        for product in products[1:]:
            add(basket, product, quantity, adult=False)
        producers = {product.producer_id for product in products}
        total = sum(product.price for product in products) * quantity + FEE * len(producers)
        key = f"sale-{self.count}-{self.manager.pk}"
        facts = {"email": "hoa@example.com", **facts}
        to, paid = buyer(**facts), {"way": way, "hold_until": hold_until}
        self.order = place(basket, to, key=key, expected_total=total, by=by, **paid)
        self.total = total
        self.due = owing.due_of(self.order)

    @property
    def parcel(self):
        return self.order.parcels.get(number=1)

    @property
    def line(self):
        return self.parcel.lines.get()

    def stock(self, product=None):
        record = StockRecord.objects.get(product=product or self.products[0])
        return record.num_in_stock, record.num_allocated or 0

    def pay(self, code="vietqr"):
        paying.settle(code, Arrival(reference=f"FT{self.order.pk}", amount=self.total), due=self.due)
        self.due.refresh_from_db()
        return self

    def to(self, stage):
        """Move the first parcel on, up to `stage`; what is owed is paid in cash when it is delivered."""
        parcel = self.parcel
        for step in WAY[: WAY.index(stage) + 1]:
            if parcel.may_become(step):
                move(parcel, step, by=self.manager)
        self.due.refresh_from_db()
        return self

    def ask(self, pieces=None, *, reason="damaged", wanted="refund", **facts):
        """A return of `pieces` (all by default) of the first line."""
        number = pieces or self.line.quantity
        facts = {"text": "Vỡ hết", "pictures": [picture()], **facts}
        return claiming.ask(self.parcel, {self.line.pk: number}, reason=reason, wanted=wanted, **facts)


def books_balance():
    return sum(reading.trial_balance().values()) == 0
