import pytest

from after_order import Sale


@pytest.fixture
def sale(shop, settings, tmp_path):
    """Makes orders with their dues: `sale(quantity=2, price=100_000)`."""
    settings.PAPERS_ROOT = tmp_path / "papers"
    return lambda *products, **facts: Sale(shop, *products, **facts)
