"""The desk of delivery for makers: how their goods are packed, and where they bring them themselves."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.listing import may_list
from catalogue.models import LegalClass, Product
from catalogue.producers.models import Partner
from office.acts import ActView

from . import packing, rating, zoning
from .desk import may_open
from .forms import BringForm, PackingForm
from .models import OwnDelivery
from .weighing import in_words, weight_of

PER_PAGE = 30


def goods_of(user):
    """What this person's makers send (all for the shop manager), sizes one by one, with what is said of them."""
    rows = Product.objects.exclude(structure=Product.PARENT).exclude(legal_class=LegalClass.SERVICE)
    rows = rows.select_related("parent", "producer", "handling")
    if not rating.may_set_rates(user):
        rows = rows.filter(producer__in=Partner.objects.filter(users=user))
    return rows.order_by("producer__name", "parent__title", "title", "pk")


@method_decorator(never_cache, name="dispatch")
class PackingPage(LoginRequiredMixin, TemplateView):
    """`…/dong-goi/`: how heavy everything is and how long it keeps."""

    template_name = "desk/delivery/packing.html"

    def get_context_data(self, **kwargs):
        if not may_open(self.request.user):
            raise PermissionDenied
        page = Paginator(goods_of(self.request.user), PER_PAGE).get_page(self.request.GET.get("trang"))
        for product in page:
            product.said = getattr(product, "handling", None)
            product.weight_text = in_words(weight_of(product))
        return super().get_context_data(page=page, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class Pack(ActView):
    """`…/dong-goi/<pk>/`: of one product or one of its sizes."""

    queryset = Product.objects.select_related("producer", "parent", "handling")
    form_class = PackingForm
    template_name = "desk/delivery/act.html"
    done = _("Saved.")

    def rule(self, user, thing):
        return may_list(user, thing.producer)

    def get_initial(self):
        said = getattr(self.thing, "handling", None)
        return {name: getattr(said, name) for name in PackingForm.base_fields} if said else {}

    def act(self, thing, *, by, **fields):
        return packing.say_how_packed(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("delivery_desk:packing")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Packing and weight"),
            explained=_("Delivery is priced by it; buyers are told when fresh goods cannot reach them."),
            subject=self.thing.get_title(),
            button=_("Save"),
            back=self.next_url(self.thing),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class Bring(ActView):
    """`…/tu-giao/<producer pk>/`: where a maker delivers itself."""

    queryset = Partner.objects.all()
    form_class = BringForm
    template_name = "desk/delivery/act.html"
    done = _("Saved.")

    def rule(self, user, thing):
        return may_list(user, thing)

    def get_initial(self):
        own = OwnDelivery.objects.filter(producer=self.thing).first()
        if own is None:
            return {"weekdays": [0, 1, 2, 3, 4, 5]}
        facts = {name: getattr(own, name) for name in ("is_active", "fee", "free_from", "weekdays")}
        return facts | {"areas": list(own.areas.all()), "communes": zoning.in_lines(own.communes)}

    def act(self, thing, *, by, communes, **fields):
        return packing.bring(
            thing, by=by, communes=zoning.read_communes(communes, field="communes"), **fields
        )

    def next_url(self, thing):
        return reverse("delivery_desk:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("We deliver ourselves"),
            explained=_("Buyers there may choose it beside the courier. You promise the next of your days."),
            subject=self.thing.name,
            button=_("Save"),
            back=self.next_url(self.thing),
            noindex=True,
            **kwargs,
        )
