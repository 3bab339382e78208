"""Makers hear once that little is left, and again only after they refilled."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.notices import tell

from .stock import StockRecord


def tell_of_little(records):
    """Tell the people of the producer of each locked record that has just come down to its threshold."""
    low = [each for each in records if _is_low(each) and not each.low_told]
    if not low:
        return
    StockRecord.objects.filter(pk__in=[each.pk for each in low]).update(low_told=True)
    with override(settings.LANGUAGE_CODE):
        for record in sorted(low, key=lambda each: each.pk):
            record.low_told = True
            sentence = _sentence(record)
            link = f"/ban-lam-viec/san-pham/{record.product.parent_id or record.product_id}/"
            for person in record.partner.users.all():
                tell(person, sentence, link=link, about="low-stock")


def _is_low(record):
    threshold = record.low_stock_threshold
    return threshold is not None and record.net_stock_level <= threshold


def _sentence(record):
    facts = {
        "title": record.product.get_title(),
        "left": record.net_stock_level,
        "place": str(record.place or ""),
    }
    if record.place:
        return _("Little is left: %(left)d × %(title)s at %(place)s.") % facts
    return _("Little is left: %(left)d × %(title)s.") % facts
