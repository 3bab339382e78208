import pytest
from datetime import time
from django.urls import reverse
from outlet_rows import outlet, operator, itinerary
pytestmark = pytest.mark.django_db

def test_smoke(shop, client):
    u = shop.user("tour_operator")
    op = operator(u)
    a = outlet(coach_places=2); b = outlet(coach_places=2, longitude="105.95")
    client.force_login(u)
    assert client.get(reverse("touring:index")).status_code == 200
    r = client.post(reverse("touring:new"), {"title_vi": "Hai ngày Cẩm Xuyên", "days": 2, "season_from": 1, "season_to": 12, "group_min": 1, "group_max": 20, "by_coach": "on", "languages": ["vi"]})
    assert r.status_code == 302, r.content.decode()
    from outlets.models import Itinerary
    t = Itinerary.objects.get()
    url = reverse("touring:add-stop", args=[t.pk])
    for q in ("?loai=outlet", f"?loai=outlet&noi={a.pk}&ngay=1", "?loai=meal", "?loai=producer"):
        assert client.get(url + q).status_code == 200
    facts = {"kind": "outlet", "host": a.pk, "day": 1, "starts": "08:00", "minutes": 45, "reason_vi": "Nếm thử"}
    r = client.post(url, facts); assert r.status_code == 302, r.content.decode()
    r = client.post(url, facts | {"host": b.pk, "starts": "08:10"}); assert r.status_code == 200
    print(r.context["form"].errors, r.context["refused"])
    r = client.post(url, facts | {"host": b.pk, "starts": "12:00"}); print(r.context["form"].errors)
    r = client.post(url, facts | {"host": a.pk, "starts": "10:00"}); print(r.context["form"].errors)
    r = client.post(url, facts | {"host": a.pk, "starts": "10:00", "anyway": "1"}); assert r.status_code == 302
    r = client.get(reverse("touring:itinerary", args=[t.pk])); assert r.status_code == 200
    print(r.context["guide"].problems)
    for s in t.stops.all():
        assert client.get(reverse("touring:stop", args=[s.pk])).status_code == 200
        assert client.get(reverse("touring:take-out", args=[s.pk])).status_code == 200
    for n in ("edit","picture","publish","discard"):
        assert client.get(reverse(f"touring:{n}", args=[t.pk])).status_code == 200
    for n in ("operator","correct","reach"):
        assert client.get(reverse(f"touring:{n}", args=[op.pk])).status_code == 200
    client.force_login(shop.user("trade_department"))
    assert client.get(reverse("touring:operators")).status_code == 200
    for n in ("operator","check","refuse","suspend","restore"):
        assert client.get(reverse(f"touring:{n}", args=[op.pk])).status_code == 200
    m = shop.user("producer"); p = shop.producer(people=[m])
    client.force_login(m)
    assert client.get(reverse("touring:hosts")).status_code == 200
    assert client.get(reverse("touring:receive", args=[p.pk])).status_code == 200
    r = client.post(reverse("touring:receive", args=[p.pk]), {"welcomes": "on", "weekdays": ["0","1"], "opens": "08:00", "closes": "16:00", "season_from": 1, "season_to": 12, "largest_group": 20, "minutes": 40, "languages": ["vi"], "point": "18.3, 105.9"})
    assert r.status_code == 302, r.context["form"].errors
    assert client.get(reverse("touring:hosts")).status_code == 200
    assert client.get("/ban-lam-viec/").status_code == 200
