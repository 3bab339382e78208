"""Reviews of what was delivered: by the order's page, one for each line, and one invitation."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils import timezone

from catalogue.reviews.models import ProductReview
from office import persons
from office.outbox import Job
from office.stages import Refused
from shop.returning import reviewing
from shop.returning.models import Invitation

pytestmark = pytest.mark.django_db
TEXT = {"score": 5, "title": "Ngon", "body": "Giòn và thơm", "name": "Chị Hoa"}


def test_a_guest_reviews_a_delivered_line_once_and_it_says_bought_here(sale):
    made = sale().to("delivered")
    review = reviewing.review(made.line, **TEXT)
    assert (review.verified, review.user, review.product) == (True, None, made.products[0])
    with pytest.raises(Refused):
        reviewing.review(made.line, **TEXT)


def test_nothing_is_reviewed_before_it_is_delivered(sale, client):
    made = sale().to("handed_over")
    with pytest.raises(Refused):
        reviewing.review(made.line, **TEXT)
    page = f"{reverse('returns:review', args=[made.order.number, made.line.pk])}?k={made.order.signature}"
    assert client.post(page, TEXT).status_code == 404
    assert not ProductReview.objects.exists()


def test_the_order_page_leads_to_the_review_and_a_line_of_another_order_is_not_found(client, sale):
    made, other = sale().to("delivered"), sale().to("delivered")
    page = f"{reverse('returns:review', args=[made.order.number, made.line.pk])}?k={made.order.signature}"
    assert page in client.get(made.order.get_absolute_url()).content.decode()
    assert client.post(page, TEXT).status_code == 302
    assert ProductReview.objects.get().status == ProductReview.FOR_MODERATION
    assert page not in client.get(made.order.get_absolute_url()).content.decode()
    foreign = reverse("returns:review", args=[made.order.number, other.line.pk])
    assert client.get(f"{foreign}?k={made.order.signature}").status_code == 404
    assert client.get(f"{foreign}?k={other.order.signature}").status_code == 404


def test_a_claim_to_heal_comes_back_at_its_field_with_all_that_was_typed(client, sale):
    made = sale().to("delivered")
    page = f"{reverse('returns:review', args=[made.order.number, made.line.pk])}?k={made.order.signature}"
    answer = client.post(page, {**TEXT, "title": "Chữa khỏi dạ dày"})
    assert answer.context["form"].errors["title"]
    assert "Giòn và thơm" in answer.content.decode()


def test_delivery_plans_one_invitation_days_later(sale, settings):
    settings.REVIEW_INVITATION_DAYS = 3
    made = sale().to("delivered")
    job = Job.objects.get(kind=reviewing.JOB)
    assert job.payload == {"parcel": made.parcel.pk}
    assert 71 < (job.due_at - timezone.now()).total_seconds() / 3600 <= 72


def test_an_invitation_goes_out_once_and_none_for_what_is_reviewed_or_unwanted(
    sale, mailoutbox, django_capture_on_commit_callbacks, client
):
    first, second, third = (sale(email=f"khach{n}@example.com", phone=f"+8491200000{n}") for n in (1, 2, 3))
    for made in (first, second, third):
        made.to("delivered")
    reviewing.review(second.line, **TEXT)
    stop = f"{reverse('returns:no-invitations', args=[third.order.number])}?k={third.order.signature}"
    assert client.post(stop).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        for made in (first, first, second, third):
            reviewing.invite(made.parcel.pk)
    invited = [mail.to for mail in mailoutbox if "/khong-moi-danh-gia/" in mail.body]
    assert invited == [["khach1@example.com"]]
    assert Invitation.objects.get().parcel == first.parcel
    later = sale(email="khac@example.com", phone="+84912000003").to("delivered")
    assert reviewing.invite(later.parcel.pk) is None


def test_an_invitation_for_a_parcel_that_is_gone_does_nothing(db):
    assert reviewing.invite(0) is None
    with pytest.raises(ObjectDoesNotExist):
        Invitation.objects.get()


def test_a_guest_who_was_erased_meanwhile_gets_no_invitation(
    sale, mailoutbox, django_capture_on_commit_callbacks
):
    made = sale(email="hoa@example.com").to("delivered")
    persons.erase(persons.Person(phone=str(made.order.phone)))
    with django_capture_on_commit_callbacks(execute=True):
        reviewing.invite(made.parcel.pk)
    assert not mailoutbox
