"""The keeper's shelf: seen today, put there, taken off; signs of stars that have ended."""

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from catalogue.cards import cards_of_ids
from catalogue.models import Product
from catalogue.money import DongField
from catalogue.search import Query, find
from office.acts import ActView

from ..models import ShelfItem
from ..rules import keeps
from ..stock import shelving
from .keeper import OnOutlet, OutletPage

State = ShelfItem.State
SHOWN = 20
STATES = [(State.SOLD, State.SOLD.label), (State.SHOWN, State.SHOWN.label)]


class PutForm(forms.Form):
    """A product of the catalogue (by its key) or other goods (by their name)."""

    product = forms.ModelChoiceField(
        queryset=Product.objects.on_sale_list(), required=False, widget=forms.HiddenInput
    )
    label = forms.CharField(
        label=_("Name of the goods"),
        max_length=120,
        required=False,
        help_text=_("Goods that are not in the catalogue never carry a star."),
    )
    state = forms.ChoiceField(label=_("For sale or shown"), choices=STATES)
    price = DongField(label=_("Price there (₫)"), required=False)


class ItemForm(forms.Form):
    state = forms.ChoiceField(label=_("For sale or shown"), choices=STATES)
    price = DongField(
        label=_("Price there (₫)"), required=False, help_text=_("Left out when it is only shown.")
    )


class ShelfPage(OutletPage):
    """`…/<pk>/ke/`: everything on the shelf; false signs first, then what was not seen today."""

    template_name = "outlets/keeper/shelf.html"
    tab = "shelf"

    def get_context_data(self, **kwargs):
        items = list(ShelfItem.objects.there().filter(outlet=self.outlet).for_pages())
        for item in items:
            item.red = shelving.why_red(item)
        items.sort(key=lambda item: (not item.red, item.seen_today))
        return super().get_context_data(
            items=items,
            red=sum(bool(item.red) for item in items),
            unseen=sum(not item.seen_today for item in items),
            **kwargs,
        )


class AddPage(OutletPage):
    """`…/<pk>/ke/them/?q=`: search the catalogue; one tap on a result puts it on the shelf."""

    template_name = "outlets/keeper/shelf_add.html"
    tab = "shelf"

    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated and not keeps(request.user, self.outlet):
            return self.handle_no_permission()
        return answer

    def get_context_data(self, **kwargs):
        text = " ".join(self.request.GET.get("q", "").replace("\x00", " ").split())[:80]
        cards, total = [], 0
        if text:
            query = Query(text=text, per_page=SHOWN, adult=True, on=timezone.localdate(), counted=False)
            result = find(query)
            cards, total = cards_of_ids(result.ids), result.total
        there = dict(
            ShelfItem.objects.there()
            .filter(outlet=self.outlet, product__in=[card.pk for card in cards])
            .values_list("product_id", "pk")
        )
        prices = dict(Product.objects.filter(pk__in=[card.pk for card in cards]).values_list("pk", "price"))
        found = [(card, there.get(card.pk), prices.get(card.pk)) for card in cards]
        return super().get_context_data(
            **{
                "text": text,
                "found": found,
                "total": total,
                "form": PutForm(),
                "heading": _("Add to the shelf"),
            }
            | kwargs
        )


class Put(OnOutlet):
    """`…/<pk>/ke/dat/`: the second tap, or the form for other goods."""

    form_class = PutForm
    http_method_names = ["post"]
    heading = _("Add to the shelf")
    button = _("Put on the shelf")
    tab = "shelf"
    done = _("It is on the shelf.")

    def act(self, thing, *, by, **fields):
        return shelving.put(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("keeping:shelf", args=[thing.pk])


class SeeAll(OnOutlet):
    """`…/<pk>/ke/thay-het/`: everything was seen today."""

    form_class = forms.Form
    http_method_names = ["post"]
    tab = "shelf"

    def act(self, thing, *, by):
        number = shelving.see_all(thing, by=by)
        self.done = ngettext(
            "%(n)d item noted as seen today.", "%(n)d items noted as seen today.", number
        ) % {"n": number}
        return number

    def next_url(self, thing):
        return reverse("keeping:shelf", args=[thing.pk])


@method_decorator(never_cache, name="dispatch")
class OnItem(ActView):
    """An act on one item of the shelf, by who keeps the outlet."""

    queryset = ShelfItem.objects.there().select_related("outlet", "product__producer")
    template_name = "outlets/keeper/act.html"
    form_class = forms.Form
    http_method_names = ["post"]
    heading = button = ""

    def rule(self, user, thing):
        if thing.outlet_id != self.kwargs["outlet_pk"]:
            raise Http404
        return keeps(user, thing.outlet)

    def next_url(self, thing):
        return reverse("keeping:shelf", args=[thing.outlet_id])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            outlet=self.thing.outlet,
            keeps=True,
            tab="shelf",
            heading=self.heading,
            subject=str(self.thing),
            button=self.button,
            back=self.next_url(self.thing),
            noindex=True,
            **kwargs,
        )


class See(OnItem):
    """`…/ke/<item>/thay/`: seen today, in one tap; back to its place in the list."""

    def act(self, thing, *, by):
        return shelving.see(thing, by=by)

    def next_url(self, thing):
        return f"{super().next_url(thing)}#hang-{thing.pk}"


class Revise(OnItem):
    """`…/ke/<item>/`: another price, for sale or only shown."""

    form_class = ItemForm
    http_method_names = ["get", "post"]
    heading = _("Price and state")
    button = _("Save")
    done = _("Saved.")

    def get_initial(self):
        return {"state": self.thing.state, "price": self.thing.price}

    def act(self, thing, *, by, **fields):
        return shelving.revise(thing, by=by, **fields)


class TakeOff(OnItem):
    """`…/ke/<item>/bo/`: it is not there any more."""

    done = _("Taken off the list.")

    def act(self, thing, *, by):
        return shelving.take_off(thing, by=by)


class TakeSignOff(OnItem):
    """`…/ke/<item>/go-bien/`: the sign of a star that has ended is off the shelf."""

    done = _("Noted: the star sign is off the shelf.")

    def act(self, thing, *, by):
        return shelving.take_sign_off(thing, by=by)
