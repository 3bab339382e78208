"""`manage.py seed`: a living demo, made through the acts; the same every time; run again it changes nothing.

`--products N` adds generated products up to N in all, written in bulk: a catalogue of national size.
"""

import time
from contextlib import nullcontext

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from catalogue.grouping import load_groups, sync_categories
from catalogue.models import Product
from catalogue.producers.models import Commune, Partner
from catalogue.producers.places import load_places
from catalogue.search.indexing import rebuild
from shop.granting import grant
from shop.management.demo import (
    after_order,
    buyers,
    complaints,
    consignments,
    crowd,
    data_requests,
    delivery,
    illustrating,
    orders,
    outlet_hours,
    outlet_office,
    outlets,
    pick_ups,
    planting,
    settling,
    stock,
    tours,
    visits,
)
from shop.management.demo.painting import Painters

PASSWORD = "ocop-demo"  # noqa: S105  (of the demo only: the command refuses elsewhere)


class Command(BaseCommand):
    help = "Fill the demo: accounts, pages, producers, products with their certificates, reviews."

    def add_arguments(self, parser):
        parser.add_argument(
            "--products", type=int, default=0, help="generate products up to this number in all"
        )
        parser.add_argument("--no-pictures", action="store_true", help="leave the pictures out (benchmarks)")

    def handle(self, *args, products, no_pictures, **options):
        if not settings.DEMO:
            raise CommandError("The demo's accounts have a known password: seed runs in development only.")
        started = time.monotonic()
        with Painters() if not no_pictures else nullcontext() as painters, transaction.atomic():
            people = self.plant(timezone.localdate(), painters, products)
            self.say("Search index")
            rebuild()  # before the commit, whose own jobs would find no index
        count = Product.objects.on_sale_list().count()
        self.stdout.write(f"{count} products in {time.monotonic() - started:.0f} s.\n\n")
        self.table(people)

    def plant(self, today, painters, products):
        self.say("Places and product groups")
        if not Commune.objects.exists():
            load_places()
        load_groups()
        self.say("Accounts")
        grant()
        people = planting.accounts(PASSWORD)
        office = people["quantri"]
        self.say("Producers")
        planting.synonyms()
        planting.producers(people, by=office)
        if painters:
            outlets.begin(painters)
            illustrating.begin(painters)
        self.say("Products and their certificates")
        planting.products(today, by=office)
        planting.sizes(today, by=office)
        stock.plant(today, by=office)
        self.say("Reviews and pages")
        planting.reviews(by=office)
        planting.pages(pictures=bool(painters))
        self.plant_orders(people, office)
        self.plant_outlets(people, today, painters)
        if painters:
            self.say("Pictures")
            illustrating.illustrate(painters)
        if products:
            self.say(f"Products up to {products}")
            crowd.fill(products, today)
        sync_categories()
        return people

    def plant_orders(self, people, office):
        self.say("Delivery and orders")
        makers = Partner.objects.filter(users__in=[people["htx"], people["ho"]])
        delivery.plant(makers, by=office)
        settling.rates()
        orders.plant(makers, by=office)
        buyers.plant(people["khach"], by=office)
        after_order.plant(people, by=office)
        self.say("Statements and payouts")
        settling.plant(makers, people=people, by=office)
        self.say("Complaints and personal-data requests")
        complaints.plant(people)
        data_requests.plant(people)

    def plant_outlets(self, people, today, painters):
        self.say("Points of sale")
        outlets.plant(people, today=today, by=people["quantri"], painters=painters)
        consignments.plant(people, today=today, by=people["quantri"])
        outlet_office.plant(people, today=today, by=people["soct"])
        outlet_hours.plant(by=people["soct"])
        self.say("Tours")
        tours.plant(people, by=people["quantri"], pictures=bool(painters))
        visits.plant(people)
        self.say("Orders to fetch")
        pick_ups.plant(people, by=people["quantri"])

    def say(self, text):
        self.stdout.write(f"· {text}")

    def table(self, people):
        self.stdout.write(f"{'Account':<32} {'Role':<20} Password")
        for user in people.values():
            roles = ", ".join(user.groups.values_list("name", flat=True))
            self.stdout.write(f"{user.email:<32} {roles:<20} {PASSWORD}")
