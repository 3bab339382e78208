"""The address a group opens."""

from django.urls import path

from .pages import GroupPage

app_name = "grouping"
urlpatterns = [path("<str:code>/", GroupPage.as_view(), name="group")]
