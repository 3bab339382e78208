"""Who opens which address: every person against every address of ours, by GET and by POST.

A new address without a row here fails. What "opens" means: it answers neither "no" (403, 404) nor "sign in".
"""

import pytest
from django.db import transaction
from django.urls import URLResolver, get_resolver, reverse

from cms.planting import plant_pages
from rights_table import ALL, ROWS, SIGNED, TABLES
from rights_world import build, entered

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]
OURS = ("shop.", "office.", "catalogue.", "cms.", "outlets.")
PROVE = "/du-lieu-ca-nhan/"  # who may not sign in proves a number or an address there
ORIGIN = {"headers": {"Origin": "http://testserver"}}

CALLS = {"payment:callback", "carrier-callback"}  # `test_guessing.py`
UNNAMED = {"ProductDoor", "nothing_here", "DesignPage"}  # `tests/shop/test_oscar_doors.py`


def addresses(resolver, spaces=()):
    """(name, view) of every address below `resolver`."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, spaces + ((pattern.namespace,) if pattern.namespace else ()))
        else:
            view = getattr(pattern.callback, "view_class", pattern.callback)
            yield ":".join((*spaces, pattern.name)) if pattern.name else "", view


def test_every_address_of_ours_stands_in_the_table():
    ours = [(name, view) for name, view in addresses(get_resolver()) if view.__module__.startswith(OURS)]
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
    return "sign in" if "/login/" in to or unproven else "open"


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
