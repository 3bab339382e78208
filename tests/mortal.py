"""Processes that are killed: a parent that has loaded the shop forks one for every act, on the same database.

`with Mortals() as mortals: mortals.run("acts:order", …, die="shop.order.recording:lines:after")`. The
process sends itself SIGKILL before or after the function named; nothing in the shop knows of it.
"""

import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KILLED = -signal.SIGKILL


def url_of(facts):
    """The address of a database, from Django's settings of it."""
    if facts["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{facts['NAME']}"
    return f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"


class Mortals:
    """`settings`: {name: value} for all of them."""

    def __init__(self, database=None):
        from django.db import connection

        self.settings = {}
        self.database = database or url_of(connection.settings_dict)

    def __enter__(self):
        path = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/faults")]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "shop.settings.test",
            "DATABASE_URL": self.database,
            "PYTHONPATH": os.pathsep.join(path),
        }
        self.parent = subprocess.Popen(
            [sys.executable, __file__], env=environment, cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return self

    def __exit__(self, *fault):
        self.parent.stdin.close()
        self.parent.wait(10)

    def run(self, act, *args, die="", **settings):
        """Do `act` ("module:function") in a process of its own. Returns (its exit code, what the act returned)."""
        task = {"act": act, "args": args, "die": die, "settings": self.settings | settings}
        self.parent.stdin.write(json.dumps(task) + "\n")
        self.parent.stdin.flush()
        code, said = json.loads(self.parent.stdout.readline())
        return code, json.loads(said) if said else None

    def kill(self, act, *args, die, **settings):
        """As `run`, and it must have died there."""
        code, said = self.run(act, *args, die=die, **settings)
        assert code == KILLED, f"{act} never came to {die}: {code} {said}"

    def do(self, act, *args, **settings):
        """As `run`, and it must have lived; what the act returned."""
        code, said = self.run(act, *args, **settings)
        assert code == 0, said
        return said


def serve():
    import django
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    warm_up()
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            live(json.loads(line), writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answers.write(json.dumps([code, said]) + "\n")
        answers.flush()


def warm_up():
    """What every request would load first, once for all children. It asks no database."""
    from django.template.loader import get_template
    from django.urls import get_resolver, reverse
    from django.utils import translation

    for language in ("en", "vi"):
        with translation.override(language):
            translation.gettext("Basket")
    list(get_resolver().url_patterns)
    reverse("basket:summary")
    for name in ("shop/checkout.html", "office/payment/pay.html", "shop/mail/order.html"):
        get_template(name)


def live(task, writing):
    from django.conf import settings

    code, said = 0, None
    try:
        for name, value in task["settings"].items():
            setattr(settings, name, value)
        if task["die"]:
            arm(task["die"])
        said = named(task["act"])(*task["args"])
    except Exception as fault:
        code, said = 1, repr(fault)
    os.write(writing, json.dumps(said).encode())
    os._exit(code)


def named(address):
    module, _, name = address.partition(":")
    return attrgetter(name)(import_module(module))


def arm(step):
    """Let this process die `before` or `after` the function of "module:function:when"."""
    address, _, when = step.rpartition(":")
    module, _, name = address.partition(":")
    owner, _, last = name.rpartition(".")
    place = attrgetter(owner)(import_module(module)) if owner else import_module(module)
    real = getattr(place, last)

    def mortal(*args, **kwargs):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(place, last, mortal)


if __name__ == "__main__":
    serve()
