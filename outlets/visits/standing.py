"""Whether agreed visits still stand: their host may have closed, changed its hours or taken a free day since.

Asked of what is known now, so nothing has to be tidied; both sides hear of it once.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers.models import Partner
from office.notices import Notice
from office.outbox import handles, post
from office.stages import StageMove

from ..models import HoursChange, MarketYear, Outlet, ProducerVisiting, SpecialDays, Visit
from . import slots
from .telling import tell_host, tell_operator

KIND = "visits-stand"


def why_not(visit):
    """Why the host cannot receive this agreed visit any more, as a sentence; "" when it can, and once it is over."""
    if visit.stage != Visit.Stage.CONFIRMED or visit.begins_at <= timezone.now():
        return ""
    return slots.why_shut(visit.host, visit.day, visit.starts, visit.minutes)


def watch():
    """Listen for what hosts change. Called in the app's `ready`."""
    for model in (HoursChange, MarketYear, SpecialDays):
        for signal in (post_save, post_delete):
            signal.connect(_outlet_changed, model, dispatch_uid=f"visits-stand.{model.__name__}")
    post_save.connect(_stage_changed, StageMove, dispatch_uid="visits-stand.stage")
    post_save.connect(_conditions_changed, ProducerVisiting, dispatch_uid="visits-stand.conditions")
    post_save.connect(_producer_saved, Partner, dispatch_uid="visits-stand.producer")


def _ahead():
    """The agreed visits whose day has not passed."""
    return Visit.objects.filter(stage=Visit.Stage.CONFIRMED, day__gte=timezone.localdate())


def _outlet_changed(sender, instance, **kwargs):
    if not kwargs.get("raw"):
        _look_again({} if instance.outlet_id is None else {"outlet": instance.outlet_id})


def _stage_changed(sender, instance, raw, **kwargs):
    if not raw and instance.content_type_id == ContentType.objects.get_for_model(Outlet).pk:
        _look_again({"outlet": instance.object_id})


def _conditions_changed(sender, instance, raw, **kwargs):
    if not raw:
        _look_again({"producer": instance.producer_id})


def _producer_saved(sender, instance, raw, **kwargs):
    if not raw and instance.is_suspended:
        _look_again({"producer": instance.pk})


def _look_again(host):
    """After the commit, when all of a change is there; of all outlets without a `host`."""
    if _ahead().filter(**host).exists():
        post(KIND, host, key=str(host))


@handles(KIND)
def _tell_once(hosts):
    for host in hosts:
        for visit in _ahead().filter(**host).for_pages():
            with override(settings.LANGUAGE_CODE):
                why = why_not(visit)
                said = _("The agreed visit %(visit)s cannot be any more: %(why)s") % {
                    "visit": visit,
                    "why": why,
                }
            if why and not Notice.objects.filter(about=f"visit:{visit.pk}", sentence=said).exists():
                for tell in (tell_host, tell_operator):
                    tell(visit, lambda said=said: said)
