"""Tours of the demo: an operator that is checked, one that waits, producers that receive, four itineraries."""

from datetime import timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from catalogue.producers.models import Commune, Partner
from office.accounts.models import User
from office.printing import paper
from outlets.models import Itinerary, Operator, Outlet
from outlets.tours import licensing, stringing, touring
from outlets.views.tours import next_start
from outlets.visits import hosting, visiting

from . import drawings, tour_texts
from .tour_rows import HOSTS, TOURS

LICENCES = {  # numbers nobody has: 999 is beyond what the province has given out
    "luhanh": ("Công ty TNHH Lữ hành Sông La Xanh", "42-999/2025/SDL-GP LHNĐ", "+84950004001", "18073"),
    "ngang": ("Công ty TNHH Du lịch Gió Đèo Ngang", "42-998/2026/SDL-GP LHNĐ", "+84950004002", "18754"),
}


def plant(people, *, by, pictures=True):
    """Everything about tours, each thing once; `people` are the demo's accounts."""
    _hosts(by)
    operator = _operator("luhanh", people["luhanh"], checked_by=people["soct"])
    waiting = User.objects.filter(email="gio-deo-ngang@demo.ocop.example").first()
    _operator(
        "ngang",
        waiting or User.objects.create_user("gio-deo-ngang@demo.ocop.example", first_name="Lê Thị Đèo"),
    )
    for tour in TOURS:
        if not Itinerary.objects.filter(title_vi=tour.title).exists():
            _tour(tour, operator, people["luhanh"], office=by, pictures=pictures)
    tour_texts.plant(people["luhanh"])


def _hosts(by):
    makers = Partner.objects.filter(code__in=[host.code for host in HOSTS], visiting=None)
    known = {maker.code: maker for maker in makers}
    for host in HOSTS:
        if host.code in known:
            latitude, longitude = (Decimal(part) for part in host.point)
            hosting.receive(
                known[host.code],
                welcomes=True,
                weekdays=list(host.weekdays),
                opens=host.opens,
                closes=host.closes,
                season_from=host.season[0],
                season_to=host.season[1],
                largest_group=host.largest_group,
                coach_reaches=host.coach,
                minutes=host.minutes,
                tasting=host.tasting,
                languages=list(host.languages),
                note=host.note,
                latitude=latitude,
                longitude=longitude,
                by=by,
            )


def _operator(key, person, *, checked_by=None):
    name, licence, phone, commune = LICENCES[key]
    found = Operator.objects.filter(licence=licence).first()
    if found:
        return found
    operator = licensing.apply(
        name=name,
        licence=licence,
        licence_kind=Operator.LicenceKind.DOMESTIC,
        licence_until=None,
        phone=phone,
        email=person.email,
        commune=Commune.objects.get(pk=commune),
        street="Số 20, đường Lê Ninh",
        document=_licence_paper(name, licence),
        by=person,
    )
    return licensing.check(operator, by=checked_by) if checked_by else operator


def _licence_paper(name, licence):
    document = paper("A4", title="Giấy phép (mẫu)")
    document.multi_cell(0, 8, f"GIẤY PHÉP KINH DOANH DỊCH VỤ LỮ HÀNH (MẪU)\n{licence}\n{name}")
    return SimpleUploadedFile("giay-phep-mau.pdf", bytes(document.output()), content_type="application/pdf")


def _tour(tour, operator, person, *, office, pictures):
    itinerary = touring.draft(
        operator,
        by=person,
        title_vi=tour.title,
        title_en=tour.title_en,
        summary_vi=tour.summary,
        summary_en=tour.summary_en,
        price_note_vi=tour.price,
        price_note_en=tour.price_en,
        **tour.frame,
    )
    for halt in tour.halts:
        stringing.add(itinerary, by=person, anyway=not tour.published, **_facts(halt))
    if pictures:
        kind, palette = tour.picture
        picture = drawings.png(drawings.landscape(kind, palette=palette), 1600)
        upload = SimpleUploadedFile("tour.png", picture, content_type="image/png")
        alt = f"Minh họa: {tour.title}"
        itinerary = touring.illustrate(itinerary, upload, alt=alt, illustration=True, by=person)
    if tour.published:
        _agreed(itinerary, by=person, office=office)
        touring.publish(itinerary, by=person)


def _facts(halt):
    facts = {
        "kind": halt.kind,
        "day": halt.day,
        "starts": halt.at,
        "minutes": halt.minutes,
        "reason_vi": halt.reason,
        "reason_en": halt.reason_en,
    }
    if halt.kind == "outlet":
        return facts | {"outlet": Outlet.objects.get(slug=halt.where)}
    if halt.kind == "producer":
        return facts | {"producer": Partner.objects.get(code=halt.where)}
    latitude, longitude = (Decimal(part) for part in halt.point)
    return facts | {
        "name_vi": halt.where,
        "name_en": halt.name_en,
        "latitude": latitude,
        "longitude": longitude,
    }


def _agreed(itinerary, *, by, office):
    """The visits of its first group, asked for by the operator; the hosts have agreed to them."""
    start = next_start(itinerary) + timedelta(days=14)
    for stop in itinerary.stops.all():
        if stop.host:
            visit = visiting.ask(
                itinerary.operator,
                host=stop.host,
                stop=stop,
                day=start + timedelta(days=stop.day - 1),
                starts=stop.starts,
                minutes=stop.minutes,
                size=itinerary.group_max,
                language="vi",
                by=by,
            )
            visiting.confirm(visit, by=office)
