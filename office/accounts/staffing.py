"""Oscar's dashboard asks for `is_staff`: it follows the roles, whichever form gave or took them."""

from django.db.models.signals import m2m_changed

from office.roles import DASHBOARD_ROLES

from .models import User


def watch():
    """Called when the app is ready."""
    m2m_changed.connect(_groups_changed, User.groups.through, dispatch_uid="staff-follows-roles")


def _groups_changed(sender, instance, action, reverse, pk_set, **kwargs):
    if action not in {"post_add", "post_remove", "post_clear"}:
        return
    people = User.objects.filter(pk__in=pk_set or ()) if reverse else User.objects.filter(pk=instance.pk)
    for person in people:
        staff = person.is_superuser or person.groups.filter(name__in=DASHBOARD_ROLES).exists()
        if person.is_staff != staff:
            User.objects.filter(pk=person.pk).update(is_staff=staff)
    if not reverse:
        instance.__dict__.pop("_roles", None)
        instance.refresh_from_db(fields=["is_staff"])
