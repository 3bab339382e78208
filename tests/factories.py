"""Rows for tests, made through the acts."""

from datetime import timedelta

from django.utils import timezone

from catalogue import listing
from catalogue.models import CriteriaGeneration, Product, ProductGroup
from catalogue.producers import joining
from catalogue.producers.models import Commune
from catalogue.programme import recognising
from office.accounts.models import User
from office.roles import give_role

WORDS = ("Cu đơ", "Nước mắm", "Mật ong", "Bưởi Phúc Trạch", "Chè xanh", "Mực khô", "Cam bù", "Lạc rang")


class Shop:
    """A small shop: `user`, `producer`, `product`, `award`; each call makes a new row."""

    def __init__(self):
        self.count = 0
        self.office = self.user("administrator", name="Văn phòng")
        User.objects.filter(pk=self.office.pk).update(is_superuser=True)
        self.office.is_superuser = True

    def _next(self):
        self.count += 1
        return User.objects.count() * 1000 + self.count

    def user(self, *roles, name="Người thử", password=None):
        number = self._next()
        user = User.objects.create_user(f"nguoi{number}@example.com", password, first_name=name)
        for role in roles:
            give_role(user, role)
        return user

    def producer(self, *, name="", commune="18652", people=(), **facts):
        number = self._next()
        return joining.join(
            code=f"chu-the-{number}",
            name=name or f"Hợp tác xã Thử {number}",
            legal_form="cooperative",
            commune=Commune.objects.get(pk=commune),
            people=people,
            by=self.office,
            phone="+84912345678",
            **facts,
        )

    def product(self, title="", *, producer=None, group="mat-ong", price=85_000, stock=10, stars=0, **facts):
        number = self._next()
        title = title or f"{WORDS[number % len(WORDS)]} số {number}"
        if group in {"ruou-trang", "do-uong-co-con"}:
            facts.setdefault("abv", 30)
        product = listing.put_on_sale(
            producer or self.producer(),
            title=title,
            group=ProductGroup.objects.get(code=group),
            price=price,
            stock=stock,
            by=self.office,
            **facts,
        )
        if stars:
            self.award(product, stars)
        return Product.objects.get(pk=product.pk)

    def award(self, product, stars=4, *, days_ago=100, **facts):
        return recognising.award(
            product,
            stars=stars,
            issuer="UBND tỉnh Hà Tĩnh",
            decision_number=facts.pop("decision_number", f"{1000 + self._next()}/QĐ-UBND"),
            decision_date=timezone.localdate() - timedelta(days=days_ago),
            criteria=CriteriaGeneration.objects.get(code="148"),
            by=self.office,
            **facts,
        )

    def products(self, number, **facts):
        """`number` products of a few producers."""
        makers = [self.producer() for _ in range(3)]
        return [
            self.product(producer=makers[n % 3], stars=n % 3 and 3 + n % 2, **facts) for n in range(number)
        ]
