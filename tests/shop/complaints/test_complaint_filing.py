"""Making a complaint: found, numbered, handed to who answers first."""

import pytest
from django.core import mail
from django.utils import timezone

from complaining import PHONE, about_product, complain, order_of, upload
from office import clocks
from office.papers import Paper
from office.stages import Refused
from shop.complaints.filing import Matter, file
from shop.complaints.models import About, Complaint

pytestmark = pytest.mark.django_db


def test_a_complaint_goes_to_the_seller_with_a_number_and_a_last_day(shop):
    complaint, seller = about_product(shop)
    year = timezone.localdate().year
    assert complaint.number == f"PA{year % 100}-000001"
    assert complaint.stage == Complaint.Stage.SELLER
    assert complaint.due_on == clocks.due("complaint.seller", timezone.localdate())
    assert complaint.number in seller.notices.get().sentence


def test_without_anybody_at_the_seller_it_goes_to_the_shop(shop):
    manager = shop.user("shop_manager")
    complaint = complain(about=About.PRODUCT, product=shop.product())
    assert complaint.stage == Complaint.Stage.PLATFORM
    assert manager.notices.count() == 1


def test_a_label_report_goes_to_the_inspection_and_not_to_the_seller(shop):
    seller, inspector = shop.user("producer"), shop.user("inspector")
    product = shop.product(producer=shop.producer(people=[seller]))
    report = complain(about=About.LABEL, product=product, where="Chợ Vinh")
    assert report.stage == Complaint.Stage.INSPECTION
    assert (inspector.notices.count(), seller.notices.count()) == (1, 0)


def test_the_same_form_sent_twice_is_one_complaint(shop):
    matter = Matter(about=About.OTHER, subject="A", text="B", name="C", phone=PHONE)
    first, second = (file(matter, key="k" * 32) for _ in range(2))
    assert first == second
    assert Complaint.objects.count() == 1


def test_a_parcel_is_found_by_number_and_phone(shop):
    order = order_of(shop)
    complaint = complain(about=About.PARCEL, order_number=order.number.lower(), phone=str(order.phone))
    assert complaint.parcel == order.parcels.get()
    assert complaint.producer == complaint.parcel.producer


def test_a_parcel_is_found_by_its_buyers_account_without_the_phone(shop):
    person = shop.user()
    order = order_of(shop, by=person)
    complaint = complain(by=person, about=About.PARCEL, order_number=order.number, phone="")
    assert complaint.parcel == order.parcels.get()


@pytest.mark.parametrize("phone", ["+84987654321", ""])
def test_a_parcel_is_not_found_with_another_phone(shop, phone):
    order = order_of(shop)
    with pytest.raises(Refused) as refused:
        complain(by=shop.user(), about=About.PARCEL, order_number=order.number, phone=phone)
    assert refused.value.field == "order_number"
    assert not Complaint.objects.exists()


def test_of_several_parcels_one_has_to_be_named(shop):
    order = order_of(shop, sellers=2)
    with pytest.raises(Refused) as refused:
        complain(about=About.PARCEL, order_number=order.number, phone=str(order.phone))
    assert f"{order.number}-2" in refused.value.message
    named = complain(about=About.PARCEL, order_number=f"{order.number}-2", phone=str(order.phone))
    assert named.parcel.number == 2
    spelled = f"{order.number.replace('-', '').lower()} - 1"
    other = complain(about=About.PARCEL, order_number=spelled, phone=str(order.phone))
    assert (other.parcel.order, other.parcel.number) == (order, 1)


def test_without_phone_and_email_nobody_could_be_answered(shop):
    with pytest.raises(Refused) as refused:
        complain(phone="", email="")
    assert refused.value.field == "phone"


def test_papers_are_kept_and_a_bad_one_keeps_none(shop, settings):
    complaint = complain(papers=[upload(), upload()])
    assert complaint.evidence.count() == 2
    before = Paper.objects.count()
    with pytest.raises(Refused) as refused:
        complain(papers=[upload(), upload(b"<html>", "a.pdf")])
    assert refused.value.field == "papers"
    assert Paper.objects.count() == before
    assert Complaint.objects.count() == 1


def test_more_than_five_papers_are_refused(shop):
    with pytest.raises(Refused) as refused:
        complain(papers=[upload() for _ in range(6)])
    assert refused.value.field == "papers"


def test_who_complains_is_told_by_mail_or_by_text(shop, texts, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        complaint = complain()
        complain(email="")
    assert complaint.signature in mail.outbox[0].body
    assert [number for number, _text in texts] == [PHONE]
