"""A return at each step, a parcel that came back, a cancelled one, invoices asked for and issued; made by the acts."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from catalogue.models import Product
from catalogue.producers.models import Commune
from office.outbox import Job
from office.payment import owing, paying, refunding
from office.payment.gateways import Arrival
from shop.order.fulfilling import ORDER_OF_STAGES
from shop.order.models import Order
from shop.order.placing import Buyer
from shop.returning import answering, cancelling, claiming, invoicing
from shop.settling.banks import banks

from .orders import LETTERS, placed, step_on

# key, buyer, phone, what became of it; the first one is the demo's own buyer.
CASES = (
    ("asked", "Nguyễn Thị Khách", "+84912000201"),
    ("accepted", "Hoàng Văn Thái", "+84912000202"),
    ("received", "Trần Thị Lành", "+84912000203"),
    ("refunded", "Lê Đức Anh", "+84912000204"),
    ("refused", "Phan Thị Hà", "+84912000205"),
    ("escalated", "Nguyễn Quốc Tuấn", "+84912000206"),
    ("replaced", "Võ Minh Châu", "+84912000207"),
    ("came_back", "Đinh Văn Lực", "+84912000208"),
    ("cancelled", "Bùi Thị Sen", "+84912000209"),
    ("invoice", "Công ty TNHH Hồng Lam", "+84912000210"),
    ("invoiced", "Công ty TNHH Hồng Lam", "+84912000210"),
)
COMPANY = {
    "kind": "company",
    "name": "Công ty TNHH Hồng Lam",
    "tax_code": "3000100017",
    "address": "Số 10, đường Xuân Diệu, phường Thành Sen, Hà Tĩnh",
    "email": "ketoan@demo.ocop.example",
}


def plant(people, *, by):
    """Each case once, with the goods of the demo's producers."""
    shelf = list(
        Product.objects.on_sale_list()
        .open_to(adult=False)
        .filter(
            producer__users__in=[people["htx"], people["ho"]],
            structure=Product.STANDALONE,
            price__gt=0,
            stockrecords__num_in_stock__gt=20,
        )
        .distinct()
        .order_by("pk")
    )
    for n, (case, name, phone) in enumerate(CASES):
        key = f"ocop-demo-after-{case}"
        if shelf and not Order.objects.filter(key=key).exists():
            buyer = Buyer(
                name=name, phone=phone, commune=Commune.objects.get(pk="18073"), street=f"Số {n + 3}, ngõ 7"
            )
            goods = [(shelf[n % len(shelf)], 2)]
            order = placed(key, buyer, goods, "new", timezone.now() - timedelta(days=n % 5), by)
            if case == "asked":
                Order.objects.filter(pk=order.pk).update(user=people["khach"])
            _pay(order, n)
            _go_on(order, case, by)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people


def _pay(order, n):
    amount = int(order.total_incl_tax)
    due = owing.due_of(order)
    paying.settle("vietqr", Arrival(reference=f"DEMO-TH-{n:03d}", amount=amount, note=due.reference), due=due)


def _go_on(order, case, by):
    parcel = order.parcels.get(number=1)
    last = {"came_back": "handed_over", "cancelled": "new", "invoice": "confirmed"}.get(case, "delivered")
    for step in ORDER_OF_STAGES[1 : ORDER_OF_STAGES.index(last) + 1]:
        step_on(parcel, step, by=by)
    match case:
        case "came_back":
            cancelling.note_failed_delivery(parcel, reason="nobody", text="Gọi ba lần không nghe máy", by=by)
        case "cancelled":
            cancelling.cancel(parcel, reason="sold_out", text="Mẻ này hỏng vì mưa, mong chị thông cảm", by=by)
        case "invoice" | "invoiced":
            _invoice(order, by, issued=case == "invoiced")
        case _:
            _return(parcel, case, by)


def _invoice(order, by, *, issued):
    for request in invoicing.ask(order, **COMPANY):
        if issued:
            link = "https://hoadon.demo.ocop.example/tra-cuu?ma=9KX2P"
            invoicing.issue(
                request, number="1C26TOC-00000128", issued_on=timezone.localdate(), link=link, by=by
            )


def _return(parcel, case, by):
    line = parcel.lines.get()
    found = claiming.ask(
        parcel,
        {line.pk: 1},
        reason="damaged",
        text="Mở hộp ra thì một gói bị vỡ và ướt, có lẽ do va đập dọc đường. Gói còn lại vẫn tốt.",
        wanted="replacement" if case == "replaced" else "refund",
        pictures=[_picture(case)],
        account={"bank": next(iter(banks().values())), "number": "3700205012345", "holder": "NGUOI MUA THU"},
    )
    if case in {"accepted", "received"}:
        found = answering.accept(
            found,
            remedy="refund",
            send_back=True,
            answer="Nhờ anh chị gửi lại gói vỡ để chúng tôi làm việc với bưu tá.",
            by=by,
        )
    if case == "received":
        answering.receive(found, sellable={}, by=by)
    elif case == "refunded":
        found = answering.accept(
            found, remedy="refund", answer="Xin lỗi anh, chúng tôi hoàn tiền gói vỡ.", by=by
        )
        refunding.by_hand(found.refund, bank_reference="DEMO-CT-01", by=by)
    elif case == "replaced":
        found = answering.accept(found, remedy="replacement", by=by)
        answering.replace(found, tracking_code="GHN26TH07", by=by)
    elif case in {"refused", "escalated"}:
        answer = "Khi giao hàng hộp còn nguyên và anh chị đã ký nhận."
        found = answering.refuse(found, answer=answer, by=by)
        if case == "escalated":
            claiming.escalate(found, text="Bưu tá không cho mở hộp khi nhận. Ảnh chụp ngay lúc mở.")


def _picture(case):
    """A drawn picture of a broken jar: no photograph of anybody's goods."""
    image = Image.new("RGB", (480, 480), "#f2ebdc")
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((150, 110, 330, 400), 36, fill="#e6b655", outline="#8a5a12", width=8)
    draw.rectangle((170, 70, 310, 116), fill="#7a4b00")
    draw.line((240, 116, 210, 210, 268, 262, 226, 398), fill="#a12d1b", width=9)
    draw.ellipse((110, 380, 400, 440), fill="#d79f35")
    body = io.BytesIO()
    image.save(body, "JPEG", quality=80)
    return SimpleUploadedFile(f"{case}.jpg", body.getvalue(), content_type="image/jpeg")
