"""The pages every shop needs on its first day; editors take over from there. Planting again changes nothing."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from .models import HomePage, SiteSettings, TextPage
from .texts import TEXTS


@transaction.atomic
def plant_pages(*, picture=None, producers=()):
    """The home page with its site, the rules of the shop and the help pages; returns the home page."""
    home = HomePage.objects.first() or _home(picture)
    if producers and not home.producers.exists():
        home.producers.set(producers)
        home.save()
    known = set(TextPage.objects.values_list("slug", flat=True))
    for text in TEXTS:
        if text.slug not in known:
            page = TextPage(
                title=text.title,
                slug=text.slug,
                intro=text.intro,
                place=text.place,
                body=[("text", text.html)],
                locale=home.locale,
            )
            home.add_child(instance=page)
    site = home.get_site()
    SiteSettings.objects.get_or_create(
        site=site,
        defaults={
            "operator": "Văn phòng Điều phối chương trình OCOP (bản trình diễn)",
            "address": "Phường Thành Sen, tỉnh Hà Tĩnh",
            "phone": "0950 000 000",
            "email": "lien-he@demo.ocop.example",
            "establishment": "Theo quyết định năm 2019 của UBND tỉnh Hà Tĩnh về đề án OCOP",
            "registration": "Website đang làm thủ tục thông báo với Bộ Công Thương",
        },
    )
    return home


def _home(picture):
    locale, _made = Locale.objects.get_or_create(language_code="vi")
    root = Page.objects.filter(depth=1).first()
    root = root or Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    home = HomePage(
        title="OCOP Hà Tĩnh",
        slug="ocop-ha-tinh",
        eyebrow="Mỗi xã một sản phẩm",
        headline="Đặc sản Hà Tĩnh, sao thật trên từng sản phẩm",
        lead="Mua thẳng từ hộ làm nghề và hợp tác xã. Mỗi ngôi sao gắn với một quyết định còn hiệu lực hôm nay.",
        picture=picture,
        fair_title="Hội chợ OCOP Hà Tĩnh",
        fair_text="Hội chợ năm nay đang được chuẩn bị. Lịch và danh sách gian hàng sẽ đăng tại đây.",
        outlets_title="Điểm giới thiệu và bán sản phẩm",
        outlets_text="Hai mươi bốn điểm trong tỉnh và một phòng trưng bày tại bãi biển Cửa Lò. "
        "Địa chỉ, giờ mở cửa sẽ có trên bản đồ trong đợt cập nhật tới.",
        locale=locale,
    )
    for old in Page.objects.filter(depth=2):
        old.delete()
    root.refresh_from_db()
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "OCOP Hà Tĩnh"},
    )
    return home
