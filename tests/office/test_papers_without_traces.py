"""Pictures handed in tell nothing but what they show: no place, no device, no second picture; PDFs stay."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from office import papers
from office.stages import Refused

pytestmark = pytest.mark.django_db
PLACE, CAMERA, WORD = 34853, 271, "VinhPhone"


@pytest.fixture(autouse=True)
def _papers(settings, tmp_path):
    settings.PAPERS_ROOT = tmp_path / "papers"


def photo(kind, *, turned=1, mode="RGB", size=(60, 40), **options):
    """A picture, red on the left, with the place and the camera in its notes."""
    image = Image.new(mode, size, "white" if mode != "RGBA" else (255, 255, 255, 0))
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[CAMERA], notes[274] = WORD, turned
    notes.get_ifd(PLACE)[2] = (18.0, 20.0, 30.0)
    out = io.BytesIO()
    image.save(out, kind, exif=notes, **options)
    return out.getvalue()


def kept(shop, content, name="anh.jpg"):
    paper = papers.keep(SimpleUploadedFile(name, content), by=shop.user())
    with paper.file.open("rb") as file:
        return paper, file.read()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_gone_and_the_kind_stays(shop, kind):
    content = photo(kind)
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(PLACE)
    paper, stored = kept(shop, content)
    image = Image.open(io.BytesIO(stored))
    assert (image.format, paper.content_type) == (kind, papers.PICTURES[kind])
    assert dict(image.getexif()) == {}
    assert WORD.encode() not in stored
    assert paper.size == len(stored)


@pytest.mark.parametrize(
    ("turned", "size", "red"), [(1, (60, 40), (5, 20)), (6, (40, 60), (20, 5)), (3, (60, 40), (55, 20))]
)
def test_picture_stands_as_it_was_taken(shop, turned, size, red):
    _paper, stored = kept(shop, photo("JPEG", turned=turned))
    image = Image.open(io.BytesIO(stored)).convert("RGB")
    assert image.size == size
    assert image.getpixel(red)[1] < 60


def test_comments_texts_and_what_hangs_on_behind_are_gone(shop):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "chụp tại nhà 18.34,105.9")
    for content in (
        photo("PNG", pnginfo=notes),
        photo("JPEG", comment=b"18.34,105.9") + b"PK\x03\x04 18.34,105.9",
    ):
        _paper, stored = kept(shop, content)
        assert b"18.34,105.9" not in stored


def test_picture_with_a_second_one_behind_as_phones_make_it_is_taken(shop):
    out = io.BytesIO()
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    first.save(out, "MPO", save_all=True, append_images=[second])
    paper, stored = kept(shop, out.getvalue())
    assert paper.content_type == "image/jpeg"
    assert Image.open(io.BytesIO(stored)).format == "JPEG"


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "I;16"])
def test_any_kind_of_pixels_is_taken_and_clear_ones_stay_clear(shop, mode):
    image = Image.new("RGBA", (30, 20), (9, 9, 9, 0)) if mode == "RGBA" else Image.new(mode, (30, 20))
    out = io.BytesIO()
    image.save(out, "PNG")
    _paper, stored = kept(shop, out.getvalue())
    found = Image.open(io.BytesIO(stored))
    assert found.size == (30, 20)
    if mode == "RGBA":
        assert found.getpixel((1, 1))[3] == 0


def test_pdf_stays_byte_for_byte(shop):
    content = b"%PDF-1.4\n1 0 obj<</Author(Ai do)>>endobj\n%%EOF"
    _paper, stored = kept(shop, content, "to.pdf")
    assert stored == content


@pytest.mark.parametrize(
    "content", [b"<svg/>", photo("JPEG")[:200], b"\xff\xd8\xff\xe0 not a picture", photo("GIF"), b""]
)
def test_what_is_no_picture_is_refused(shop, content):
    with pytest.raises(Refused):
        papers.keep(SimpleUploadedFile("anh.jpg", content), by=shop.user(), field="pictures")
