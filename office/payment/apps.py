from oscar.apps.payment.apps import PaymentConfig as OscarPaymentConfig


class PaymentConfig(OscarPaymentConfig):
    name = "office.payment"

    def ready(self):
        super().ready()
        from . import booking, callbacks, confirming, costing, desk, looking_up, personal, refunding  # noqa: F401  (they need the models)

        booking.register_accounts()
        desk.register_tray()
        personal.register_parts()
