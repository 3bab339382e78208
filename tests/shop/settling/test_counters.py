"""What outlets sold of a producer's goods stands on its statement, beside what the house owes."""

import io
import re
import subprocess

import openpyxl
import pytest
from consigning_rows import Counter
from django.urls import reverse
from django.utils import timezone
from outlet_rows import outlet

from outlets.stock import consigning, stocking
from shop.settling import counters, stating

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(shop):
    counter = Counter(shop, pieces=10)
    counter.sell(2)
    stocking.pay(counter.row, 40_000, by=counter.keeper)
    return counter


def test_sums_are_those_of_the_books(counter):
    (row,) = counters.counters_of(counter.producer)
    assert (row.consignment, row.sold, row.fee, row.paid, row.due) == (
        counter.row, 100_000, -10_000, -40_000, 50_000,
    )  # fmt: skip


def test_a_week_counts_its_own_days_only(counter):
    monday = stating.monday_of(timezone.localdate())
    assert [row.due for row in counters.counters_of_week(counter.producer, monday)] == [50_000]
    assert counters.counters_of_week(counter.producer, monday - stating.WEEK) == []


def test_the_house_owes_nothing_of_it(counter):
    assert stating.owed_to(counter.producer) == 0


def test_the_producer_reads_it_and_another_does_not(client, shop, counter):
    other = Counter(shop)
    for person, producer, seen in (
        (counter.maker, counter.producer, True),
        (other.maker, other.producer, False),
    ):
        client.force_login(person)
        text = client.get(reverse("statements:weeks", args=[producer.pk])).content.decode()
        assert (counter.outlet.name in text) is seen
    client.force_login(other.maker)
    assert client.get(reverse("statements:weeks", args=[counter.producer.pk])).status_code == 404


def figures_of_page(client, producer, monday):
    """{outlet or total: its four amounts} of the page's table, "" where nothing stands."""
    text = (
        client.get(reverse("statements:week", args=[producer.pk, f"{monday:%Y-%m-%d}"]))
        .content.decode()
        .replace("\u00a0", " ")
    )
    part = text.partition("Đã bán tại điểm bán")[2].partition("</table>")[0]
    rows = [
        re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in re.findall(r"<tr>(.*?)</tr>", part, re.S)
    ]
    return {row[0]: row[1:] for row in rows if row}


def pdf_text(client, producer, monday):
    pdf = client.get(file_of(producer, monday, "pdf")).content
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().replace("\u00a0", " ").split())


def sheets(client, producer, monday):
    book = openpyxl.load_workbook(io.BytesIO(client.get(file_of(producer, monday, "xlsx")).content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def file_of(producer, monday, kind):
    return reverse("statements:file", args=[producer.pk, f"{monday:%Y-%m-%d}", kind])


def written(amount):
    return f"{amount:,} ₫".replace(",", ".")


@pytest.fixture
def this_monday():
    return stating.monday_of(timezone.localdate())


@pytest.fixture
def makers_browser(client, counter):
    """The browser of the producer's person."""
    client.force_login(counter.maker)
    return client


def test_page_pdf_and_xlsx_say_the_same_of_the_counters(makers_browser, counter, this_monday):
    page = figures_of_page(makers_browser, counter.producer, this_monday)
    assert page[counter.outlet.name] == [written(n) for n in (100_000, -10_000, -40_000, 50_000)]
    assert page["Tổng cộng"] == page[counter.outlet.name]
    sheet = sheets(makers_browser, counter.producer, this_monday)["Đã bán tại điểm bán"]
    assert sheet[-2:] == [
        (counter.outlet.name, 100_000, -10_000, -40_000, 50_000),
        ("Tổng cộng", 100_000, -10_000, -40_000, 50_000),
    ]
    text = pdf_text(makers_browser, counter.producer, this_monday)
    for row in (counter.outlet.name, "Tổng cộng"):
        assert " ".join([row, *page[row]]) in text


def test_several_outlets_add_up_alike_in_page_pdf_and_xlsx(makers_browser, counter, this_monday):
    keeper = counter.shop.user("keeper", name="Chị Lài")
    second = outlet(name="Quầy bến xe", keeper=keeper)
    row = consigning.accept(
        consigning.offer(second, counter.producer, commission="15", by=keeper), by=counter.maker
    )
    stocking.deliver(row, {counter.jar: 4}, by=keeper)
    stocking.sell(row, {counter.jar: (3, 60_000)}, by=keeper)
    total = [280_000, -37_000, -40_000, 203_000]
    assert figures_of_page(makers_browser, counter.producer, this_monday)["Tổng cộng"] == [
        *map(written, total)
    ]
    assert list(sheets(makers_browser, counter.producer, this_monday)["Đã bán tại điểm bán"][-1][1:]) == total
    assert " ".join(["Tổng cộng", *map(written, total)]) in pdf_text(
        makers_browser, counter.producer, this_monday
    )


def test_files_of_a_week_with_counter_sales_only_still_say_what_the_house_owes(
    makers_browser, counter, this_monday
):
    found = sheets(makers_browser, counter.producer, this_monday)
    assert found["Tổng kết tuần"][-1][1] == 0
    assert len(found) == 4


def test_files_of_a_week_without_counter_sales_have_no_such_part(makers_browser, counter, this_monday):
    before = this_monday - stating.WEEK
    assert figures_of_page(makers_browser, counter.producer, before) == {}
    assert "Đã bán tại điểm bán" not in sheets(makers_browser, counter.producer, before)
    assert "Đã bán tại điểm bán" not in pdf_text(makers_browser, counter.producer, before)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_the_maker_has_the_files_and_another_maker_has_not(client, shop, counter, this_monday, kind):
    address = file_of(counter.producer, this_monday, kind)
    for person, status in ((counter.maker, 200), (Counter(shop).maker, 404)):
        client.force_login(person)
        assert client.get(address).status_code == status
