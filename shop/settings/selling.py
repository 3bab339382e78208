"""Orders, delivery, payments, what comes after: the house's own times and limits, and access to providers."""

import os

# Orders and delivery.
ORDERS_PER_ADDRESS = int(os.environ.get("ORDERS_PER_ADDRESS", "60"))  # in ten minutes
ORDER_HOURS_FOR_PHONE = 12  # cash above COD_CONFIRM_ABOVE: to confirm by phone
ORDER_HOURS_FOR_APPROVAL = 72  # transfer on invoice: till the shop manager has approved the terms
ORDER_HOURS_OPEN_UNPAID = 24  # an order stays open after its goods stopped being kept
DELIVERY_FEE = 30_000  # đồng for each producer's parcel, as long as the shop has no table of rates
DELIVERY_PREPARATION_DAYS = 1  # days a maker takes to confirm and pack
DELIVERY_WEIGHT_UNKNOWN = 500  # grams of a piece whose maker gave neither weight nor net quantity
# Giao Hàng Nhanh: hidden without address and token; callbacks carry the secret in `?k=` or a header.
GHN_URL = os.environ.get("GHN_URL", "")
GHN_TOKEN = os.environ.get("GHN_TOKEN", "")
GHN_SHOP_ID = os.environ.get("GHN_SHOP_ID", "")
GHN_CALLBACK_SECRET = os.environ.get("GHN_CALLBACK_SECRET", "")
PICK_UP_DAYS = 5  # an outlet keeps an order, unless its own terms say another number
PICK_UP_TRIES = 5  # wrong codes for one parcel in a quarter of an hour
DELIVERY_ESTIMATE_TO = "18073"  # the commune (Thành Sen) for which a basket is estimated
# A code that proves whose a guest's orders are: minutes it counts, and how often it may be tried.
CLAIM_CODE_MINUTES = 10
CLAIM_CODE_TRIES = 5

# Payments. A way without its settings is not offered.
VIETQR_BANK_BIN = os.environ.get("VIETQR_BANK_BIN", "")  # six digits, NAPAS
VIETQR_BANK_NAME = os.environ.get("VIETQR_BANK_NAME", "")
VIETQR_ACCOUNT = os.environ.get("VIETQR_ACCOUNT", "")
VIETQR_HOLDER = os.environ.get("VIETQR_HOLDER", "")
SEPAY_API_KEY = os.environ.get("SEPAY_API_KEY", "")
STRIPE_SECRET_KEY = os.environ.get("STRIPE_SECRET_KEY", "")
STRIPE_WEBHOOK_SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "")
STRIPE_API_BASE = os.environ.get("STRIPE_API_BASE", "")  # another server that speaks like it: tests
STRIPE_CHECKOUT_ORIGIN = os.environ.get("STRIPE_CHECKOUT_ORIGIN", "https://checkout.stripe.com")
STRIPE_TIMEOUT = float(os.environ.get("STRIPE_TIMEOUT", "10"))  # seconds
COD_LIMIT = int(os.environ.get("COD_LIMIT", "5000000"))  # đồng for one order
COD_CONFIRM_ABOVE = int(os.environ.get("COD_CONFIRM_ABOVE", "1000000"))  # đồng: confirmed by phone above
INVOICE_DAYS = int(os.environ.get("INVOICE_DAYS", "15"))  # an organisation's term of payment
PAYMENT_HOLD_MINUTES = int(os.environ.get("PAYMENT_HOLD_MINUTES", "15"))
PAYMENT_CLAIMED_MINUTES = int(os.environ.get("PAYMENT_CLAIMED_MINUTES", "60"))  # after "I have transferred"
PAYMENT_LOOK_UP_AFTER = int(os.environ.get("PAYMENT_LOOK_UP_AFTER", "5"))  # minutes

# After the order, in days; until when goods may be sent back are rows (`shop.returning.models.ReturnRule`).
RETURN_ANSWER_DAYS = 3  # the producer's time to answer; then the buyer may take it to the shop
RETURN_ESCALATION_DAYS = 7  # the buyer's time to do so after a refusal
INVOICE_ISSUE_DAYS = 3  # the seller's time to issue an invoice that was asked for
REFUND_DAYS = 5  # working days in which a person transfers what is paid back
REVIEW_INVITATION_DAYS = 3  # after delivery
FAILED_DELIVERY_KEEPS_FEE = False  # whether the buyer bears the delivery of a paid parcel nobody took
PAYOUT_MINIMUM = 50_000  # đồng; what a producer is owed below it waits
