"""The desk of goods: a maker's products, what the shop reads before it is shown, price, stock, pictures."""

from decimal import Decimal

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue import listing, publishing
from catalogue.cards import with_left
from catalogue.forms import FactsForm, NewForm, OfferForm, PictureForm, SendBackForm, SizeForm
from catalogue.models import Product
from catalogue.producers import joining
from catalogue.producers.models import Partner
from office.acts import ActView
from office.stages import Refused

PER_PAGE = 30


def makers_for(user):
    """The producers for whom this person may list goods."""
    if publishing.may_publish(user):
        return Partner.objects.order_by("name")
    return Partner.objects.filter(users=user).order_by("name")


def may_open_desk(user):
    """Who works on goods at all: the shop, the office, and makers."""
    return publishing.may_publish(user) or joining.acts_for_somebody(user)


@method_decorator(never_cache, name="dispatch")
class GoodsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/san-pham/`: products with their stage, by words and stage."""

    template_name = "catalogue/producer/goods.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open_desk(user):
            raise PermissionDenied
        text = self.request.GET.get("q", "").replace("\x00", "")[:120]
        stage = self.request.GET.get("trang-thai", "")
        rows = publishing.goods_for(user, text=text, stage=stage)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, text=text, stage=stage, stages=Product.Stage.choices, noindex=True, **kwargs
        )


def plain(number):
    """A decimal as people write it: 5, not 5.00."""
    return f"{number.normalize():f}"


@method_decorator(never_cache, name="dispatch")
class NewProduct(LoginRequiredMixin, FormView):
    """`/ban-lam-viec/san-pham/moi/`: a draft; pictures come next."""

    form_class = NewForm
    template_name = "desk/act.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not may_open_desk(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        user = self.request.user
        return super().get_form_kwargs() | {
            "makers": makers_for(user),
            "reader": publishing.may_publish(user),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("A new product"),
            explained=_("Saved as a draft: nobody sees it until the shop has read it."),
            button=_("Save and add pictures"),
            back=reverse("goods_desk:index"),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        facts = dict(form.cleaned_data)
        try:
            product = listing.put_on_sale(
                facts.pop("producer"), by=self.request.user, is_public=False, **facts
            )
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        return redirect("goods_desk:pictures", pk=product.pk)


@method_decorator(never_cache, name="dispatch")
class OnGoods(ActView):
    """An act on one product, by its maker, the shop or the office."""

    queryset = Product.objects.filter(structure__in=(Product.STANDALONE, Product.PARENT)).select_related(
        "producer", "group"
    )
    template_name = "desk/act.html"
    heading = explained = button = ""

    def rule(self, user, thing):
        return listing.may_list(user, thing.producer)

    def next_url(self, thing):
        return reverse("goods_desk:edit", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "heading": self.heading,
                "explained": self.explained,
                "button": self.button,
                "subject": self.thing.title,
                "back": reverse("goods_desk:edit", args=[self.thing.pk]),
                "noindex": True,
            }
            | kwargs
        )


class Revise(OnGoods):
    """`/ban-lam-viec/san-pham/<pk>/`: everything about one product, and what can be done with it next."""

    form_class = FactsForm
    template_name = "catalogue/producer/product.html"
    done = _("Saved.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"reader": publishing.may_publish(self.request.user)}

    def get_initial(self):
        facts = {name: getattr(self.thing, name) for name in FactsForm.base_fields}
        return {name: plain(value) if isinstance(value, Decimal) else value for name, value in facts.items()}

    def act(self, thing, *, by, **fields):
        return listing.revise(thing, by=by, **fields)

    def get_context_data(self, **kwargs):
        thing, user = self.thing, self.request.user
        reads = publishing.may_publish(user)
        sizes = thing.children.all() if thing.is_parent else Product.objects.filter(pk=thing.pk)
        return super().get_context_data(
            sizes=with_left(sizes).order_by("pk"),
            reads=reads,
            may_submit=not reads and thing.may_become(Product.Stage.WAITING),
            may_publish=reads and thing.may_become(Product.Stage.PUBLIC),
            may_send_back=reads and thing.may_become(Product.Stage.DRAFT),
            may_take_off=thing.may_become(Product.Stage.OFF),
            said=thing.moves().exclude(reason="").last() if thing.stage == Product.Stage.DRAFT else None,
            **kwargs,
        )


class PriceAndStock(OnGoods):
    """`…/<pk>/gia/` of a product or one of its sizes: the price and how many there are."""

    queryset = Product.objects.exclude(structure=Product.PARENT).select_related("producer", "parent")
    form_class = OfferForm
    heading = _("Price and stock")
    explained = _("Shown at once; orders already placed keep their price.")
    button = _("Save")
    done = _("Saved.")

    def get_initial(self):
        record = self.thing.stockrecords.filter(place=None).first()
        stock = (record.num_in_stock or 0) if record else 0
        return {"price": self.thing.price, "stock": stock, "seen": stock}

    def act(self, thing, *, by, **fields):
        return listing.offer(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("goods_desk:edit", args=[thing.parent_id or thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            subject=f"{self.thing.get_title()} · {self.thing.pack}".strip(" ·"),
            back=self.next_url(self.thing),
            **kwargs,
        )


class AddSize(OnGoods):
    form_class = SizeForm
    heading = _("One more size")
    explained = _("What the product is until now becomes its first size.")
    button = _("Add the size")
    done = _("The size is there.")

    def get_initial(self):
        return {"net_unit": self.thing.net_unit}

    def act(self, thing, *, by, **fields):
        return listing.add_size(thing, by=by, **fields)


class Pictures(OnGoods):
    """`…/<pk>/anh/`: the pictures in their order, and one more."""

    form_class = PictureForm
    template_name = "catalogue/producer/pictures.html"
    done = _("The picture is there.")

    def act(self, thing, *, by, picture, alt):
        return listing.add_picture(thing, picture, alt=alt, by=by)

    def next_url(self, thing):
        return reverse("goods_desk:pictures", args=[thing.pk])

    def get_context_data(self, **kwargs):
        shown = [row.picture for row in self.thing.pictures.select_related("picture")]
        sets = [self.thing.picture_set, *self.thing.picture_set.get("more", [])]
        return super().get_context_data(pictures=list(zip(shown, sets, strict=False)), **kwargs)


class Plain(OnGoods):
    """An act without a form of its own: a button on the product's page."""

    form_class = forms.Form
    http_method_names = ["post"]
    template_name = "catalogue/producer/refused.html"


class OnPicture(Plain):
    def next_url(self, thing):
        return reverse("goods_desk:pictures", args=[thing.pk])

    @property
    def picture(self):
        row = self.thing.pictures.select_related("picture").filter(picture=self.kwargs["picture_pk"]).first()
        if row is None:
            raise Http404
        return row.picture


class RemovePicture(OnPicture):
    def act(self, thing, *, by):
        return listing.remove_picture(thing, self.picture, by=by)


class LeadWithPicture(OnPicture):
    def act(self, thing, *, by):
        return listing.lead_with(thing, self.picture, by=by)


class Submit(Plain):
    done = _("Sent. The shop reads it and you are told.")

    def act(self, thing, *, by):
        return publishing.submit(thing, by=by)


class Publish(Plain):
    done = _("It is shown in the shop.")

    def rule(self, user, thing):
        return publishing.may_publish(user)

    def act(self, thing, *, by):
        return publishing.publish(thing, by=by)


class TakeOff(Plain):
    done = _("It is taken off. Certificates and orders keep it.")

    def act(self, thing, *, by):
        return publishing.take_off(thing, by=by)


class SendBack(OnGoods):
    form_class = SendBackForm
    heading = _("Send back to the maker")
    explained = _("The maker reads this sentence on the desk and on the product.")
    button = _("Send back")
    done = _("Sent back with your words.")

    def rule(self, user, thing):
        return publishing.may_publish(user)

    def act(self, thing, *, by, reason):
        return publishing.send_back(thing, reason=reason, by=by)
