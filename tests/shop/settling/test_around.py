"""What stands around the books: the demo, the rates in Wagtail's admin, the desk's trays."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from office import todo
from office.ledger import reading
from shop.granting import grant
from shop.management.demo import settling
from shop.settling import banking, paying_out, stating
from shop.settling.models import PayoutBatch, TaxRate

pytestmark = pytest.mark.django_db


def test_the_demo_has_past_statements_a_paid_batch_and_a_proposed_one_and_is_planted_once(sales):
    shop = sales.shop
    people = {"cuahang": sales.proposer, "quantri": sales.approver}
    makers = [sales.maker(form, paid_to=False) for form in ("household", "cooperative")]
    for maker in makers:
        for _ in range(3):
            shop.product(producer=maker, price=60_000, stock=100)
    for _ in range(2):
        settling.plant(makers, people=people, by=shop.office)
    assert list(PayoutBatch.objects.order_by("pk").values_list("stage", flat=True)) == ["closed", "proposed"]
    for maker in makers:
        assert len(stating.weeks_of(maker)) >= 3
        assert stating.owed_to(maker) > 0
    assert sum(reading.trial_balance().values()) == 0


def test_the_administrator_keeps_the_rates_in_wagtails_admin(client, sales):
    grant()
    client.force_login(sales.shop.office)
    for name in ("taxrate", "feerate"):
        assert client.get(reverse(f"wagtailsnippets_settling_{name}:list")).status_code == 200
    client.force_login(sales.maker().users.first())
    assert client.get(reverse("wagtailsnippets_settling_taxrate:list")).status_code in (302, 403)


def test_a_rate_does_not_end_before_it_begins():
    rate = TaxRate(
        legal_form="household", supply="goods", vat=100, pit=50, legal_basis="thử",
        valid_from=date(2027, 1, 2), valid_to=date(2027, 1, 1),
    )  # fmt: skip
    with pytest.raises(ValidationError):
        rate.full_clean()


def counts(user):
    return [task.count for task in todo.tasks_of(user) if "chi-tra" in task.link or "doi-soat" in task.link]


def test_the_desk_says_what_waits(sales):
    producer = sales.maker("cooperative", paid_to=False)
    person = producer.users.first()
    sales.parcel(producer)
    assert counts(person) == [1]  # an account to give
    entered = banking.enter(producer, bank="970405", number="123456", holder="Thu", by=person)
    assert counts(person) == [0]
    assert counts(sales.approver) == [1, 0, 0]
    banking.check(entered, by=sales.approver)
    batch = paying_out.propose(minimum=0, by=sales.proposer)
    assert (counts(sales.approver), counts(sales.proposer)) == ([0, 1, 0], [0, 0, 0])
    paying_out.approve(batch, by=sales.approver)
    assert counts(sales.proposer) == [0, 0, 1]
    assert counts(sales.shop.user("buyer")) == []
