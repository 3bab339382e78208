"""What the catalogue puts on the desk: goods, makers, reviews."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import IdentityState
from office.roles import has_role
from office.todo import Task, Tray, register

from . import publishing, reviewing
from .models import Product
from .views import goods, makers, reviews


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(_("Products"), "goods_desk:index", goods.may_open_desk, goods_tasks))
    register(Tray(_("Producers"), "makers_desk:index", makers.may_open_desk, maker_tasks))
    register(Tray(_("Reviews"), "reviews_desk:index", reviews.may_open_desk, review_tasks))


def goods_tasks(user):
    """Products to read for the shop and the office; drafts to finish for a maker."""
    reads = publishing.may_publish(user)
    stage = Product.Stage.WAITING if reads else Product.Stage.DRAFT
    text = _("Products to read before they are shown") if reads else _("Drafts to finish and send")
    link = f"{reverse('goods_desk:index')}?trang-thai={stage.value}"
    return [Task(text, publishing.goods_for(user, stage=stage).count(), link)]


def maker_tasks(user):
    """Identities the office has to check."""
    if not has_role(user, "programme_office", "administrator"):
        return []
    waiting = makers.makers_for(user).filter(identity_state=IdentityState.UNCHECKED).count()
    link = f"{reverse('makers_desk:index')}?dinh-danh={IdentityState.UNCHECKED.value}"
    return [Task(_("Identities to check"), waiting, link)]


def review_tasks(user):
    """Reviews to read for moderators, to answer for makers."""
    unread, unanswered = reviews.waiting_for(user)
    link = reverse("reviews_desk:index")
    tasks = []
    if reviewing.may_moderate(user):
        tasks.append(Task(_("Reviews to read before they appear"), unread.count(), link))
    if acts_for_somebody(user):
        tasks.append(Task(_("Reviews without your reply"), unanswered.count(), link))
    return tasks
