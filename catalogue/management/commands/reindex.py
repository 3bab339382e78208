"""`manage.py reindex`: write the search index anew and swap it in, while the shop stays open."""

import time

from django.core.management.base import BaseCommand

from catalogue.search.indexing import rebuild


class Command(BaseCommand):
    help = "Rebuild the product search index into a new folder and swap it in."

    def handle(self, *args, **options):
        started = time.monotonic()
        count = rebuild()
        self.stdout.write(f"{count} products indexed in {time.monotonic() - started:.1f} s.")
