"""A catalogue of national size, in bulk: generated products for benchmarks and for seeing long lists.

The one place that writes stars without `recognising`: a million rows would take hours through the acts.
Certificates and columns are written together and agree.
"""

import random
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from catalogue.listing import _product_class
from catalogue.models import CriteriaGeneration, Product
from catalogue.producers.models import Commune, Partner, StockRecord
from catalogue.programme.models import Recognition, StarChange
from catalogue.programme.models.recognition import folded_number

from .products import PRODUCTS

ADJECTIVES = ("thủ công", "nhà làm", "truyền thống", "hảo hạng", "vị xưa", "loại một", "đặc biệt", "mùa mới")
FAMILY = ("Hoa", "Bình", "Lan", "Đức", "Sơn", "Thu", "Hùng", "Mai", "Lý", "Tâm", "Vinh", "Nga", "Quý", "Thảo")
PLACES = ("Bắc", "Nam", "Đông", "Tây", "Thượng", "Hạ", "Trung", "Tân", "Phú", "An")
BATCH = 1000


def fill(total, today):
    """Generate products until there are `total`; the same ones every time."""
    have = Product.objects.on_sale_list().count()
    if have >= total:
        return
    chance = random.Random(f"ocop-{have}")  # noqa: S311  (not a secret)
    makers = _makers(max(40, total // 30), chance)
    known = {p.slug: p for p in Product.objects.filter(slug__in=[g.slug for g in PRODUCTS])}
    samples = [known[goods.slug] for goods in PRODUCTS if goods.slug in known]
    criteria = CriteriaGeneration.objects.get(code="148")
    kind = _product_class()
    for start in range(have, total, BATCH):
        _batch(range(start, min(start + BATCH, total)), makers, samples, criteria, kind, chance, today)


def _makers(count, chance):
    communes = list(Commune.objects.filter(area__isnull=False))
    known = set(Partner.objects.values_list("code", flat=True))
    rows = []
    for number in range(count):
        code = f"co-so-{number:05d}"
        if code not in known:
            name = (
                f"Cơ sở {chance.choice(FAMILY)} {chance.choice(FAMILY)} {chance.choice(PLACES)} {number + 1}"
            )
            rows.append(
                Partner(code=code, name=name, commune=chance.choice(communes), legal_form="household")
            )
    Partner.objects.bulk_create(rows, batch_size=BATCH)
    return list(Partner.objects.filter(code__startswith="co-so-").order_by("code"))


def _batch(numbers, makers, samples, criteria, kind, chance, today):
    products = []
    for number in numbers:
        sample = samples[number % len(samples)]
        maker = chance.choice(makers)
        stars = chance.choices((0, 3, 4, 5), (15, 60, 23, 2))[0]
        since = today - timedelta(days=chance.randrange(1, 1300))
        until = since + relativedelta(months=36) - timedelta(days=1)
        products.append(
            Product(
                title=f"{sample.title.split(' – ')[0]} {chance.choice(ADJECTIVES)} {chance.choice(FAMILY)} {chance.choice(PLACES)}",
                slug=f"{sample.slug[:60]}-{number}",
                structure=Product.STANDALONE,
                product_class=kind,
                producer=maker,
                group_id=sample.group_id,
                legal_class=sample.legal_class,
                abv=sample.abv,
                pack=sample.pack,
                net_quantity=sample.net_quantity,
                net_unit=sample.net_unit,
                ingredients=sample.ingredients,
                storage=sample.storage,
                shelf_life=sample.shelf_life,
                origin=sample.origin,
                story=sample.story,
                vat_note=sample.vat_note,
                picture_set=sample.picture_set,
                price=max(5000, round((sample.price or 50_000) * chance.uniform(0.6, 1.6) / 1000) * 1000),
                sold=chance.randrange(0, 300),
                stars=stars,
                stars_from=since if stars else None,
                stars_until=until if stars else None,
            )
        )
    Product.objects.bulk_create(products, batch_size=BATCH)
    StockRecord.objects.bulk_create(
        [
            StockRecord(
                product=product,
                partner=product.producer,
                partner_sku=f"SP{product.pk}",
                price_currency="VND",
                price=product.price,
                num_in_stock=chance.randrange(0, 400),
                num_allocated=0,
            )
            for product in products
        ],
        batch_size=BATCH,
    )
    awards = Recognition.objects.bulk_create(
        [
            Recognition(
                product=product,
                stars=product.stars,
                issuer="UBND tỉnh Hà Tĩnh",
                decision_number=(number := f"{1000 + product.pk % 97}/QĐ-UBND"),
                search_text=folded_number(number),
                decision_date=product.stars_from,
                slug=f"cn-{product.pk}",
                valid_from=product.stars_from,
                valid_to=product.stars_until,
                ends_on=product.stars_until,
                criteria=criteria,
            )
            for product in products
            if product.stars
        ],
        batch_size=BATCH,
    )
    StarChange.objects.bulk_create(
        [
            StarChange(
                recognition=award,
                kind=StarChange.Kind.AWARD,
                stars_before=0,
                stars_after=award.stars,
                effective_on=award.valid_from,
                decision_number=award.decision_number,
                decision_date=award.decision_date,
                decided_by=award.issuer,
            )
            for award in awards
        ],
        batch_size=BATCH,
    )
