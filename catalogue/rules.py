"""What the law asks of a page, by the legal class of the goods."""

from django.utils.translation import gettext as _

from office.payment.paying import offered

from .models import LegalClass

ADULT_COOKIE = "ocop_18"


def is_adult(request):
    """Whether this visitor declared to be 18 (Law 44/2019/QH14 on the harms of alcohol)."""
    return request.COOKIES.get(ADULT_COOKIE) == "1"


def legal_notices(product):
    """The sentences a page must carry for goods of this class, most important first."""
    match product.legal_class:
        case LegalClass.ALCOHOL:
            return [
                _("Alcohol harms your health. Not for persons under 18, pregnant women or drivers."),
                _("Paid before delivery; no cash on delivery and no voucher."),
            ]
        case LegalClass.HEALTH_FOOD:
            return [_("This food is not a medicine and does not replace medicine.")]
        case LegalClass.MEDICINE:
            return [
                _("This is a medicine: it is shown here with its certificate and sold at pharmacies only."),
                _("Read the instructions carefully before use."),
            ]
        case LegalClass.COSMETICS:
            return [_("A cosmetic, not a medicine. Try it on a small patch of skin first.")]
        case LegalClass.ORNAMENTAL:
            return [_("A living thing: please see it and buy it where it grows.")]
        case LegalClass.SERVICE:
            return [_("The host confirms day and number of guests by telephone after your order.")]
    return []


def return_rule(product):
    """What a buyer may send back, and until when, in one sentence."""
    match product.legal_class:
        case LegalClass.SERVICE:
            return _("Free cancellation until 3 days before the day of the visit.")
        case LegalClass.CRAFT | LegalClass.COSMETICS:
            return _("Unused goods may be returned within 7 days of delivery.")
    return _(
        "Food is not taken back once opened. If it arrives spoiled or broken, report it with a picture, fresh "
        "food within 48 hours, other food within 7 days of delivery, and it is replaced or refunded."
    )


def cash_on_delivery_allowed(product):
    """Alcohol takes no cash on delivery (the age of whoever opens the door is unknown)."""
    return product.legal_class != LegalClass.ALCOHOL


def may_be_ordered(product):
    """Whether there is a way to pay for goods of this class: alcohol waits for one before delivery."""
    return cash_on_delivery_allowed(product) or any(way.prepays for way in offered())


# Classes that take part in no promotion: neither discounted nor counted. Class -> legal basis.
NO_PROMOTION = {
    LegalClass.ALCOHOL: "Law 44/2019/QH14, Art. 5 (from 15 % by volume; the shop keeps all of it out)",
    LegalClass.MEDICINE: "Law 105/2016/QH13, Art. 6; Decree 81/2018/ND-CP",
}


def allows_promotion(product):
    """Whether offers and vouchers may touch it; of a size, its product's class decides."""
    shown = product.parent if product.is_child else product
    return shown.legal_class not in NO_PROMOTION
