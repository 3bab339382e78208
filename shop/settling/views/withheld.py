"""`/ban-lam-viec/khau-tru-thue/`: the tax withheld in a month, for the return."""

from datetime import date

from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from office.tables import CSV, XLSX
from shop.settling import withholding, withholding_sheet

from .payouts import ForManager
from .statements import YEARS, download, page_of


def month_of(text):
    """The first day of the month written as 2026-11, or 404."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError as fault:
        raise Http404 from fault
    if not YEARS[0] <= first.year <= YEARS[1]:
        raise Http404
    return first


@method_decorator(never_cache, name="dispatch")
class MonthPage(ForManager, TemplateView):
    """`/ban-lam-viec/khau-tru-thue/` (the newest month) and `…/<month>/`."""

    template_name = "shop/settling/manager/withheld.html"

    def get_context_data(self, month=None, **kwargs):
        months = withholding.months()
        first = month_of(month) if month else (months[0] if months else None)
        found = withholding.month(first) if first else []
        return super().get_context_data(
            months=months[:24],
            month=first,
            page=page_of(found, self.request),
            totals=withholding_sheet.totals(found),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class MonthFile(ForManager, View):
    """`…/<month>/khau-tru-thue.csv` and `.xlsx`."""

    def get(self, request, month, kind):
        first = month_of(month)
        found = withholding.month(first)
        name = f"khau-tru-thue-{first:%Y-%m}.{kind}"
        if kind == "csv":
            return download(withholding_sheet.as_csv(found), CSV, name)
        return download(withholding_sheet.as_xlsx(first, found), XLSX, name)
