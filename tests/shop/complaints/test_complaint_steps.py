"""The steps: seller, shop, Department; by people or by the clock; one way only, and opened again once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from complaining import about_product, complain, let_time_pass, upload
from office import clocks
from office.stages import Refused
from shop.complaints import answering, deciding
from shop.complaints.models import About, Complaint, Outcome, Side

pytestmark = pytest.mark.django_db
Stage = Complaint.Stage


@pytest.fixture
def manager(shop):
    return shop.user("shop_manager")


@pytest.fixture
def department(shop):
    return shop.user("trade_department")


def test_the_seller_answers_and_the_answer_is_accepted(shop):
    complaint, seller = about_product(shop)
    answering.answer(
        complaint, text="Chúng tôi hoàn tiền.", offer=Outcome.REFUNDED, papers=[upload()], by=seller
    )
    assert complaint.stage == Stage.ANSWERED
    assert complaint.due_on == clocks.due("complaint.reaction", timezone.localdate())
    answering.accept(complaint)
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.outcome) == (Stage.CLOSED, Outcome.REFUNDED)
    assert [each.after for each in complaint.moves()] == ["answered", "closed"]


def test_through_all_steps_to_the_department(shop, manager, department):
    complaint, seller = about_product(shop)
    answering.answer(complaint, text="Không phải lỗi của chúng tôi.", offer=Outcome.REFUSED, by=seller)
    answering.escalate(complaint, text="Tôi không đồng ý.")
    deciding.decide(complaint, text="Đổi hàng.", offer=Outcome.REPLACED, by=manager)
    answering.escalate(complaint)
    complaint.refresh_from_db()
    assert complaint.stage == Stage.TRADE
    assert complaint.passed_to_trade_at is not None
    deciding.conclude(complaint, text="Hoàn tiền cho người mua.", offer=Outcome.REFUNDED, by=department)
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.outcome) == (Stage.CLOSED, Outcome.REFUNDED)
    assert department.notices.count() >= 1


def test_the_shop_may_hand_it_to_the_department_itself(shop, manager):
    complaint = complain()
    deciding.pass_to_trade(complaint, text="Vượt thẩm quyền của sàn.", by=manager)
    assert complaint.stage == Stage.TRADE


def test_nothing_is_passed_on_while_the_seller_has_time(shop):
    complaint, _seller = about_product(shop)
    with pytest.raises(Refused) as refused:
        answering.escalate(complaint)
    assert f"{complaint.due_on:%d/%m/%Y}" in refused.value.message
    let_time_pass(complaint)
    answering.escalate(complaint)
    assert complaint.stage == Stage.PLATFORM


def test_a_withdrawn_complaint_is_closed_and_nothing_follows(shop, manager):
    complaint = complain()
    answering.withdraw(complaint, text="Đã xong.")
    assert complaint.outcome == Outcome.WITHDRAWN
    for act in (
        lambda: answering.withdraw(complaint),
        lambda: answering.say(complaint, text="Còn gì không?", as_complainant=True),
        lambda: deciding.decide(complaint, text="A", offer=Outcome.KEPT, by=manager),
    ):
        with pytest.raises(Refused):
            act()


def test_a_closed_complaint_is_opened_again_once(shop):
    complaint, seller = about_product(shop)
    answering.answer(complaint, text="Đã giải thích.", offer=Outcome.KEPT, by=seller)
    answering.accept(complaint)
    answering.reopen(complaint, text="Vẫn chưa nhận được hàng.")
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.outcome, complaint.closed_at) == (Stage.PLATFORM, "", None)
    answering.withdraw(complaint)
    with pytest.raises(Refused):
        answering.reopen(complaint, text="Một lần nữa.")


def test_a_closed_complaint_is_not_opened_after_its_time(shop):
    complaint = complain()
    answering.withdraw(complaint)
    Complaint.objects.filter(pk=complaint.pk).update(closed_at=timezone.now() - timedelta(days=60))
    complaint.refresh_from_db()
    with pytest.raises(Refused):
        answering.reopen(complaint, text="Mở lại giúp tôi.")


@pytest.mark.parametrize(
    ("field", "facts"),
    [("text", {"text": " ", "offer": "kept"}), ("offer", {"text": "A", "offer": "withdrawn"})],
)
def test_an_answer_needs_words_and_an_offer(shop, field, facts):
    complaint, seller = about_product(shop)
    with pytest.raises(Refused) as refused:
        answering.answer(complaint, by=seller, **facts)
    assert refused.value.field == field


def test_the_clock_moves_a_silent_step_on_and_lets_an_answer_stand(shop, manager, department):
    silent, _seller = about_product(shop)
    answered, seller = about_product(shop)
    answering.answer(answered, text="Hoàn tiền.", offer=Outcome.REFUNDED, by=seller)
    undecided, in_time = complain(), complain()
    for each in (silent, answered, undecided):
        let_time_pass(each)
    assert deciding.go_on_by_clock() == (2, 1)
    for each in (silent, answered, undecided, in_time):
        each.refresh_from_db()
    assert silent.stage == Stage.PLATFORM
    assert (answered.stage, answered.outcome) == (Stage.CLOSED, Outcome.REFUNDED)
    assert undecided.stage == Stage.TRADE
    assert in_time.stage == Stage.PLATFORM
    assert silent.entries.get().side == Side.CLOCK
    assert manager.notices.filter(about=silent.number).count() == 1
    assert deciding.go_on_by_clock() == (0, 0)


def test_the_department_and_the_inspection_are_shown_late_and_keep_it(shop, manager):
    with_department, report = complain(), complain(about=About.LABEL, where="Chợ")
    deciding.pass_to_trade(with_department, text="A", by=manager)
    for each in (with_department, report):
        let_time_pass(each)
        assert each.is_overdue
    assert deciding.go_on_by_clock() == (0, 0)


def test_nightly_moves_complaints_on(shop, capsys):
    complaint = complain()
    let_time_pass(complaint)
    call_command("nightly")
    complaint.refresh_from_db()
    assert complaint.stage == Stage.TRADE


@pytest.mark.parametrize("finding", [Outcome.LABEL_TRUE, Outcome.LABEL_FALSE, Outcome.PASSED_ON])
def test_the_inspection_reports_what_it_found(shop, finding):
    report = complain(about=About.LABEL, where="Chợ Vinh")
    deciding.report_finding(report, text="Đã kiểm tra tại quầy.", offer=finding, by=shop.user("inspector"))
    report.refresh_from_db()
    assert (report.stage, report.outcome) == (Stage.CLOSED, finding)


def test_the_database_knows_no_closed_complaint_without_an_outcome(shop):
    complaint = complain()
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(stage=Stage.CLOSED)


ACTS = ("answer", "accept", "escalate", "withdraw", "reopen", "decide", "pass", "conclude", "late", "nightly")


@given(history=st.lists(st.sampled_from(ACTS), max_size=9))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_tried_a_closed_matter_has_an_outcome_and_an_open_one_a_last_day(shop, history):
    """Any history of acts, allowed or not: the map is kept, the clock runs, the Department once it has it."""
    complaint, seller = about_product(shop)
    manager, department = shop.user("shop_manager"), shop.user("trade_department")
    acts = {
        "answer": lambda: answering.answer(complaint, text="A", offer=Outcome.KEPT, by=seller),
        "accept": lambda: answering.accept(complaint),
        "escalate": lambda: answering.escalate(complaint, text="A"),
        "withdraw": lambda: answering.withdraw(complaint),
        "reopen": lambda: answering.reopen(complaint, text="A"),
        "decide": lambda: deciding.decide(complaint, text="A", offer=Outcome.REPLACED, by=manager),
        "pass": lambda: deciding.pass_to_trade(complaint, text="A", by=manager),
        "conclude": lambda: deciding.conclude(complaint, text="A", offer=Outcome.REFUNDED, by=department),
        "late": lambda: let_time_pass(complaint),
        "nightly": deciding.go_on_by_clock,
    }
    for name in history:
        before = Complaint.objects.get(pk=complaint.pk).stage
        try:
            acts[name]()
        except Refused:
            assert Complaint.objects.get(pk=complaint.pk).stage == before
        complaint.refresh_from_db()
        assert complaint.is_closed == bool(complaint.outcome) == (complaint.closed_at is not None)
        if complaint.stage != before:
            assert complaint.stage in Complaint.MOVES[before]
            assert complaint.is_closed or complaint.due_on > timezone.localdate()
        if complaint.stage == Stage.TRADE:
            assert complaint.passed_to_trade_at is not None
    assert sum(each.before == "closed" for each in complaint.moves()) <= 1
