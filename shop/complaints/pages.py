"""`/phan-anh/`: make a complaint, find it again, follow it and take part in it, with or without an account."""

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import get_random_string
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from catalogue.models import Product
from catalogue.producers.models import Partner
from catalogue.rules import LegalClass, is_adult
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.stages import Refused

from . import answering
from .filing import file
from .forms import ComplaintForm, FindForm, MessageForm, ReasonForm, WhyForm
from .models import About, Complaint
from .timing import label_procedure, may_reopen_until, procedure


def refuse(form, refused):
    """Put the sentence of a `Refused` at its field."""
    form.add_error(refused.field if refused.field in form.fields else None, refused.message)


@method_decorator([never_cache, same_origin_post], name="dispatch")
class ComplainPage(FormView):
    """`/phan-anh/`: the procedure with its times, and the form. A link may say what it is about:
    `?san-pham=<pk>`, `?chu-the=<code>`, `?don=<number>`, `?ve=label`, `?tieu-de=<subject>`.
    """

    form_class = ComplaintForm
    template_name = "complaints/public/complain.html"

    def get_initial(self):
        start = {"key": get_random_string(32), "about": self._about()}
        user, asked = self.request.user, self.request.GET
        if user.is_authenticated:
            start |= {"name": user.get_full_name(), "phone": str(user.phone or ""), "email": user.email or ""}
        product, producer = self._linked()
        start |= {
            "order_number": asked.get("don", "")[:24],
            "subject": asked.get("tieu-de", "")[:160],
            "product": product.pk if product else None,
            "producer": producer.pk if producer else None,
        }
        return start

    def _about(self):
        asked = self.request.GET
        if asked.get("ve") in About.values:
            return asked["ve"]
        for key, about in (("san-pham", About.PRODUCT), ("chu-the", About.PRODUCER), ("don", About.PARCEL)):
            if asked.get(key):
                return about
        return None

    def _linked(self):
        """(product, producer) the link that led here is about."""
        if not hasattr(self, "_found"):
            sent = self.request.POST if self.request.method == "POST" else {}
            pk = str(sent.get("product") or self.request.GET.get("san-pham", ""))[:15]
            maker = str(sent.get("producer", ""))[:15]
            code = self.request.GET.get("chu-the", "")
            product = Product.objects.filter(pk=pk, is_public=True).first() if pk.isdecimal() else None
            producer = Partner.objects.filter(code=code).first() if code else None
            if producer is None and maker.isdecimal():
                producer = Partner.objects.filter(pk=maker).first()
            self._found = product, producer
        return self._found

    def get_context_data(self, **kwargs):
        product, producer = self._linked()
        steps = procedure()
        hidden = product and product.legal_class == LegalClass.ALCOHOL and not is_adult(self.request)
        return super().get_context_data(
            procedure=steps, bases=list(dict.fromkeys(clock.legal_basis for _who, _what, clock in steps)), label_clock=label_procedure(), about_product=product,
            product_name="" if hidden or not product else product.get_title(), about_producer=producer, **kwargs,
        )  # fmt: skip

    def form_valid(self, form):
        if too_often("complaint", address_of(self.request), times=10, seconds=3600):
            form.add_error(None, _("Too many complaints from here in an hour. Please go on a little later."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        by = self.request.user if self.request.user.is_authenticated else None
        try:
            complaint = file(form.matter(), key=form.cleaned_data["key"], by=by)
        except Refused as refused:
            refuse(form, refused)
            return self.form_invalid(form)
        return redirect(f"{complaint.get_absolute_url()}&moi")


@method_decorator([never_cache, same_origin_post], name="dispatch")
class FindPage(FormView):
    """`/phan-anh/tra-cuu/`: by number and phone; wrong ones look alike; a few tries, then a pause."""

    form_class = FindForm
    template_name = "complaints/public/find.html"

    def form_valid(self, form):
        data = form.cleaned_data
        tries = (
            ("find-complaint", address_of(self.request)),
            ("find-complaint-number", data["number"]),
            ("find-complaint-phone", data["phone"]),
        )
        if sum(too_often(what, whom, times=10, seconds=600) for what, whom in tries):
            form.add_error(None, _("Too many tries. Please wait ten minutes and try again."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        complaint = Complaint.objects.filter(number=data["number"], phone=data["phone"]).first()
        if complaint is None:
            form.add_error(
                None, _("No complaint has this number together with this phone. Please check both.")
            )
            return self.form_invalid(form)
        return redirect(complaint.get_absolute_url())


def complaint_for(request, number):
    """The complaint, for who made it: by the signature in the address or as its owner. Else 404."""
    found = Complaint.objects.select_related("product", "producer", "parcel__order")
    complaint = get_object_or_404(found, number=number)
    owner = request.user.is_authenticated and complaint.user_id == request.user.pk
    if not (complaint.is_signed_by(request.GET.get("k", "")) or owner):
        raise Http404
    return complaint


def story(complaint):
    """What was said and done, oldest first, each with its papers; 3 queries."""
    return complaint.entries.select_related("by").prefetch_related("evidence__paper")


@method_decorator([never_cache, same_origin_post], name="dispatch")
class CasePage(FormView):
    """`/phan-anh/<number>/`: where it stands, everything said, and a message."""

    form_class = MessageForm
    template_name = "complaints/public/case.html"
    done = gettext_lazy("Your message is sent.")
    moves = False

    def dispatch(self, request, *args, **kwargs):
        self.complaint = complaint_for(request, kwargs["number"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        complaint = self.complaint
        own = [each.paper for each in complaint.evidence.filter(entry=None).select_related("paper")]
        return super().get_context_data(
            complaint=complaint, entries=story(complaint), papers=own, fresh="moi" in self.request.GET,
            offer=answering.standing_offer(complaint), next_desk=answering.next_desk(complaint),
            may_reopen=answering.may_reopen(complaint), reopen_until=may_reopen_until(complaint),
            noindex=True, **kwargs,
        )  # fmt: skip

    def form_valid(self, form):
        if too_often("complaint-act", self.complaint.number, times=30, seconds=3600):
            form.add_error(None, _("Too many messages in an hour. Please go on a little later."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        try:
            self.act(self.complaint, by=self._who(), **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.complaint.get_absolute_url())

    def _who(self):
        """The account that made it; a guest, or somebody else with the link, is nobody in particular."""
        user = self.request.user
        return user if user.is_authenticated and user.pk == self.complaint.user_id else None

    def act(self, complaint, *, by, text, papers):
        return answering.say(complaint, text=text, papers=papers, by=by, as_complainant=True)


class Step(CasePage):
    """One act of who complains; its address takes a POST, and shows its form again when that is refused."""

    http_method_names = ["get", "post"]
    form_class = WhyForm
    template_name = "complaints/public/act.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=self.heading, button=self.heading, **kwargs)


class Accept(Step):
    form_class = forms.Form
    heading = gettext_lazy("Accept the answer")
    done = gettext_lazy("Thank you. The complaint is closed.")

    def act(self, complaint, *, by):
        return answering.accept(complaint, by=by)


class Escalate(Step):
    heading = gettext_lazy("Pass it on")
    done = gettext_lazy("The complaint is passed on.")

    def act(self, complaint, *, by, text):
        return answering.escalate(complaint, text=text, by=by)


class Withdraw(Step):
    heading = gettext_lazy("Withdraw the complaint")
    done = gettext_lazy("The complaint is withdrawn.")

    def act(self, complaint, *, by, text):
        return answering.withdraw(complaint, text=text, by=by)


class Reopen(Step):
    form_class = ReasonForm
    heading = gettext_lazy("Open it again")
    done = gettext_lazy("The complaint is open again.")

    def act(self, complaint, *, by, text):
        return answering.reopen(complaint, text=text, by=by)


@method_decorator(never_cache, name="dispatch")
class CasePaper(View):
    """`/phan-anh/<number>/giay-to/<id>/`: a paper of the matter, for who made it."""

    def get(self, request, number, pk):
        complaint = complaint_for(request, number)
        evidence = get_object_or_404(complaint.evidence.select_related("paper"), paper=pk)
        paper = evidence.paper
        response = FileResponse(paper.file.open("rb"), content_type=paper.content_type, filename=paper.name)
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
        return response
