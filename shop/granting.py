"""What the roles may do in Wagtail's admin and Oscar's dashboard, which ask for Django's permissions."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from office.roles import ROLES

SHOP_APPS = (
    "order",
    "catalogue",
    "partner",
    "reviews",
    "offer",
    "voucher",
    "basket",
    "shipping",
    "customer",
    "communication",
)
EDITOR_MODELS = ("synonym", "productgroup", "sitesettings")
PAGE_RIGHTS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
MEDIA_RIGHTS = (
    "add_image",  # Wagtail asks for these names of whatever the image model is called
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)


@transaction.atomic
def grant():
    """Make every role a group with its permissions; idempotent. Run after `migrate`."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ROLES}
    dashboard = Q(content_type__app_label__in=SHOP_APPS) & ~Q(codename__startswith="delete_")
    groups["administrator"].permissions.set(Permission.objects.all())
    groups["shop_manager"].permissions.set(Permission.objects.filter(dashboard))
    editor = groups["editor"]
    editor.permissions.set(
        Permission.objects.filter(Q(codename="access_admin") | Q(content_type__model__in=EDITOR_MODELS))
    )
    root = Page.objects.filter(depth=1).first()
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS):
        if root:
            GroupPagePermission.objects.get_or_create(group=editor, page=root, permission=right)
    library = Collection.get_first_root_node()
    for right in Permission.objects.filter(
        codename__in=MEDIA_RIGHTS, content_type__app_label__in=("wagtailimages", "wagtaildocs")
    ):
        if library:
            GroupCollectionPermission.objects.get_or_create(
                group=editor, collection=library, permission=right
            )
