import pytest

from after_order import Sale, load_rules


@pytest.fixture
def sale(shop, settings, tmp_path):
    """Makes orders with their dues: `sale(quantity=2, price=100_000)`."""
    settings.PAPERS_ROOT = tmp_path / "papers"
    load_rules()
    return lambda *products, **facts: Sale(shop, *products, **facts)
