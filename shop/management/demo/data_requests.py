"""Two requests about personal data, and a buyer's consent to news, so that the desk is alive."""

from office.accounts.models import User
from office.accounts.personal import person_of
from office.outbox import Job
from shop.order import consenting
from shop.personal_data import requesting
from shop.personal_data.models import DataRequest

from .orders import LETTERS


def plant(people):
    """A buyer wants to be erased; another one has had the use of the data restricted, which is under way."""
    if DataRequest.objects.exists():
        return
    buyer = people["khach"]
    consenting.take_news(by=buyer)
    asked = requesting.ask(person_of(buyer), DataRequest.Kind.RESTRICT, by=buyer)
    text = "Chúng tôi đang báo đơn vị gửi tin ngừng dùng số của chị. Xong trước ngày đã hẹn."
    requesting.answer(asked, text=text, by=people["cuahang"])
    leaver = User.objects.filter(email="nguoi-mua-7@demo.ocop.example").first()
    if leaver is not None:
        requesting.ask(person_of(leaver), DataRequest.Kind.ERASE, by=leaver)
    Job.objects.filter(kind__in=LETTERS).delete()  # nobody writes to invented people
