"""One sentence to one person: in the site's inbox, by e-mail, by text message."""

from importlib import import_module

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, override

from .outbox import handles, post, wait_at_most

log = structlog.get_logger(__name__)


class Notice(models.Model):
    """A sentence in a person's inbox."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    sentence = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    about = models.CharField(max_length=80, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "office"
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["user", "read_at"])]

    def __str__(self):
        return self.sentence


def tell(person, sentence, *, subject="", link="", about="", email="", phone="", html=""):
    """Tell one person one sentence (`html` is a longer form for the e-mail, made by `letter`; else it is
    the sentence in the house's letter).

    `person` is a user or None; without `email` and `phone` theirs are used. All goes through the
    outbox: nothing is sent unless the transaction commits.
    """
    if person is not None:
        Notice.objects.create(user=person, sentence=sentence, link=link, about=about)
        email = email or (person.email or "")
        phone = phone or str(person.phone or "")
    if email:
        payload = {"to": email, "subject": subject or sentence[:120], "text": sentence, "html": html}
        post("mail", payload | {"link": link, "language": get_language() or settings.LANGUAGE_CODE})
    elif phone:
        post("text-message", {"to": phone, "text": sentence})


def letter(template, *, link="", **facts):
    """The HTML of a letter in the present language: `template` extends `mail/base.html`, its button leads to `link`
    (an address of this site).
    """
    site = {"site": settings.WAGTAIL_SITE_NAME, "home": settings.SITE_URL}
    address = f"{settings.SITE_URL}{link}" if link else ""
    return render_to_string(template, {**site, "address": address, **facts})


@handles("mail")  # one by one: a mail that is out cannot be called back
def _send_mails(payloads):
    for payload in payloads:
        text = payload["text"]
        if payload.get("link"):
            text += f"\n\n{settings.SITE_URL}{payload['link']}"
        server = get_connection(timeout=wait_at_most(settings.EMAIL_TIMEOUT))
        mail = EmailMultiAlternatives(payload["subject"], text, to=[payload["to"]], connection=server)
        mail.attach_alternative(payload.get("html") or _plain_letter(payload), "text/html")
        mail.send()


def _plain_letter(payload):
    with override(payload.get("language") or settings.LANGUAGE_CODE):
        return letter(
            "mail/notice.html",
            link=payload.get("link", ""),
            subject=payload["subject"],
            sentence=payload["text"],
        )


def read_all(person):
    """Mark everything in the person's inbox as read; returns how many there were."""
    return Notice.objects.filter(user=person, read_at=None).update(read_at=timezone.now())


def inbox(person, *, most):
    """What a page shows: {"notices": the newest, "unread": how many in all}."""
    rows = Notice.objects.filter(user=person)
    return {"notices": rows[:most], "unread": rows.filter(read_at=None).count()}


class ConsoleMessenger:
    """Text messages into the log: development and tests."""

    def send(self, to, text):
        log.warning("text message", to=to, text=text)


def messenger():
    """The adapter that sends text messages (SMS or Zalo), named by `TEXT_MESSENGER`."""
    module, _, name = settings.TEXT_MESSENGER.rpartition(".")
    return getattr(import_module(module), name)()


@handles("text-message")
def _send_text_messages(payloads):
    adapter = messenger()
    for payload in payloads:
        adapter.send(payload["to"], payload["text"])
