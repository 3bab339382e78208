"""Who opens which address: every person against every address of ours, by GET and by POST.

A new address without a row here fails. What "opens" means: it answers neither "no" (403, 404) nor "sign in".
"""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from cms.planting import plant_pages
from office.outbox import Job
from office.payment.models import Settlement
from rights_world import build

pytestmark = pytest.mark.django_db
OURS = ("shop", "office", "catalogue", "cms")
PROVE = "/du-lieu-ca-nhan/"  # who may not sign in proves a number or an address there
ORIGIN = {"headers": {"Origin": "http://testserver"}}

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
    "complaints_desk:pass": (pk("complaint"), MANAGER),
    "complaints_desk:conclude": (pk("complaint"), ADMIN),
    "complaints_desk:finding": (pk("complaint"), set()),
    "complaints_desk:say": (pk("complaint"), MANAGER | B),
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
CALLS = {"payment:callback", "carrier-callback"}  # `test_callbacks_…` below
UNNAMED = {"ProductDoor", "nothing_here", "DesignPage"}  # `tests/shop/test_oscar_doors.py`
TABLES = {"desk": DESK, "goods": GOODS, "money": MONEY, "own": OWN, "signed": SIGNED, "public": PUBLIC}
ROWS = {name: row for table in TABLES.values() for name, row in table.items()}


def addresses(resolver, spaces=()):
    """(name, view) of every address below `resolver`."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, spaces + ((pattern.namespace,) if pattern.namespace else ()))
        else:
            view = getattr(pattern.callback, "view_class", pattern.callback)
            yield ":".join((*spaces, pattern.name)) if pattern.name else "", view


def test_every_address_of_ours_stands_in_the_table():
    ours = [(name, view) for name, view in addresses(get_resolver()) if view.__module__.split(".")[0] in OURS]
    named = {name for name, _view in ours if name}
    assert named - ROWS.keys() - CALLS == set()
    assert ROWS.keys() - named == set()
    assert {view.__name__ for name, view in ours if not name and hasattr(view, "__name__")} <= UNNAMED


def asked(client, method, address):
    """What is answered to one request, whose traces are wiped out again."""
    with transaction.atomic():
        answer = getattr(client, method)(address, **ORIGIN)
        if answer.streaming:
            b"".join(answer)
        transaction.set_rollback(True)
    return answer


def verdict(answer):
    """ "open", "no", "sign in", or None where there is no such method."""
    if answer.status_code == 405:
        return None
    if answer.status_code in {403, 404}:
        return "no"
    to = answer.get("Location", "")
    unproven = to == PROVE and answer.request["PATH_INFO"] not in {f"{PROVE}ma/", f"{PROVE}roi/"}
    return "sign in" if "/tai-khoan/login/" in to or unproven else "open"


def entered(world, person):
    client = Client()
    cache.clear()
    if user := world.people[person]:
        client.force_login(user)
    return client


# Who tries what: the desk is tried by everybody, the rest by those whose rights differ there.
TRY = {
    "public": ["guest", "stranger"],
    "own": ["guest", "stranger", "owner", "maker A", "maker B", "shop_manager"],
    "signed": ["guest", "stranger", "owner", "maker B", "shop_manager", "administrator"],
}
CURIOUS = {"guest", "stranger", "maker A"}  # they are refused both ways; all others by POST


@pytest.fixture
def world(shop, settings, tmp_path):
    settings.ROOT_URLCONF = "rights_urls"
    plant_pages()
    return build(shop, settings, tmp_path)


@pytest.mark.parametrize("table", TABLES)
def test_each_address_opens_for_whom_it_is_meant_and_for_nobody_else(world, table):
    wrong = []
    for person in TRY.get(table, sorted(ALL)):
        client = entered(world, person)
        for name, (facts, opens) in TABLES[table].items():
            address = reverse(name, kwargs=facts(world))
            said = what_is_said(client, address, opens=person in opens, curious=person in CURIOUS)
            shut = "sign in" if person == "guest" and table not in {"signed", "public"} else "no"
            if said != {"open" if person in opens else shut}:
                wrong.append(f"{person} {name} {said}")
    assert not wrong, "\n".join(wrong)


def what_is_said(client, address, *, opens, curious):
    said = [verdict(asked(client, "get" if opens else "post", address))]
    if curious or said == [None]:
        said.append(verdict(asked(client, "post" if opens else "get", address)))
    return set(said) - {None}


def test_a_signature_opens_its_own_thing_and_a_forged_one_nothing(world):
    """To guests too; with the signature of another thing, cut, or empty, everything below is not found."""
    right = {
        "orders": world.sale.order.signature,
        "returns": world.sale.order.signature,
        "complaints": world.complaint.signature,
        "personal_data": world.data_request.signature,
        "payment": world.waiting_due.signature,
    }
    client = entered(world, "guest")
    wrong = []
    for name, (facts, _opens) in SIGNED.items():
        address, key = reverse(name, kwargs=facts(world)), right[name.partition(":")[0]]
        if name == "payment:payee-account":
            key = world.refund.due.signature
        if name == "returns:cancel":
            key = world.both.signature
        others = {*right.values(), world.guests.signature, key[:-1], ""} - {key}
        if "open" not in {verdict(asked(client, how, f"{address}?k={key}")) for how in ("get", "post")}:
            wrong.append(f"{name} is shut to its own signature")
        for other in others:
            said = {verdict(asked(client, how, f"{address}?k={other}")) for how in ("get", "post")} - {None}
            if said != {"no"}:
                wrong.append(f"{name} opens by another signature: {said}")
    assert not wrong, "\n".join(wrong)


def test_somebody_elses_things_do_not_open_below_an_order_of_ones_own(world):
    """The number in the address is one's own, the key behind it is not."""
    client = entered(world, "stranger")
    mine = {"number": world.strangers.number}
    for name, more in (
        ("returns:invoice-paper", {"pk": world.invoice.pk}),
        ("returns:review", {"line": world.line_b.pk}),
        ("returns:detail", {"ref": world.returned.number}),
        ("returns:withdraw", {"ref": world.returned.number}),
        ("returns:escalate", {"ref": world.returned.number}),
        ("returns:picture", {"ref": world.returned.number, "pk": world.return_picture.pk}),
    ):
        assert verdict(asked(client, "get", reverse(name, kwargs=mine | more))) in {"no", None}, name
        assert verdict(asked(client, "post", reverse(name, kwargs=mine | more))) in {"no", None}, name


def test_lists_of_a_maker_name_nothing_of_another(world):
    names = [str(world.parcel_b), world.product_b.title, world.maker_b.name, world.returned.number]
    lists = ["desk:parcels", "returns_desk:index", "returns_desk:invoices", "delivery_desk:packing",
             "goods_desk:index", "statements:index", "complaints_desk:index", "desk:index"]  # fmt: skip
    for person, sees in (("maker A", False), ("maker B", True)):
        client = entered(world, person)
        pages = "".join(client.get(reverse(name)).content.decode() for name in lists)
        assert [name in pages for name in names] == [sees] * len(names), person


def test_the_labels_of_several_parcels_print_only_with_a_right_to_each(world):
    address = reverse("labels:several")
    own = world.both.parcels.get(producer=world.maker_a).pk
    client = entered(world, "maker A")
    assert client.get(address, {"kien": [own]})["Content-Type"] == "application/pdf"
    assert client.get(address, {"kien": [own, world.parcel_b.pk]}).status_code == 404


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/thanh-toan/goi-lai/vietqr/", {"Authorization": "Apikey sai"}),
        ("/thanh-toan/goi-lai/vietqr/", {}),
        ("/thanh-toan/goi-lai/stripe/", {"Stripe-Signature": "t=1,v1=00"}),
        ("/giao-hang/goi-lai/ghn/?k=sai", {}),
        ("/giao-hang/goi-lai/ghn/", {"X-Callback-Secret": "sai"}),
    ],
)
def test_a_call_with_a_wrong_secret_is_turned_away_and_moves_nothing(world, settings, address, headers):
    settings.SEPAY_API_KEY, settings.STRIPE_WEBHOOK_SECRET = "khoa", "whsec_x"
    settings.STRIPE_SECRET_KEY = "sk_test_x"
    settings.GHN_URL, settings.GHN_TOKEN, settings.GHN_CALLBACK_SECRET = "http://127.0.0.1:9", "t", "bi-mat"
    settings.GHN_SHOP_ID = "1"
    body = {
        "id": 1, "accountNumber": "0071000", "transferType": "in", "referenceCode": "FT-GIA",
        "transferAmount": world.waiting_due.amount, "content": world.waiting_due.reference,
    }  # fmt: skip
    answer = Client().post(address, body, content_type="application/json", headers=headers)
    assert answer.status_code in {401, 403}
    assert not Settlement.objects.filter(reference="FT-GIA").exists()
    assert not Job.objects.filter(kind__in=("payment-callback", "carrier-report")).exists()


def test_an_unknown_provider_is_not_found(world):
    for address in ("/thanh-toan/goi-lai/cod/", "/thanh-toan/goi-lai/x/", "/giao-hang/goi-lai/x/"):
        assert Client().post(address, "{}", content_type="application/json").status_code == 404
        assert Client().get(address).status_code in {404, 405}


GUESSES = {  # address: (what is sent, the field that is guessed)
    "/don-hang/tra-cuu/": ({"number": "HT26-000001", "phone": "0912345678"}, "phone"),
    "/phan-anh/tra-cuu/": ({"number": "PA26-000001", "phone": "0912345678"}, "phone"),
    "/tai-khoan/don-hang/nhan/": ({"number": "HT26-000001", "phone": "0912345678"}, "phone"),
    "/du-lieu-ca-nhan/": ({"contact": "0912345678"}, "contact"),
}


@pytest.mark.parametrize("address", GUESSES)
def test_who_guesses_is_stopped_and_others_are_not(world, address):
    sent, field = GUESSES[address]
    client = entered(world, "stranger") if address.startswith("/tai-khoan/") else Client()
    said = [client.post(address, sent | {field: f"09123456{n:02d}"}, **ORIGIN).status_code for n in range(14)]
    assert said[0] != 429
    assert said[-1] == 429
    other = entered(world, "owner") if address.startswith("/tai-khoan/") else Client()
    cache_free = {"REMOTE_ADDR": "203.0.113.9"}
    changed = sent | {"number": "HT26-000002", field: "0377777777"}
    assert other.post(address, changed, **ORIGIN, **cache_free).status_code != 429


def test_tracking_needs_both_the_number_and_the_phone(world):
    order, other = world.guests, world.strangers
    client = Client()
    for number, phone, found in (
        (order.number, "0912 345 678", True),
        (order.number, "0988 888 888", False),
        (other.number, "0912 345 678", False),
        (order.number, "", False),
        ("", "0912 345 678", False),
    ):
        answer = client.post("/don-hang/tra-cuu/", {"number": number, "phone": phone}, **ORIGIN)
        assert (answer.status_code == 302) is found


def test_the_code_for_cash_is_asked_for_and_tried_a_few_times_only(world):
    from office.payment import confirming
    from office.stages import Refused

    attempt = world.attempt
    for _ in range(confirming.MOST_CODES):
        confirming.send_code(attempt)
    with pytest.raises(Refused):
        confirming.send_code(attempt)
    for _ in range(confirming.MOST_TRIES):
        with pytest.raises(Refused):
            confirming.confirm(attempt, "no")
    attempt.refresh_from_db()
    attempt.data |= {"code": confirming._digest(attempt, "123456")}
    attempt.save()
    with pytest.raises(Refused):
        confirming.confirm(attempt, "123456")  # the right one comes too late
