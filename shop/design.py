"""`/thiet-ke/`: the components in all their states, with made-up facts. Development and demo only."""

from datetime import date, timedelta
from types import SimpleNamespace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from catalogue.cards import Card
from catalogue.models import Product
from catalogue.programme.models import Recognition
from catalogue.programme.models.recognition import State
from office.payment.gateways import all_of_them
from office.todo import Task
from shop.order.models import Parcel
from shop.order.pages import steps_of
from shop.order.standing import Standing


class SampleForm(forms.Form):
    """Fields of each kind; bound to bad input it shows every error."""

    name = forms.CharField(label=_("Full name"))
    phone = forms.CharField(
        label=_("Phone number"), help_text=_("The courier calls this number before coming.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    place = forms.ChoiceField(
        label=_("Area"), choices=[("", "Toàn tỉnh"), ("huong-khe", "Hương Khê")], required=False
    )
    terms = forms.BooleanField(label=_("I accept the terms of sale."))

    def clean_phone(self):
        raise forms.ValidationError("Đây không phải số điện thoại gọi được. Ví dụ: 0912 345 678.")


def _certificate(stars, day):
    return Recognition(
        stars=stars,
        issuer="UBND tỉnh Hà Tĩnh",
        decision_number="2394/QĐ-UBND",
        decision_date=day,
        code="42-00041-4-2026",
        slug="mau",
        valid_from=day,
        valid_to=day + timedelta(days=1095),
        ends_on=day + timedelta(days=1095),
    )


def _cards(pictures):
    ended = date(2026, 3, 14)
    kinds = [
        ("5 sao", {"stars": 5}),
        ("3 sao, nhiều quy cách", {"stars": 3, "price_text": "từ 105.000 ₫", "unit_text": "Nhiều quy cách"}),
        ("chưa từng công nhận", {}),
        ("hết hạn", {"ended_on": ended}),
        ("bị thu hồi", {"ended_on": ended, "withdrawn": True}),
        ("hết hàng", {"stars": 4, "sold_out": True}),
        ("chỉ giới thiệu", {"stars": 3, "catalogue_only": True}),
        ("chưa có ảnh", {"stars": 4, "image": {}}),
    ]
    plain = {
        "pk": 0, "url": "#", "maker": "Hợp tác xã Nuôi ong Trảng Sim", "commune": "Xã Sơn Hồng", "thumb": {},
        "price_text": "210.000 ₫", "unit_text": "Chai 500 ml · 420.000 ₫/lít", "stars": 0, "ended_on": None, "withdrawn": False,
        "alt": "", "sold_out": False, "catalogue_only": False,
    }  # fmt: skip
    return [
        Card(**(plain | {"title": f"Mật ong rừng: {name}", "image": pictures[n % len(pictures)]} | facts))
        for n, (name, facts) in enumerate(kinds)
    ]


def _standings(now):
    """How an order stands with its money, one of each kind."""
    due = SimpleNamespace(get_absolute_url="#", until=now + timedelta(minutes=15), paid_at=now)
    back = {"by_hand": True, "account": {"bank": "Agribank"}, "done_at": now}
    refunds = [
        SimpleNamespace(stage="asked", amount=45_000, **back | {"account": {}}),
        SimpleNamespace(stage="done", amount=20_000, **back),
    ]
    kinds = ("open", "claimed", "phone", "checking", "cash", "term", "closed")
    shown = [Standing(kind, 230_000, due=due) for kind in kinds]
    shown.append(Standing("open", 230_000, due=due, overdue=True))
    shown.append(Standing("cash", 130_000, received=100_000, due=due))
    paid = Standing("paid", 0, received=230_000, way="Chuyển khoản bằng mã VietQR", due=due, refunds=refunds)
    return [*shown, paid]


class DesignPage(TemplateView):
    template_name = "design/index.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        sets = Product.objects.exclude(picture_set={}).values_list("picture_set", flat=True)[:8]
        pictures = [each.get("card", {}) for each in sets] or [{}]
        running, over = (
            _certificate(4, today - timedelta(days=90)),
            _certificate(3, today - timedelta(days=1200)),
        )
        return super().get_context_data(
            cards=_cards(pictures),
            certificates=[
                {"stars": 4, "certificate": running, "state": State("valid", "")},
                {"stars": 4, "certificate": running, "state": State("valid", ""), "size": "Chai 1 lít"},
                {"stars": 0, "certificate": over, "state": State("expired", "Hết hạn ngày 20/03/2026")},
                {"stars": 0, "certificate": over, "state": State("withdrawn", "Bị thu hồi ngày 26/06/2026 theo quyết định 1420/QĐ-UBND của UBND tỉnh Hà Tĩnh")},
                {"stars": 0, "certificate": None, "state": None},
            ],
            standings=_standings(timezone.now()),
            ways=all_of_them(),
            tracks=[steps_of(stage) for stage in Parcel.Stage],
            form=SampleForm({"name": "", "phone": "12345", "email": "hoa@"}),
            blank=SampleForm(auto_id="blank_%s"),
            tasks=[Task("Kiện hàng cần xác nhận", 3, "#"), Task("Kiện hàng cần đóng gói", 0, "#")],
            listing=SimpleNamespace(
                last_page=9, page=4, previous_url="#", next_url="#",
                pages=[(1, "#"), (None, ""), (3, "#"), (4, "#"), (5, "#"), (None, ""), (9, "#")],
            ),
            ended_day=date(2026, 3, 14),
            noindex=True,
            **kwargs,
        )  # fmt: skip
