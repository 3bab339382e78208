"""Whoever changes what hours stand on, by an act or in the admin: the spans are written anew with it."""

from django.db.models.signals import post_delete, post_save, pre_save

from office.calendar import Holiday

from ..models import MarketYear, Outlet, SpecialDays
from .ahead import fingerprint, rewrite_days, write_ahead


def connect():
    post_save.connect(outlet_saved, Outlet, dispatch_uid="outlets.hours")
    for model, first, last in ((SpecialDays, "first", "last"), (Holiday, "day", "day")):
        pre_save.connect(_keep_what_was(first, last), model, weak=False, dispatch_uid=f"outlets.was.{model}")
        changed = _days_changed(first, last)
        for signal in (post_save, post_delete):
            signal.connect(changed, model, weak=False, dispatch_uid=f"outlets.changed.{model}")
    for signal in (post_save, post_delete):
        signal.connect(market_year_changed, MarketYear, dispatch_uid="outlets.market")


def outlet_saved(instance, raw, **kwargs):
    if not raw and instance.spans_for != fingerprint(instance):
        write_ahead([instance])
        instance.refresh_from_db(fields=["spans_for", "spans_until"])


def market_year_changed(instance, origin=None, **kwargs):
    if not kwargs.get("raw") and not _goes_with_its_outlet(origin):
        write_ahead([instance.outlet])


def _keep_what_was(first, last):
    """Before a row is saved, remember the days and the outlet it was about."""

    def keep(sender, instance, raw, **kwargs):
        was = None if raw else sender.objects.filter(pk=instance.pk).first()
        instance.was_about = was and (_outlets(was), getattr(was, first), getattr(was, last))

    return keep


def _days_changed(first, last):
    """After it, or after it is deleted, write these days anew, and those it was about before."""

    def changed(sender, instance, origin=None, **kwargs):
        if kwargs.get("raw") or _goes_with_its_outlet(origin):
            return
        is_about = (_outlets(instance), getattr(instance, first), getattr(instance, last))
        for about in filter(None, {is_about, getattr(instance, "was_about", None)}):
            key, begins, ends = about
            rewrite_days(Outlet.objects.all() if key is None else Outlet.objects.filter(pk=key), begins, ends)

    return changed


def _outlets(row):
    """The key of the outlet a row is about, None for all."""
    return getattr(row, "outlet_id", None)


def _goes_with_its_outlet(origin):
    return origin is not None and getattr(origin, "model", type(origin)) is Outlet
