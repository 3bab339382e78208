"""Papers: decisions, licences, forms. Checked by content, kept outside of `/media`, read only with a right.

Whoever keeps papers about its own records registers a reader for them (`register_reader`); a paper is
otherwise open to whoever brought it and to administrators, and to all once it is `public`.
"""

import hashlib
import io
import uuid
from collections.abc import Callable
from contextlib import contextmanager

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps, UnidentifiedImageError

from .roles import has_role
from .stages import Refused

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
QUALITY = {"JPEG": {"quality": 90}, "PNG": {}, "WEBP": {"quality": 90, "method": 1}}
_readers: list[Callable] = []


class PrivateStorage(FileSystemStorage):
    """A folder no web server serves: its files have no address of their own."""

    def url(self, name):
        raise ValueError("This file is not accessible via a URL.")


def store():
    """Where papers lie."""
    return PrivateStorage(location=settings.PAPERS_ROOT)


class Paper(models.Model):
    """A file somebody handed in; its content never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(gettext_lazy("file name"), max_length=120)
    content_type = models.CharField(max_length=40)
    file = models.FileField(storage=store, max_length=200)
    size = models.PositiveIntegerField(gettext_lazy("bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    public = models.BooleanField(gettext_lazy("open to all"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "office"
        verbose_name = gettext_lazy("paper")
        verbose_name_plural = gettext_lazy("papers")
        ordering = ["-at"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("paper", args=[self.pk])


def keep(upload, *, by, public=False, field="document"):
    """Keep an uploaded file (name and bytes) as a `Paper`. A PDF stays as it is; a picture is written anew,
    upright and without what the camera noted (place, time, device, a second picture behind the first).

    Raises `Refused` at `field` when it is empty, over 10 MB, or neither a PDF nor a readable JPEG, PNG
    or WebP picture; what the sender calls it counts for nothing.
    """
    if upload.size > MAX_BYTES:
        raise Refused(_("The file is larger than 10 MB. Please send a smaller one."), field=field)
    content, kind = _cleaned(upload.read())
    if not kind:
        raise Refused(
            _("This file is neither a PDF nor a picture we can read. Please send a PDF, JPEG, PNG or WebP."),
            field=field,
        )
    paper = Paper(
        name=get_valid_filename(upload.name or "giay-to")[-120:],
        content_type=kind,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        public=public,
        by=by if by is not None and by.pk else None,
    )
    paper.file.save(f"{paper.pk.hex[:2]}/{paper.pk.hex}", ContentFile(content), save=False)
    paper.save()
    return paper


@contextmanager
def kept_for_act(upload, *, by, public=False, field="document"):
    """`keep` for the act in the `with` block, in one transaction; None without an upload.

    When the act is refused or fails, the file goes with the rows: a rollback knows no files.
    """
    paper = None
    try:
        with transaction.atomic():
            paper = keep(upload, by=by, public=public, field=field) if upload else None
            yield paper
    except BaseException:
        if paper is not None:
            paper.file.storage.delete(paper.file.name)
        raise


def register_reader(check):
    """Let the owner of a kind of record say who reads its papers: `check(user, paper) -> bool`."""
    _readers.append(check)
    return check


def may_read(user, paper):
    """Whether `user` (perhaps anonymous) may open `paper`."""
    if paper.public:
        return True
    if not user.is_authenticated:
        return False
    if paper.by_id == user.pk or has_role(user, "administrator"):
        return True
    return any(check(user, paper) for check in _readers)


def _cleaned(content):
    """(what is kept, its media type as the bytes themselves show it); ("", "") for no paper."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return content, "application/pdf"
    try:
        with Image.open(io.BytesIO(content), formats=list(PICTURES)) as image:
            if image.width * image.height > MAX_PIXELS:
                return b"", ""
            image.load()
            kind = "JPEG" if image.format == "MPO" else image.format or ""  # phones: a JPEG with a second one
            return _written_anew(ImageOps.exif_transpose(image), kind), PICTURES[kind]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b"", ""


def _written_anew(image, kind):
    """The pixels alone, as a file of the same kind: what a library would carry along is left behind."""
    mode = "RGBA" if kind != "JPEG" and image.has_transparency_data else "RGB"
    pixels = Image.new(mode, image.size)
    pixels.paste(image.convert(mode))
    out = io.BytesIO()
    pixels.save(out, kind, **QUALITY[kind])
    return out.getvalue()
