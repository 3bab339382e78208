"""The outbox: what is promised to whom when services fail, workers die and requests hurry."""

import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

from catalogue.search import Query, find
from office import outbox
from office.notices import tell
from office.outbox import Job
from shop.management.commands import work

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
seen = []
ending = threading.Event()


@outbox.handles("test.kept")
def _keep(payloads):
    seen.extend(payloads)


@outbox.handles("test.together", batch=10)
def _keep_together(payloads):
    seen.append(payloads)
    if {"bad": True} in payloads:
        raise RuntimeError("one of these")


@outbox.handles("test.slow")
def _slow(payloads):
    seen.extend(payloads)
    time.sleep(0.15)
    raise TimeoutError


@outbox.handles("test.down")
def _down(payloads):
    seen.extend(payloads)
    raise RuntimeError("down")


@outbox.handles("test.ends")
def _end(payloads):
    ending.set()


@outbox.handles("test.later", batch=10)
def _later(payloads):
    raise outbox.Later("busy")


class PickyBackend(EmailBackend):
    """A mail server that refuses one address."""

    def send_messages(self, messages):
        if any("bad@example.com" in message.to for message in messages):
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def nothing_seen():
    seen.clear()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def backlog(kind, number, **facts):
    return Job.objects.bulk_create(Job(kind=kind, payload={"n": n}, **facts) for n in range(number))


# Mail and text messages


def test_mail_is_sent_once_though_another_of_the_same_batch_fails(settings, committed):
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"
    with committed():
        for name in ("one", "bad", "two"):
            tell(None, "Đơn hàng đã nhận.", email=f"{name}@example.com")
    assert [letter.to for letter in mail.outbox] == [["one@example.com"], ["two@example.com"]]
    assert list(Job.objects.values_list("payload__to", "tries")) == [("bad@example.com", 1)]
    Job.objects.update(due_at=timezone.now())
    outbox.drain()
    assert len(mail.outbox) == 2


def test_text_message_is_sent_once_too(texts, committed):
    with committed():
        for number in ("+84912345678", "+84912345679"):
            tell(None, "Đơn hàng đã nhận.", phone=number)
    outbox.drain()
    assert [number for number, _text in texts] == ["+84912345678", "+84912345679"]


def test_only_what_may_be_done_twice_is_done_in_batches(committed):
    with committed():
        for payload in ({"n": 1}, {"bad": True}, {"n": 2}):
            outbox.post("test.together", payload)
    assert [len(payloads) for payloads in seen] == [3, 1, 1, 1]
    assert list(Job.objects.values_list("payload", flat=True)) == [{"bad": True}]


# Claims


def test_claim_outlasts_the_batch_and_a_failure_shortens_it_again(committed):
    found = []

    @outbox.handles("test.looks", batch=10)
    def _look(payloads):
        found.append(min(Job.objects.values_list("due_at", flat=True)) - timezone.now())
        found.append(outbox.drain("test.looks"))  # another worker comes by
        raise RuntimeError

    with committed():
        outbox.post("test.looks", {})
    assert found[0] > timedelta(minutes=14)
    assert found[1:] == [0]
    assert Job.objects.get().due_at - timezone.now() < timedelta(minutes=2)


def test_job_put_off_by_its_handler_has_not_failed(committed):
    with committed():
        outbox.post("test.later", {})
    job = Job.objects.get()
    assert (job.tries, "busy" in job.error) == (0, True)
    assert timedelta(seconds=50) < job.due_at - timezone.now() < timedelta(seconds=61)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_workers_do_each_job_once():
    backlog("test.kept", 60)
    ready = threading.Barrier(6)

    def drain():
        ready.wait()
        outbox.drain("test.kept")
        connection.close()

    run_all(drain for _ in range(6))
    outbox.drain("test.kept")
    assert sorted(payload["n"] for payload in seen) == list(range(60))


# The request's share


def test_request_tries_its_own_jobs_and_leaves_the_backlog_to_the_worker(committed):
    backlog("test.kept", 30)
    with committed():
        outbox.post("test.kept", {"mine": True})
    assert seen == [{"mine": True}]
    assert outbox.drain() == 30


def test_request_loses_patience_and_the_next_leaves_a_dead_service_alone(monkeypatch, committed):
    monkeypatch.setattr(outbox, "PATIENCE", 0.1)
    with committed():
        for number in range(5):
            outbox.post("test.slow", {"n": number})
    assert len(seen) == 1
    with committed():
        outbox.post("test.slow", {"n": "next buyer"})
        outbox.post("test.kept", {"n": "kept"})
    assert len(seen) == 2
    assert seen[-1] == {"n": "kept"}  # other kinds go on
    outbox.drain("test.slow")
    assert len(seen) == 5  # three in a row


def test_worker_takes_a_service_to_be_down_after_three_failures_in_a_row():
    backlog("test.down", 10)
    assert outbox.drain("test.down") == 0
    assert len(seen) == 3


def test_job_with_a_time_is_left_to_the_worker(committed):
    with committed():
        outbox.post("test.kept", {"n": 1}, due_at=timezone.now())
        outbox.post("test.kept", {"n": 2}, due_at=timezone.now() + timedelta(hours=1))
    assert seen == []
    outbox.drain()
    assert seen == [{"n": 1}]


@pytest.mark.parametrize("number", [1, 2])
def test_request_leaves_what_a_worker_was_quicker_to_take_and_what_was_undone(committed, number):
    with committed():
        transaction.on_commit(outbox.drain)
        for n in range(number):
            outbox.post("test.kept", {"n": n})
        with pytest.raises(RuntimeError), transaction.atomic():
            outbox.post("test.together", {"n": "undone"})
            raise RuntimeError
        outbox.post("test.down", {"n": "else"})
    assert seen == [{"n": n} for n in range(number)] + [{"n": "else"}]
    assert Job.objects.get().tries == 1  # the claim of the one quicker stands


def test_own_job_costs_a_claim_and_a_deletion(committed, django_assert_num_queries):
    with django_assert_num_queries(3), committed():
        outbox.post("test.kept", {"n": 1})


# Joining


def test_jobs_with_one_key_are_one_within_a_transaction(committed):
    with committed():
        for _ in range(3):
            outbox.post("test.kept", {"n": 1}, key="same")
        outbox.post("test.kept", {"n": 2}, key="other")
    assert seen == [{"n": 1}, {"n": 2}]
    with committed():
        outbox.post("test.kept", {"n": 3}, key="same")
    assert seen[-1] == {"n": 3}


def test_job_undone_with_its_savepoint_is_no_job_to_join(committed):
    with committed():
        outbox.post("test.kept", {"n": 0})
        with pytest.raises(RuntimeError), transaction.atomic():
            outbox.post("test.kept", {"n": 1}, key="same")
            raise RuntimeError
        outbox.post("test.kept", {"n": 2}, key="same")
    assert seen == [{"n": 0}, {"n": 2}]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_change_is_not_lost_when_the_waiting_job_is_done_before_it_commits():
    Job.objects.create(kind="test.kept", key="k", payload={"n": "first"})
    posted, drained = threading.Event(), threading.Event()

    def change():
        with transaction.atomic():
            outbox.post("test.kept", {"n": "second"}, key="k")
            posted.set()
            drained.wait(10)
        connection.close()

    changing = threading.Thread(target=change)
    changing.start()
    posted.wait(10)
    outbox.drain("test.kept")  # has read what was there before the change
    drained.set()
    changing.join()
    outbox.drain("test.kept")
    assert seen == [{"n": "first"}, {"n": "second"}]


def run_all(targets):
    threads = [threading.Thread(target=target) for target in targets]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]


# The worker


@contextmanager
def jobs_out_of_reach():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE office_job RENAME TO office_job_away")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE office_job_away RENAME TO office_job")


@pytest.mark.django_db(transaction=True)
def test_worker_outlives_the_loss_of_its_table_and_goes_on():
    backlog("test.kept", 2)
    with jobs_out_of_reach():
        assert outbox.drain() == 0
        work.work_once()
    work.work_once()
    assert seen == [{"n": 0}, {"n": 1}]


@pytest.mark.parametrize(
    ("now", "night"),
    [
        (datetime(2026, 11, 24, 0, 30, tzinfo=HANOI), datetime(2026, 11, 24, 1, 0, tzinfo=HANOI)),
        (datetime(2026, 11, 24, 1, 0, tzinfo=HANOI), datetime(2026, 11, 25, 1, 0, tzinfo=HANOI)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=HANOI), datetime(2027, 1, 1, 1, 0, tzinfo=HANOI)),
    ],
)
def test_night_is_the_next_one_oclock(now, night):
    assert work.next_night(now) == night


def test_nightly_round_is_remembered_by_the_database_and_made_once(reference, capsys):
    work.work_once()
    work.work_once()  # a restart
    job = Job.objects.get(kind="nightly")
    assert timedelta() < job.due_at - timezone.now() <= timedelta(days=1)
    Job.objects.update(due_at=timezone.now() - timedelta(hours=7))  # nobody worked that night
    work.work_once()
    assert "products indexed" in capsys.readouterr().out
    work.work_once()
    assert "products indexed" not in capsys.readouterr().out
    assert Job.objects.get(kind="nightly").due_at > timezone.now()


def test_worker_told_to_end_takes_no_further_job():
    backlog("test.kept", 1)
    backlog("test.ends", 2)
    ending.clear()
    assert outbox.drain(stop=ending) == 2
    assert list(Job.objects.values_list("kind", flat=True)) == ["test.ends"]


def test_worker_process_ends_when_told_to(tmp_path):
    """Without a database even: it waits for its return."""
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        env={
            "PATH": "/usr/bin:/bin",
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": "postgres://u:p@127.0.0.1:1/none",
        },
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "round of the worker failed" in worker.stderr.readline()
        worker.terminate()
        worker.communicate(timeout=30)
    finally:
        worker.kill()
    assert worker.returncode == 0


# The demo, which has no worker process


@pytest.mark.django_db(transaction=True)
def test_demo_answers_without_an_index_and_makes_it_beside_the_web_server(client, shop):
    product = shop.product("Mật ong hoa rừng")
    question = Query(on=timezone.localdate(), text="mat ong")
    assert client.get("/san-pham/?q=mat+ong").status_code == 200
    assert find(question).engine == "database"
    stop = work.in_a_thread(pause=0.05)
    try:
        until = time.monotonic() + 30
        while (result := find(question)).engine == "database" and time.monotonic() < until:
            time.sleep(0.1)
    finally:
        stop.set()
        [each.join(10) for each in threading.enumerate() if each.name == "worker"]
    assert (result.engine, result.ids) == ("embedded", [product.pk])


@pytest.mark.parametrize(
    ("facts", "workers"),
    [
        ({"DJANGO_SETTINGS_MODULE": "shop.settings.dev"}, "1"),
        (
            {
                "DJANGO_SETTINGS_MODULE": "shop.settings.production",
                "DATABASE_URL": "sqlite://:memory:",
                "SECRET_KEY": "x" * 50,
                "ALLOWED_HOSTS": "shop.example",
                "SITE_URL": "https://shop.example",
                "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "DEFAULT_FROM_EMAIL": "thu@shop.example",
            },
            "0",
        ),
    ],
)
def test_web_server_works_off_the_outbox_in_the_demo_only(tmp_path, facts, workers):
    """Even before there is a table."""
    code = (
        "import shop.wsgi, threading, time; time.sleep(1);"
        "print(sum(each.name == 'worker' for each in threading.enumerate()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "/usr/bin:/bin", "DATA_DIR": str(tmp_path), **facts},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split()[-1] == workers
