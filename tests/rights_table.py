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
    "owner", "stranger", "keeper", *MAKERS,
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
    "dashboard:order-detail-note": (
        lambda w: {"number": w.both.number, "note_id": w.note_of_order.pk},
        MANAGER,
    ),
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
    "returns_desk:correct-invoice": (pk("invoice"), MANAGER | B),
    "returns_desk:detail": (on_return, MANAGER | B),
    "returns_desk:accept": (on_return, MANAGER | B),
    "returns_desk:refuse": (on_return, MANAGER | B),
    "returns_desk:receive": (on_return, MANAGER | B),
    "returns_desk:replace": (on_return, MANAGER | B),
    "returns_desk:decide": (on_return, MANAGER),
}
# Orders fetched at outlets (keepers of the very outlet: tests/shop/picking).
FETCHED = {
    "picking:index": (nothing, MANAGER | B | {"plain", "keeper"}),
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
    "payment:code-picture": (due, set()),
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
# SHELF: the desk of keepers, and goods in commission.
KEEPERS = {"keeper", "administrator"}
READ_OUTLET = KEEPERS | {"trade_department"}


def on_outlet(world):
    return {"pk": world.counter.pk}


def on_item(world):
    return {"outlet_pk": world.counter.pk, "pk": world.item.pk}


def on_note(world):
    return {"number": world.note.number}


KEEPING = {
    "keeping:index": (nothing, READ_OUTLET | B | {"plain"}),
    "keeping:day": (on_outlet, READ_OUTLET),
    "keeping:confirm": (on_outlet, KEEPERS),
    "keeping:shelf": (on_outlet, READ_OUTLET),
    "keeping:shelf-add": (on_outlet, KEEPERS),
    "keeping:shelf-put": (on_outlet, KEEPERS),
    "keeping:shelf-all": (on_outlet, KEEPERS),
    "keeping:item": (on_item, KEEPERS),
    "keeping:item-seen": (on_item, KEEPERS),
    "keeping:item-off": (on_item, KEEPERS),
    "keeping:item-sign": (on_item, KEEPERS),
    "keeping:consignments": (on_outlet, READ_OUTLET),
    "keeping:offer": (on_outlet, KEEPERS),
    "keeping:month-sheet": (lambda w: on_outlet(w) | {"month": "2026-11"}, READ_OUTLET),
    "keeping:goods": (nothing, MAKERS),
    "keeping:goods-offer": (nothing, MAKERS),
    "keeping:alert": (pk("maker_b"), B),
    "keeping:consignment": (pk("consignment"), READ_OUTLET | B),
    "keeping:terms": (pk("consignment"), KEEPERS | B),
    "keeping:accept": (pk("offered"), B),
    "keeping:decline": (pk("offered"), B),
    "keeping:end": (pk("consignment"), KEEPERS | B),
    "keeping:deliver": (pk("consignment"), KEEPERS | B),
    "keeping:sell": (pk("consignment"), KEEPERS),
    "keeping:give-back": (pk("consignment"), KEEPERS),
    "keeping:count": (pk("consignment"), KEEPERS),
    "keeping:pay": (pk("consignment"), KEEPERS),
    "keeping:note": (on_note, READ_OUTLET | B),
    "keeping:note-paper": (on_note, READ_OUTLET | B),
    "keeping:confirm-note": (on_note, KEEPERS | B),
    "keeping:refuse-note": (on_note, KEEPERS | B),
    "keeping:reverse-note": (on_note, KEEPERS),
}

# The network of points of sale: the Department's desk, and its pages for keepers (maker B keeps the outlet).
TRADE = {"trade_department", "administrator"}
KEEPER_B = B | ADMIN
NETWORK = {
    **{
        f"outlet_office:{name}": (pk("outlet"), TRADE)
        for name in (
            "outlet", "correct", "picture", "open", "seasonal", "suspend", "close", "reopen", "appoint",
            "verify", "ask",
        )
    },
    **{f"outlet_office:{name}": (nothing, TRADE) for name in ("index", "new", "coverage", "export")},
    **{f"outlet_office:{name}": (nothing, TRADE) for name in ("criteria", "new-criteria")},
    "outlet_office:compare": (lambda world: {"pk": world.answer.criterion_id}, TRADE),
    "outlet_office:add-criterion": (lambda world: {"pk": world.application.standard_id}, TRADE),
    "outlet_office:relieve": (pk("keeping"), TRADE),
    "outlet_office:apply": (pk("outlet"), KEEPER_B),
    "outlet_office:applications": (nothing, TRADE | B | {"plain", "keeper"}),
    "outlet_office:application": (pk("application"), TRADE | B),
    "outlet_office:answer": (pk("answer"), KEEPER_B),
    **{f"outlet_office:{name}": (pk("application"), KEEPER_B) for name in ("submit", "withdraw")},
    **{
        f"outlet_office:{name}": (pk("application"), TRADE)
        for name in ("plan-visit", "record-visit", "recognise", "refuse", "revoke")
    },
    "outlet_office:reports": (nothing, TRADE | B | {"plain", "keeper"}),
    "outlet_office:report": (pk("report"), TRADE | B),
    "outlet_office:confirm-by-link": (pk("ask", signature=lambda world: world.ask.signature), ALL),
}  # fmt: skip


def of_outlet(world):
    return {"slug": world.outlet.slug}


# Finding a point of sale: for everybody; mistakes visitors report are answered by its keepers and the Department.
FINDING = {
    "outlets:index": (nothing, ALL),
    **{f"outlets:{name}": (of_outlet, ALL) for name in ("detail", "card", "poster", "mistake")},
    "outlet_data:geojson": (nothing, ALL),
    "outlet_data:oembed": (nothing, set()),  # without the address of an outlet it gives nothing
}
# Tours: "owner" leads the tour and its drafts, "stranger" acts for another operator.
LEADERS = {"owner", "stranger"}


def of_tour(world):
    return {"slug": world.tour.slug}


def of_tour_in_french(world):
    return {"slug": world.tour.slug, "language": "fr"}


TOURS = {
    "touring:index": (nothing, SIGNED_IN),
    "touring:join": (nothing, SIGNED_IN),
    "touring:new": (nothing, LEADERS),
    "touring:take-over": (nothing, LEADERS),
    "touring:operators": (nothing, TRADE),
    "touring:operator": (pk("operator"), TRADE | OWNER),
    "touring:correct": (pk("operator"), OWNER),
    "touring:reach": (pk("operator"), OWNER),
    "touring:check": (pk("operator_waiting"), TRADE),
    "touring:refuse": (pk("operator_waiting"), TRADE),
    "touring:suspend": (pk("operator"), TRADE),
    "touring:restore": (pk("operator_suspended"), TRADE),
    "touring:hosts": (nothing, READERS | MAKERS),
    "touring:receive": (pk("maker_b"), READERS | B),
    **{
        f"touring:{name}": (pk("draft_tour"), OWNER)
        for name in (
            "itinerary",
            "edit",
            "picture",
            "add-stop",
            "copy-day",
            "publish",
            "discard",
            "languages",
        )
    },
    "touring:language": (pk("draft_tour", language=lambda world: "ko"), OWNER),
    "touring:drop-language": (pk("draft_tour", language=lambda world: "ko"), OWNER),
    **{f"touring:{name}": (pk("tour"), OWNER) for name in ("withdraw", "rework")},
    **{f"touring:{name}": (pk("tour_stop"), OWNER) for name in ("stop", "take-out", "follow", "swap")},
}
TOUR_PAGES = {
    "tours:index": (nothing, ALL),
    "tours:suggest": (nothing, ALL),
    **{f"tours:{name}": (of_tour, ALL) for name in ("detail", "calendar", "calendar-below", "card", "map")},
    **{f"tours:translated{name}": (of_tour_in_french, ALL) for name in ("", "-calendar", "-card", "-map")},
}
MISTAKES = {
    "mistakes:index": (nothing, TRADE | B | {"plain", "keeper"}),
    "mistakes:fixed": (pk("mistake"), TRADE | B),
    "mistakes:not-so": (pk("mistake"), TRADE | B),
}

HOURS = {
    "hours:house": (nothing, TRADE),
    "hours:house-add": (nothing, TRADE),
    **{f"hours:{name}": (pk("outlet"), TRADE | B) for name in ("outlet", "week", "add", "tet")},
    "hours:market": (pk("outlet", year=lambda world: world.market_year.year), TRADE | B),
    "hours:change": (pk("special_days"), TRADE | B),
    "hours:end": (pk("special_days"), TRADE | B),
    "outlets:special-hours": (of_outlet, ALL),
}

# Visits: maker B keeps world.outlet and answers there; "owner" asked for its operator, and made the group code.
VISITS = {
    "visits:index": (nothing, TRADE | MAKERS | OWNER | {"plain", "keeper"}),
    "visits:ask": (nothing, LEADERS),
    "visits:visit": (pk("visit"), TRADE | B | OWNER),
    **{
        f"visits:{name}": (pk("visit"), KEEPER_B)
        for name in ("confirm", "propose", "decline", "happened", "missed")
    },
    **{f"visits:{name}": (pk("visit"), OWNER) for name in ("accept", "change")},
    "visits:cancel": (pk("visit"), KEEPER_B | OWNER),
    "visits:feed": (lambda world: {"secret": world.calendar_key.secret}, ALL),
    "visits:calendar": (pk("outlet", kind=lambda world: "diem"), TRADE | B),
    "visits:calendar-address": (pk("outlet", kind=lambda world: "diem"), KEEPER_B),
    "visits:calendar-in": (pk("outlet", kind=lambda world: "diem"), KEEPER_B),
    "visits:codes": (nothing, TRADE | OWNER | {"plain"}),
    "visits:code": (pk("group_code"), TRADE | OWNER),
    "visits:credit": (pk("outlet"), KEEPER_B),
    "visits:take-back": (pk("credit"), KEEPER_B),
}


TABLES = {
    "desk": DESK | FETCHED, "goods": GOODS, "money": MONEY, "network": NETWORK, "own": OWN, "signed": SIGNED,
    "public": PUBLIC | FINDING | TOUR_PAGES, "tours": TOURS, "mistakes": MISTAKES,
    "keeping": KEEPING, "hours": HOURS, "visits": VISITS,
}  # fmt: skip
ROWS = {name: row for table in TABLES.values() for name, row in table.items()}
