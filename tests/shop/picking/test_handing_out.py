"""At the outlet: laid aside, arrived, handed over to who says the code, or sent back; and who may do it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from catalogue.producers.models import StockRecord
from fetching import counter, fetched, ordered
from office.notices import Notice
from office.payment import owing, paying
from office.payment.gateways import Arrival
from office.payment.models import Refund, Settlement
from office.stages import Refused
from outlets.network import registering
from shop.order import carrying
from shop.order.fulfilling import move
from shop.order.handing_over import hand_over as to_courier
from shop.order.models import Parcel, PickUp
from shop.picking import ending, handing_out
from shop.returning import cancelling
from shop.returning.models import Cancellation, FailedDelivery
from shop.shipping.carriers import Report, Way

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(shop):
    return counter(shop)


def laid_aside(at, **facts):
    return handing_out.lay_aside(fetched(ordered(at, **facts)), by=at.keeper)


def arrived(at, **facts):
    row = fetched(ordered(at, stock=False, **facts))
    for stage in ("confirmed", "packed"):
        move(row.parcel, stage, by=at.maker)
    to_courier(row.parcel, tracking_code="EH0001VN", by=at.maker)
    return handing_out.receive(fetched(row.parcel.order), by=at.keeper)


def there(at):
    record = StockRecord.objects.get(product=at.jar, place=at.row.place)
    return record.num_in_stock, record.num_allocated


def test_laid_aside_tells_the_buyer_and_the_code_opens_it_once(at):
    row = laid_aside(at)
    assert row.parcel.stage == "packed"
    assert row.keep_until == timezone.localdate() + timedelta(days=5)
    assert len(row.code) == 6
    assert there(at) == (5, 1)
    row = handing_out.hand_over(row, code=f"{row.code[:3]} {row.code[3:]}", cash_taken=True, by=at.keeper)
    assert (row.parcel.stage, row.handed_over_by, row.code) == ("delivered", at.keeper, "")
    assert there(at) == (4, 0)
    with pytest.raises(Refused):
        handing_out.hand_over(row, code="123456", cash_taken=True, by=at.keeper)


def test_cash_at_the_outlet_is_settled_with_the_outlet_as_collector(at):
    row = laid_aside(at)
    due = owing.due_of(row.parcel.order)
    with pytest.raises(Refused) as refused:
        handing_out.hand_over(row, code=row.code, by=at.keeper)
    assert refused.value.field == "cash_taken"
    assert not owing.due_of(row.parcel.order).is_paid
    handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    assert owing.due_of(row.parcel.order).is_paid
    settled = Settlement.objects.get(due=due)
    assert (settled.amount, settled.reference) == (50_000, f"outlet-{at.outlet.pk}:{row.parcel}")


def test_what_the_maker_sent_is_ready_when_the_keeper_has_it(at, shop):
    row = fetched(ordered(at, stock=False))
    with pytest.raises(Refused):
        handing_out.receive(row, by=at.keeper)
    with pytest.raises(Refused):
        handing_out.lay_aside(row, by=at.keeper)
    row = arrived(at, products=[shop.product(producer=at.producer, price=1000)])
    assert (row.parcel.stage, row.is_ready) == ("handed_over", True)
    with pytest.raises(Refused):
        handing_out.receive(row, by=at.keeper)
    row = handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    assert row.parcel.stage == "delivered"


def test_wrong_codes_are_refused_and_soon_the_right_one_too(at):
    row = laid_aside(at)
    wrong = "000000" if row.code != "000000" else "111111"
    for _each in range(5):
        with pytest.raises(Refused, match="không phải mã"):
            handing_out.hand_over(row, code=wrong, cash_taken=True, by=at.keeper)
    with pytest.raises(Refused, match="15 phút"):
        handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    assert fetched(row.parcel.order).handed_over_at is None
    done = handing_out.hand_over(
        row, identity="Căn cước trùng tên, đọc đúng ba số cuối", cash_taken=True, by=at.keeper
    )
    assert done.identity


@pytest.mark.parametrize("words", ["quen", "Căn cước số 042 199 001 234 trùng tên"])
def test_without_the_code_the_keeper_says_how_the_buyer_is_known_and_writes_no_numbers_down(at, words):
    row = laid_aside(at)
    with pytest.raises(Refused) as refused:
        handing_out.hand_over(row, identity=words, cash_taken=True, by=at.keeper)
    assert refused.value.field == "identity"


def test_only_keepers_of_this_outlet_hand_over(at, shop):
    row = fetched(ordered(at))
    others = [shop.user("keeper"), at.maker, shop.user("shop_manager"), shop.user("trade_department")]
    for other in [*others, counter(shop).keeper]:
        with pytest.raises(Refused):
            handing_out.lay_aside(row, by=other)
        with pytest.raises(Refused):
            ending.send_back(row, reason="Không thấy hàng", by=other)
    row = handing_out.lay_aside(row, by=at.keeper)
    for other in others:
        with pytest.raises(Refused):
            handing_out.hand_over(row, code=row.code, cash_taken=True, by=other)
    assert handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)


def test_makers_move_neither_what_lies_there_nor_the_last_step(at, shop):
    row = fetched(ordered(at))
    for stage in ("confirmed", "packed"):
        with pytest.raises(Refused):
            move(row.parcel, stage, by=at.maker)
    row = arrived(at)
    for who in (at.maker, shop.office):
        with pytest.raises(Refused):
            move(row.parcel, "delivered", by=who)


def test_buyer_calls_off_what_is_laid_aside_until_it_is_handed_over(at):
    row = laid_aside(at)
    order = row.parcel.order
    cancelling.cancel_for_buyer(order, [row.parcel], reason="changed_mind")
    assert there(at) == (5, 0)
    assert fetched(order).code == ""
    with pytest.raises(Refused):
        handing_out.hand_over(row, code="123456", cash_taken=True, by=at.keeper)


def test_nobody_comes_a_reminder_a_day_before_then_stock_and_money_go_back(at):
    row = laid_aside(at)
    today = timezone.localdate()
    assert ending.remind_in_time(today) == 0
    assert ending.end_overdue() == 0
    PickUp.objects.update(keep_until=today)
    assert ending.remind_in_time(today) == 1
    assert ending.remind_in_time(today) == 0
    assert ending.end_overdue() == 0
    PickUp.objects.update(keep_until=today - timedelta(days=1))
    assert ending.end_overdue() == 1
    assert ending.end_overdue() == 0
    row.parcel.refresh_from_db()
    assert row.parcel.stage == "cancelled"
    assert Cancellation.objects.get().reason == "unfetched"
    assert there(at) == (5, 0)
    assert not owing.due_of(row.parcel.order).is_open


def test_what_was_sent_there_and_not_fetched_comes_back_to_its_maker(at):
    row = arrived(at)
    PickUp.objects.update(keep_until=timezone.localdate() - timedelta(days=1))
    assert ending.end_overdue() == 1
    row.parcel.refresh_from_db()
    assert row.parcel.stage == "returned"
    failed = FailedDelivery.objects.get()
    assert (failed.reason, failed.sellable) == ("unfetched", None)
    assert at.maker.notices.filter(sentence__contains="không có người nhận").exists()


def test_goods_that_are_not_there_are_said_so_and_the_buyer_pays_nothing(at):
    row = fetched(ordered(at))
    with pytest.raises(Refused):
        ending.send_back(row, reason=" ", by=at.keeper)
    ending.send_back(row, reason="Lọ bị vỡ", by=at.keeper)
    row.parcel.refresh_from_db()
    assert row.parcel.stage == "cancelled"
    assert Cancellation.objects.get().text == "Lọ bị vỡ"
    with pytest.raises(Refused):
        ending.send_back(row, reason="Lần nữa", by=at.keeper)


def test_what_was_handed_over_is_not_sent_back(at):
    row = laid_aside(at)
    handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    with pytest.raises(Refused):
        ending.send_back(row, reason="Trả lại", by=at.keeper)


def test_money_paid_before_goes_back_when_nobody_comes(at, settings):
    settings.VIETQR_BANK_BIN, settings.VIETQR_ACCOUNT, settings.VIETQR_HOLDER = "970436", "0071000", "OCOP"
    order = ordered(at, way="vietqr", hold_until=timezone.now() + timedelta(minutes=15))
    row = fetched(order)
    with pytest.raises(Refused):
        handing_out.lay_aside(row, by=at.keeper)
    due = owing.due_of(order)
    paying.settle("vietqr", Arrival(reference="FT1", amount=due.amount, asset="bank"), due=due)
    row = handing_out.lay_aside(fetched(order), by=at.keeper)
    assert at.keeper.notices.filter(sentence__contains=order.number).exists()
    PickUp.objects.update(keep_until=timezone.localdate() - timedelta(days=1))
    assert ending.end_overdue() == 1
    refund = Refund.objects.get(due=due)
    assert refund.amount == due.amount
    assert there(at) == (5, 0)


def test_paid_before_takes_no_cash_at_the_counter(at, settings):
    settings.VIETQR_BANK_BIN, settings.VIETQR_ACCOUNT, settings.VIETQR_HOLDER = "970436", "0071000", "OCOP"
    order = ordered(at, way="vietqr", hold_until=timezone.now() + timedelta(minutes=15))
    due = owing.due_of(order)
    paying.settle("vietqr", Arrival(reference="FT2", amount=due.amount, asset="bank"), due=due)
    row = handing_out.lay_aside(fetched(order), by=at.keeper)
    handing_out.hand_over(row, code=row.code, by=at.keeper)
    assert Settlement.objects.filter(due=due).count() == 1


def test_courier_that_brought_it_to_the_outlet_has_delivered_nothing_to_the_buyer(at):
    row = fetched(ordered(at, stock=False))
    for stage in ("confirmed", "packed"):
        move(row.parcel, stage, by=at.maker)
    Parcel.objects.filter(pk=row.parcel.pk).update(carrier="ghn", tracking_code="GHN7")
    told = carrying.consignment_of(carrying._parcels().get(pk=row.parcel.pk))
    assert told.cash == 0
    assert at.outlet.street in told.receiver.street
    report = Report(code="GHN7", status="delivered", way=Way.DELIVERED, cash=0)
    assert carrying.follow(SimpleNamespace(code="ghn"), report) == ""
    row = fetched(row.parcel.order)
    assert (row.parcel.stage, row.is_ready) == ("handed_over", False)
    assert handing_out.receive(row, by=at.keeper).is_ready


def test_what_waits_for_its_buyer_is_not_late(at):
    row = fetched(ordered(at))
    Parcel.objects.update(promised_from=timezone.localdate() - timedelta(days=3))
    Parcel.objects.update(promised_to=timezone.localdate() - timedelta(days=2))
    assert Parcel.objects.late().count() == 1
    row = handing_out.lay_aside(row, by=at.keeper)
    assert not Parcel.objects.late().exists()
    assert not row.parcel.is_late


def test_a_buyer_hears_that_the_outlet_stops_before_it_was_fetched(at, shop):
    office, waiting, gone = shop.user("trade_department"), shop.user("buyer"), shop.user("buyer")
    laid_aside(at, user=waiting)
    row = laid_aside(at, user=gone)
    handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    registering.suspend(at.outlet, by=office, reason="Bão làm tốc mái")
    told = Notice.objects.filter(sentence__contains="ngừng đón khách")
    assert [
        (each.user, "Bão làm tốc mái" in each.sentence)
        for each in told.exclude(user__in=(at.keeper, at.maker))
    ] == [(waiting, True)]
