"""Every mail has its text and a letter in the house's dress: escaped, no foreign thing in it, one button."""

import re

import pytest
from django.conf import settings as conf
from django.core import mail
from django.utils.translation import override

from after_order import Sale
from office.notices import tell
from office.outbox import Job, drain
from shop.order.telling import thank

pytestmark = pytest.mark.django_db
BAD = '<script>alert(1)</script> & "Cam & Quýt" <b>'


def sent(**facts):
    tell(None, facts.pop("sentence", "Đơn của bạn đã giao."), email="hoa@example.com", **facts)
    drain()
    return mail.outbox[-1]


def html_of(message):
    ((content, kind),) = message.alternatives
    assert kind == "text/html"
    return content


def test_mail_has_its_text_and_a_letter_with_one_button(settings):
    settings.SITE_URL = "https://ocop.example"
    message = sent(link="/don-hang/HT26-000001/?k=a:b&moi")
    assert message.body == "Đơn của bạn đã giao.\n\nhttps://ocop.example/don-hang/HT26-000001/?k=a:b&moi"
    html = html_of(message)
    assert html.count('href="https://ocop.example/don-hang/HT26-000001/?k=a:b&amp;moi"') == 1
    assert html.count("Xem trên trang") == 1
    assert "Đơn của bạn đã giao." in html


def test_mail_without_a_link_has_no_button():
    assert "Xem trên trang" not in html_of(sent())


def test_what_people_wrote_is_escaped_and_stays_as_it_is_in_the_text():
    message = sent(sentence=BAD, subject="Trả lời", link='/x/?"><script>')
    html = html_of(message)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Cam &amp; Quýt&quot;" in html
    assert message.body.startswith(BAD)


def test_letter_speaks_the_language_of_the_sentence():
    with override("en"):
        tell(None, "Your order is here.", email="a@example.com", link="/en/")
    drain()
    html = html_of(mail.outbox[-1])
    assert '<html lang="en">' in html
    assert "See it on the site" in html


def test_letter_loads_nothing_and_runs_nothing(shop):

    made = Sale(shop, quantity=2)
    drain()
    letters = [html_of(each) for each in mail.outbox]
    assert any(made.order.number in each for each in letters)
    for each in [*letters, html_of(sent(link="/x/"))]:
        assert not re.search(
            r"<(img|script|link|iframe|form|style)\b|url\(|@import|javascript:| on\w+=", each
        )
        for address in re.findall(r'(?:src|href|background)="([^"]*)"', each):
            assert address.startswith((conf.SITE_URL, "tel:", "mailto:"))


def test_letter_of_an_order_names_goods_delivery_and_sum_and_escapes_names(shop):

    made = Sale(shop, shop.product("Cam <Bù> & Bưởi", price=50_000), quantity=2)
    type(made.order).objects.filter(pk=made.order.pk).update(buyer_name="<i>Hoa</i>")
    thank(type(made.order).objects.get(pk=made.order.pk))
    drain()
    drain()  # the letter itself
    html = html_of(mail.outbox[-1]).replace("\u00a0", " ")
    assert "2 × Cam &lt;Bù&gt; &amp; Bưởi" in html
    assert "&lt;i&gt;Hoa&lt;/i&gt;" in html
    assert "130.000 ₫" in html
    assert html.count(made.order.get_absolute_url().replace("&", "&amp;")) == 1


def test_mail_posted_before_letters_were_dressed_is_sent_too():

    Job.objects.create(
        kind="mail", payload={"to": "a@example.com", "subject": "x", "text": "Chào", "html": "", "link": ""}
    )
    drain()
    assert "Chào" in html_of(mail.outbox[-1])
