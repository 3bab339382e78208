"""What returns and invoices tell and forget about a person."""

import pytest

from after_order import ACCOUNT
from office import persons
from office.accounts.personal import person_of
from office.papers import Paper
from office.payment import refunding
from shop.returning import answering, cancelling, invoicing, reviewing
from shop.returning.models import InvitationRefusal, InvoiceRequest, Return

pytestmark = pytest.mark.django_db
PERSON = persons.Person(phone="+84912345678")


def test_a_copy_holds_returns_cancellations_and_invoices(sale):
    made, other = sale().pay().to("delivered"), sale()
    made.ask(account=ACCOUNT)
    cancelling.cancel(other.parcel, reason="sold_out", by=other.person)
    who = {"kind": "person", "name": "Hoa", "address": "Vinh", "email": "hoa@example.com"}
    invoicing.ask(made.order, **who)
    reviewing.want_none(made.order)
    copy = persons.collect(PERSON)
    assert "3700205012345" in copy["returns"][0]["bank_account"]
    assert [len(copy[name]) for name in ("cancelled parcels", "invoices asked for", "letters refused")] == [
        1,
        1,
        1,
    ]


def test_a_running_return_and_money_on_its_way_hinder_erasing(sale):
    made = sale().pay().to("delivered")
    found = made.ask(account=ACCOUNT)
    assert len(persons._parts["returns"].hinders(PERSON)) == 1
    found = answering.accept(found, remedy="refund", by=made.person)
    assert len(persons._parts["returns"].hinders(PERSON)) == 2
    refunding.by_hand(found.refund, bank_reference="CT1", by=made.manager)
    assert persons._parts["returns"].hinders(PERSON) == []


def test_erasing_takes_words_pictures_and_accounts_and_leaves_amounts(
    sale, django_capture_on_commit_callbacks
):
    made = sale().pay().to("delivered")
    found = answering.accept(made.ask(account=ACCOUNT), remedy="refund", by=made.person)
    refunding.by_hand(found.refund, bank_reference="CT1", by=made.manager)
    file = found.pictures.get().paper.file
    invoicing.ask(made.order, kind="person", name="Hoa", address="Vinh", email="hoa@example.com")
    with django_capture_on_commit_callbacks(execute=True):
        persons.erase(PERSON)
    found = Return.objects.get()
    assert (found.text, found.pictures.count(), found.refund.account, found.goods) == ("", 0, {}, 200_000)
    assert not Paper.objects.exists()
    assert not file.storage.exists(file.name)
    assert not InvoiceRequest.objects.exists()
    assert not InvitationRefusal.objects.exists()


def test_a_buyer_known_by_the_account_alone_is_forgotten_too(sale, shop):
    user = shop.user()
    made = sale(by=user, email="").pay().to("delivered")
    found = made.ask(1, by=user, text="Gọi tôi buổi tối", account=ACCOUNT)
    found.advance("withdrawn", by=user)
    persons.erase(person_of(user))
    found.refresh_from_db()
    assert (found.text, found.account, Paper.objects.count()) == ("", {}, 0)
