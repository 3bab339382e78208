"""A NUL in an address reaches no query: PostgreSQL would fail on it."""

import pytest


@pytest.mark.parametrize("path", ["/don-hang/%00/", "/phan-anh/HT%00/", "/bao-co-hang/thoi/%00/", "/x%00/"])
def test_a_path_with_a_nul_is_refused_before_anything_is_looked_up(client, django_assert_num_queries, path):
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 400


@pytest.mark.django_db
def test_one_in_the_query_is_left_out_and_the_page_is_shown(client, reference):
    answer = client.get("/phan-anh/?chu-the=a%00b")
    assert answer.status_code == 200
    assert answer.wsgi_request.GET["chu-the"] == "ab"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/gio-hang/phieu/", "/gio-hang/phieu/bo/"])
def test_a_voucher_with_one_is_no_voucher(client, reference, address):
    answer = client.post(address, {"code": "A\x00"}, headers={"Origin": "http://testserver"})
    assert answer.status_code in {302, 422}
