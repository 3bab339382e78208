"""What every search engine must do; each new engine joins by one line in `ENGINES`."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from catalogue.models import Product, Synonym
from catalogue.programme import recognising
from catalogue.search import Query, database, embedded, find, indexing
from catalogue.search.documents import documents
from catalogue.search.folding import marked, untelex
from catalogue.search.indexing import rebuild
from catalogue.search.query import IndexBusy
from office.outbox import Job, drain

pytestmark = pytest.mark.django_db
DOWN = "redis://127.0.0.1:9/0"  # nobody listens there
ENGINES = {"embedded": embedded, "database": database}


@pytest.fixture(params=ENGINES)
def engine(request):
    return ENGINES[request.param]


def ask(**facts):
    return Query(on=facts.pop("on", timezone.localdate()), **facts)


def titles(result):
    found = Product.objects.in_bulk(result.ids)
    return [found[pk].title for pk in result.ids]


@pytest.fixture
def goods(shop):
    maker = shop.producer(name="Hợp tác xã Ong Rừng", commune="18115")
    made = {
        "honey": shop.product("Mật ong hoa rừng", producer=maker, price=185_000, stars=4),
        "pomelo": shop.product("Bưởi Phúc Trạch", group="rau-cu-qua", price=65_000, stars=3),
        "sauce": shop.product("Nước mắm cốt", group="nuoc-mam-gia-vi-long", price=120_000),
        "wine": shop.product("Rượu nếp cái", group="ruou-trang", price=150_000, stars=3),
        "bowl": shop.product("Bươi tre đan", group="thu-cong-my-nghe", price=40_000),
    }
    Synonym.objects.create(word="bòng", meaning="bưởi")
    rebuild()
    return made


@pytest.mark.parametrize("typed", ["mật ong", "mat ong", "MẬT ONG", "maatj ong", "ong rừng"])
def test_marks_telex_and_case_do_not_matter(engine, goods, typed):
    assert "Mật ong hoa rừng" in titles(engine.find(ask(text=typed)))


@pytest.mark.parametrize("typed", ["nuowcs mawms", "nuoc mam", "nước mắm"])
def test_telex_leftovers_are_read(engine, goods, typed):
    assert titles(engine.find(ask(text=typed))) == ["Nước mắm cốt"]


def test_synonyms_of_editors_are_followed(engine, goods):
    assert "Bưởi Phúc Trạch" in titles(engine.find(ask(text="bòng")))


def test_exact_marks_come_first_in_the_index(goods):
    assert titles(embedded.find(ask(text="bưởi")))[0] == "Bưởi Phúc Trạch"
    assert titles(embedded.find(ask(text="bươi")))[0] == "Bươi tre đan"


def test_one_typing_error_is_forgiven_and_told_by_the_index(goods):
    result = embedded.find(ask(text="phuc trachh"))
    assert titles(result) == ["Bưởi Phúc Trạch"]
    assert result.corrected


def test_word_of_the_catalogue_is_no_typing_error(engine, goods, shop):
    shop.product("Nhung hươu tươi", group="mat-ong")
    rebuild()
    result = engine.find(ask(text="rượu"))
    assert (result.total, result.corrected) == (0, "")
    assert titles(engine.find(ask(text="hươu"))) == ["Nhung hươu tươi"]


def test_only_the_wrong_word_is_corrected(goods):
    result = embedded.find(ask(text="bưởi trachh"))
    assert (titles(result), result.corrected) == (["Bưởi Phúc Trạch"], "bưởi trạch")


def test_marks_are_believed_in_groups_places_and_legal_forms(engine, goods, shop):
    maker = shop.producer(name="Hợp tác xã Phong Phú")
    shop.product("Xúc xích", group="che-bien-thit-ca", producer=maker)  # "Chế biến từ thịt …"
    shop.product("Nước mắm Cửa Gió", group="nuoc-mam-gia-vi-long", producer=maker)
    shop.product("Chè xanh", group="che", producer=maker)
    rebuild()
    assert titles(engine.find(ask(text="chè"))) == ["Chè xanh"]
    assert "Xúc xích" in titles(engine.find(ask(text="che")))
    assert titles(engine.find(ask(text="xà phòng"))) == []
    assert "Nước mắm Cửa Gió" in titles(engine.find(ask(text="xa phong")))
    assert "Nước mắm Cửa Gió" in titles(engine.find(ask(text="hợp tác xã phong phú")))


def test_other_marks_are_forgiven_in_titles_and_makers_names(engine, goods, shop):
    assert "Bưởi Phúc Trạch" in titles(engine.find(ask(text="buởi phúc trạch")))
    shop.product("Trà hòa tan", producer=shop.producer(name="Cơ sở Thúy Hoà"))
    rebuild()
    assert titles(engine.find(ask(text="hoà"))) == titles(engine.find(ask(text="hòa")))
    assert titles(engine.find(ask(text="thuỳ"))) == ["Trà hòa tan"]


def test_synonym_is_followed_for_the_word_meant(engine, goods):
    assert "Bưởi Phúc Trạch" in titles(engine.find(ask(text="bong")))
    assert "Bưởi Phúc Trạch" not in titles(engine.find(ask(text="bông")))


def test_maker_group_commune_and_former_commune_are_searched(engine, goods):
    for typed in ("hợp tác xã ong", "bắc hồng lĩnh", "trung luong"):
        assert "Mật ong hoa rừng" in titles(engine.find(ask(text=typed)))


def test_alcohol_is_invisible_until_the_visitor_is_an_adult(engine, goods):
    assert titles(engine.find(ask(text="rượu"))) == []
    assert titles(engine.find(ask(text="rượu", adult=True))) == ["Rượu nếp cái"]
    assert "ruou-trang" not in engine.find(ask()).facets["groups"]


def test_facet_counts_respect_the_other_choices_but_not_their_own(engine, goods):
    result = engine.find(ask(stars=(4,)))
    assert titles(result) == ["Mật ong hoa rừng"]
    assert result.facets["stars"] == {4: 1, 3: 1}
    assert result.facets["groups"] == {"mat-ong": 1}


def test_star_that_ends_today_is_gone_tomorrow_from_the_same_index(engine, goods, shop):
    last = goods["honey"].recognitions.get().ends_on
    assert engine.find(ask(stars=(4,), on=last)).total == 1
    tomorrow = engine.find(ask(stars=(4,), on=last + timedelta(days=1)))
    assert tomorrow.total == 0
    assert 4 not in tomorrow.facets["stars"]


def test_price_range_and_order(engine, goods):
    result = engine.find(ask(price_min=65_000, price_max=130_000, sort="price"))
    assert titles(result) == ["Bưởi Phúc Trạch", "Nước mắm cốt"]
    assert titles(engine.find(ask(sort="-price")))[0] == "Mật ong hoa rừng"


def test_pages_do_not_overlap(engine, shop):
    shop.products(7)
    rebuild()
    first, second = engine.find(ask(per_page=4)), engine.find(ask(per_page=4, page=2))
    assert (len(first.ids), len(second.ids), first.total) == (4, 3, 7)
    assert not set(first.ids) & set(second.ids)


@pytest.mark.parametrize("typed", ["🍯", "%", "'; --", "a" * 120, "\x00", "( OR AND"])
def test_any_text_gets_an_answer(engine, goods, typed):
    engine.find(ask(text=typed))


def test_missing_index_costs_a_visitor_no_rebuild_and_the_worker_makes_it(goods, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "gone"
    for _ in range(3):
        result = find(ask(text="mat ong"))
        assert (result.engine, titles(result)) == ("database", ["Mật ong hoa rừng"])
    assert not settings.SEARCH_INDEX_DIR.exists()
    assert Job.objects.filter(kind="search.rebuild").count() == 1
    drain()
    assert find(ask(text="mat ong")).engine == "embedded"


def test_order_does_not_wait_for_a_rebuild_and_its_change_is_kept_for_after_it(
    goods, shop, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.SEARCH_INDEX_DIR = tmp_path / "gone"
    with django_capture_on_commit_callbacks(execute=True):
        shop.product("Tinh bột nghệ")
    assert not list(settings.SEARCH_INDEX_DIR.glob("current-*"))
    assert titles(find(ask(text="tinh bot nghe"))) == ["Tinh bột nghệ"]  # the database's own words are there
    assert set(Job.objects.values_list("kind", flat=True)) == {"search.index", "search.rebuild"}
    drain()
    assert set(Job.objects.values_list("kind", "tries")) == {("search.index", 0)}


def test_visitor_is_answered_when_the_rebuild_cannot_even_be_asked_for(goods, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "gone"
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": DOWN}
    }
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE office_job RENAME TO office_job_away")
    indexing.rebuild_later()
    assert Product.objects.exists()  # the transaction around it is whole
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE office_job_away RENAME TO office_job")
    indexing.rebuild_later()
    assert Job.objects.filter(kind="search.rebuild").exists()


@pytest.mark.parametrize("end", [".idx", ".fast", ".pos", ".term", "meta.json"])
def test_broken_index_never_breaks_the_shop(goods, settings, end):
    for file in settings.SEARCH_INDEX_DIR.glob(f"*/*{end}"):
        content = bytearray(file.read_bytes())
        middle = range(1, max(len(content) - 400, 2))  # the foot, by which the engine would notice, is whole
        content[1 : middle.stop] = bytes(content[place] ^ 0x5A for place in middle)
        file.write_bytes(content)
    embedded._opened.clear()
    assert titles(find(ask(text="mat ong"))) == ["Mật ong hoa rừng"]


def test_change_made_during_a_rebuild_is_in_the_new_index(goods, django_capture_on_commit_callbacks):
    honey = goods["honey"]

    def slowly():
        yield from documents()
        with django_capture_on_commit_callbacks(execute=True):  # tried at once, while the rebuild writes
            honey.title = "Mật ong bạc hà"
            honey.save()

    embedded.rebuild(slowly())
    assert embedded.find(ask(text="bạc hà")).total == 0
    Job.objects.update(due_at=timezone.now())  # a minute later
    drain()
    assert titles(embedded.find(ask(text="bạc hà"))) == ["Mật ong bạc hà"]


def test_two_cannot_write_the_index_at_once(goods):
    with embedded.writing(0):
        with pytest.raises(IndexBusy):
            embedded.rebuild(iter(()), wait=0.05)
        with pytest.raises(IndexBusy):
            embedded.update({goods["honey"].pk}, iter(()), wait=0.05)
    assert titles(embedded.find(ask(text="mat ong"))) == ["Mật ong hoa rừng"]


def test_rebuild_leaves_the_folder_readers_may_still_have_open_and_no_older(goods, settings):
    for _ in range(3):
        rebuild()
    assert len(list(settings.SEARCH_INDEX_DIR.glob("*/meta.json"))) == 2
    with pytest.raises(RuntimeError):
        embedded.rebuild(_fails())
    assert len(list(settings.SEARCH_INDEX_DIR.glob("*/meta.json"))) == 2
    assert embedded.find(ask(text="mat ong")).total == 1


def _fails():
    raise RuntimeError
    yield


def test_changes_reach_the_index_after_commit(goods, shop, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        recognising.withdraw(
            goods["honey"].recognitions.get(),
            reason="Không giữ quy trình",
            decision_number="9/QĐ",
            decision_date=timezone.localdate(),
            decided_by="UBND",
            by=shop.office,
        )
        shop.product("Tinh bột nghệ")
    assert embedded.find(ask(stars=(4,))).total == 0
    assert titles(embedded.find(ask(text="tinh bot nghe"))) == ["Tinh bột nghệ"]


@given(st.text(alphabet="abcdeghiklmnopqrstuvwxyz", max_size=12))
def test_undoing_telex_never_fails_and_settles(word):
    assert untelex(untelex(untelex(word))) == untelex(untelex(word)) or len(word) > 3


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("buowir", "buoi"),
        ("nuowcs", "nuoc"),
        ("mawms", "mam"),
        ("ddor", "do"),
        ("ong", "ong"),
        ("trach", "trach"),
        ("keoj", "keo"),
    ],
)
def test_undoing_telex(typed, plain):
    assert untelex(typed) == plain


@pytest.mark.parametrize(
    ("word", "known"), [("hoà", "hoa2"), ("hòa", "hoa2"), ("bưởi", "bươi3"), ("đỏ", "đo3"), ("ong", "ong")]
)
def test_tone_is_read_wherever_it_is_set(word, known):
    assert marked(word) == known
