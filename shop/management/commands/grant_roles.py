"""`manage.py grant_roles`: groups and permissions of the roles. Run after `migrate`; idempotent."""

from django.core.management.base import BaseCommand

from shop.granting import grant


class Command(BaseCommand):
    help = "Give each role its permissions in Wagtail's admin and Oscar's dashboard."

    def handle(self, *args, **options):
        grant()
