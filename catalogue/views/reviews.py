"""Writing a review, and the maker's reply."""

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from catalogue import reviewing
from catalogue.models import Product
from catalogue.reviews.models import ProductReview
from office.stages import Refused

POINTS = [(5, gettext_lazy("5 – excellent")), (4, "4"), (3, "3"), (2, "2"), (1, gettext_lazy("1 – poor"))]


class ReviewForm(forms.Form):
    score = forms.TypedChoiceField(label=gettext_lazy("Your points"), choices=POINTS, coerce=int)
    title = forms.CharField(label=gettext_lazy("In one line"), max_length=120)
    body = forms.CharField(
        label=gettext_lazy("Your experience"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5})
    )
    name = forms.CharField(
        label=gettext_lazy("Name shown"), max_length=60, help_text=gettext_lazy("For example: Mrs Hoa, Vinh")
    )


class ReplyForm(forms.Form):
    reply = forms.CharField(
        label=gettext_lazy("Your reply"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class OnProduct(LoginRequiredMixin, FormView):
    """A form about one public product, ending on its page."""

    template_name = "catalogue/review_form.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.product = get_object_or_404(Product, pk=kwargs["pk"], is_public=True)

    def get_context_data(self, **kwargs):
        return super().get_context_data(product=self.product, heading=self.heading, **kwargs)

    def form_valid(self, form):
        try:
            self.act(form)
        except Refused as refused:
            form.add_error(refused.field, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.product.get_absolute_url())


class WriteReview(OnProduct):
    form_class = ReviewForm
    heading = gettext_lazy("Write a review")
    done = gettext_lazy("Thank you. Your review appears as soon as an editor has read it.")

    def act(self, form):
        reviewing.write(self.product, by=self.request.user, **form.cleaned_data)


class ReplyToReview(OnProduct):
    form_class = ReplyForm
    heading = gettext_lazy("Reply to a review")
    done = gettext_lazy("Your reply is shown under the review.")

    def act(self, form):
        review = get_object_or_404(ProductReview, pk=self.kwargs["review_pk"], product=self.product)
        reviewing.reply(review, form.cleaned_data["reply"], by=self.request.user)
