import pytest, time
from datetime import timedelta
from django.utils import timezone
from django.db import connection

@pytest.mark.django_db
def test_plant():
    from django.core.management import call_command
    from shop.management.demo import planting
    from shop.management.demo.products import PRODUCTS
    from catalogue.models import Product
    call_command("load_reference")
    people = planting.accounts("x")
    by = people["quantri"]
    t=time.time(); planting.synonyms(); planting.producers(people, by=by, pictures=False); print("producers", time.time()-t)
    t=time.time(); today=timezone.localdate(); planting.products(today, by=by, pictures=False); print("products", time.time()-t)
    t=time.time(); planting.reviews(by=by); print("reviews", time.time()-t)
    for g in PRODUCTS:
        p=Product.objects.get(slug=g.slug)
        assert p.stars_on(today)==g.award.stars_now, (g.slug, g.award, p.stars, p.stars_from, p.stars_until)
    from catalogue.search import folding
    for q in ["bòng","mè","đậu phộng","homestay","mam tom","lộc nhung"]:
        print(q, folding.readings(q))
