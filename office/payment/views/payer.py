"""`/thanh-toan/<reference>/`: the payer's pages, open to whoever has the signed address."""

import re

from csp.decorators import csp_update
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.payment import confirming, looking_up, owing, paying, refunding
from office.payment.gateways import Declined, Unreachable, gateway
from office.payment.models.attempt import Attempt
from office.payment.models.due import Due
from office.payment.models.refund import Refund
from office.payment.showing import picture, shown
from office.stages import Refused


def due_for(request, reference):
    """The due of a signed address; anything else is nowhere."""
    due = Due.objects.filter(reference=reference).first()
    if due is None or not due.is_signed_by(request.GET.get("k", "")):
        raise Http404
    return due


class DueView(View):
    """A page or an act on one due. What is refused is told on its page."""

    def dispatch(self, request, *args, **kwargs):
        self.due = due_for(request, kwargs["reference"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, **kwargs):
        try:
            answer = self.act(request)
        except Refused as refused:
            messages.error(request, refused.message)
            answer = None
        return answer or redirect(self.due.get_absolute_url())

    def attempt(self):
        """The try that runs. Raises `Refused` when there is none."""
        attempt = owing.live_attempt(self.due)
        if attempt is None:
            raise Refused(_("This try has ended. Please choose how you want to pay."))
        return attempt


def to_stripe(view):
    """A form's answer may lead to the provider's page: browsers ask the policy about that too."""
    origin = settings.STRIPE_CHECKOUT_ORIGIN
    return csp_update({"form-action": [origin]})(view)


PUBLIC = [never_cache, same_origin_post]


@method_decorator([*PUBLIC, to_stripe], name="dispatch")
class PayPage(DueView, TemplateView):
    """What is owed, the try that runs, the ways there are."""

    template_name = "office/payment/pay.html"
    http_method_names = ["get", "head"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(noindex=True, **shown(self.due), **kwargs)


@method_decorator([*PUBLIC, to_stripe], name="dispatch")
class Begin(DueView):
    """`…/cach/<code>/`: pay this way; a way that asks shows its form first."""

    def get(self, request, code, **kwargs):
        return self.page(request, self.form(code)())

    def act(self, request):
        code = self.kwargs["code"]
        asked = {}
        if (form_class := self.form(code, needed=False)) is not None:
            form = form_class(request.POST)
            if not form.is_valid():
                return self.page(request, form)
            asked = form.cleaned_data
        if too_often("pay", address_of(request), times=30, seconds=600):
            raise Refused(_("Too many tries. Please wait ten minutes and try again."))
        attempt = paying.begin(self.due, code, by=request.user, asked=asked)
        if attempt.state == Attempt.State.UNDER_WAY and attempt.data.get("url"):
            return redirect(attempt.data["url"])
        return None

    def form(self, code, *, needed=True):
        way = next((each for each in paying.ways(self.due) if each.code == code), None)
        if needed and (way is None or way.asks is None):
            raise Http404
        return way.asks if way else None

    def page(self, request, form):
        context = {"due": self.due, "form": form, "way": gateway(self.kwargs["code"])}
        status = 422 if form.is_bound else 200
        return render(request, "office/payment/ask.html", context, status=status)


@method_decorator(PUBLIC, name="dispatch")
class Claim(DueView):
    """`…/da-chuyen/`: "I have transferred"."""

    def act(self, request):
        paying.claim(self.attempt())
        messages.success(request, _("Thank you. We tell you here as soon as the money has arrived."))


@method_decorator([*PUBLIC, to_stripe], name="dispatch")
class Confirm(DueView):
    """`…/ma/`: the code from the text message."""

    def act(self, request):
        if too_often("cod-confirm", address_of(request), times=20, seconds=600):
            raise Refused(_("Too many tries. Please wait ten minutes and try again."))
        typed = request.POST.get("code", "")[:20]
        try:
            confirming.confirm(self.attempt(), typed)
        except Refused as refused:
            if refused.field != "code":
                raise
            said = {"code_error": refused.message, "typed_code": typed, "noindex": True}
            return render(request, PayPage.template_name, shown(self.due) | said, status=422)
        messages.success(request, _("Confirmed. You pay when the goods arrive."))
        return None


@method_decorator(PUBLIC, name="dispatch")
class NewCode(DueView):
    """`…/ma/gui-lai/`: another code."""

    def act(self, request):
        confirming.send_code(self.attempt())
        messages.success(request, _("A new code is on its way to your phone."))


class AccountForm(forms.Form):
    bank = forms.CharField(max_length=80)
    number = forms.CharField(max_length=40)
    holder = forms.CharField(max_length=120)

    def clean_number(self):
        """As it stands on the card, in groups."""
        number = re.sub(r"[\s.-]", "", self.cleaned_data["number"])
        if not re.fullmatch(r"[0-9A-Za-z]{4,24}", number):
            raise forms.ValidationError(_("An account number has digits and letters only, 4 to 24 of them."))
        return number


@method_decorator([*PUBLIC, to_stripe], name="dispatch")
class PayeeAccount(DueView):
    """`…/tai-khoan/<pk>/`: where a refund by hand should go."""

    def act(self, request):
        refund = Refund.objects.filter(pk=self.kwargs["pk"], due=self.due).first()
        if refund is None:
            raise Http404
        form = AccountForm(request.POST)
        if not form.is_valid():
            form.refund = refund
            return render(
                request,
                PayPage.template_name,
                {**shown(self.due), "wrong": form, "noindex": True},
                status=422,
            )
        refunding.give_account(refund, **form.cleaned_data)
        messages.success(request, _("Thank you. We transfer it to this account."))
        return None


@method_decorator(never_cache, name="dispatch")
class Status(DueView):
    """`…/tinh-trang/`: the part of the page that asks again by itself; loads the page anew when it changed."""

    http_method_names = ["get", "head"]

    def get(self, request, **kwargs):
        context = shown(self.due)
        if request.GET.get("luc") not in {None, context["token"]}:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "office/payment/status.html", context)


@method_decorator(never_cache, name="dispatch")
class CodePicture(DueView):
    """`…/ma-qr.png`: the code of the transfer that runs, to keep; the page when none does."""

    http_method_names = ["get", "head"]

    def get(self, request, **kwargs):
        attempt = owing.live_attempt(self.due)
        if attempt is None or attempt.gateway != "vietqr" or not self.due.is_open:
            return redirect(self.due.get_absolute_url())
        name = f"VietQR-{self.due.reference}.png"
        headers = {"Content-Disposition": f'inline; filename="{name}"'}
        return HttpResponse(picture(self.due, attempt), content_type="image/png", headers=headers)


@method_decorator(never_cache, name="dispatch")
class Return(DueView):
    """`…/tro-ve/`: back from the provider. Its browser's word settles nothing: we ask the provider."""

    http_method_names = ["get", "head"]

    def get(self, request, **kwargs):
        pk = request.GET.get("lan", "")[:15]
        attempt = self.due.attempts.filter(pk=pk).first() if pk.isdecimal() else None
        if attempt is not None and attempt.is_live:
            try:
                looking_up.came_back(attempt, request.GET)
            except (Unreachable, Declined):
                messages.info(request, _("We are asking the bank. This page tells you as soon as we know."))
        return redirect(reverse("payment:pay", args=[self.due.reference]) + f"?k={self.due.signature}")
