"""Looking a certificate up, and the page of one."""

import segno
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from catalogue.models import LegalClass
from catalogue.producers.folding import fold
from catalogue.programme.models import Recognition, StarChange
from catalogue.rules import is_adult
from catalogue.structured_data import absolute
from catalogue.views.caching import public_page
from office.limiting import address_of, too_often

PER_PAGE = 30


@public_page
class LookUp(TemplateView):
    """`/tra-cuu/?q=`: by certificate code, decision number, product or maker, with or without diacritics."""

    template_name = "catalogue/certificates/lookup.html"

    def get(self, request, *args, **kwargs):
        text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:120]
        if text and too_often("certificates", address_of(request), times=60, seconds=60):
            error = _("Many look-ups came from your address. Please try again in a minute.")
            context = self.get_context_data(text=text, found=[], page=None, error=error)
            return self.render_to_response(context, status=429)
        return self.render_to_response(self.get_context_data(text=text, **self.answer(text)))

    def answer(self, text):
        """The page asked for of what `text` finds; a sentence when it finds nothing."""
        if not text:
            return {"found": [], "page": None, "error": ""}
        page = look_up(text, adult=is_adult(self.request), number=self.request.GET.get("trang"))
        error = ""
        if not page.paginator.count:
            error = _(
                "No certificate matches “%(text)s”. Check the code or decision number on the label."
            ) % {"text": text}
        return {"found": page.object_list, "page": page, "error": error}


def look_up(text, *, adult, number=1):
    """Page `number` of the certificates that `text` may mean, the newest first: by code or decision, else
    by product and maker."""
    rows = Recognition.objects.told().select_related("product__producer")
    if not adult:
        rows = rows.exclude(product__legal_class=LegalClass.ALCOHOL)
    pages = Paginator(rows.numbered(text) | rows.filter(slug=text.lower()), PER_PAGE)
    if not pages.count:
        pages = Paginator(_named(rows, text), PER_PAGE)
    return pages.get_page(number)


def _named(rows, text):
    words = fold(text).split()
    if not words:
        return rows.none()
    named = Q()
    for word in words:
        named &= Q(product__search_text__contains=f" {word}")
    return rows.filter(named)


@public_page
class CertificateView(TemplateView):
    """`/chung-nhan/<slug>/`: what it says, whether it holds today, what happened to it, a QR to itself.

    `current` is the certificate in force for the same goods when this one is not, else None.
    """

    template_name = "catalogue/certificates/certificate.html"

    def get_context_data(self, **kwargs):
        certificate = get_object_or_404(
            Recognition.objects.told().select_related(
                "product__producer__commune", "criteria", "variant", "document"
            ),
            slug=self.kwargs["slug"],
        )
        history = list(Recognition.objects.filter(product=certificate.product).prefetch_related("changes"))
        address = absolute(certificate.get_absolute_url())
        return super().get_context_data(
            certificate=certificate,
            product=certificate.product,
            hidden=certificate.product.legal_class == LegalClass.ALCOHOL and not is_adult(self.request),
            state=certificate.state(),
            current=in_force_instead(certificate, history),
            changes=told_changes(history),
            qr=qr(address),
            address=address,
            trail=[
                (_("Check a certificate"), reverse("certificates:index")),
                (certificate.decision_number, certificate.get_absolute_url()),
            ],
            **kwargs,
        )


def in_force_instead(certificate, history):
    """Of `history`, the one in force today for the same size or for all sizes, when `certificate` is not."""
    today = timezone.localdate()
    if certificate.is_valid_on(today):
        return None
    covering = {certificate.variant_id, None}
    running = (each for each in history if each.variant_id in covering and each.is_valid_on(today))
    return next(running, None)


def told_changes(history):
    """What happened, in order; an end written down at night and overtaken by a later decision is left out."""
    changes = [
        change
        for each in history
        for change in each.changes.all()
        if change.kind != StarChange.Kind.EXPIRE or each.ended_by_id is None
    ]
    return sorted(changes, key=lambda change: (change.effective_on, change.pk))


def qr(text):
    """`text` as a QR code (ISO/IEC 18004), error level M, inline SVG without style attributes."""
    return mark_safe(  # noqa: S308  (drawn by segno from a text of ours)
        segno.make(text, error="m").svg_inline(scale=4, border=0, dark="#083c2f", omitsize=True, title=None)
    )
