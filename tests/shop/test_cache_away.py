"""A cache server that does not answer takes no page with it."""

import socket
import threading

import pytest
from django.core.cache import cache

from office.limiting import too_often
from shop.settings.cache import _Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(settings, monkeypatch):
    monkeypatch.setattr(_Client, "_rests_until", 0.0)

    def at(address):
        settings.CACHES = {
            "default": {"BACKEND": "shop.settings.cache.ForgivingRedis", "LOCATION": f"redis://{address}/0"}
        }

    at("127.0.0.1:9")  # nobody listens there
    return at


@pytest.fixture
def silent():
    """The address of a server that takes connections and says nothing, and the connections it took."""
    taken = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take():
            while True:
                try:
                    taken.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}", taken
        for connection in taken:
            connection.close()


@pytest.mark.parametrize("path", ["/", "/san-pham/", "/diem-ban/", "/gio-hang/", "/tai-khoan/login/"])
def test_pages_answer_while_the_cache_is_away(away, client, reference, path):
    assert client.get(path).status_code == 200


def test_orders_can_be_taken_without_the_cache_and_the_health_page_says_so(away, client, reference):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["cache"]) == (200, False)


def test_cache_that_is_away_is_an_empty_one(away):
    cache.set("a", 1)
    cache.set_many({"b": 2})
    assert (cache.get("a"), cache.get("a", 7), cache.get_many(["a", "b"])) == (None, 7, {})
    assert (cache.get_or_set("a", 3), cache.add("a", 4), cache.has_key("a")) == (3, True, False)
    assert (cache.touch("a"), cache.delete("a"), cache.clear()) == (False, False, False)
    cache.delete_many(["a", "b"])
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_nobody_is_refused_while_nothing_can_be_counted(away):
    assert not any(too_often("t", "a", times=1, seconds=60) for _ in range(3))


def test_server_that_is_silent_is_waited_for_once_and_not_at_every_question(away, silent):
    address, taken = silent
    away(address)
    assert [cache.get(key) for key in "abcdef"] == [None] * 6
    assert len(taken) == 2  # the try and the one after it
