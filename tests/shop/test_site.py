import shutil
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection

from buying import ORIGIN, seen
from shop.settings.static import FlattenedManifestStorage


@pytest.mark.django_db
def test_the_database_is_migrated():
    assert "partner_partner" in connection.introspection.table_names()


def test_stylesheet_is_made_from_its_source_and_not_from_the_one_made_before(tmp_path):
    css = Path(finders.find("css/site.css")).parent
    shutil.copytree(css, tmp_path / "css")
    (tmp_path / "css/site.css").write_text("/* made before, without imports */")
    made = FlattenedManifestStorage(location=tmp_path, base_url="/static/")._flatten("css/site.css")
    assert (css / "basket.css").read_text() in made


@pytest.mark.django_db
def test_what_was_left_out_is_named_in_the_list_of_errors(client, reference):
    page = seen(client.post("/phan-anh/", {}, **ORIGIN))
    assert "Hãy điền: Chuyện xảy ra thế nào?" in page
    assert "Hãy điền phần này." in page
    assert "Trường này là bắt buộc" not in page
