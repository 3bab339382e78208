"""A review from the order's page, one for each delivered line."""

from django.http import Http404
from django.utils.translation import gettext_lazy

from catalogue.views.reviews import ReviewForm
from shop.order.models import Line
from shop.returning import reviewing
from shop.returning.models import LineReview
from shop.returning.rules import delivered_at

from .buyer import OnOrder


class ReviewLine(OnOrder):
    """`/don-hang/<number>/danh-gia/<line>/`"""

    form_class = ReviewForm
    template_name = "shop/returning/review.html"
    heading = gettext_lazy("Write a review")
    done = gettext_lazy("Thank you. Your review appears as soon as an editor has read it.")

    def load(self):
        rows = Line.objects.filter(order=self.order, pk=self.kwargs["line"], product__isnull=False)
        self.line = rows.select_related("parcel", "product__parent").first()
        if self.line is None or not delivered_at([self.line.parcel]):
            raise Http404
        if LineReview.objects.filter(line=self.line).exists():
            raise Http404

    def get_initial(self):
        return {"name": self.order.buyer_name.split()[-1] if self.order.buyer_name else ""}

    def get_context_data(self, **kwargs):
        return super().get_context_data(line=self.line, **kwargs)

    def act(self, form):
        return reviewing.review(self.line, by=self.by, **form.cleaned_data)
