"""A matter "about something else" finds its seller: the shop chooses, or it stays where it is."""

import pytest

from complaining import about_product, complain, let_time_pass
from office.stages import Refused
from shop.complaints import answering, deciding
from shop.complaints.models import Complaint, Outcome

pytestmark = pytest.mark.django_db
WHY = "Người mua nói về gian hàng này."


def at(complaint, name=""):
    return f"/ban-lam-viec/phan-anh/{complaint.pk}/{name}"


def test_shop_chooses_the_seller_on_the_page_who_answers_then(client, shop):
    seller, manager = shop.user("producer"), shop.user("shop_manager")
    maker = shop.producer(people=[seller])
    complaint = complain()
    client.force_login(manager)
    assert at(complaint, "giao-nguoi-ban/") in client.get(at(complaint)).content.decode()
    answer = client.post(at(complaint, "giao-nguoi-ban/"), {"producer": maker.pk, "text": WHY})
    assert answer.status_code == 302
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.producer) == ("seller", maker)
    assert any(complaint.number in each.sentence for each in seller.notices.all())
    client.force_login(seller)
    page = client.get(at(complaint)).content.decode()
    assert WHY in page
    assert at(complaint, "tra-loi/") in page
    answering.answer(complaint, text="Xin lỗi, chúng tôi đổi hàng.", offer=Outcome.REPLACED, by=seller)
    assert complaint.stage == "answered"


def test_none_chosen_is_refused_at_the_field(client, shop):
    complaint = complain()
    client.force_login(shop.user("shop_manager"))
    answer = client.post(at(complaint, "giao-nguoi-ban/"), {"producer": "", "text": WHY})
    page = answer.content.decode()
    assert answer.status_code in {200, 422}
    assert 'href="#id_producer"' in page
    assert WHY in page
    assert Complaint.objects.get().stage == "platform"


@pytest.mark.parametrize("case", ["none", "nobody", "no reason", "stranger", "has one", "closed"])
def test_it_is_not_handed_on(shop, case):
    manager, seller = shop.user("shop_manager"), shop.user("producer")
    maker = shop.producer(people=[seller])
    complaint = complain()
    facts = {"producer": maker, "text": WHY, "by": manager}
    if case == "none":
        facts["producer"] = None
    elif case == "nobody":
        facts["producer"] = shop.producer()
    elif case == "no reason":
        facts["text"] = " "
    elif case == "stranger":
        facts["by"] = seller
    elif case == "closed":
        answering.withdraw(complaint)
    else:
        complaint, _seller = about_product(shop)
        let_time_pass(complaint)
        deciding.go_on_by_clock()
        complaint.refresh_from_db()
    before = complaint.stage, complaint.producer
    with pytest.raises(Refused) as refused:
        deciding.hand_to_seller(complaint, **facts)
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.producer) == before
    if case in {"none", "nobody"}:
        assert refused.value.field == "producer"


def test_seller_who_stays_silent_loses_it_to_the_shop_and_it_is_not_handed_round(client, shop):
    seller, manager = shop.user("producer"), shop.user("shop_manager")
    complaint = complain()
    deciding.hand_to_seller(complaint, producer=shop.producer(people=[seller]), text=WHY, by=manager)
    let_time_pass(complaint)
    deciding.go_on_by_clock()
    complaint.refresh_from_db()
    assert complaint.stage == "platform"
    client.force_login(manager)
    assert "giao-nguoi-ban" not in client.get(at(complaint)).content.decode()


def test_seller_does_not_see_the_contact_unless_it_was_opened(client, shop):
    manager = shop.user("shop_manager")
    for opened in (False, True):
        seller = shop.user("producer")
        complaint = complain(contact_open=opened)
        deciding.hand_to_seller(complaint, producer=shop.producer(people=[seller]), text=WHY, by=manager)
        client.force_login(seller)
        assert ("hoa@example.com" in client.get(at(complaint)).content.decode()) is opened
