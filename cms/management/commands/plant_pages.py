"""`manage.py plant_pages`: the home page, the rules and the help pages of a new site. Idempotent."""

from django.core.management.base import BaseCommand

from cms.planting import plant_pages


class Command(BaseCommand):
    help = "Make the first pages in Vietnamese and English; what editors have made, changed or thrown away stays so."

    def handle(self, *args, **options):
        home = plant_pages()
        self.stdout.write(f"Home page {home.title!r}; {home.get_descendant_count()} pages below it.")
