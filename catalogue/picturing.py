"""Taking pictures in, and the sizes the site serves: AVIF, WebP and JPEG, made once, at upload.

Oscar's and Wagtail's own thumbnails are made while a page waits and cost a query each; ours are files
whose addresses lie in `picture_set` on the row that shows them.
"""

import hashlib
import io
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from office.stages import Refused

from .models import Picture, ProductPicture

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_SIDE = 200
SIZES = {"thumb": 96, "card": 480, "page": 960}
FORMATS = {
    "avif": ("AVIF", {"quality": 58, "speed": 10}),
    "webp": ("WEBP", {"quality": 76, "method": 1}),
    "jpeg": ("JPEG", {"quality": 80, "progressive": True}),
}


class Taken(NamedTuple):
    """A picture as the library keeps it: the JPEG's bytes, pixels across and down."""

    body: bytes
    width: int
    height: int


def open_picture(content, *, field="picture"):
    """`content` (bytes) as an upright RGB image without its metadata (no GPS).

    Raises `Refused` at `field` when it is too large, no picture at all, or too small to show.
    """
    if len(content) > MAX_BYTES:
        raise Refused(_("The picture is larger than 10 MB. Please send a smaller one."), field=field)
    try:
        image = Image.open(io.BytesIO(content))
        if image.width * image.height > MAX_PIXELS:
            raise Refused(
                _("The picture has more than 40 million pixels. Please send a smaller one."), field=field
            )
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise Refused(
            _("This file is not a picture we can read. Please send a JPEG, PNG, WebP or AVIF."), field=field
        ) from fault
    if min(image.size) < MIN_SIDE:
        raise Refused(_("The picture is smaller than 200 pixels: it would look blurred."), field=field)
    image = ImageOps.exif_transpose(image)
    if image.mode in {"RGBA", "LA", "P"}:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    return image.convert("RGB")


def take_in(content, *, field="picture"):
    """`content` (bytes) cleaned and at most 1920 pixels wide or high. Raises `Refused` as `open_picture` does."""
    image = open_picture(content, field=field)
    image.thumbnail((1920, 1920))
    return Taken(_encoded(image, "jpeg"), *image.size)


def store_picture(content, *, title, alt, illustration=False, by=None, field="picture"):
    """A `Picture` of the library made from bytes, or from what `take_in` made of them.

    Raises `Refused` as `open_picture` does.
    """
    body, width, height = content if isinstance(content, Taken) else take_in(content, field=field)
    digest = hashlib.sha256(body).hexdigest()
    existing = Picture.objects.filter(file_hash=digest[:40], description=alt).first()
    if existing:
        return existing
    picture = Picture(
        title=title[:255],
        description=alt[:255],
        width=width,
        height=height,
        file_size=len(body),
        file_hash=digest[:40],
        illustration=illustration,
        uploaded_by_user=by if by is not None and by.pk else None,
    )
    picture.file.save(f"{digest[:16]}.jpg", ContentFile(body), save=False)
    picture.width, picture.height = width, height
    picture.save()
    return picture


def renditions_of(picture, *, sizes=SIZES):
    """Addresses of the square sizes of `picture`: {"card": {"avif", "webp", "jpeg", "width", "height"}, …, "alt",
    "illustration"}.

    Files are named after the picture's content, so they are made once and shared.
    """
    with picture.file.open("rb") as file:
        content = file.read()
    sized = render_sizes(content, sizes=sizes)
    return {**sized, "alt": picture.description, "illustration": picture.illustration}


def render_sizes(content, *, sizes=SIZES):
    """Write the square sizes of an image (bytes) into the media store, unless they are there."""
    stem = hashlib.sha256(content).hexdigest()[:16]
    found, image = {}, None
    for name, side in sizes.items():
        found[name], square = {"width": side, "height": side}, None
        formats = ("webp", "jpeg") if name == "thumb" else FORMATS
        for kind in formats:
            path = f"p/{stem[:2]}/{stem}-{side}.{kind}"
            if not default_storage.exists(path):
                image = image or Image.open(io.BytesIO(content)).convert("RGB")
                square = square or ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS)
                default_storage.save(path, ContentFile(_encoded(square, kind)))
            found[name][kind] = default_storage.url(path)
    return found


@transaction.atomic
def set_pictures(product, pictures):
    """Show `pictures` on `product`, the first one in lists; replaces those it had."""
    ProductPicture.objects.filter(product=product).delete()
    ProductPicture.objects.bulk_create(
        ProductPicture(product=product, picture=picture, sort_order=number)
        for number, picture in enumerate(pictures)
    )
    product.picture_set = renditions_of(pictures[0]) if pictures else {}
    if len(pictures) > 1:
        product.picture_set["more"] = [
            renditions_of(picture, sizes={"page": 960}) for picture in pictures[1:]
        ]
    type(product).objects.filter(pk=product.pk).update(picture_set=product.picture_set)


def set_portrait(producer, picture):
    """Show `picture` as the producer's."""
    producer.picture = picture
    producer.picture_set = renditions_of(picture)
    producer.save(update_fields=["picture", "picture_set"])


def _encoded(image, kind):
    form, options = FORMATS[kind]
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
