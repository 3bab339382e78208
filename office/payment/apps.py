from oscar.apps.payment.apps import PaymentConfig as OscarPaymentConfig


class PaymentConfig(OscarPaymentConfig):
    name = "office.payment"
