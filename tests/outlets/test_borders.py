"""What is taken for a point in Vietnam, corner by corner."""

import pytest
from outlet_rows import outlet

from catalogue.producers.models import Commune
from office.stages import Refused
from outlets.borders import in_vietnam
from outlets.finding import mapping
from outlets.network import registering

WITHIN = {
    "Thành Sen": (18.343, 105.906), "Cửa Lò": (18.82, 105.72), "Cầu Treo": (18.391, 105.158), "Kỳ Anh": (18.06, 106.29),
    "Lũng Cú": (23.36, 105.32), "A Pa Chải": (22.4, 102.15), "Móng Cái": (21.53, 107.97), "Lạng Sơn": (21.85, 106.76),
    "Cao Bằng": (22.67, 106.26), "Mường Xén": (19.4, 104.1), "Lao Bảo": (16.62, 106.6), "Bờ Y": (14.7, 107.4),
    "Mộc Bài": (11.07, 106.17), "Châu Đốc": (10.7, 105.12), "Hà Tiên": (10.38, 104.48), "Phú Quốc": (10.2, 103.96),
    "Mũi Cà Mau": (8.61, 104.72), "Côn Đảo": (8.69, 106.6), "Lý Sơn": (15.38, 109.12), "Hoàng Sa": (16.5, 111.6),
    "Trường Sa": (8.65, 111.92), "Bạch Long Vĩ": (20.13, 107.72),
}  # fmt: skip
OUTSIDE = {
    "Vientiane": (17.97, 102.61), "Thakhek": (17.4, 104.8), "Savannakhet": (16.57, 104.75), "Pakse": (15.12, 105.8),
    "Phnom Penh": (11.56, 104.92), "Nanning": (22.82, 108.32), "Haikou": (20.04, 110.34), "Sam Neua": (20.42, 104.05),
    "Bangkok": (13.75, 100.5), "Manila": (14.6, 120.98), "swapped": (105.9, 18.34), "nowhere": (0, 0),
}  # fmt: skip


@pytest.mark.parametrize("place", WITHIN)
def test_a_place_of_vietnam_lies_in_it(place):
    assert in_vietnam(*WITHIN[place])


@pytest.mark.parametrize("place", OUTSIDE)
def test_a_place_of_a_neighbour_does_not(place):
    assert not in_vietnam(*OUTSIDE[place])


def test_every_commune_whose_point_is_known_lies_in_vietnam():
    assert all(in_vietnam(*point) for point in mapping.commune_points().values())


def test_an_outlet_across_the_border_is_refused_at_its_field(shop):
    place = outlet()
    with pytest.raises(Refused) as refused:
        registering.correct(place, by=shop.user("trade_department"), latitude="17.97", longitude="102.61")
    assert refused.value.field == "latitude"
    assert Commune.objects.filter(outlets=place).exists()
