"""Whole ways by client: buyer, producer, shop manager; and those who may not."""

import pytest
from django.urls import reverse

from after_order import ACCOUNT, books_balance, picture
from buying import seen
from office.payment import refunding
from shop.returning import cancelling, claiming
from shop.returning.models import Cancellation, FailedDelivery, Return

pytestmark = pytest.mark.django_db
BANK = {"bank": "", "account_number": "3700 2050 12345", "holder": "Nguyễn Thị Hoa"}


@pytest.fixture
def bank():
    from shop.settling.banks import banks

    return {**BANK, "bank": next(iter(banks().values()))}


def at(name, made, *args):
    return f"{reverse(f'returns:{name}', args=[made.order.number, *args])}?k={made.order.signature}"


def desk(name, *args):
    return reverse(f"returns_desk:{name}", args=args)


def form(made, **changes):
    return {
        f"pieces_{made.line.pk}": made.line.quantity, "reason": "damaged", "text": "Vỡ hai lọ",
        "pictures": [picture()], "wanted": "refund", **changes,
    }  # fmt: skip


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_return_sent_twice_is_one_and_the_second_sending_leads_to_it(client, sale, bank, pieces):
    made = sale(quantity=3).pay().to("delivered")
    key = client.get(at("ask", made, 1)).context["form"]["key"].value()
    facts = {f"pieces_{made.line.pk}": pieces, "key": key, **bank}
    first, second = (client.post(at("ask", made, 1), form(made, **facts)) for _ in range(2))
    found = Return.objects.get()
    assert first["Location"] == second["Location"] == found.get_absolute_url()
    assert found.pictures.count() == 1


def test_a_form_opened_anew_asks_for_another_return_of_what_is_left(client, sale, bank):
    made = sale(quantity=3).pay().to("delivered")
    for _ in range(2):
        page = client.get(at("ask", made, 1))
        assert f'name="key" value="{page.context["form"]["key"].value()}"' in page.content.decode()
        facts = {f"pieces_{made.line.pk}": 1, "key": page.context["form"]["key"].value(), **bank}
        assert client.post(at("ask", made, 1), form(made, **facts)).status_code == 302
    assert Return.objects.count() == 2


def test_guest_cancels_an_unpaid_order_in_two_steps(client, sale):
    made = sale()
    assert at("cancel", made, 1) in client.get(made.order.get_absolute_url()).content.decode()
    page = seen(client.get(at("cancel", made, 1)))
    assert "230.000" in page
    empty = client.post(at("cancel", made, 1), {"reason": ""})
    assert empty.context["form"].errors["reason"]
    assert (
        client.post(at("cancel", made, 1), {"reason": "mistake"})["Location"] == made.order.get_absolute_url()
    )
    assert made.parcel.stage == "cancelled"
    assert Cancellation.objects.get().whose == "buyer"
    page = client.get(made.order.get_absolute_url()).content.decode()
    assert at("cancel", made, 1) not in page


def test_guest_who_paid_names_the_account_and_the_money_is_told_of(client, sale, bank):
    made = sale().pay()
    missing = client.post(at("cancel", made, 1), {"reason": "mistake"})
    assert set(missing.context["form"].errors) == {"bank", "account_number", "holder"}
    assert client.post(at("cancel", made, 1), {"reason": "mistake", **bank}).status_code == 302
    refund = Cancellation.objects.get().refund
    assert refund.account == {"bank": bank["bank"], "number": "3700205012345", "holder": "NGUYỄN THỊ HOA"}
    assert "…2345" in seen(client.get(made.order.get_absolute_url()))


def test_the_account_is_asked_for_on_a_signed_page_when_the_producer_cancels(client, sale, bank):
    made = sale().pay()
    client.force_login(made.person)
    assert client.post(desk("cancel", made.parcel.pk), {"reason": "sold_out", "text": ""}).status_code == 302
    client.logout()
    assert at("account", made) in client.get(made.order.get_absolute_url()).content.decode()
    assert client.get(reverse("returns:account", args=[made.order.number])).status_code == 404
    bad = client.post(at("account", made), {**bank, "account_number": "12"})
    assert bad.context["form"].errors["account_number"]
    assert client.post(at("account", made), bank).status_code == 302
    assert not Cancellation.objects.get().waits_for_account
    assert client.post(at("account", made), bank).context["form"].errors


def test_only_what_was_never_paid_is_said_to_be_asked_for_no_more(client, sale, shop):
    unpaid, paid = (sale(shop.product(price=10_000), shop.product(price=20_000)) for _ in range(2))
    paid.pay()
    for made in (unpaid, paid):
        cancelling.cancel_for_buyer(made.order, [made.parcel], reason="mistake", account=ACCOUNT)
    assert "−50.000" in seen(client.get(unpaid.order.get_absolute_url()))  # two for 10.000, and the fee
    page = seen(client.get(paid.order.get_absolute_url()))
    assert "−50.000" not in page
    assert "50.000" in page  # on its way back


def test_all_of_two_parcels_are_cancelled_and_what_has_left_stays(client, sale, shop):
    made = sale(shop.product(price=10_000), shop.product(price=20_000))
    assert at("cancel-order", made) in client.get(made.order.get_absolute_url()).content.decode()
    made.to("handed_over")
    assert client.post(at("cancel-order", made), {"reason": "mistake"}).status_code == 302
    assert [each.stage for each in made.order.parcels.order_by("number")] == ["handed_over", "cancelled"]


def test_return_from_asking_to_the_money(client, sale, bank):
    made = sale().pay().to("delivered")
    assert at("ask", made, 1) in client.get(made.order.get_absolute_url()).content.decode()
    wrong = client.post(at("ask", made, 1), {**form(made, pictures=[], text="Vỡ hai lọ"), **bank})
    assert wrong.context["form"].errors["pictures"]
    assert "Vỡ hai lọ" in wrong.content.decode()
    answer = client.post(at("ask", made, 1), {**form(made), **bank})
    found = Return.objects.get()
    assert answer["Location"] == found.get_absolute_url()
    assert client.get(found.get_absolute_url()).status_code == 200
    shown = client.get(at("picture", made, found.number, found.pictures.get().pk))
    assert shown["Content-Type"] == "image/png"

    client.force_login(made.person)
    assert found.number in client.get(desk("index")).content.decode()
    assert desk("accept", found.number) in client.get(desk("detail", found.number)).content.decode()
    assert client.get(found.pictures.get().paper.get_absolute_url()).status_code == 200
    too_much = client.post(desk("accept", found.number), {"remedy": "refund", "amount": 999_999_999})
    assert too_much.context["form"].errors["amount"]
    answer = {"remedy": "refund", "amount": "", "send_back": "on", "answer": "Gửi lại giúp"}
    assert client.post(desk("accept", found.number), answer).status_code == 302
    assert client.get(desk("receive", found.number)).status_code == 200
    line = found.lines.get()
    assert client.post(desk("receive", found.number), {f"line_{line.pk}": 1}).status_code == 302
    found.refresh_from_db()
    assert (found.stage, made.stock(), made.parcel.stage) == ("received", (9, 0), "returned")

    refunding.by_hand(found.refund, bank_reference="CT1", by=made.manager)
    client.logout()
    page = seen(client.get(found.get_absolute_url()))
    assert "230.000" in page
    assert Return.objects.get().stage == "refunded"
    assert books_balance()


def test_refused_then_brought_to_the_shop_then_decided(client, sale):
    made = sale().pay().to("delivered")
    found = made.ask(account=ACCOUNT)
    client.force_login(made.person)
    assert client.post(desk("refuse", found.number), {"answer": ""}).context["form"].errors["answer"]
    assert client.post(desk("refuse", found.number), {"answer": "Hàng nguyên vẹn"}).status_code == 302
    assert client.post(desk("decide", found.number), {"granted": "yes"}).status_code == 403
    client.logout()
    page = client.get(found.get_absolute_url()).content.decode()
    assert at("escalate", made, found.number) in page
    assert f"<title>Yêu cầu trả hàng {found.number} – {made.order.number}" in page
    assert client.post(at("escalate", made, found.number), {"text": "Ảnh rõ mà"}).status_code == 302
    client.force_login(made.manager)
    assert desk("decide", found.number) in client.get(desk("detail", found.number)).content.decode()
    answer = {"granted": "yes", "remedy": "refund", "amount": "50000", "answer": "Chia đôi"}
    assert client.post(desk("decide", found.number), answer).status_code == 302
    found.refresh_from_db()
    assert (found.stage, found.final, found.refund.amount) == ("accepted", True, 50_000)


@pytest.mark.parametrize("typed", ["50000", "50.000", "50.000 ₫", "50k"])
def test_a_part_is_granted_as_people_write_it(client, sale, typed):
    made = sale().pay().to("delivered")
    found = made.ask(account=ACCOUNT)
    client.force_login(made.person)
    for wrong in ("0", "vài chục", "200.001"):
        answer = {"remedy": "refund", "amount": wrong}
        assert client.post(desk("accept", found.number), answer).context["form"].errors["amount"]
    client.post(desk("accept", found.number), {"remedy": "refund", "amount": typed})
    found.refresh_from_db()
    assert (found.stage, found.goods, found.refund.amount) == ("accepted", 50_000, 50_000)


def test_sent_again_and_withdrawn(client, sale):
    made, other = sale().pay().to("delivered"), sale().pay().to("delivered")
    first, second = made.ask(wanted="replacement"), other.ask()
    assert client.post(at("withdraw", other, second.number)).status_code == 302
    client.force_login(made.person)
    client.post(desk("accept", first.number), {"remedy": "replacement"})
    assert client.get(desk("replace", first.number)).status_code == 200
    assert client.post(desk("replace", first.number), {"tracking_code": "GHN12"}).status_code == 302
    assert [each.stage for each in Return.objects.order_by("pk")] == ["replaced", "withdrawn"]
    client.logout()
    assert "GHN12" in client.get(first.get_absolute_url()).content.decode()


def test_parcel_that_came_back_is_noted_on_the_desk_and_looked_at_later(client, sale):
    made = sale().to("handed_over")
    client.force_login(made.person)
    assert client.get(desk("came-back", made.parcel.pk)).status_code == 200
    answer = {"reason": "nobody", "sellable": "later"}
    assert client.post(desk("came-back", made.parcel.pk), answer).status_code == 302
    failed = FailedDelivery.objects.get()
    assert desk("look-at", failed.pk) in client.get(desk("index")).content.decode()
    assert client.post(desk("look-at", failed.pk), {"sellable": "no"}).status_code == 302
    failed.refresh_from_db()
    assert (failed.sellable, made.stock()) == (False, (8, 0))


def test_guessed_numbers_and_signatures_open_nothing(client, sale):
    made, other = sale().pay().to("delivered"), sale().pay().to("delivered")
    found = made.ask()
    picture_pk = found.pictures.get().pk
    for path in (
        reverse("returns:detail", args=[made.order.number, found.number]),
        f"{reverse('returns:detail', args=[made.order.number, found.number])}?k=falsch",
        at("detail", other, found.number),
        at("picture", other, found.number, picture_pk),
        reverse("returns:picture", args=[made.order.number, found.number, picture_pk]),
        reverse("returns:cancel", args=[made.order.number, 1]),
        at("cancel", made, 7),
        at("ask", made, 7),
        at("escalate", other, found.number),
        reverse("returns:invoice", args=[made.order.number]),
        reverse("returns:no-invitations", args=[made.order.number]),
    ):
        assert client.get(path).status_code == 404, path
        assert client.post(path).status_code in {404, 405}, path


def test_another_buyer_sees_nothing_and_the_owner_needs_no_signature(client, shop, sale):
    owner = shop.user("buyer")
    made = sale(by=owner).pay().to("delivered")
    found = made.ask(by=owner)
    bare = reverse("returns:detail", args=[made.order.number, found.number])
    paper = found.pictures.get().paper.get_absolute_url()
    client.force_login(shop.user("buyer"))
    assert (client.get(bare).status_code, client.get(paper).status_code) == (404, 403)
    client.force_login(owner)
    assert (client.get(bare).status_code, client.get(paper).status_code) == (200, 200)


def test_another_producer_sees_and_does_nothing(client, sale):
    made, other = sale().pay().to("delivered"), sale().to("handed_over")
    found, running = made.ask(), sale()
    client.force_login(other.person)
    assert found.number not in client.get(desk("index")).content.decode()
    for name in ("detail", "accept", "refuse", "receive", "replace", "decide"):
        assert client.get(desk(name, found.number)).status_code == 403, name
    assert client.post(desk("cancel", running.parcel.pk), {"reason": "sold_out"}).status_code == 403
    assert client.get(desk("came-back", made.parcel.pk)).status_code == 403
    assert client.get(found.pictures.get().paper.get_absolute_url()).status_code == 403
    client.logout()
    assert "/tai-khoan/login/" in client.get(desk("index"))["Location"]


def test_a_buyer_has_no_desk_of_returns(client, shop, sale):
    client.force_login(shop.user("buyer"))
    assert client.get(desk("index")).status_code == 403
    assert client.get(desk("invoices")).status_code == 403


def test_forged_posts_are_stopped_by_the_token(sale):
    from django.test import Client

    made = sale()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(at("cancel", made, 1), {"reason": "mistake"}).status_code == 403
    assert made.parcel.stage == "new"


def test_lists_ask_the_database_as_often_for_thirty_as_for_three(client, sale, django_assert_num_queries):
    made = sale(quantity=40, stock=90).pay().to("delivered")
    client.force_login(made.manager)
    for number in (3, 30):
        while Return.objects.count() < number:
            made.ask(1)
        client.get(desk("index"))
        with django_assert_num_queries(LIST_QUERIES):
            client.get(desk("index"))
    found = Return.objects.first()
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(desk("detail", found.number))


LIST_QUERIES = 10
DETAIL_QUERIES = 8


def test_order_page_asks_a_fixed_number_of_times(client, sale, django_assert_num_queries):
    made = sale(quantity=5).pay().to("delivered")
    client.get(made.order.get_absolute_url())
    for number in (1, 4):
        while Return.objects.count() < number:
            claiming.ask(made.parcel, {made.line.pk: 1}, reason="wrong_item", text="x", wanted="refund")
        with django_assert_num_queries(ORDER_QUERIES):
            client.get(made.order.get_absolute_url())


ORDER_QUERIES = 18
