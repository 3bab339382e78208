"""Notes of goods in commission: written line by line, read, confirmed, reversed, printed."""

from uuid import uuid4

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from catalogue.models import Product
from office.acts import ActView

from ..models import Note, ShelfItem
from ..rules import keeps, may_read_consignment, supplies
from ..stock import books, note_papers, stocking
from ..stock.forms import CountForm, NoteForm, PaymentForm, ReasonForm
from ..visits import selling
from ..visits.forms import SaleToGroupForm
from .consignments import sides
from .terms import OnConsignment

NOTES = Note.objects.select_related(
    "consignment__outlet", "consignment__producer", "consignment__place", "by", "reverses", "reversed_by"
)


def goods_of(producer):
    """What a producer may send: shown products without sizes, and sizes of shown ones, that have a price."""
    shown = Q(structure=Product.STANDALONE, is_public=True) | Q(
        structure=Product.CHILD, parent__is_public=True
    )
    goods = Product.objects.filter(shown, producer=producer, stockrecords__place=None, price__gt=0)
    return goods.select_related("parent").order_by("title", "parent__title", "pk").distinct()


class OnNoteLines(OnConsignment):
    """A note with a line of fields for each product."""

    template_name = "outlets/keeper/note_form.html"
    form_class: type[forms.Form] = NoteForm

    def rule(self, user, thing):
        return keeps(user, thing.outlet)

    def next_url(self, thing):
        return self.made.get_absolute_url()

    def rows(self):
        """[(product, pieces there, price)] of what lies there, at the price on the shelf."""
        there = {product: pieces for product, pieces in stocking.lying_at(self.thing).items() if pieces}
        prices = dict(
            ShelfItem.objects.filter(outlet=self.thing.outlet, price__gt=0).values_list("product_id", "price")
        )
        return [
            (product, pieces, product.price if product.is_child else prices.get(product.pk, product.price))
            for product, pieces in there.items()
        ]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"rows": self.rows()}


class Deliver(OnNoteLines):
    """`…/hang-gui/<pk>/nhap/`: goods in, by either side."""

    heading = _("Goods in")
    button = _("Write the note")
    done = _("The note is written. The other side has been told.")

    def rule(self, user, thing):
        return keeps(user, thing.outlet) or supplies(user, thing.producer)

    def rows(self):
        there = stocking.lying_at(self.thing)
        return [(each, there.get(each, 0), each.price) for each in goods_of(self.thing.producer)]

    def get_context_data(self, **kwargs):
        explained = (
            _("What came from the producer, counted by you. The producer is told and confirms.")
            if keeps(self.request.user, self.thing.outlet)
            else _(
                "What you send. It lies there once the keeper has confirmed. If it comes from your own store, "
                "take it off the number there."
            )
        )
        return super().get_context_data(explained=explained, **kwargs)

    def act(self, thing, *, by, **facts):
        return stocking.deliver(thing, by=by, **facts)


class Sell(OnNoteLines):
    """`…/hang-gui/<pk>/ban/`: sold at the counter."""

    form_class = SaleToGroupForm
    heading = _("Sold at the counter")
    explained = _("Fill in what was sold; leave the rest empty.")
    button = _("Write the sale")
    done = _("The sale is written.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"groups": selling.groups_here(self.thing.outlet)}

    def act(self, thing, *, by, **facts):
        return selling.sell(thing, by=by, **facts)


class GiveBack(OnNoteLines):
    """`…/hang-gui/<pk>/tra/`: goods back to the producer."""

    heading = _("Back to the producer")
    button = _("Write the note")
    done = _("The note is written. The other side has been told.")

    def act(self, thing, *, by, **facts):
        return stocking.give_back(thing, by=by, **facts)


class Count(OnNoteLines):
    """`…/hang-gui/<pk>/kiem/`: count what lies there."""

    form_class = CountForm
    heading = _("Count")
    explained = _("Count each product. Where it differs, say why. A count moves no money.")
    button = _("Write the count")
    done = _("The count is written. The producer has been told.")

    def rows(self):
        return [(product, pieces, None) for product, pieces in stocking.lying_at(self.thing).items()]

    def act(self, thing, *, by, **facts):
        return stocking.count(thing, by=by, **facts)


class Pay(OnConsignment):
    """`…/hang-gui/<pk>/tra-tien/`: the outlet paid the producer."""

    form_class = PaymentForm
    heading = _("Payment to the producer")
    button = _("Write the payment")
    done = _("The payment is written. The producer has been told and confirms.")

    def rule(self, user, thing):
        return keeps(user, thing.outlet)

    def get_initial(self):
        owed = books.debt_of(self.thing)
        return {"amount": owed if owed > 0 else None, "day": timezone.localdate(), "key": uuid4().hex}

    def act(self, thing, *, by, **facts):
        return stocking.pay(thing, facts.pop("amount"), by=by, **facts)

    def next_url(self, thing):
        return self.made.get_absolute_url()


@method_decorator(never_cache, name="dispatch")
class NotePage(LoginRequiredMixin, TemplateView):
    """`…/phieu/<number>/`: one note, for both sides."""

    template_name = "outlets/keeper/note.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        note = get_object_or_404(NOTES, number=self.kwargs["number"])
        if not may_read_consignment(user, note.consignment):
            raise PermissionDenied
        context = sides(user, note.consignment)
        return super().get_context_data(
            **context,
            note=note,
            lines=note.lines.select_related("product__parent"),
            moves=note.moves().exclude(reason=""),
            credit=selling.credit_of(note),
            **may_do(note, context),
            noindex=True,
            **kwargs,
        )


def may_do(note, context):
    """What this person may do with the note next."""
    under_way = note.stage == Note.Stage.UNDER_WAY
    theirs = context["supplies"] and note.stage in {Note.Stage.WRITTEN, Note.Stage.DISPUTED}
    return {
        "may_confirm": (under_way and context["keeps"]) or theirs,
        "may_refuse": (under_way and (context["keeps"] or context["supplies"]))
        or (context["supplies"] and note.stage == Note.Stage.WRITTEN),
        "may_reverse": context["keeps"]
        and context["row"].runs
        and note.counts
        and note.kind != Note.Kind.ORDER
        and not note.reverses_id
        and not note.is_reversed,
    }


@method_decorator(never_cache, name="dispatch")
class NotePaper(LoginRequiredMixin, View):
    """`…/phieu/<number>.pdf`: the note on paper, to sign."""

    def get(self, request, number):
        note = get_object_or_404(NOTES, number=number)
        if not may_read_consignment(request.user, note.consignment):
            raise PermissionDenied
        response = HttpResponse(note_papers.note_pdf(note), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="phieu-{note.number}.pdf"'
        return response


@method_decorator(never_cache, name="dispatch")
class OnNote(ActView):
    """An act on one note."""

    queryset = NOTES
    lookup = "number"
    template_name = "outlets/keeper/consignment_act.html"
    form_class: type[forms.Form] = forms.Form
    heading = explained = button = ""

    def rule(self, user, thing):
        return keeps(user, thing.consignment.outlet) or supplies(user, thing.consignment.producer)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **sides(self.request.user, self.thing.consignment),
            note=self.thing,
            heading=self.heading,
            explained=self.explained,
            subject=f"{self.thing.number} · {self.thing.get_kind_display()}",
            button=self.button,
            back=self.thing.get_absolute_url(),
            noindex=True,
            **kwargs,
        )


class Confirm(OnNote):
    http_method_names = ["post"]
    heading = _("Confirm the note")
    done = _("Confirmed.")

    def act(self, thing, *, by):
        return stocking.confirm(thing, by=by)


class Refuse(OnNote):
    form_class = ReasonForm
    heading = _("This note is not right")
    explained = _("Say what is wrong; the other side is told and puts it right.")
    button = _("Send")
    done = _("Sent. The other side has been told.")

    def act(self, thing, *, by, reason):
        return stocking.refuse(thing, reason=reason, by=by)


class Reverse(OnNote):
    form_class = ReasonForm
    heading = _("Reverse the note")
    explained = _("A second note takes back what this one did. The first one stays readable.")
    button = _("Reverse it")
    done = _("Reversed. The producer has been told.")

    def rule(self, user, thing):
        return keeps(user, thing.consignment.outlet)

    def act(self, thing, *, by, reason):
        return selling.reverse(thing, reason=reason, by=by)

    def next_url(self, thing):
        return self.made.get_absolute_url()
