"""The ledger: what is written balances, is written once, and stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from office.ledger import accounts, reading
from office.ledger.models import Account, Entry, Row
from office.ledger.posting import Different, Unbalanced, post

pytestmark = pytest.mark.django_db

SALE = [("bank", 100_000), ("payers", -100_000, "HT26000001")]


def test_an_entry_is_written_with_its_rows_and_counts_in_the_balances():
    entry = post("k1", "Tiền về", SALE, about="HT26000001")
    assert (entry.text, entry.about, entry.rows.count()) == ("Tiền về", "HT26000001", 2)
    assert (reading.balance("bank"), reading.balance("payers", about="HT26000001")) == (100_000, -100_000)
    assert reading.trial_balance() == {"bank": 100_000, "payers": -100_000}


@pytest.mark.parametrize(
    "rows",
    [[], [("bank", 0)], [("bank", 1)], [("bank", 5), ("payers", -4)]],
    ids=["none", "zero", "one", "off"],
)
def test_what_does_not_balance_is_not_written(rows):
    with pytest.raises(Unbalanced):
        post("k1", "?", rows)
    assert not Entry.objects.exists()


def test_only_whole_dong_are_written():
    with pytest.raises(TypeError):
        post("k1", "?", [("bank", 1.5), ("payers", -1.5)])


def test_the_same_key_again_is_the_first_entry():
    assert post("k1", "Tiền về", SALE) == post("k1", "Tiền về", list(reversed(SALE)))
    assert Row.objects.count() == 2


def test_the_same_key_with_other_rows_is_refused():
    post("k1", "Tiền về", SALE)
    with pytest.raises(Different):
        post("k1", "Tiền về", [("bank", 1), ("payers", -1)])
    with pytest.raises(Different):
        post("k1", "Tiền về", [("bank", 100_000), ("payers", -100_000, "HT26000002")])


def test_an_account_is_opened_by_rule_on_first_use_and_never_without_one():
    accounts.register("kho:", accounts.Kind.ASSET, lambda rest: f"Kho {rest}")
    post("k1", "Sang kho", [("kho:7", 5), ("bank", -5)])
    assert Account.objects.get(code="kho:7").name == "Kho 7"
    with pytest.raises(accounts.UnknownAccount):
        post("k2", "?", [("khong-co", 5), ("bank", -5)])
    with pytest.raises(accounts.UnknownAccount):
        post("k3", "?", [("khong:co", 5), ("bank", -5)])
    assert Entry.objects.count() == 1


def test_an_account_may_be_opened_by_hand():
    opened = accounts.open_account("quy", "Quỹ tiền mặt", accounts.Kind.ASSET)
    assert accounts.open_account("quy") == opened


def test_balances_are_of_the_end_of_a_day_in_vietnam():
    midnight = reading.start_of(timezone.localdate())
    post("k1", "Hôm qua", SALE, at=midnight - timedelta(seconds=1))
    post("k2", "Hôm nay", SALE, at=midnight)
    today = timezone.localdate()
    assert reading.balance("bank", on=today - timedelta(days=1)) == 100_000
    assert reading.balance("bank", on=today) == 200_000
    assert [row.amount for row in reading.rows("bank", since=today)] == [100_000]
    assert reading.trial_balance(today - timedelta(days=2)) == {}


def test_rows_of_a_prefix_are_of_all_its_accounts_and_of_a_code_of_it_alone():
    accounts.register("kho:", accounts.Kind.ASSET, "Kho")
    post("k1", "a", [("kho:1", 5), ("kho:12", 6), ("bank", -11)])
    assert {row.account.code for row in reading.rows("kho:")} == {"kho:1", "kho:12"}
    assert [row.amount for row in reading.rows("kho:1")] == [5]


@pytest.mark.parametrize("model", [Entry, Row])
def test_the_database_refuses_to_change_or_delete_what_is_written(model):
    post("k1", "Tiền về", SALE)
    change = {"text": "khác"} if model is Entry else {"amount": 7}
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608
    assert reading.balance("bank") == 100_000


def test_a_row_of_nothing_is_refused_by_the_database():
    entry = post("k1", "Tiền về", SALE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Row.objects.create(entry=entry, account=accounts.open_account("bank"), amount=0)


@pytest.mark.postgres
def test_the_database_refuses_to_commit_what_does_not_balance():
    entry = post("k1", "Tiền về", SALE)
    bank = accounts.open_account("bank")
    with pytest.raises(IntegrityError), transaction.atomic():
        Row.objects.create(entry=entry, account=bank, amount=5)
        connection.check_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(key="k2", text="Không dòng nào")
        connection.check_constraints()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_the_test_runner_may_empty_the_ledger_and_its_guard_stays(round_):
    assert not Entry.objects.exists()
    post("k1", "Tiền về", SALE)
    with pytest.raises(IntegrityError):
        Row.objects.update(amount=1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_posted_by_many_at_once_it_is_written_once():
    from concurrent.futures import ThreadPoolExecutor

    def go(_):
        try:
            return post("k1", "Tiền về", SALE).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(go, range(16)))) == 1
    assert reading.trial_balance() == {"bank": 100_000, "payers": -100_000}


class AnyHistory(TestCase):
    """Whatever is posted, in any order and repeatedly, the books balance."""

    @given(
        st.lists(
            st.tuples(
                st.integers(1, 6),
                st.lists(
                    st.tuples(
                        st.sampled_from(["bank", "payers", "differences"]), st.integers(-(10**12), 10**12)
                    ),
                    max_size=5,
                ),
            ),
            max_size=12,
        )
    )
    def test_the_books_balance(self, history):
        written: dict[int, list] = {}
        for key, rows in history:
            try:
                post(f"k{key}", "?", rows)
            except (Unbalanced, Different):
                continue
            written.setdefault(key, rows)
        assert sum(reading.trial_balance().values()) == 0
        for code in ("bank", "payers", "differences"):
            meant = sum(amount for rows in written.values() for each, amount in rows if each == code)
            assert reading.balance(code) == meant
