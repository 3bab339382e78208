"""Looking a certificate up, and the page of one."""

import segno
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from catalogue.models import LegalClass
from catalogue.producers.folding import fold
from catalogue.programme.models import Recognition
from catalogue.rules import is_adult
from catalogue.structured_data import absolute
from catalogue.views.caching import public_page

SHOWN = 30


@public_page
class LookUp(TemplateView):
    """`/tra-cuu/?q=`: by certificate code, decision number, product or maker, with or without diacritics."""

    template_name = "catalogue/certificates/lookup.html"

    def get_context_data(self, **kwargs):
        text = " ".join(self.request.GET.get("q", "").replace("\x00", " ").split())[:120]
        found = look_up(text, adult=is_adult(self.request)) if text else []
        error = ""
        if text and not found:
            error = _(
                "No certificate matches “%(text)s”. Check the code or decision number on the label."
            ) % {"text": text}
        return super().get_context_data(text=text, found=found, error=error, **kwargs)


def look_up(text, *, adult):
    """Certificates that `text` may mean: exact codes and decisions first, then product and maker names."""
    rows = Recognition.objects.select_related("product__producer").prefetch_related("changes")
    if not adult:
        rows = rows.exclude(product__legal_class=LegalClass.ALCOHOL)
    exact = rows.filter(Q(code__iexact=text) | Q(decision_number__icontains=text) | Q(slug=text.lower()))
    found = list(exact[:SHOWN])
    if not found:
        words = fold(text).split()
        named = Q()
        for word in words:
            named &= Q(product__search_text__contains=f" {word}")
        found = list(rows.filter(named)[:SHOWN])
    return found


@public_page
class CertificateView(TemplateView):
    """`/chung-nhan/<slug>/`: what it says, whether it holds today, what happened to it, a QR to itself."""

    template_name = "catalogue/certificates/certificate.html"

    def get_context_data(self, **kwargs):
        certificate = get_object_or_404(
            Recognition.objects.select_related(
                "product__producer__commune", "criteria", "variant", "document"
            ).prefetch_related("changes"),
            slug=self.kwargs["slug"],
        )
        history = Recognition.objects.filter(product=certificate.product).prefetch_related("changes")
        changes = sorted(
            (change for each in history for change in each.changes.all()),
            key=lambda change: (change.effective_on, change.pk),
        )
        address = absolute(certificate.get_absolute_url())
        return super().get_context_data(
            certificate=certificate,
            product=certificate.product,
            hidden=certificate.product.legal_class == LegalClass.ALCOHOL and not is_adult(self.request),
            state=certificate.state(),
            changes=changes,
            qr=qr(address),
            address=address,
            trail=[
                (_("Check a certificate"), reverse("certificates:index")),
                (certificate.decision_number, certificate.get_absolute_url()),
            ],
            **kwargs,
        )


def qr(text):
    """`text` as a QR code (ISO/IEC 18004), error level M, inline SVG without style attributes."""
    return mark_safe(  # noqa: S308  (drawn by segno from a text of ours)
        segno.make(text, error="m").svg_inline(scale=4, border=0, dark="#083c2f", omitsize=True, title=None)
    )
