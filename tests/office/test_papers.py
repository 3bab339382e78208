"""Papers: checked by content, kept apart from the public files, read by right."""

import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from office import papers
from office.stages import Refused

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def upload(content=PDF, name="quyet dinh 2394.pdf"):
    return SimpleUploadedFile(name, content)


def picture(form="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "red").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PDF, "application/pdf"), (picture(), "image/png"), (picture("JPEG"), "image/jpeg"), (picture("WEBP"), "image/webp")],
)  # fmt: skip
def test_a_paper_is_what_its_bytes_say(shop, content, kind):
    paper = papers.keep(upload(content, "gi.exe"), by=shop.user())
    assert paper.content_type == kind
    kept = paper.file.read()
    assert kept == content if content == PDF else Image.open(io.BytesIO(kept)).size == (300, 300)


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><script>alert(1)</script>", b"MZ\x90", b"%PDF-1.4 cut off", picture()[:80], picture("GIF")],
)
def test_what_is_no_pdf_and_no_picture_is_refused_at_its_field(shop, content):
    with pytest.raises(Refused) as refused:
        papers.keep(upload(content), by=shop.user(), field="document")
    assert refused.value.field == "document"
    assert not papers.Paper.objects.exists()


def test_more_than_10_mb_is_refused(shop):
    with pytest.raises(Refused) as refused:
        papers.keep(upload(PDF + b" " * papers.MAX_BYTES), by=shop.user())
    assert "10 MB" in refused.value.message


def test_papers_lie_outside_the_public_files(shop, settings):
    paper = papers.keep(upload(), by=shop.user())
    assert str(settings.PAPERS_ROOT) in paper.file.path
    assert not paper.file.path.startswith(str(settings.MEDIA_ROOT))
    with pytest.raises(ValueError, match="not accessible"):
        _ = paper.file.url


def test_private_paper_opens_for_its_sender_and_an_administrator_and_for_nobody_else(client, shop):
    sender = shop.user()
    paper = papers.keep(upload(), by=sender)
    assert "/tai-khoan/login/" in client.get(paper.get_absolute_url())["Location"]
    for person, status in (
        (sender, 200),
        (shop.office, 200),
        (shop.user("buyer"), 403),
        (shop.user("council"), 403),
    ):
        client.force_login(person)
        assert client.get(paper.get_absolute_url()).status_code == status


def test_public_paper_opens_for_all_and_never_runs_as_a_page_of_ours(client, shop):
    paper = papers.keep(upload(), by=shop.user(), public=True)
    answer = client.get(paper.get_absolute_url())
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF


def test_maker_reads_the_decision_its_certificate_rests_on_and_another_maker_does_not(shop):
    maker, other = shop.user(), shop.user()
    product = shop.product(producer=shop.producer(people=[maker]))
    shop.producer(people=[other])
    paper = papers.keep(upload(), by=shop.user())
    shop.award(product, document=paper)
    assert papers.may_read(maker, paper)
    assert papers.may_read(shop.user("programme_office"), paper)
    assert not papers.may_read(other, paper)
    assert not papers.may_read(AnonymousUser(), paper)
