"""`manage.py load_reference`: places and product groups, from the project's own tables. Idempotent."""

from django.core.management.base import BaseCommand

from catalogue.grouping import load_groups
from catalogue.producers.places import load_places


class Command(BaseCommand):
    help = "Load or refresh provinces, communes, former areas and product groups."

    def handle(self, *args, **options):
        communes, groups = load_places(), load_groups()
        self.stdout.write(f"{communes} communes, {groups} product groups.")
