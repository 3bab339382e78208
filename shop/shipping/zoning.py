"""Which province and which commune lies in which zone."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.producers.models import Commune, Province
from catalogue.producers.places import find_communes
from office.stages import Refused

from .models import Zone, ZoneCommune, ZoneProvince
from .rating import refuse_others


@transaction.atomic
def save_zone(zone, *, by, name, provinces, communes=()):
    """Change `zone`, or make one (None): its provinces, and communes that lie elsewhere than their province.

    Raises `Refused` without the right, without any place, and for a place that lies in another zone.
    """
    refuse_others(by)
    provinces, communes = list(provinces), list(communes)
    if not provinces and not communes:
        raise Refused(_("A zone has at least one province or commune."), field="provinces")
    if Zone.objects.filter(name=name.strip()).exclude(pk=zone.pk if zone else 0).exists():
        raise Refused(_("There is a zone of this name already."), field="name")
    if zone is None:
        zone = Zone(position=Zone.objects.count())
    zone.name = name.strip()
    zone.save()
    taken = ZoneProvince.objects.filter(province__in=provinces).exclude(zone=zone)
    if row := taken.select_related("zone", "province").first():
        raise Refused(_lies_elsewhere(row.province, row.zone), field="provinces")
    elsewhere = ZoneCommune.objects.filter(commune__in=communes).exclude(zone=zone)
    if other := elsewhere.select_related("zone", "commune").first():
        raise Refused(_lies_elsewhere(other.commune, other.zone), field="communes")
    zone.provinces.set(provinces)
    zone.communes.set(communes)
    return zone


def _lies_elsewhere(place, zone):
    return _("%(place)s lies in the zone “%(zone)s” already.") % {"place": place, "zone": zone}


def left_out():
    """Provinces in no zone: nobody there can order."""
    return Province.objects.filter(zone_row=None)


def read_communes(text, *, field):
    """The communes named in `text`, one a line, each as “name, province”.

    Raises `Refused` at `field` for a line that means none or several.
    """
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        matches = find_communes(line, limit=2)
        exact = [match for match in matches if not match.former and match.full.lower().endswith(line.lower())]
        if len(matches) != 1 and len(exact) != 1:
            sentence = (
                _("“%(line)s” may be several. Add the province after a comma.")
                if matches
                else _("We know no commune or ward “%(line)s”.")
            )
            raise Refused(sentence % {"line": line[:60]}, field=field)
        found.append((exact or matches)[0].code)
    return list(Commune.objects.filter(code__in=found))


def in_lines(communes):
    """Communes as `read_communes` reads them."""
    return "\n".join(f"{commune}, {commune.province}" for commune in communes.select_related("province"))
