"""The demo's texts become rows through the acts, and the rows say what the texts meant."""

from datetime import date

import pytest
from django.db.models import F
from django.utils import timezone

from catalogue.grouping import load_groups
from catalogue.models import Product, Synonym
from catalogue.producers.models import Partner, StockPlace, StockRecord, Supply
from catalogue.producers.places import load_places
from catalogue.programme.models import Recognition, StarChange
from catalogue.reviews.models import ProductReview
from catalogue.search.folding import readings
from office.accounts.models import User
from shop.management.demo import drawings, planting, stock
from shop.management.demo.producers import PRODUCERS
from shop.management.demo.products import PRODUCTS
from shop.management.demo.reviews import REVIEWS

pytestmark = pytest.mark.django_db


def plant():
    load_places()
    load_groups()
    people = planting.accounts("ocop-demo")
    planting.synonyms()
    planting.producers(people, by=people["quantri"])
    planting.products(timezone.localdate(), by=people["quantri"])
    planting.reviews(by=people["quantri"])


def test_planted_goods_show_the_stars_their_texts_mean_and_planting_again_changes_nothing():
    plant()
    today = timezone.localdate()
    planted = {product.slug: product for product in Product.objects.all()}
    shown = {goods.slug: planted[goods.slug].stars_on(today) for goods in PRODUCTS}
    assert shown == {goods.slug: goods.award.stars_now for goods in PRODUCTS}
    assert Partner.objects.count() == len(PRODUCERS)
    assert ProductReview.objects.count() == len(REVIEWS)
    assert not Recognition.objects.filter(
        issuer__startswith="UBND huyện", decision_date__gt=date(2025, 6, 30)
    )
    kinds = set(StarChange.objects.values_list("kind", flat=True))
    assert {"award", "renew", "downgrade", "withdraw"} <= kinds

    before = [model.objects.count() for model in (Product, Partner, Recognition, ProductReview, Synonym)]
    plant()
    assert before == [
        model.objects.count() for model in (Product, Partner, Recognition, ProductReview, Synonym)
    ]


def test_planted_stock_has_every_kind_of_supply_and_planting_again_changes_nothing():
    plant()
    office = User.objects.get(email="quantri@demo.ocop.example")
    facts = []
    for _again in range(2):
        stock.plant(timezone.localdate(), by=office)
        rows = StockRecord.objects.order_by("pk")
        facts.append(list(rows.values_list("place", "supply", "num_in_stock", "ready_from", "ready_in_days")))
    assert facts[0] == facts[1]
    assert set(StockRecord.objects.values_list("supply", flat=True)) == set(Supply.values)
    assert StockPlace.objects.filter(producer__code=stock.MAKER_WITH_PLACES).count() == 2
    assert StockRecord.objects.filter(low_stock_threshold__gte=F("num_in_stock")).exists()
    gone = [slug for slug in (*stock.MADE_TO_ORDER, *stock.HARVESTS) if not Product.objects.filter(slug=slug)]
    assert gone == []


def test_synonyms_of_the_editors_lead_to_the_word_on_the_label():
    planting.synonyms()
    assert ["bưởi"] in readings("bòng")
    assert ["vừng"] in readings("mè")
    assert ["nghỉ", "nhà", "dân"] in readings("homestay")


def test_every_text_has_a_drawing():
    assert {goods.motif for goods in PRODUCTS} <= set(drawings.motifs())
