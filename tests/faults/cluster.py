"""A PostgreSQL server of our own that may be restarted, and the site served on it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import httpx
import psycopg
from django.db import connection

from mortal import ROOT

BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), Path()).parent
IS_THERE = (BIN / "initdb").exists()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Cluster:
    """Filled with the migrated template of the test database's server."""

    def __init__(self):
        self.folder, self.port = Path(tempfile.mkdtemp(prefix="ocop-pg-")), free_port()
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres", self.folder], check=True)
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def __enter__(self):
        self.command("initdb", f"-D {self.folder}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8 -N")
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
        self.command("pg_ctl", f"-D {self.folder}/data -w -l {self.folder}/log -o '{options}' start")
        self.fill()
        return self

    def __exit__(self, *fault):
        self.command("pg_ctl", f"-D {self.folder}/data -m immediate stop")
        rmtree(self.folder, ignore_errors=True)

    def fill(self):
        facts = connection.settings_dict
        template = f"ocop_template_{facts['NAME'].split('_')[2]}"  # the run's is test_ocop_<hash>_<worker>
        there = f"-h {facts['HOST']} -p {facts['PORT']} -U {facts['USER']} {template}"
        here = f"-q -h 127.0.0.1 -p {self.port} -U postgres postgres"
        subprocess.run(  # noqa: S602  (our own words)
            f"{BIN}/pg_dump {there} | PGOPTIONS='-c synchronous_commit=off' {BIN}/psql {here}",
            shell=True, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def command(self, name, words):
        line = f"{BIN}/{name} {words} >/dev/null 2>&1"
        subprocess.run(
            ["su", "postgres", "-c", line] if os.geteuid() == 0 else ["sh", "-c", line], check=True
        )

    def restart(self):
        """As after a power cut: every connection breaks, what was not committed is gone."""
        self.command("pg_ctl", f"-D {self.folder}/data -w -m immediate restart")

    def connect(self):
        return psycopg.connect(self.url)

    def wait_for_a_waiting_one(self):
        """Until somebody waits for a lock."""
        with self.connect() as asking:
            for _ in range(200):
                sql = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                if asking.execute(sql).fetchone()[0]:
                    return
                asking.rollback()
                time.sleep(0.05)
        raise AssertionError("nobody waits for the lock")


class Site:
    """gunicorn on `cluster`, as in production."""

    def __init__(self, cluster, **settings):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | settings | {
            "DATABASE_URL": cluster.url,
            "DJANGO_SETTINGS_MODULE": "shop.settings.test",
            "PYTHONPATH": str(ROOT),
        }  # fmt: skip

    def __enter__(self):
        words = f"-m gunicorn shop.wsgi -w 1 -k gthread --threads 8 -b 127.0.0.1:{self.port} -t 60"
        self.server = subprocess.Popen(
            [sys.executable, *words.split()], env=self.environment, cwd=ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(300):
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/gio-hang/", timeout=30).status_code == 200:
                    return self
            time.sleep(0.1)
        raise AssertionError("the site does not start")

    def __exit__(self, *fault):
        self.server.terminate()
        self.server.wait(15)

    def visitor(self):
        return httpx.Client(base_url=self.url, headers={"Origin": self.url}, timeout=60)
