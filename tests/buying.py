"""What tests of the shop do again and again: fill a basket, send the form, place an order."""

import re

from django.urls import reverse

from catalogue.producers.models import Commune
from shop.basket.filling import add
from shop.basket.models import Basket
from shop.order.placing import Buyer

ORIGIN = {"headers": {"Origin": "http://testserver"}}
FORM = {
    "name": "Nguyễn Thị Hoa",
    "phone": "0912 345 678",
    "province": "42",
    "commune_text": "Thành Sen",
    "street": "12 Phan Đình Phùng",
    "way": "cod",
    "note": "Gọi trước giúp tôi",
    "email": "hoa@example.com",
    "terms": "on",
}


def seen(answer):
    """The text of a page as it is read: words kept together by a no-break space are words apart."""
    return answer.content.decode().replace("\u00a0", " ")


def fill(client, product, quantity=1):
    return client.post(reverse("basket:add", args=[product.pk]), {"quantity": quantity}, **ORIGIN)


def send(client, **changes):
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    return client.post("/thanh-toan/", {**hidden, **FORM, **changes}, **ORIGIN)


def buyer(**changes):
    facts = {
        "name": "Hoa",
        "phone": "+84912345678",
        "commune": Commune.objects.get(pk="18073"),
        "street": "12",
    }
    return Buyer(**{**facts, **changes})


def basket_with(shop, product, quantity=1):
    basket = Basket.objects.create()
    add(basket, product, quantity, adult=False)
    return basket
