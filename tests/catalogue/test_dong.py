from catalogue.templatetags.ocop import dong


def test_dong_groups_thousands_with_points():
    assert dong(1250000) == "1.250.000\u00a0₫"


def test_dong_of_nothing_is_empty():
    assert dong(None) == ""
