"""Complaints of invented buyers at each step, made and moved through the acts; one in time, one late, one protected."""

from datetime import timedelta

from django.utils import timezone

from catalogue.models import Product
from catalogue.producers.models import Partner
from office.outbox import Job
from shop.complaints import answering, deciding
from shop.complaints.filing import Matter, file
from shop.complaints.models import About, Complaint, Entry, Outcome, Wish
from shop.order.models import Parcel

from .orders import LETTERS

VULNERABLE = {"vulnerable": True}


def plant(people):
    """One complaint for each step. `people`: {name: user} of the demo's accounts."""
    if Complaint.objects.exists():
        return
    sellers = Partner.objects.filter(users__in=[people["htx"], people["ho"]]).order_by("pk")
    goods = list(
        Product.objects.on_sale_list().open_to(adult=False).filter(producer__in=sellers).order_by("pk")
    )
    delivered = Parcel.objects.filter(producer__in=sellers, stage="delivered").select_related("order").first()
    if not goods:
        return
    for number, (days, facts, steps) in enumerate(_cases(goods, delivered, people), 1):
        complainant = facts.pop("by", None)
        complaint = file(Matter(**facts), key=f"ocop-demo-complaint-{number:012d}", by=complainant)
        for step in steps:
            complaint.refresh_from_db()
            step(complaint, _Actors(complaint, people))
        _move_back(complaint, days)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


class _Actors:
    """Who acts at a complaint: a person of its seller, the shop, the Department, the inspection."""

    def __init__(self, complaint, people):
        self.seller = complaint.producer.users.first() if complaint.producer else None
        self.shop, self.trade, self.inspector = people["cuahang"], people["soct"], people["thanhtra"]


def _answer(offer, text):
    return lambda case, who: answering.answer(case, text=text, offer=offer, by=who.seller)


def _decide(offer, text):
    return lambda case, who: deciding.decide(case, text=text, offer=offer, by=who.shop)


def _pass_on(text=""):
    return lambda case, who: answering.escalate(case, text=text)


def _cases(goods, delivered, people):
    """(days ago, facts, steps), one after the other."""
    nth = lambda n: goods[n % len(goods)]  # noqa: E731
    return (
        (1, _about(nth(0), "Hộp kẹo vỡ khi nhận", "Mở hộp thì sáu chiếc vỡ vụn, thùng ngoài không có lót. Tôi mua biếu mẹ nên rất buồn.",
                   "Phan Thị Lài", "+84912000201", wish=Wish.EXCHANGE, **VULNERABLE), ()),
        (2, _about(nth(1), "Thiếu một lọ so với đơn", "Đơn ghi ba lọ, trong thùng chỉ có hai.", "Đinh Thị Khách", "+84912000202",
                   wish=Wish.REFUND, by=people["khach"]),
         (_answer(Outcome.REFUNDED, "Chúng tôi kiểm lại camera đóng gói, đúng là thiếu một lọ. Xin lỗi chị và xin hoàn tiền lọ ấy trong ngày mai."),)),
        (9, _about(nth(2), "Hạn dùng trên nhãn bị tẩy", "Ngày sản xuất mờ, như bị lau đi. Tôi muốn biết lô này sản xuất khi nào.",
                   "Lê Công Tráng", "+84912000203", wish=Wish.EXPLANATION),
         (_answer(Outcome.KEPT, "Mực in bị nhòe do ẩm, lô vẫn còn hạn."), _pass_on("Tôi đã gửi ảnh, chữ bị lau chứ không nhòe."))),
        (16, _about(nth(3), "Mật ong có vị đường", "Mua lần trước khác hẳn lần này, vị như pha đường.", "Hà Văn Thụ", "+84912000204", wish=Wish.CHECK),
         (_answer(Outcome.REFUSED, "Mật mỗi mùa hoa một vị, phiếu kiểm nghiệm kèm theo."), _pass_on(),
          _decide(Outcome.REPLACED, "Sàn đề nghị đổi chai của lô đã kiểm nghiệm, người bán chịu phí gửi."))),
        (25, _about(nth(4), "Bị từ chối hoàn tiền", "Hàng hỏng tôi gửi trả nhưng không được hoàn tiền.", "Trương Thị Bưởi", "+84912000205", wish=Wish.REFUND),
         (_answer(Outcome.REFUSED, "Hàng hỏng do bảo quản sai."), _pass_on(), _decide(Outcome.REFUSED, "Sàn chưa đủ chứng cứ để buộc hoàn tiền."),
          _pass_on("Đề nghị Sở xem xét giúp tôi."))),
        (20, _parcel_or(delivered, nth(5), "Giao chậm ba ngày", "Hẹn thứ hai, thứ năm mới nhận, rau đã héo.", "Đặng Hữu Phước", "+84912000106"),
         (_answer(Outcome.REFUNDED, "Chúng tôi hoàn phí giao hàng."), lambda case, who: answering.accept(case))),
        (3, {"about": About.LABEL, "subject": "Nhãn năm sao trên chai mật ong bán ở chợ", "text": "Quầy gần cổng phụ dán nhãn OCOP năm sao, tra cứu trên trang này không có số chứng nhận ấy.",
             "where": "Chợ thành phố, quầy số 14, sáng chủ nhật", "name": "Ngô Thị Mơ", "phone": "+84912000206", "wish": Wish.CHECK}, ()),
        (18, {"about": About.LABEL, "subject": "Túi bánh in logo OCOP không có mã", "text": "Túi bánh ở trạm dừng nghỉ in logo OCOP nhưng không có số quyết định.",
              "where": "Trạm dừng nghỉ trên quốc lộ 1", "name": "Cù Văn Lưu", "phone": "+84912000207", "wish": Wish.CHECK},
         (lambda case, who: deciding.report_finding(case, text="Đã kiểm tra tại quầy: sản phẩm chưa được công nhận, đã yêu cầu gỡ nhãn.", offer=Outcome.LABEL_FALSE, by=who.inspector),)),
    )  # fmt: skip


def _about(product, subject, text, name, phone, **facts):
    return {"about": About.PRODUCT, "product": product, "subject": subject, "text": text, "name": name, "phone": phone, **facts}  # fmt: skip


def _parcel_or(parcel, product, subject, text, name, phone):
    """About a delivered parcel of the demo; about a product where there is none."""
    if parcel is None:
        return _about(product, subject, text, name, phone)
    order = parcel.order
    return {
        "about": About.PARCEL, "order_number": str(parcel), "subject": subject, "text": text,
        "name": order.buyer_name or name, "phone": str(order.phone),
    }  # fmt: skip


def _move_back(complaint, days):
    """As if it had come `days` ago: its entries, its present step and its last day with it."""
    back = timedelta(days=days)
    complaint.refresh_from_db()
    moved = {"made_at": complaint.made_at - back}
    for n, entry in enumerate(complaint.entries.all(), 1):
        share = back * (1 - n / (complaint.entries.count() + 1))
        Entry.objects.filter(pk=entry.pk).update(at=entry.at - share)
        moved["step_since"] = entry.at - share
    if not complaint.is_closed and days in {9}:
        moved["due_on"] = timezone.localdate() - timedelta(days=1)
    if complaint.closed_at:
        moved["closed_at"] = moved["step_since"]
    Complaint.objects.filter(pk=complaint.pk).update(**moved)
