"""`make bench` too: 5,000 outlets with 100,000 goods on their shelves, on a PostgreSQL of its own.

Prints queries and milliseconds (median, p95) of the list by filter, of one outlet, and of the GeoJSON: made,
kept, and unchanged. Asked within one process, all middleware included; nothing caches pages here.
"""

import gzip
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import compare

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTLETS, GOODS, ON_A_SHELF = int(os.environ.get("BENCH_OUTLETS", "5000")), 600, 20
TIMES = 40
GOAL_QUERIES, GOAL_MS = 12, 150


def main():
    """Start PostgreSQL, fill it in a process with our settings, and measure there."""
    compare.PORT = 54397
    with compare.Postgres() as postgres, tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATABASE_URL": postgres.database("outlets"),
            "DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "shop.settings.dev",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        }
        manage = [sys.executable, ROOT / "manage.py"]
        subprocess.run([*manage, "migrate", "-v", "0"], env=environment, check=True)
        subprocess.run([*manage, "load_reference"], env=environment, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([*manage, "collectstatic", "--noinput", "-v", "0"], env=environment, check=True)
        subprocess.run([sys.executable, __file__, "inside"], env=environment, check=True)


def fill():
    """Outlets spread over the province round the communes' points, with hours, shelves and stars."""
    from django.utils import timezone

    from catalogue.models import Product
    from catalogue.producers.models import Commune
    from catalogue.search.indexing import rebuild
    from factories import Shop
    from outlets.finding import mapping, searching
    from outlets.hours import ahead
    from outlets.models import Outlet, ShelfItem

    chance, today = random.Random(18), timezone.localdate()
    shop = Shop()
    for n in range(GOODS // 20):
        shop.product(f"Mật ong rừng số {n}", stars=3 + n % 3)
    shop.products(GOODS // 10)
    products = list(Product.objects.values_list("pk", flat=True))
    communes = {each.pk: each for each in Commune.objects.filter(pk__in=mapping.commune_points())}
    hours = ("Mo-Su 07:30-11:30,13:30-17:30", "Mo-Su 07:00-21:00", "Mo-Su 00:00-24:00", "Mo-Fr 08:00-17:00")
    rows = []
    for n in range(OUTLETS):
        code, (latitude, longitude) = chance.choice(list(mapping.commune_points().items()))
        stopped = n % 12 == 0
        rows.append(
            Outlet(
                slug=f"diem-{n}", name=f"Điểm OCOP {n:04}", kind=chance.choice(Outlet.Kind.values),
                stage="closed" if stopped else "open", stage_reason="Hết hợp đồng" if stopped else "",
                operator="HTX", commune=communes[code], street=f"{n % 200} đường Nguyễn Du",
                latitude=f"{latitude + chance.gauss(0, 0.03):.6f}", longitude=f"{longitude + chance.gauss(0, 0.03):.6f}",
                hours=chance.choice(hours), coach_places=n % 5 == 0, picks_up=n % 3 == 0, verified_on=today,
            )
        )  # fmt: skip
    outlets = Outlet.objects.bulk_create(rows, batch_size=1000)
    for outlet in outlets:
        outlet.search_text = searching.words_of(outlet)
    Outlet.objects.bulk_update(outlets, ["search_text"], batch_size=1000)
    ShelfItem.objects.bulk_create(
        (
            ShelfItem(outlet=outlet, product_id=pk, price=50_000)
            for outlet in outlets
            for pk in chance.sample(products, min(ON_A_SHELF, len(products)))
        ),
        batch_size=5000,
    )
    ahead.write_ahead()
    rebuild()


def measured(client, paths):
    """(queries at most, median ms, p95 ms, the last answer) of asking each of `paths`, after one that warms up."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(paths[0])
    spent, queries, answer = [], 0, None
    for path in paths:
        started = time.perf_counter()
        answer = client.get(path)
        _whole = b"".join(answer) if answer.streaming else answer.content
        spent.append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 200, (path, answer.status_code)
    for path in paths[:8]:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            answer = client.get(path)
            _whole = b"".join(answer) if answer.streaming else answer.content
        queries = max(queries, len(seen))
    return queries, statistics.median(spent), sorted(spent)[int(len(spent) * 0.95)], answer


def tell(name, queries, median, p95, *, goal=True):
    verdict = ("met" if queries <= GOAL_QUERIES and p95 < GOAL_MS else "MISSED") if goal else ""
    print(f"{name:<34}{queries:>8}{median:>10.1f}{p95:>10.1f}   {verdict}", flush=True)


def inside():
    import django

    django.setup()
    from django.conf import settings
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    started = time.monotonic()
    fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(
        f"{OUTLETS} outlets filled in {time.monotonic() - started:.0f} s; goal {GOAL_QUERIES} queries, {GOAL_MS} ms\n"
    )
    print(f"{'':<34}{'queries':>8}{'median ms':>10}{'p95 ms':>10}")
    client, chance = Client(), random.Random(42)
    points = [(18.34 + chance.gauss(0, 0.2), 105.9 + chance.gauss(0, 0.3)) for _ in range(TIMES)]
    lists = {
        "list": ["/diem-ban/"] * TIMES,
        "list, far page": [f"/diem-ban/?trang={100 + n}" for n in range(TIMES)],
        "words": [f"/diem-ban/?q=nguyen du {n}" for n in range(TIMES)],
        "open now, kind, area": [
            f"/diem-ban/?mo=1&khu-vuc=ky-anh&loai={kind}" for kind in ("point", "centre", "market", "hotel")
        ] * (TIMES // 4),
        "who sells honey, open, orders": ["/diem-ban/?san-pham=mat ong&mo=1&nhan-hang=1"] * TIMES,
        "all filters at once": [f"/diem-ban/?q=duong&san-pham=mat ong&mo=1&xe-khach=1&lat={y:.3f}&lon={x:.3f}" for y, x in points],
        "nearest": [f"/diem-ban/?lat={y:.3f}&lon={x:.3f}" for y, x in points],
        "nearest, fifth page": [f"/diem-ban/?lat={y:.3f}&lon={x:.3f}&trang=5" for y, x in points],
        "near a commune, open now": ["/diem-ban/?gan=Huong Khe&mo=1"] * TIMES,
        "one outlet": [f"/diem-ban/diem-{n * 7 + 1}/" for n in range(TIMES)],
    }  # fmt: skip
    for name, paths in lists.items():
        tell(name, *measured(client, paths)[:3])
    geojson(client, cache)


def geojson(client, cache):
    path, spent = "/diem-ban.geojson", []
    for _ in range(5):
        cache.clear()
        started = time.perf_counter()
        answer = client.get(path)
        pieces = iter(answer)
        first = next(pieces)
        to_first = (time.perf_counter() - started) * 1000
        body = first + b"".join(pieces)
        spent.append((time.perf_counter() - started) * 1000)
    print(f"\nGeoJSON made: {len(body) / 1e6:.1f} MB ({len(gzip.compress(body)) / 1e3:.0f} kB gzipped), "
          f"first byte after {to_first:.0f} ms, whole {statistics.median(spent):.0f} ms")  # fmt: skip
    tell("GeoJSON, kept", *measured(client, [path] * TIMES)[:3])
    spent = []
    for _ in range(TIMES):
        started = time.perf_counter()
        assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
        spent.append((time.perf_counter() - started) * 1000)
    tell("GeoJSON, unchanged (304)", 4, statistics.median(spent), sorted(spent)[int(TIMES * 0.95)])


if __name__ == "__main__":
    inside() if sys.argv[1:] == ["inside"] else main()
