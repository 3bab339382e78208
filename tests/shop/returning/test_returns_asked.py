"""Returns asked for by the buyer: what, in time, with pictures; and what becomes of them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from after_order import picture
from office.papers import Paper
from office.stages import Refused
from shop.returning import answering, claiming, rules
from shop.returning.models import Reason, Return, ReturnRule

pytestmark = pytest.mark.django_db


def test_a_delivered_parcel_may_be_asked_back_and_another_not_yet(sale):
    made = sale(quantity=3).to("delivered").ask(2)
    assert (made.stage, [each.worth for each in made.lines.all()], made.fee_back) == ("asked", [200_000], 0)
    assert made.pictures.count() == 1
    with pytest.raises(Refused):
        sale().to("handed_over").ask()


def test_no_more_than_was_bought_and_not_twice(sale):
    made = sale(quantity=3).to("delivered")
    made.ask(2)
    with pytest.raises(Refused) as refused:
        made.ask(2)
    assert refused.value.field == "pieces"
    assert made.ask(1).stage == "asked"
    with pytest.raises(Refused):
        made.ask(1)


def test_the_key_of_a_form_makes_one_return_of_its_parcel_and_no_other_parcels(sale):
    made, other = sale(quantity=3).to("delivered"), sale(quantity=3).to("delivered")
    first = made.ask(1, key="k" * 32)
    assert made.ask(1, key="k" * 32) == first
    assert other.ask(1, key="k" * 32) != first
    assert made.ask(1) != made.ask(1)
    assert Paper.objects.count() == Return.objects.count() == 4


def test_a_withdrawn_return_gives_its_pieces_free_again(sale):
    made = sale().to("delivered")
    first = made.ask()
    claiming.withdraw(first)
    assert made.ask().fee_back == 30_000


def test_lines_of_another_order_are_refused(sale):
    mine, other = sale().to("delivered"), sale().to("delivered")
    with pytest.raises(Refused) as refused:
        claiming.ask(
            mine.parcel, {other.line.pk: 1}, reason="wrong_item", text="x", wanted="refund", pictures=[]
        )
    assert refused.value.field == "pieces"


@pytest.mark.parametrize("pieces", [{}, 0, -1])
def test_nothing_and_less_than_nothing_is_refused(sale, pieces):
    made = sale().to("delivered")
    wanted = pieces if isinstance(pieces, dict) else {made.line.pk: pieces}
    with pytest.raises(Refused):
        claiming.ask(made.parcel, wanted, reason="wrong_item", text="x", wanted="refund")


def test_broken_goods_need_a_picture_and_a_picture_has_to_be_one(sale):
    made = sale().to("delivered")
    with pytest.raises(Refused) as refused:
        made.ask(pictures=[])
    assert refused.value.field == "pictures"
    fake = SimpleUploadedFile("anh.png", b"<script>alert(1)</script>", content_type="image/png")
    with pytest.raises(Refused) as refused:
        made.ask(pictures=[picture(), fake])
    assert refused.value.field == "pictures"
    assert not Return.objects.exists()
    assert not Paper.objects.exists()
    with pytest.raises(Refused):
        made.ask(pictures=[picture()] * 6)


@pytest.mark.parametrize(
    ("group", "reason", "hours"),
    [
        ("mat-ong", "damaged", 168),
        ("rau-cu-qua", "damaged", 48),
        ("rau-cu-qua", "spoiled", 48),
        ("rau-cu-qua", "not_as_described", 720),
        ("mat-ong", "changed_mind", None),
        ("thu-cong-my-nghe", "changed_mind", 168),
    ],
)
def test_each_kind_of_goods_has_its_own_time_and_not_a_moment_more(sale, shop, group, reason, hours):
    made = sale(shop.product(group=group, price=100_000)).to("delivered")
    at = rules.delivered_at([made.parcel])[made.parcel.pk]
    if hours is None:
        with pytest.raises(Refused) as refused:
            made.ask(reason=reason, now=at)
        assert refused.value.field == "reason"
        return
    with pytest.raises(Refused):
        made.ask(reason=reason, now=at + timedelta(hours=hours, microseconds=1))
    assert made.ask(reason=reason, now=at + timedelta(hours=hours)).stage == "asked"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hours=st.integers(0, 2000), seconds=st.integers(-3, 3))
def test_a_return_is_open_exactly_until_its_rule_ends(hours, seconds):
    rule = ReturnRule(reason="damaged", hours=hours)
    at = timezone.now()
    now = at + timedelta(hours=hours, seconds=seconds)
    assert (now <= rule.until(at)) == (seconds <= 0)


def test_the_narrowest_rule_of_the_day_counts_and_the_next_day_another(sale, shop):
    product = shop.product(group="mat-ong")
    today = timezone.localdate()
    before = rules.rule_for(rules.rules_on(today), product, "damaged")
    facts = {"reason": "damaged", "valid_from": today, "valid_to": today, "legal_basis": "x"}
    ReturnRule.objects.create(legal_class="food", hours=5, **facts)
    assert rules.rule_for(rules.rules_on(today), product, "damaged").hours == 5
    ReturnRule.objects.create(group_code="mat-ong", hours=9, **facts)
    assert rules.rule_for(rules.rules_on(today), product, "damaged").hours == 9
    assert rules.rule_for(rules.rules_on(today + timedelta(days=1)), product, "damaged") == before


def test_every_rule_names_its_law_and_every_reason_has_one(sale):
    made = sale()
    assert all(rule.legal_basis for rule in ReturnRule.objects.all())
    found = rules.rules_on(timezone.localdate())
    assert all(rules.rule_for(found, made.products[0], reason) for reason in Reason.values)


def test_buyer_takes_it_to_the_shop_when_refused_or_not_answered_in_time_only(sale, settings):
    settings.RETURN_ANSWER_DAYS, settings.RETURN_ESCALATION_DAYS = 2, 7
    asked = sale().to("delivered").ask()
    with pytest.raises(Refused):
        claiming.escalate(asked, text="Sao lâu thế")
    late = asked.answer_by + timedelta(seconds=1)
    with pytest.raises(Refused):
        claiming.escalate(asked, text="Sao lâu thế", now=asked.answer_by)
    with pytest.raises(Refused) as refused:
        claiming.escalate(asked, text=" ", now=late)
    assert refused.value.field == "text"
    assert claiming.escalate(asked, text="Sao lâu thế", now=late).stage == "escalated"


@pytest.mark.parametrize(("days", "may"), [(7, True), (7.001, False)])
def test_a_refusal_may_be_taken_to_the_shop_for_some_days(sale, settings, days, may):
    settings.RETURN_ESCALATION_DAYS = 7
    made = sale().to("delivered")
    refused = answering.refuse(made.ask(), answer="Hàng nguyên vẹn khi giao", by=made.person)
    at = refused.moves().last().at + timedelta(days=days)
    assert claiming.may_escalate(refused, at) is may
