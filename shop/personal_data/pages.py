"""`/du-lieu-ca-nhan/`: one's rights, one's data, one's consents, one's requests."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from office import clocks
from office.limiting import address_of
from office.origin import same_origin_post
from office.stages import Refused
from shop.order import consenting

from . import copying, proving, requesting
from .forms import AskForm, CodeForm, ContactForm
from .models import DataRequest
from .naming import NAMES, column, said

public = method_decorator([never_cache, same_origin_post], name="dispatch")


class Proven:
    """For who is signed in or has proven a number or address by code; others are asked to."""

    def dispatch(self, request, *args, **kwargs):
        self.person = proving.person_in(request)
        if not self.person:
            messages.info(request, _("Sign in, or prove your number or address with a code first."))
            return redirect("personal_data:index")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, noindex=True, **kwargs)


def refuse(form, refused):
    form.add_error(refused.field if refused.field in form.fields else None, refused.message)


@public
class RightsPage(FormView):
    """The rights and their times; from here one proves who one is."""

    form_class = ContactForm
    template_name = "personal_data/public/index.html"

    def get_context_data(self, **kwargs):
        person = proving.person_in(self.request)
        times = {
            code.removeprefix(requesting.PREFIX): row
            for code, row in clocks.in_force(timezone.localdate(), prefix=requesting.PREFIX).items()
        }
        asked = requesting.requests_of(person).order_by("-made_at")[:10] if person else []
        return super().get_context_data(person=person, times=times, requests=asked, **kwargs)

    def form_valid(self, form):
        data = form.cleaned_data
        try:
            proving.send_code(
                self.request.session,
                phone=data["phone"],
                email=data["email"],
                address=address_of(self.request),
            )
        except Refused as refused:
            refuse(form, refused)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return redirect("personal_data:code")


@public
class CodePage(FormView):
    form_class = CodeForm
    template_name = "personal_data/public/code.html"

    def dispatch(self, request, *args, **kwargs):
        if proving.ASKED not in request.session:
            return redirect("personal_data:index")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        asked = self.request.session.get(proving.ASKED, {})
        contact = asked.get("phone") or asked.get("email", "")
        return super().get_context_data(contact=contact, noindex=True, **kwargs)

    def form_valid(self, form):
        try:
            proving.check_code(self.request.session, form.cleaned_data["code"])
        except Refused as refused:
            refuse(form, refused)
            return self.form_invalid(form)
        return redirect("personal_data:index")


@public
class Leave(View):
    def post(self, request):
        proving.leave(request.session)
        messages.success(request, _("You are signed off here."))
        return redirect("personal_data:index")


@public
class MyData(Proven, TemplateView):
    """`…/xem/`: everything, part by part."""

    template_name = "personal_data/public/data.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(parts=readable(self.person), **kwargs)


def readable(person):
    """[(name of the part, [[(name of the fact, value)]])] of everything about `person`."""
    parts = copying.document(person)["parts"]
    return [
        (
            NAMES.get(name, name),
            [[(column(key), said(key, value)) for key, value in row.items() if value] for row in rows],
        )
        for name, rows in parts.items()
    ]


@public
class MyCopy(Proven, View):
    """`…/ban-sao/`: the same as a file to keep and to give to others."""

    http_method_names = ["post"]

    def post(self, request):
        response = HttpResponse(copying.archive(self.person), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="du-lieu-ca-nhan-{timezone.localdate()}.zip"'
        requesting.note_done(
            self.person, DataRequest.Kind.COPY, outcome=_("The copy was handed out at once.")
        )
        return response


@public
class MyConsents(Proven, TemplateView):
    """`…/dong-y/`: each consent with its words, and a button to take it back."""

    template_name = "personal_data/public/consents.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            consents=consenting.consents_of(self.person), takes_news=consenting.takes_news(self.person),
            news=consenting.MARKETING, **kwargs,
        )  # fmt: skip


@public
class WithdrawConsent(Proven, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        consent = get_object_or_404(consenting.consents_of(self.person), pk=pk)
        try:
            consenting.withdraw(consent, by=self.person)
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            if consent.withdrawn_at is None:
                outcome = _("The consent was taken back at once.")
                requesting.note_done(self.person, DataRequest.Kind.WITHDRAW, outcome=outcome)
            messages.success(request, _("Taken back. It holds from now on."))
        return redirect("personal_data:consents")


@public
class TakeNews(Proven, View):
    """Consent to news and offers, for an account."""

    http_method_names = ["post"]

    def post(self, request):
        if not request.user.is_authenticated:
            raise Http404
        consenting.take_news(by=request.user)
        messages.success(request, _("Thank you. You can take this back here at any time."))
        return redirect("personal_data:consents")


@public
class Ask(Proven, FormView):
    """`…/yeu-cau/`: to correct, restrict, object, erase."""

    form_class = AskForm
    template_name = "personal_data/public/ask.html"

    def get_initial(self):
        return {"kind": self.request.GET.get("viec", "")}

    def form_valid(self, form):
        data = form.cleaned_data
        user = self.request.user if self.request.user.is_authenticated else None
        try:
            made = requesting.ask(self.person, data["kind"], details=data["details"], by=user)
        except Refused as refused:
            refuse(form, refused)
            return self.form_invalid(form)
        return redirect(made.get_absolute_url())


@public
class RequestPage(TemplateView):
    """`…/yeu-cau/<number>/`: where it stands, for whoever has this address or made it."""

    template_name = "personal_data/public/request.html"

    def get_context_data(self, **kwargs):
        asked = get_object_or_404(DataRequest, number=self.kwargs["number"])
        owner = self.request.user.is_authenticated and asked.user_id == self.request.user.pk
        if not (owner or asked.is_signed_by(self.request.GET.get("k", ""))):
            raise Http404
        return super().get_context_data(asked=asked, noindex=True, **kwargs)
