"""Numbers, the outbox, stages, notices, and pictures taken in."""

import io
import threading
import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from PIL import Image

from at_once import of_each
from catalogue.picturing import open_picture, set_pictures, store_picture
from office import outbox
from office.limiting import address_of, too_often, tried_enough
from office.notices import Notice, tell
from office.numbering import next_number
from office.roles import give_role, has_role
from office.stages import Refused

pytestmark = pytest.mark.django_db
seen = []


@outbox.handles("test.noted")
def _noted(payloads):
    seen.extend(payloads)


@outbox.handles("test.broken")
def _broken(payloads):
    raise RuntimeError("down")


@pytest.fixture(autouse=True)
def nothing_seen():
    seen.clear()


def test_numbers_follow_each_other_and_a_failed_use_leaves_no_gap():
    assert [next_number("t", year=2026), next_number("t", year=2026), next_number("t", year=2027)] == [
        1,
        2,
        1,
    ]
    with pytest.raises(RuntimeError), transaction.atomic():
        next_number("t", year=2026)
        raise RuntimeError
    assert next_number("t", year=2026) == 3


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_numbers_given_to_many_at_once_are_all_different():

    def take(_n):
        given = []
        for _time in range(5):
            with transaction.atomic():
                given.append(next_number("many", year=2026))
        return given

    given = [number for each in of_each(12, take) for number in each]
    assert sorted(given) == list(range(1, 61))


def test_job_is_done_after_the_commit_and_not_before(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        outbox.post("test.noted", {"n": 1})
        assert seen == []
    assert seen == [{"n": 1}]
    assert not outbox.Job.objects.exists()


def test_job_of_a_rolled_back_transaction_is_gone():
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.post("test.noted", {"n": 2})
        raise RuntimeError
    outbox.drain()
    assert seen == []


def test_failing_job_harms_nobody_and_waits_longer_each_time(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        outbox.post("test.broken", {})
    job = outbox.Job.objects.get()
    assert (job.tries, "down" in job.error) == (1, True)
    assert outbox.drain("test.broken") == 0
    outbox.Job.objects.update(due_at=job.made_at)
    outbox.drain("test.broken")
    job.refresh_from_db()
    assert job.tries == 2


def test_waiting_jobs_with_one_key_are_one():
    for _ in range(3):
        outbox.post("test.noted", {"n": 3}, key="same")
    assert outbox.Job.objects.count() == 1


def test_notice_reaches_the_inbox_and_the_mailbox(shop, django_capture_on_commit_callbacks):
    person = shop.user("buyer")
    with django_capture_on_commit_callbacks(execute=True):
        tell(person, "Kiện hàng đã giao.", link="/x/")
    assert Notice.objects.get().user == person
    assert mail.outbox[0].to == [person.email]


def test_too_often_counts_each_one_apart():
    assert [too_often("t", "a", times=2, seconds=60) for _ in range(3)] == [False, False, True]
    assert not too_often("t", "b", times=2, seconds=60)


def test_tries_at_once_are_all_counted():
    ready, refused = threading.Barrier(8), []

    def hurry():
        ready.wait()
        refused.extend(too_often("t", "crowd", times=30, seconds=3600) for _ in range(10))

    threads = [threading.Thread(target=hurry) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert refused.count(False) == 30


def test_nobody_is_refused_while_the_cache_is_down(settings):
    down = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    settings.CACHES = {"default": down}
    assert not any(too_often("t", "a", times=1, seconds=60) for _ in range(3))


def test_counter_that_lost_its_end_shuts_nobody_out_for_ever():
    assert [too_often("t", "a", times=1, seconds=60) for _ in range(2)] == [False, True]
    begun = next(key for key in cache._cache if key.endswith(":60"))
    for key in set(cache._cache) - {begun}:
        cache.touch(key.removeprefix(":1:"), None)
    cache.delete(begun.removeprefix(":1:"))  # its end
    assert not too_often("t", "a", times=1, seconds=60)


def test_time_begins_with_the_first_try_and_not_with_the_minute_of_the_clock(monkeypatch):
    minute = 60 * (int(time.time()) // 60 + 1)
    for second, counted, refused in (
        (59, 0, False),
        (59, 1, False),
        (61, 2, True),
        (118, 3, True),
        (120, 0, False),
    ):
        monkeypatch.setattr(time, "time", lambda second=second: minute + second)
        assert [tried_enough("t", "a", times=n, seconds=60) for n in (counted, counted + 1)] == [
            counted > 0,
            False,
        ]
        assert too_often("t", "a", times=2, seconds=60) is refused


def test_anything_may_be_counted():
    assert not too_often("t", "0912 345 678\n" * 100, times=1, seconds=60)


def test_role_is_had_by_whom_it_was_given_and_by_administrators(shop):
    editor, buyer = shop.user("editor"), shop.user("buyer")
    assert has_role(editor, "editor")
    assert not has_role(buyer, "editor")
    assert has_role(shop.office, "editor")
    with pytest.raises(ValueError, match="no role"):
        give_role(buyer, "king")


def picture(side=600, form="PNG", mode="RGB"):
    out = io.BytesIO()
    Image.new(mode, (side, side), "#d9862a").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
        (b"\x89PNG not really" * 600_000, "không phải ảnh"),
        (b"<svg onload=alert(1)>", "không phải ảnh"),
        (b"", "không phải ảnh"),
        (picture(60), "200 điểm ảnh"),
    ],
)
def test_file_that_is_no_picture_is_refused_at_its_field(content, word):
    with pytest.raises(Refused) as refused:
        open_picture(content)
    assert word in refused.value.message
    assert refused.value.field == "picture"


def test_picture_is_kept_in_three_sizes_and_formats_without_its_place(shop):
    product = shop.product()
    set_pictures(product, [store_picture(picture(form="JPEG"), title="Mật", alt="Lọ mật ong")])
    product.refresh_from_db()
    assert set(product.picture_set) == {"thumb", "card", "page", "alt", "illustration"}
    assert product.picture_set["card"]["avif"].endswith("-480.avif")
    assert product.picture_set["alt"] == "Lọ mật ong"


def test_address_is_the_proxys_word_only_when_there_is_a_proxy(rf, settings):
    request = rf.get("/", headers={"X-Real-IP": "203.0.113.9"}, REMOTE_ADDR="198.51.100.1")
    assert address_of(request) == "198.51.100.1"
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    assert address_of(request) == "203.0.113.9"
