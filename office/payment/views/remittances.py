"""`/ban-lam-viec/thanh-toan/doi-soat/`: cash couriers hold, and what they hand over."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from office.payment import remitting
from office.payment.models.courier import Remittance
from office.payment.reading import dong
from office.stages import Refused

from .forms import RemittanceForm
from .office import OfficePage

MOST_LINES = 2000


class RemittancesPage(OfficePage):
    """What each courier holds, and the transfers booked."""

    template_name = "office/payment/desk/remittances.html"

    def get_context_data(self, **kwargs):
        rows = Remittance.objects.select_related("by").prefetch_related("lines__settlement")
        page, held = self.page_of(rows), remitting.carriers()
        names = remitting.names_of({code for code, _amount in held} | {each.carrier for each in page})
        for each in page:
            each.carrier_name = names[each.carrier]
        carriers = [(code, names[code], amount) for code, amount in held]
        return super().get_context_data(page=page, carriers=carriers, tab="remittances", **kwargs)


class Remit(OfficePage):
    """One courier's list: first compared, then booked."""

    template_name = "office/payment/desk/remit.html"

    def get_context_data(self, **kwargs):
        carrier = kwargs["carrier"] = self.kwargs["carrier"]
        held = remitting.outstanding(carrier)
        if not remitting.collections(carrier).exists():
            raise Http404
        start = "\n".join(f"{row.reference.partition(':')[2]}  {row.amount}" for row in held[:MOST_LINES])
        form = RemittanceForm(initial={"lines": start})
        kwargs["name"] = remitting.names_of({carrier})[carrier]
        return super().get_context_data(tab="remittances", **{"form": form, "held": held.count(), **kwargs})

    def post(self, request, carrier):
        form = RemittanceForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        try:
            lines = lines_of(form.cleaned_data)
            if "book" in request.POST:
                made = remitting.remit(
                    carrier, lines, bank_reference=form.cleaned_data["bank_reference"], by=request.user
                )
                messages.success(request, _("Booked: %(reference)s.") % {"reference": made.bank_reference})
                return redirect("payment_desk:remittances")
            rows = remitting.compare(carrier, lines)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.render_to_response(self.get_context_data(form=form), status=422)
        text = "\n".join(f"{reference} {amount}" for reference, amount in lines)
        again = RemittanceForm(initial={"bank_reference": form.cleaned_data["bank_reference"], "lines": text})
        sums = sum(row.amount for row in rows), sum(row.settlement.amount for row in rows if row.settlement)
        return self.render_to_response(
            self.get_context_data(
                form=again, rows=rows, came=sums[0], collected=sums[1], difference=sums[0] - sums[1]
            )
        )


def lines_of(said):
    """[(tracking reference, đồng)] from the text or the file. Raises `Refused` at "lines"."""
    text = said["lines"]
    if said.get("document"):
        text = said["document"].read(1_000_000).decode("utf-8-sig", "replace")
    lines = []
    for row in filter(None, (row.strip() for row in text.splitlines())):
        found = re.match(r"^\"?([\w.:-]+)\"?[\s;,\t]+\"?([\d.,]+)\"?\D*$", row)
        try:
            lines.append((found.group(1), dong(found.group(2))) if found else _unreadable(row))
        except ValueError:
            _unreadable(row)
    if not 0 < len(lines) <= MOST_LINES:
        raise Refused(_("There is no line in this list, or too many."), field="lines")
    return lines


def _unreadable(row):
    raise Refused(_("This line cannot be read: %(row)s") % {"row": row[:80]}, field="lines")
