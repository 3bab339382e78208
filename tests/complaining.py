"""What tests of the complaint desk do again and again."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.crypto import get_random_string

from buying import basket_with, buyer
from shop.complaints.filing import Matter, file
from shop.complaints.models import About, Complaint
from shop.order.placing import place

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PHONE = "+84912345678"


def upload(content=PDF, name="anh chup.pdf"):
    return SimpleUploadedFile(name, content)


def complain(*, by=None, **facts):
    """A complaint through the act; about something else unless the facts say what."""
    start = {
        "about": About.OTHER,
        "subject": "Hàng bị vỡ",
        "text": "Mở ra thì vỡ hai chiếc.",
        "name": "Nguyễn Thị Hoa",
        "phone": PHONE,
        "email": "hoa@example.com",
    }
    return file(Matter(**{**start, **facts}), key=get_random_string(32), by=by)


def about_product(shop, *, seller=None, **facts):
    """A complaint about a product whose producer has `seller` (a new person without one)."""
    seller = seller or shop.user("producer")
    product = shop.product(producer=shop.producer(people=[seller]))
    return complain(about=About.PRODUCT, product=product, **facts), seller


def order_of(shop, *, sellers=1, by=None, **changes):
    """An order with one parcel for each of `sellers` producers."""
    makers = [shop.producer(people=[shop.user("producer")]) for _ in range(sellers)]
    goods = [shop.product(producer=maker, price=10_000, stock=9) for maker in makers]
    basket = basket_with(shop, goods[0])
    for each in goods[1:]:
        from shop.basket.filling import add

        add(basket, each, 1, adult=False)
    return place(basket, buyer(**changes), key=get_random_string(32), expected_total=sellers * 40_000, by=by)


def let_time_pass(complaint, days=30):
    """Move the last day of the present step into the past."""
    Complaint.objects.filter(pk=complaint.pk).update(due_on=timezone.localdate() - timedelta(days=days))
    complaint.refresh_from_db()
