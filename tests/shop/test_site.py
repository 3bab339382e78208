import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_is_migrated():
    assert "partner_partner" in connection.introspection.table_names()
