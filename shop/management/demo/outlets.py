"""Places of sale of the demo: registered, opened, stopped, kept and verified by the Department's acts."""

from datetime import timedelta
from decimal import Decimal

from catalogue.models import Product
from catalogue.producers.models import Commune, Partner
from office.accounts.models import User
from outlets.hours import osm, scheduling
from outlets.models import Outlet
from outlets.network import registering, verifying
from outlets.stock import shelving

from . import drawings
from .outlet_rows import PLACES, PLANNED, SEASONAL

KEPT_BY_ACCOUNT = {"showroom-ocop-cua-lo": "cualo"}
KEEPERS = ("Lê Thị Sen", "Trần Văn Rào", "Ngô Thị Gạo", "Phạm Thị Hồng", "Đậu Văn Châu", "Tống Thị Suối")
ON_SHELF = 6  # goods of each area


def begin(painters):
    """Let the painters start on the shop fronts `plant` will ask for."""
    there = set(Outlet.objects.exclude(picture=None).values_list("slug", flat=True))
    painters.begin(_front(place) for place in PLACES if place.slug not in there)


def plant(people, *, today, by, painters=None):
    """The 24 outlets with their keepers, goods and, given painters, pictures, each once."""
    for number, place in enumerate(PLACES, 1):
        if not Outlet.objects.filter(slug=place.slug).exists():
            outlet = _register(place, number, by)
            _keep(outlet, place, people, by)
            _set_hours(outlet, place, by)
            _live(outlet, place, today, by)
            _fill_shelf(outlet, place, today, by)
            if painters:
                registering.show_picture(outlet, painters.picture(_front(place)), by=by, illustration=True)


def _front(place):
    return drawings.shopfront(place.kind, palette=place.shelf[0] if place.shelf else "ky-anh")


def _register(place, number, by):
    latitude, longitude = place.point
    return registering.register(
        slug=place.slug,
        name=place.name,
        kind=place.kind,
        commune=Commune.objects.get(pk=place.commune),
        street=place.street,
        old_address=place.old_address,
        latitude=Decimal(latitude),
        longitude=Decimal(longitude),
        operator=place.operator,
        producer=Partner.objects.filter(code=place.producer).first(),
        hours=place.hours,
        about=place.about,
        phone=f"+84950003{number:03d}",
        on=place.since,
        by=by,
        **place.extra,
    )


def _set_hours(outlet, place, by):
    """Market days by the moon."""
    if place.lunar:
        scheduling.set_hours(outlet, by=by, week=osm.read(place.hours), lunar_days=place.lunar)


def _keep(outlet, place, people, by):
    if place.stopped or place.stage == PLANNED:
        return
    account = people.get(KEPT_BY_ACCOUNT.get(place.slug))
    if account is None:
        email = f"giu-{place.slug}@demo.ocop.example"
        name = KEEPERS[outlet.pk % len(KEEPERS)]
        account = User.objects.filter(email=email).first() or User.objects.create_user(email, first_name=name)
    registering.appoint(outlet, account, by=by, since=place.since)


def _live(outlet, place, today, by):
    if place.stage == PLANNED:
        return
    begin = registering.make_seasonal if place.stage == SEASONAL else registering.open_up
    begin(outlet, by=by, on=place.since)
    if place.verified is not None:
        keeping = outlet.keepings.first()
        verifying.verify(
            outlet, by=keeping.user if keeping else by, on=today - timedelta(days=place.verified)
        )
    if place.stopped:
        stage, day, reason = place.stopped
        stop = registering.suspend if stage == Outlet.Stage.SUSPENDED else registering.close
        stop(outlet, by=by, on=day, reason=reason)


def _fill_shelf(outlet, place, today, by):
    """Goods of the makers of the place's areas, as last seen when the place was verified."""
    seen = today - timedelta(days=place.verified or 0)
    for area in place.shelf:
        goods = Product.objects.on_sale_list().filter(producer__commune__area__slug=area, price__gt=0)
        for product in goods.order_by("pk")[:ON_SHELF]:
            item = shelving.put(outlet, product=product, price=product.price, by=by, today=seen)
            if item.star_ended:
                shelving.take_sign_off(item, by=by)
