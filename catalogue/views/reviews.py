"""Writing a review, the maker's reply, and letting reviews appear."""

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue import reviewing
from catalogue.models import LegalClass, Product
from catalogue.producers import joining
from catalogue.reviews.models import ProductReview
from catalogue.rules import is_adult
from office.acts import ActView
from office.limiting import too_often
from office.stages import Refused

SHOWN = 50
PER_PAGE = 20

# Nothing is chosen at first: whoever sends the form as it came must not have praised.
POINTS = [
    ("", gettext_lazy("Choose your points")),
    (5, gettext_lazy("5 – excellent")),
    (4, "4"),
    (3, "3"),
    (2, "2"),
    (1, gettext_lazy("1 – poor")),
]


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
    """A form about one public product, at the product's own address and behind its age gate."""

    template_name = "catalogue/review_form.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        found = get_object_or_404(Product.objects.select_related("parent"), pk=kwargs["pk"], is_public=True)
        self.product = found.parent if found.is_child else found
        if self.product.legal_class == LegalClass.ALCOHOL and not is_adult(request):
            return redirect(self.product.get_absolute_url())
        if (kwargs["product_slug"], found) != (self.product.slug, self.product):
            parts = kwargs | {"product_slug": self.product.slug, "pk": self.product.pk}
            return redirect(request.resolver_match.view_name, permanent=True, **parts)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(product=self.product, heading=self.heading, **kwargs)

    def form_valid(self, form):
        try:
            self.act(form)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.product.get_absolute_url())


class WriteReview(OnProduct):
    form_class = ReviewForm
    heading = gettext_lazy("Write a review")
    done = gettext_lazy("Thank you. Your review appears as soon as an editor has read it.")

    def get_context_data(self, **kwargs):
        received = reviewing.has_received(self.request.user, self.product)
        return super().get_context_data(closed=not received, **kwargs)

    def act(self, form):
        if not reviewing.has_received(self.request.user, self.product):
            raise Refused(_("Reviews are written by those who bought it here, once it has been delivered."))
        if too_often("review", self.request.user.pk, times=10, seconds=3600):
            raise Refused(_("You have written many reviews in the last hour. Please go on a little later."))
        reviewing.write(self.product, by=self.request.user, **form.cleaned_data)


class ReplyToReview(OnProduct):
    form_class = ReplyForm
    heading = gettext_lazy("Reply to a review")
    done = gettext_lazy("Your reply is shown under the review.")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            product = get_object_or_404(Product.objects.select_related("producer"), pk=kwargs["pk"])
            if not reviewing.may_reply(request.user, product):
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def act(self, form):
        review = get_object_or_404(ProductReview, pk=self.kwargs["review_pk"], product=self.product)
        reviewing.reply(review, form.cleaned_data["reply"], by=self.request.user)


def may_open_desk(user):
    """Moderators, and makers whose buyers may be waiting for an answer."""
    return reviewing.may_moderate(user) or joining.acts_for_somebody(user)


def published(number):
    """Page `number` of the reviews on the site, the newest first, each with who let it appear (`move`)."""
    rows = ProductReview.objects.filter(status=ProductReview.APPROVED).select_related("product__producer")
    page = Paginator(rows.order_by("-date_created", "-pk"), PER_PAGE).get_page(number)
    moves = reviewing.moves_of(page.object_list)
    for review in page.object_list:
        review.move = moves.get(review.pk)
    return page


def waiting_for(user):
    """(reviews to moderate, published reviews a maker of `user` has not answered), newest first."""
    rows = ProductReview.objects.select_related("product__producer").order_by("-date_created", "-pk")
    unread = rows.filter(status=ProductReview.FOR_MODERATION) if reviewing.may_moderate(user) else rows.none()
    unanswered = rows.filter(status=ProductReview.APPROVED, reply="", product__producer__users=user)
    return unread, unanswered


@method_decorator(never_cache, name="dispatch")
class ReviewsDesk(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/danh-gia/`: reviews to read before they appear, and those to answer."""

    template_name = "catalogue/office/reviews.html"

    def get_context_data(self, **kwargs):
        if not may_open_desk(self.request.user):
            raise PermissionDenied
        unread, unanswered = waiting_for(self.request.user)
        moderates = reviewing.may_moderate(self.request.user)
        return super().get_context_data(
            unread=unread[:SHOWN], unanswered=unanswered[:SHOWN], moderates=moderates,
            page=published(self.request.GET.get("trang")) if moderates else None, noindex=True, **kwargs,
        )  # fmt: skip


class Moderate(ActView):
    """Let a review appear, or keep it off."""

    queryset = ProductReview.objects.filter(status=ProductReview.FOR_MODERATION)
    form_class = forms.Form
    http_method_names = ["post"]
    template_name = "catalogue/office/review_refused.html"

    def rule(self, user, thing):
        return reviewing.may_moderate(user)

    def next_url(self, thing):
        return reverse("reviews_desk:index")


class Approve(Moderate):
    done = gettext_lazy("The review appears.")

    def act(self, thing, *, by):
        return reviewing.approve(thing, by=by)


class Reject(Moderate):
    done = gettext_lazy("The review stays off the site.")

    def act(self, thing, *, by):
        return reviewing.reject(thing, by=by)


class TakeDownForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It is kept with your name and the day."),
    )


@method_decorator(never_cache, name="dispatch")
class TakeDown(Moderate):
    """Take a published review off the site again, and say why."""

    queryset = ProductReview.objects.filter(status=ProductReview.APPROVED).select_related("product__producer")
    form_class = TakeDownForm
    http_method_names = ["get", "post"]
    template_name = "catalogue/office/review_take_down.html"
    done = gettext_lazy("The review is taken down.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(noindex=True, **kwargs)

    def act(self, thing, *, by, reason):
        return reviewing.reject(thing, by=by, reason=reason)
