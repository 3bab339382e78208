"""Turning the demo's data into rows, through the acts; what is there already is left alone."""

import zlib
from datetime import timedelta
from decimal import Decimal

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from catalogue import listing, picturing, reviewing
from catalogue.models import CriteriaGeneration, Product, ProductGroup, Synonym
from catalogue.producers import joining
from catalogue.producers.models import Commune, Partner
from catalogue.programme import recognising
from catalogue.reviews.models import ProductReview
from cms.planting import plant_pages
from office.accounts.models import User
from office.roles import give_role

from . import drawings
from .decisions import DECISIONS
from .producers import PRODUCERS
from .products import PRODUCTS
from .products.sizes import SIZES
from .reviews import REVIEWS
from .shapes import DOWNGRADED, NEVER, RENEWED, WITHDRAWN
from .synonyms import SYNONYMS

ACCOUNTS = {
    "quantri": ("Quản trị viên", "administrator"),
    "bientap": ("Lê Thị Biên", "editor"),
    "vpdp": ("Phan Văn Điều", "programme_office"),
    "soct": ("Trần Thị Công", "trade_department"),
    "xa": ("Nguyễn Văn Xã", "commune_officer"),
    "hoidong1": ("Đặng Hội Nhất", "council"),
    "hoidong2": ("Bùi Hội Nhị", "council"),
    "hoidong3": ("Võ Hội Tam", "council"),
    "thanhtra": ("Hồ Thanh Tra", "inspector"),
    "htx": ("Dương Thị Hợp", "producer"),
    "ho": ("Phạm Văn Hộ", "producer"),
    "cualo": ("Cao Thị Lò", "keeper"),
    "luhanh": ("Mai Lữ Hành", "tour_operator"),
    "khach": ("Đinh Thị Khách", "buyer"),
    "cuahang": ("Thái Quản Lý", "shop_manager"),
}


def accounts(password):
    """{name: user} of the demo accounts, made if missing; one password, hashed once."""
    people, hashed = {}, None
    for number, (name, (full_name, role)) in enumerate(ACCOUNTS.items(), 1):
        email = f"{name}@demo.ocop.example"
        user = User.objects.filter(email=email).first()
        if user is None:
            phone = f"+8491200{number:04d}"
            user = User.objects.create_user(email, first_name=full_name, phone=phone, phone_verified=True)
            user.password = hashed = hashed or make_password(password)
            if role == "administrator":
                user.is_superuser = True
            user.save()
        give_role(user, role)
        people[name] = user
    return people


def synonyms():
    Synonym.objects.bulk_create(
        [Synonym(word=word, meaning=meaning) for word, meaning in SYNONYMS], ignore_conflicts=True
    )


def producers(people, *, by):
    """The producers; the two demo producers get their people."""
    communes = Commune.objects.in_bulk()
    known = set(Partner.objects.values_list("code", flat=True))
    first = {"cooperative": people["htx"], "household": people["ho"]}
    for maker in PRODUCERS:
        if maker.slug in known:
            continue
        person = first.pop(maker.legal_form, None)
        producer = joining.join(
            code=maker.slug,
            name=maker.name,
            legal_form=maker.legal_form,
            commune=communes[maker.commune],
            people=[person] if person else [],
            by=by,
            tax_code=maker.tax_code,
            street=maker.street,
            old_address=maker.old_address,
            phone=maker.phone,
            email=maker.email,
            founded=maker.founded,
            story=maker.story,
        )
        checked = 60 + zlib.crc32(maker.slug.encode()) % 90  # days ago: nothing is sold of an unchecked maker
        joining.verify_identity(producer, by=by, on=timezone.localdate() - timedelta(days=checked))


def products(today, *, by):
    """The products with their stock, and a certificate led to its state by the acts."""
    makers = {p.code: p for p in Partner.objects.select_related("commune__area")}
    groups = {group.code: group for group in ProductGroup.objects.all()}
    criteria = {each.code: each for each in CriteriaGeneration.objects.all()}
    known = set(Product.objects.values_list("slug", flat=True))
    for goods in PRODUCTS:
        if goods.slug in known:
            continue
        product = listing.put_on_sale(
            makers[goods.producer],
            title=goods.title,
            slug=goods.slug,
            group=groups[goods.group],
            legal_class=goods.legal_class,
            price=goods.price,
            stock=goods.stock,
            by=by,
            abv=Decimal(goods.abv) if goods.abv else None,
            pack=goods.pack,
            net_quantity=Decimal(goods.net) if goods.net else None,
            net_unit=goods.unit,
            ingredients=goods.ingredients,
            storage=goods.storage,
            shelf_life=goods.shelf_life,
            declaration_number=goods.declaration,
            origin=goods.origin,
            story=goods.story,
            vat_note=goods.vat_note,
        )
        _certify(product, goods.award, criteria, today, by)
        Product.objects.filter(pk=product.pk).update(sold=zlib.crc32(goods.slug.encode()) % 400)


def sizes(today, *, by):
    """Further sizes of some products, one with a certificate of its own."""
    criteria = {each.code: each for each in CriteriaGeneration.objects.all()}
    for size in SIZES:
        product = Product.objects.get(slug=size.product, structure__in=(Product.STANDALONE, Product.PARENT))
        if product.children.filter(pack=size.pack).exists():
            continue
        made = listing.add_size(
            product, pack=size.pack, price=size.price, stock=size.stock, by=by,
            net_quantity=Decimal(size.net), net_unit=size.unit,
        )  # fmt: skip
        _certify(product, size.award, criteria, today, by, variant=made)


def _certify(product, award, criteria, today, by, *, variant=None):
    if award.state == NEVER:
        return
    first = DECISIONS[award.decision]
    score = {3: 58, 4: 76, 5: 92}.get(award.stars, 40) + zlib.crc32(product.slug.encode()) % 9
    recognition = recognising.award(
        product,
        stars=award.stars,
        issuer=first.issuer(today),
        decision_number=first.number(today),
        decision_date=first.day(today),
        criteria=criteria[first.criteria(today)],
        code=f"42-{(variant or product).pk:05d}-{award.stars}-{first.day(today):%Y}",
        score=min(score, 100),
        variant=variant,
        by=by,
    )
    later = DECISIONS.get(award.later)
    if later is None:
        return
    decision = {"decision_number": later.number(today), "decision_date": later.day(today)}
    if award.state == RENEWED:
        recognising.renew(
            recognition,
            stars=award.stars_after,
            issuer=later.issuer(today),
            criteria=criteria[later.criteria(today)],
            code=f"42-{product.pk:05d}-{award.stars_after}-{later.day(today):%Y}",
            by=by,
            **decision,
        )
    elif award.state == DOWNGRADED:
        recognising.downgrade(
            recognition,
            stars=award.stars_after,
            reason=award.reason,
            decided_by=later.issuer(today),
            by=by,
            **decision,
        )
    elif award.state == WITHDRAWN:
        recognising.withdraw(
            recognition, reason=award.reason, decided_by=later.issuer(today), by=by, **decision
        )


def reviews(*, by):
    """Reviews by invented buyers, read and approved by an editor; the makers' replies."""
    if ProductReview.objects.exists():
        return
    found = {p.slug: p for p in Product.objects.select_related("producer")}
    buyers = {}
    for opinion in REVIEWS:
        product = found[opinion.product]
        if opinion.author not in buyers:
            number = len(buyers) + 1
            buyers[opinion.author] = User.objects.create_user(
                f"nguoi-mua-{number}@demo.ocop.example", first_name=opinion.author
            )
        review = reviewing.write(
            product,
            score=opinion.stars,
            title=opinion.title,
            body=opinion.body,
            name=opinion.author,
            by=buyers[opinion.author],
        )
        written = timezone.now() - timedelta(days=3 + zlib.crc32(opinion.body.encode()) % 150)
        ProductReview.objects.filter(pk=review.pk).update(verified=opinion.verified, date_created=written)
        review.refresh_from_db()
        reviewing.approve(review, by=by)
        if opinion.reply:
            ProductReview.objects.filter(pk=review.pk).update(reply=opinion.reply, replied_at=timezone.now())


def pages(*, pictures):
    """The home page and the pages of rules, with a picture of the place."""
    hero = None
    if pictures:
        svg = drawings.landscape("coast", palette=next(iter(drawings.palettes())))
        hero = picturing.store_picture(
            drawings.png(svg, 1600),
            title="Hà Tĩnh",
            alt="Minh họa: bờ biển và đồi chè Hà Tĩnh",
            illustration=True,
        )
    plant_pages(picture=hero, producers=list(Partner.objects.order_by("code")[:6]))
