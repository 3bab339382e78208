"""`make bench [N="2000 20000"]`: this shop against plain Oscar, same machine, same run, and the ratios.

Needs PostgreSQL's programs and the folder of the plain Oscar project (`BENCH_STOCK`, by default
`../shared/bench`, see its README). It starts a PostgreSQL of its own, fills one database per project and
size, and serves both by turns (`BENCH_TURNS`) with gunicorn, two sync workers, persistent connections, page by
page. Our pages are marked cacheable but nothing caches them here.
"""

import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
STOCK = pathlib.Path(os.environ.get("BENCH_STOCK", ROOT.parent / "shared" / "bench"))
HOME = ROOT / "data" / "bench"
PORT = 54391
OURS, PLAIN = "http://127.0.0.1:8102", "http://127.0.0.1:8101"
SECONDS = int(os.environ.get("BENCH_SECONDS", "4"))  # each page, each turn
TURNS = int(os.environ.get("BENCH_TURNS", "3"))
GUNICORN = ("-w", "2", "-t", "300")
GOALS = {
    "list": 12, "deep page": 12, "list with facets": 12, "product": 1.3, "search": 3,
    "orders, 1 buyer": None, "orders, 8 buyers": 2, "orders, 32 buyers": None,
}  # fmt: skip
BUYERS = {1: 40, 8: 120, 32: 160}  # at once: whole orders walked
ENOUGH = (  # no walk ends because something is sold out
    "from catalogue.producers.models import StockRecord;"
    "StockRecord.objects.filter(num_in_stock__gt=0).update(num_in_stock=100_000)"
)
PACKAGES = (
    "django==5.2.*",
    "django-oscar[sorl-thumbnail]==4.2.1",
    "whitenoise",
    "gunicorn",
    "psycopg[binary]",
    "whoosh-reloaded",
    "httpx",
)


def run(*command, quiet=False, **environment):
    return subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment},
        check=True,
        text=True,
        capture_output=quiet,
    )


def programs():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found and not shutil.which("initdb"):
        sys.exit("PostgreSQL's programs are missing: apt install postgresql")
    return found[-1] if found else pathlib.Path(shutil.which("initdb")).parent


def as_postgres(command):
    run(*(["su", "postgres", "-c", command] if os.geteuid() == 0 else ["sh", "-c", command]), quiet=True)


class Postgres:
    """A PostgreSQL of our own, gone with the run."""

    def __enter__(self):
        self.folder, self.bin = pathlib.Path(tempfile.mkdtemp(prefix="bench-pg-")), programs()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        as_postgres(f"{self.bin}/initdb -D {self.folder}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8")
        options = f"-p {PORT} -k {self.folder} -c listen_addresses=127.0.0.1 -c shared_buffers=256MB"
        as_postgres(f"{self.bin}/pg_ctl -D {self.folder}/data -w -o '{options}' -l {self.folder}/log start")
        return self

    def database(self, name):
        run(self.bin / "createdb", "-h", "127.0.0.1", "-p", PORT, "-U", "postgres", name)
        return f"postgres://postgres@127.0.0.1:{PORT}/{name}"

    def __exit__(self, *_):
        as_postgres(f"{self.bin}/pg_ctl -D {self.folder}/data -m immediate stop")
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """gunicorn with two sync workers, until the block ends."""

    def __init__(self, command, url, environment):
        self.command, self.url, self.environment = command, url, environment

    def __enter__(self):
        self.process = subprocess.Popen(
            [str(part) for part in self.command],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=(HOME / "server.log").open("w"),
        )
        for _ in range(300):
            try:
                urllib.request.urlopen(self.url, timeout=10).close()
                return self
            except OSError:
                time.sleep(0.2)
        sys.exit(f"The server did not start: see {HOME / 'server.log'}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def stock_environment(count):
    return {
        "STOCK_DB": "pg", "STOCK_PGPORT": str(PORT), "STOCK_N": str(count), "STOCK_SEARCH": "orm",
        "STOCK_AGE": "60", "STOCK_DATA": str(HOME), "BENCH_HOME": str(HOME),
    }  # fmt: skip


def our_environment(count):
    return {
        "DATABASE_URL": f"postgres://postgres@127.0.0.1:{PORT}/ocop_{count}",
        "DATA_DIR": str(HOME / f"ocop-{count}"),
        "DJANGO_SETTINGS_MODULE": "shop.settings.dev",
        "ORDERS_PER_ADDRESS": "1000000",  # all buyers of the bench come from one address
    }


def prepare(postgres, count):
    python = HOME / "venv" / "bin" / "python"
    if not python.exists():
        print("Installing plain Oscar", flush=True)
        run(sys.executable, "-m", "venv", HOME / "venv")
        run(ROOT / ".venv/bin/uv", "pip", "install", "-q", "--python", python, *PACKAGES)
    print(f"Filling both shops with {count} products", flush=True)
    postgres.database(f"stock_{count}")
    manage = STOCK / "stock_oscar" / "manage.py"
    for command in (["migrate", "-v", "0"], ["load_stock", count], ["collectstatic", "--noinput", "-v", "0"]):
        run(python, manage, *command, quiet=True, PYTHONDONTWRITEBYTECODE="1", **stock_environment(count))
    postgres.database(f"ocop_{count}")
    shutil.rmtree(HOME / f"ocop-{count}", ignore_errors=True)
    (HOME / f"ocop-{count}").mkdir(parents=True)
    ours = our_environment(count)
    run(sys.executable, ROOT / "manage.py", "migrate", "-v", "0", quiet=True, **ours)
    started = time.monotonic()
    run(sys.executable, ROOT / "manage.py", "seed", "--no-pictures", "--products", count, quiet=True, **ours)
    print(f"  seed --products {count}: {time.monotonic() - started:.0f} s", flush=True)
    run(sys.executable, ROOT / "manage.py", "shell", "-v", "0", "-c", ENOUGH, quiet=True, **ours)
    run(sys.executable, ROOT / "manage.py", "collectstatic", "--noinput", "-v", "0", quiet=True, **ours)
    run(sys.executable, ROOT / "bench" / "query_counts.py", **ours)


def load(base, path):
    """Requests per second of one address at four connections, and its median in ms."""
    out = HOME / "load.jsonl"
    out.unlink(missing_ok=True)
    run(
        sys.executable, STOCK / "load.py", base, urllib.parse.quote(path, safe="/?&=%+"), "-c", "4", "-d", SECONDS,
        "-w", "4", "-q", "0", "--json", out, quiet=True,
    )  # fmt: skip
    row = json.loads(out.read_text().splitlines()[-1])
    if not row.get("rps"):
        sys.exit(f"{base}{path} did not answer as it should: {row}")
    return row["rps"], row


def walk(base, flow, product):
    """Whole guest orders per second, by how many buyers are at it at once."""
    found = {}
    for buyers, orders in BUYERS.items():
        out = HOME / "walk.jsonl"
        out.unlink(missing_ok=True)
        run(
            sys.executable, STOCK / "checkout.py", base, flow, "--var", f"product={product}",
            "-n", orders, "-c", buyers, "--json", out, quiet=True,
        )  # fmt: skip
        row = json.loads(out.read_text().splitlines()[-1])
        name = f"orders, {buyers} buyer{'s' if buyers > 1 else ''}"
        found[name] = row["per_minute"] / 60
    return found


def our_product():
    """A product that can be bought, far down the list, from a page of ours."""
    page = urllib.request.urlopen(f"{OURS}/san-pham/?nhom=mat-ong&trang=2").read().decode()
    return re.findall(r'href="(/san-pham/[^"?]+_\d+/)"', page)[0]


def measure(count):
    """Prints the table: medians of the turns, and the ratio of the turn that was worst and best for us."""
    turns = []
    for _ in range(TURNS):  # by turns, so that a slow minute of the machine is not one side's alone
        turns.append((measure_plain(count), measure_ours(count)))
    print(f"\n{count} products          ours    plain      ratio  goal         each turn")
    for name, goal in GOALS.items():
        plain, ours = (statistics.median(turn[side][name] for turn in turns) for side in (0, 1))
        ratio = ours / plain
        each = sorted(turn[1][name] / turn[0][name] for turn in turns)
        verdict = "" if goal is None else f"{goal}x {'met' if ratio >= goal else 'MISSED'}"
        print(
            f"{name:<18}{ours:8.1f} {plain:8.1f} /s{ratio:7.2f}x {verdict:<12} {each[0]:.2f} to {each[-1]:.2f}"
        )
    p50, p95 = (statistics.median(turn[1][f"search {part}"] for turn in turns) for part in ("p50", "p95"))
    print(f"search with facets, page at 4 at once: median {p50:.1f} ms, p95 {p95:.1f} ms", flush=True)


def measure_plain(count):
    found = {}
    last = (count + 19) // 20
    detail = "/catalogue/nuoc-ep-gac-thu-cong-kien-giang-500g_1/"
    site = ("-b", "127.0.0.1:8101", "--chdir", STOCK / "stock_oscar", "stock.wsgi")
    with Server([HOME / "venv/bin/gunicorn", *GUNICORN, *site], f"{PLAIN}/basket/", stock_environment(count)):
        found["list"] = found["list with facets"] = load(PLAIN, "/catalogue/")[0]
        found["deep page"] = load(PLAIN, f"/catalogue/?page={last}")[0]
        found["product"] = load(PLAIN, detail)[0]
        found["search"] = load(PLAIN, "/search/?q=chè")[0]
        return found | walk(PLAIN, STOCK / "flows/oscar.json", detail)


def measure_ours(count):
    found = {}
    site = ("-b", "127.0.0.1:8102", "--chdir", ROOT, "shop.wsgi")
    with Server([ROOT / ".venv/bin/gunicorn", *GUNICORN, *site], f"{OURS}/gio-hang/", our_environment(count)):
        found["list"] = load(OURS, "/san-pham/")[0]
        found["deep page"] = load(OURS, f"/san-pham/?trang={min(int(count * 0.9) // 24, 400)}")[0]
        found["list with facets"] = load(OURS, "/san-pham/?sao=3&nhom=mat-ong")[0]
        product = our_product()
        found["product"] = load(OURS, product)[0]
        found["search"], row = load(OURS, "/tim/?q=mật ong&sao=3")
        found |= {"search p50": row["p50"], "search p95": row["p95"]}
        return found | walk(OURS, ROOT / "bench/flows/ocop.json", product)


def main():
    if not STOCK.is_dir():
        sys.exit(f"The plain Oscar project is not at {STOCK}: set BENCH_STOCK to its folder.")
    HOME.mkdir(parents=True, exist_ok=True)
    with Postgres() as postgres:
        for count in map(int, sys.argv[1:] or ("2000", "20000")):
            prepare(postgres, count)
            measure(count)


if __name__ == "__main__":
    main()
