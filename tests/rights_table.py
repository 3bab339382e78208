"""Who opens which address: (what stands in it, for whom it opens), for every address of ours."""

MANAGER = {"shop_manager", "administrator"}
OFFICE = {"programme_office", "administrator"}
READERS = MANAGER | OFFICE
MAKERS = {"maker A", "maker B"}
B = {"maker B"}
OWNER = {"owner"}
ADMIN = {"administrator"}
GUEST = {"guest"}
SIGNED_IN = {
    "plain", "programme_office", "trade_department", "inspector", "editor", "shop_manager", "administrator",
    "owner", "stranger", *MAKERS,
}  # fmt: skip
ALL = SIGNED_IN | GUEST
COMPLAINTS = MANAGER | MAKERS | {"trade_department", "inspector", "programme_office"}


def nothing(world):
    return {}


def pk(name, **more):
    return lambda world: {"pk": getattr(world, name).pk, **{k: f(world) for k, f in more.items()}}


def product(world):
    return {"product_slug": world.product_b.slug, "pk": world.product_b.pk}


def order(world):
    return {"number": world.sale.order.number}


def of_return(world):
    return {"number": world.sale.order.number, "ref": world.returned.number}


def on_return(world):
    return {"number": world.returned.number}


def complaint(world):
    return {"number": world.complaint.number}


def due(world):
    return {"reference": world.waiting_due.reference}


def week(world):
    return {"pk": world.maker_b.pk, "monday": world.monday}


DESK = {
    "desk:index": (nothing, SIGNED_IN),
    "desk:parcels": (nothing, MANAGER | MAKERS),
    "desk:move-parcel": (pk("parcel_b"), MANAGER | B),
    "labels:several": (nothing, SIGNED_IN),
    "labels:one": (pk("parcel_b"), MANAGER | B),
    "delivery_desk:index": (nothing, MANAGER | MAKERS),
    "delivery_desk:new-method": (nothing, MANAGER),
    "delivery_desk:method": (pk("method"), MANAGER),
    "delivery_desk:table": (pk("method"), MANAGER),
    "delivery_desk:new-zone": (nothing, MANAGER),
    "delivery_desk:zone": (pk("zone"), MANAGER),
    "delivery_desk:close-day": (nothing, MANAGER),
    "delivery_desk:open-again": (pk("closed_day"), MANAGER),
    "delivery_desk:events": (nothing, MANAGER),
    "delivery_desk:settle-event": (pk("event"), MANAGER),
    "delivery_desk:packing": (nothing, MANAGER | MAKERS),
    "delivery_desk:pack": (pk("product_b"), READERS | B),
    "delivery_desk:bring": (pk("maker_b"), READERS | B),
    "complaints_desk:index": (nothing, COMPLAINTS),
    "complaints_desk:export": (nothing, MANAGER | {"trade_department"}),
    "complaints_desk:detail": (pk("complaint"), MANAGER | B),
    "complaints_desk:answer": (pk("complaint"), B),
    "complaints_desk:decide": (pk("complaint"), MANAGER),
    "complaints_desk:hand": (pk("complaint"), MANAGER),
    "complaints_desk:pass": (pk("complaint"), MANAGER),
    "complaints_desk:conclude": (pk("complaint"), ADMIN),
    "complaints_desk:finding": (pk("complaint"), set()),
    "complaints_desk:say": (pk("complaint"), MANAGER | B),
    # orders and customers in Oscar's dashboard
    "dashboard:order-list": (nothing, MANAGER),
    "dashboard:order-stats": (nothing, MANAGER),
    "dashboard:order-detail": (lambda w: {"number": w.both.number}, MANAGER),
    "dashboard:order-detail-note": (lambda w: {"number": w.both.number, "note_id": 1}, MANAGER),
    "dashboard:order-line-detail": (
        lambda w: {"number": w.both.number, "line_id": w.both.lines.order_by("pk").first().pk},
        MANAGER,
    ),
    "dashboard:user-detail": (lambda w: {"pk": w.both.user_id or 1}, ADMIN),
    "personal_data_desk:index": (nothing, MANAGER),
    "personal_data_desk:log": (nothing, MANAGER),
    "personal_data_desk:detail": (pk("data_request"), MANAGER),
    "personal_data_desk:person": (pk("data_request"), MANAGER),
    "personal_data_desk:answer": (pk("data_request"), MANAGER),
    "personal_data_desk:extend": (pk("data_request"), MANAGER),
    "personal_data_desk:do": (pk("data_request"), MANAGER),
    "personal_data_desk:refuse": (pk("data_request"), MANAGER),
    "returns_desk:index": (nothing, MANAGER | MAKERS),
    "returns_desk:cancel": (pk("parcel_b"), MANAGER | B),
    "returns_desk:came-back": (lambda w: {"pk": w.travelling.parcel.pk}, MANAGER | B),
    "returns_desk:look-at": (pk("failed"), MANAGER | B),
    "returns_desk:invoices": (nothing, MANAGER | MAKERS),
    "returns_desk:issue": (pk("invoice"), MANAGER | B),
    "returns_desk:detail": (on_return, MANAGER | B),
    "returns_desk:accept": (on_return, MANAGER | B),
    "returns_desk:refuse": (on_return, MANAGER | B),
    "returns_desk:receive": (on_return, MANAGER | B),
    "returns_desk:replace": (on_return, MANAGER | B),
    "returns_desk:decide": (on_return, MANAGER),
}
# Orders fetched at outlets (keepers of the very outlet: tests/shop/picking).
FETCHED = {
    "picking:index": (nothing, MANAGER | {"plain"}),
    "picking:outlet": (lambda w: {"pk": w.pick_up.outlet.pk}, MANAGER),
    "picking:terms": (lambda w: {"pk": w.pick_up.outlet.pk}, MANAGER),
    "picking:pick-up": (pk("pick_up"), MANAGER),
    "picking:lay-aside": (pk("pick_up"), ADMIN),
    "picking:receive": (pk("pick_up"), ADMIN),
    "picking:hand-over": (pk("pick_up"), ADMIN),
    "picking:known": (pk("pick_up"), ADMIN),
    "picking:send-back": (pk("pick_up"), ADMIN),
}
GOODS = {
    "programme_desk:certificates": (nothing, OFFICE | MAKERS),
    "programme_desk:award": (pk("product_b"), OFFICE),
    "programme_desk:renew": (pk("recognition"), OFFICE),
    "programme_desk:downgrade": (pk("recognition"), OFFICE),
    "programme_desk:withdraw": (pk("recognition"), OFFICE),
    "reviews_desk:index": (nothing, MANAGER | MAKERS | {"editor"}),
    "reviews_desk:approve": (pk("review"), MANAGER | {"editor"}),
    "reviews_desk:reject": (pk("review"), MANAGER | {"editor"}),
    "reviews_desk:take-down": (pk("shown_review"), MANAGER | {"editor"}),
    "goods_desk:index": (nothing, READERS | MAKERS),
    "goods_desk:new": (nothing, READERS | MAKERS),
    "goods_desk:edit": (pk("product_b"), READERS | B),
    "goods_desk:price": (pk("product_b"), READERS | B),
    "goods_desk:stock": (pk("product_b"), READERS | B),
    "goods_desk:shelf": (pk("product_b", place_pk=lambda w: w.place.pk), READERS | B),
    "goods_desk:place": (pk("product_b", place_pk=lambda w: w.place.pk), READERS | B),
    "goods_desk:size": (pk("product_b"), READERS | B),
    "goods_desk:pictures": (pk("product_b"), READERS | B),
    "goods_desk:remove-picture": (pk("product_b", picture_pk=lambda w: w.picture.pk), READERS | B),
    "goods_desk:lead-picture": (pk("product_b", picture_pk=lambda w: w.picture.pk), READERS | B),
    "goods_desk:submit": (pk("product_b"), READERS | B),
    "goods_desk:publish": (pk("product_b"), READERS),
    "goods_desk:send-back": (pk("product_b"), READERS),
    "goods_desk:take-off": (pk("product_b"), READERS | B),
    "makers_desk:index": (nothing, READERS | MAKERS),
    "makers_desk:new": (nothing, READERS),
    "makers_desk:edit": (pk("maker_b"), READERS | B),
    "makers_desk:portrait": (pk("maker_b"), READERS | B),
    "makers_desk:appoint": (pk("maker_b"), READERS),
    "makers_desk:verify": (pk("maker_b"), OFFICE),
    "makers_desk:suspend": (pk("maker_b"), OFFICE),
    "paper": (lambda w: {"pk": w.invoice.paper_id}, ADMIN | MANAGER | B | OWNER),
}
MONEY = {
    "payment_desk:troubles": (nothing, MANAGER),
    "payment_desk:solve": (pk("trouble", act=lambda w: "assign"), MANAGER),
    "payment_desk:waiting": (nothing, MANAGER),
    "payment_desk:approve": (pk("attempt"), MANAGER),
    "payment_desk:decline": (pk("attempt"), MANAGER),
    "payment_desk:refunds": (nothing, MANAGER),
    "payment_desk:transferred": (pk("refund"), MANAGER),
    # money: the list of all dues, its file, one due
    "payment_desk:dues": (nothing, MANAGER),
    "payment_desk:dues-file": (nothing, MANAGER),
    "payment_desk:due": (due, MANAGER),
    "payment_desk:statements": (nothing, MANAGER),
    "payment_desk:statement": (pk("statement"), MANAGER),
    "payment_desk:remittances": (nothing, MANAGER),
    "payment_desk:remit": (lambda w: {"carrier": w.courier}, MANAGER),
    "statements:index": (nothing, MANAGER | MAKERS),
    "statements:weeks": (pk("maker_b"), MANAGER | B),
    "statements:parcels": (pk("maker_b"), MANAGER | B),
    "statements:account": (pk("maker_b"), B),
    "statements:week": (week, MANAGER | B),
    "statements:file": (lambda w: week(w) | {"kind": "xlsx"}, MANAGER | B),
    "payouts:index": (nothing, MANAGER),
    "payouts:batch": (pk("batch"), MANAGER),
    "payouts:approve": (pk("batch"), MANAGER),
    "payouts:drop": (pk("batch"), MANAGER),
    "payouts:hand-over": (pk("batch"), MANAGER),
    "payouts:file": (lambda w: {"pk": w.batch.pk, "kind": "csv"}, MANAGER),
    "payouts:paid": (pk("payout"), MANAGER),
    "payouts:failed": (pk("payout"), MANAGER),
    "payouts:check-account": (pk("payout_account"), MANAGER),
    "payouts:refuse-account": (pk("payout_account"), MANAGER),
    "withheld:index": (nothing, MANAGER),
    "withheld:month": (lambda w: {"month": "2026-10"}, MANAGER),
    "withheld:file": (lambda w: {"month": "2026-10", "kind": "csv"}, MANAGER),
}
OWN = {
    "account_home": (nothing, SIGNED_IN),
    "notices_read": (nothing, SIGNED_IN),
    "my:orders": (nothing, SIGNED_IN),
    "my:claim": (nothing, SIGNED_IN),
    "my:claim-own": (nothing, SIGNED_IN),
    "my:prove": (pk("claim"), OWNER),
    "my:order-again": (order, OWNER),
    "my:addresses": (nothing, SIGNED_IN),
    "my:address-new": (nothing, SIGNED_IN),
    "my:address": (pk("address"), OWNER),
    "my:address-remove": (pk("address"), OWNER),
    "my:address-default": (pk("address"), OWNER),
    "my:wishes": (nothing, SIGNED_IN),
    "my:wish-forget": (pk("wish"), OWNER),
    "my:alerts": (nothing, SIGNED_IN),
    "my:alert-cancel": (pk("alert"), OWNER),
    "my:profile": (nothing, SIGNED_IN),
    "my:devices": (nothing, SIGNED_IN),
    "my:devices-end-others": (nothing, SIGNED_IN),
    "my:device-end": (pk("device"), OWNER),
    "personal_data:data": (nothing, SIGNED_IN),
    "personal_data:copy": (nothing, SIGNED_IN),
    "personal_data:consents": (nothing, SIGNED_IN),
    "personal_data:take-news": (nothing, SIGNED_IN),
    "personal_data:withdraw": (pk("consent"), OWNER),
    "personal_data:ask": (nothing, SIGNED_IN),
    "catalogue:review": (product, SIGNED_IN),
    "catalogue:review-reply": (lambda w: product(w) | {"review_pk": w.shown_review.pk}, B),
}
# Open to their owner; to everybody else by the signature of the thing alone.
SIGNED = {
    "orders:detail": (order, OWNER),
    "orders:copy": (order, OWNER),
    "returns:cancel-order": (order, OWNER),
    "returns:cancel": (lambda w: {"number": w.both.number, "parcel": 1}, OWNER),
    "returns:account": (order, OWNER),
    "returns:invoice": (order, OWNER),
    "returns:invoice-paper": (lambda w: order(w) | {"pk": w.invoice.pk}, OWNER),
    "returns:no-invitations": (order, OWNER),
    "returns:review": (lambda w: order(w) | {"line": w.line_b.pk}, OWNER),
    "returns:ask": (lambda w: order(w) | {"parcel": 1}, OWNER),
    "returns:detail": (of_return, OWNER),
    "returns:withdraw": (of_return, OWNER),
    "returns:escalate": (of_return, OWNER),
    "returns:picture": (lambda w: of_return(w) | {"pk": w.return_picture.pk}, OWNER),
    "complaints:detail": (complaint, OWNER),
    "complaints:accept": (complaint, OWNER),
    "complaints:escalate": (complaint, OWNER),
    "complaints:withdraw": (complaint, OWNER),
    "complaints:reopen": (complaint, OWNER),
    "complaints:paper": (lambda w: complaint(w) | {"pk": w.evidence.pk}, OWNER),
    "personal_data:request": (lambda w: {"number": w.data_request.number}, OWNER),
    "payment:pay": (due, set()),
    "payment:begin": (lambda w: due(w) | {"code": "invoice"}, set()),
    "payment:claim": (due, set()),
    "payment:confirm": (due, set()),
    "payment:new-code": (due, set()),
    "payment:payee-account": (lambda w: {"reference": w.refund.due.reference, "pk": w.refund.pk}, set()),
    "payment:status": (due, set()),
    "payment:return": (due, set()),
}
PUBLIC = {
    "grouping:group": (lambda w: {"code": w.group.code}, ALL),
    "healthz": (nothing, ALL),
    "readyz": (nothing, ALL),
    "robots": (nothing, ALL),
    "merchant-feed": (nothing, ALL),
    "certificate-feed": (nothing, ALL),
    "catalogue:index": (nothing, ALL),
    "catalogue:browse": (nothing, ALL),
    "catalogue:adult": (nothing, ALL),
    "catalogue:detail": (product, ALL),
    "catalogue:category": (lambda w: {"category_slug": "x", "pk": 1}, ALL),
    "search_all:index": (nothing, ALL),
    "search_all:suggest": (nothing, ALL),
    "producers:index": (nothing, ALL),
    "producers:detail": (lambda w: {"code": w.maker_b.code}, ALL),
    "places:communes": (nothing, ALL),
    "certificates:index": (nothing, ALL),
    "certificates:detail": (lambda w: {"slug": w.recognition.slug}, ALL),
    "basket:summary": (nothing, ALL),
    "basket:state": (nothing, ALL),
    "basket:use-voucher": (nothing, ALL),
    "basket:drop-voucher": (nothing, ALL),
    "basket:add": (pk("product_b"), ALL),
    "basket:change": (lambda w: {"pk": w.line_in_basket.pk}, set()),
    "alerts:ask": (pk("sold_out"), ALL),
    "alerts:confirm": (lambda w: {"key": w.guests_alert.key}, ALL),
    "alerts:stop": (lambda w: {"key": w.guests_alert.key}, ALL),
    "checkout:index": (nothing, ALL),
    "checkout:summary": (nothing, ALL),
    "orders:track": (nothing, ALL),
    "complaints:complain": (nothing, ALL),
    "complaints:find": (nothing, ALL),
    "personal_data:index": (nothing, ALL),
    "personal_data:code": (nothing, ALL),
    "personal_data:leave": (nothing, ALL),
}

TABLES = {
    "desk": DESK | FETCHED,
    "goods": GOODS,
    "money": MONEY,
    "own": OWN,
    "signed": SIGNED,
    "public": PUBLIC,
}
ROWS = {name: row for table in TABLES.values() for name, row in table.items()}
