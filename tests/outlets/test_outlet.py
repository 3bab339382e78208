"""What the database itself holds of an outlet."""

import pytest
from django.db import DataError, IntegrityError
from outlet_rows import outlet

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("latitude", "longitude"), [("5.9", "105.9"), ("18.3", "120"), ("105.9", "18.3")])
def test_no_outlet_lies_outside_vietnam(shop, latitude, longitude):
    with pytest.raises((IntegrityError, DataError)):  # PostgreSQL has no room for 105.9 degrees of latitude
        outlet(latitude=latitude, longitude=longitude)


def test_an_outlet_that_serves_nobody_says_why(shop):
    assert outlet(stage="suspended", stage_reason="Sửa mái").pk
    with pytest.raises(IntegrityError):
        outlet(stage="closed")
