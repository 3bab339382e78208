"""Delivered parcels, and the people who pay for them."""

import pytest

from buying import basket_with, buyer
from catalogue.producers.models import Partner
from office.roles import give_role
from shop.order.fulfilling import ORDER_OF_STAGES, move
from shop.order.models import Parcel
from shop.order.placing import place
from shop.settling import banking


class Sales:
    """Sells and pays out: every call makes a new order through the acts."""

    def __init__(self, shop):
        self.shop, self.count = shop, 0
        self.proposer, self.approver = shop.user("shop_manager"), shop.user("shop_manager")

    def maker(self, legal_form="household", *, paid_to=True, people=()):
        person = give_role(self.shop.user(), "producer")
        producer = self.shop.producer(people=[person, *people])
        Partner.objects.filter(pk=producer.pk).update(legal_form=legal_form, tax_code="8012345678")
        producer.refresh_from_db()
        if paid_to:
            self.account(producer)
        return producer

    def account(self, producer, number="0123456789"):
        entered = banking.enter(
            producer, bank="970405", number=number, holder="Nguyễn Thị Lộc", by=producer.users.first()
        )
        return banking.check(entered, by=self.shop.office)

    def parcel(self, producer, price=100_000, stage="delivered", **facts):
        """A parcel of one thing for `price` that went as far as `stage`."""
        self.count += 1
        goods = self.shop.product(producer=producer, price=price, stock=10)
        order = place(
            basket_with(self.shop, goods),
            buyer(),
            key=f"s-{producer.pk}-{self.count}",
            expected_total=price + 30_000,
        )
        parcel = order.parcels.get()
        for name, value in facts.items():
            setattr(parcel, name, value)
        for step in ORDER_OF_STAGES[1 : ORDER_OF_STAGES.index(stage) + 1]:
            move(parcel, Parcel.Stage(step), by=self.proposer)
        return parcel


@pytest.fixture
def sales(shop):
    """See `Sales`."""
    return Sales(shop)
