"""Reviews on the desk."""

from django.urls import path

from catalogue.views import reviews

app_name = "reviews_desk"
urlpatterns = [
    path("", reviews.ReviewsDesk.as_view(), name="index"),
    path("<int:pk>/hien/", reviews.Approve.as_view(), name="approve"),
    path("<int:pk>/khong-hien/", reviews.Reject.as_view(), name="reject"),
    path("<int:pk>/go-xuong/", reviews.TakeDown.as_view(), name="take-down"),
]
