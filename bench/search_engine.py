"""`bench/search_engine.py [N]`: the embedded engine alone, on N products (20,000): median and worst, in ms."""

import os
import random
import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")
GOAL_MS = 5


def main():
    import django

    django.setup()
    from django.conf import settings
    from django.core.cache import cache
    from django.utils import timezone

    from catalogue.search import Query, embedded
    from catalogue.search.documents import ProductDocument
    from catalogue.search.folding import SYNONYMS_KEY

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    chance, today = random.Random(7), timezone.localdate()
    kinds = ("Cu đơ", "Nước mắm", "Mật ong", "Bưởi Phúc Trạch", "Nhung hươu", "Chè xanh", "Mực khô", "Cam bù")
    rows = (
        ProductDocument(
            pk=number,
            title=f"{chance.choice(kinds)} {chance.choice(('thủ công', 'nhà làm', 'đặc biệt'))} {number % 700}",
            maker=f"Cơ sở {number % 660}",
            about="Chế biến từ rau, củ, quả · Xã Cẩm Bình · Cẩm Xuyên",
            group=f"nhom-{number % 26}",
            area=f"khu-{number % 13}",
            commune=f"{18000 + number % 69}",
            producer=f"co-so-{number % 660}",
            stars=chance.choice((0, 3, 3, 4, 5)),
            stars_from=(today - timedelta(days=chance.randrange(1, 900))).toordinal(),
            stars_until=(today + timedelta(days=chance.randrange(-100, 900))).toordinal(),
            price=chance.randrange(20, 900) * 1000,
            sold=chance.randrange(300),
            alcohol=number % 20 == 0,
        )
        for number in range(1, count + 1)
    )
    with tempfile.TemporaryDirectory() as folder:
        settings.SEARCH_INDEX_DIR = Path(folder)
        cache.set(SYNONYMS_KEY, [("bòng", "bưởi"), ("mè", "vừng")], 600)
        embedded.rebuild(rows)
        questions = {
            "no words": Query(on=today),
            "words": Query(on=today, text="nước mắm nhà làm"),
            "unmarked": Query(on=today, text="mat ong"),
            "two facets": Query(on=today, stars=(4,), groups=("nhom-3",)),
            "words and facets": Query(
                on=today, text="bưởi phúc trạch", stars=(3, 4), areas=("khu-2",), price_max=300_000
            ),
        }
        worst = 0
        for name, question in questions.items():
            times = sorted(embedded.find(question).took_ms for _ in range(60))
            worst = max(worst, statistics.median(times))
            print(f"{name:<18} median {statistics.median(times):6.2f} ms   p95 {times[56]:6.2f} ms")
    verdict = "met" if worst < GOAL_MS else "MISSED"
    print(f"{count} products: slowest median {worst:.2f} ms, goal {GOAL_MS} ms: {verdict}")


if __name__ == "__main__":
    main()
