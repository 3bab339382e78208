"""The cache that the processes share: Redis. While it does not answer nothing is kept, and the shop goes on."""

import time

import structlog
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = structlog.get_logger(__name__)

PATIENCE = 1  # seconds for connecting, and for an answer
REST = 5  # seconds in which it is left alone after it failed: a page asks it several times


class ForgivingRedis(RedisCache):
    """Django's, except that a server which is away is an empty one and takes no page with it."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = _Client


class _Client(RedisCacheClient):
    _rests_until = 0.0  # for all threads: each has a client of its own

    def __init__(self, servers, **options):
        once_more = Retry(NoBackoff(), 1)  # a connection kept from before the server started anew
        patience = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE, "retry": once_more}
        super().__init__(servers, **patience, **options)

    def add(self, key, value, timeout):
        return self._ask(super().add, key, value, timeout, away=True)

    def get(self, key, default):
        return self._ask(super().get, key, default, away=default)

    def set(self, key, value, timeout):
        self._ask(super().set, key, value, timeout)

    def touch(self, key, timeout):
        return self._ask(super().touch, key, timeout, away=False)

    def delete(self, key):
        return self._ask(super().delete, key, away=False)

    def get_many(self, keys):
        return self._ask(super().get_many, keys, away={})

    def has_key(self, key):
        return self._ask(super().has_key, key, away=False)

    def incr(self, key, delta):
        value = self._ask(super().incr, key, delta)
        if value is None:
            raise ValueError(f"Key {key!r} not found.")
        return value

    def set_many(self, data, timeout):
        self._ask(super().set_many, data, timeout)

    def delete_many(self, keys):
        self._ask(super().delete_many, keys)

    def clear(self):
        return self._ask(super().clear, away=False)

    def _ask(self, command, *args, away=None):
        """What the server answers; `away` when it does not, and for the next seconds."""
        if time.monotonic() < _Client._rests_until:
            return away
        try:
            return command(*args)
        except RedisError as fault:
            _Client._rests_until = time.monotonic() + REST
            log.warning("cache does not answer", error=repr(fault))
            return away
