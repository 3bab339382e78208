"""Communes, for type-ahead."""

from django.urls import path

from catalogue.views import places

app_name = "places"
urlpatterns = [path("", places.communes, name="communes")]
