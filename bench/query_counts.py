"""`bench/query_counts.py`: SQL queries of public pages on the database at hand, the second time each is asked for."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")
MOST_FOR_A_LIST, MOST_FOR_A_PRODUCT = 12, 15


def main():
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from catalogue.models import Product

    products = Product.objects.on_sale_list()
    shown = products.filter(stars__gt=0, rating__isnull=False, legal_class="food").first()
    last = products.open_to(adult=False).count() // 24
    pages = {
        "list": ("/san-pham/", MOST_FOR_A_LIST),
        "list with facets": ("/san-pham/?sao=3&nhom=mat-ong", MOST_FOR_A_LIST),
        "deep page": (f"/san-pham/?trang={min(last, 400)}", MOST_FOR_A_LIST),
        "search": ("/tim/?q=mật ong&sao=3", MOST_FOR_A_LIST),
        "product": (shown.get_absolute_url(), MOST_FOR_A_PRODUCT),
    }
    client = Client(headers={"Host": "127.0.0.1"})
    print(f"SQL queries at {products.count()} products:")
    for name, (path, most) in pages.items():
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert answer.status_code == 200, path
        print(f"  {name:<17}{len(asked):3}  at most {most}  {'met' if len(asked) <= most else 'MISSED'}")


if __name__ == "__main__":
    main()
