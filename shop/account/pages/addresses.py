"""`/tai-khoan/dia-chi/…`: the address book."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from office.accounts.pages import AccountPage
from office.stages import Refused
from shop.account import addressing
from shop.account.forms import AddressForm, fresh_address, initial_of


class AddressesPage(AccountPage, TemplateView):
    template_name = "account/addresses.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(addresses=addressing.addresses_of(self.request.user), **kwargs)


class AddressPage(AccountPage, FormView):
    """`…/them/` without a key, `…/<pk>/` with one; somebody else's is not found."""

    template_name = "account/address.html"
    form_class = AddressForm

    @cached_property
    def thing(self):
        pk = self.kwargs.get("pk")
        return get_object_or_404(addressing.addresses_of(self.request.user), pk=pk) if pk else None

    def get_initial(self):
        if self.thing is None:
            return fresh_address(self.request.user)
        return initial_of(self.thing) | {"is_default": self.thing.is_default}

    def get_context_data(self, **kwargs):
        return super().get_context_data(thing=self.thing, **kwargs)

    def form_valid(self, form):
        try:
            if self.thing is None:
                addressing.keep(by=self.request.user, **form.facts())
            else:
                addressing.change(self.thing, by=self.request.user, **form.facts())
        except Refused as refused:
            form.add_error(None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, _("The address is kept."))
        return redirect("my:addresses")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


def _mine(request, pk):
    return get_object_or_404(addressing.addresses_of(request.user), pk=pk)


@require_POST
@login_required
def remove(request, pk):
    addressing.remove(_mine(request, pk), by=request.user)
    return redirect("my:addresses")


@require_POST
@login_required
def make_default(request, pk):
    addressing.make_default(_mine(request, pk), by=request.user)
    return redirect("my:addresses")
