"""The desk where visits are asked for and answered, by operators and hosts; calendars and group codes."""

from django.urls import path, re_path

from ..views import group_codes, visit_acts, visit_calendars, visits

app_name = "visits"
KIND = "(?P<kind>diem|chu-the|lu-hanh)/(?P<pk>[0-9]+)"
urlpatterns = [
    path("", visits.VisitsPage.as_view(), name="index"),
    path("hoi/", visits.Ask.as_view(), name="ask"),
    path("<int:pk>/", visits.VisitPage.as_view(), name="visit"),
    path("<int:pk>/dong-y/", visit_acts.Confirm.as_view(), name="confirm"),
    path("<int:pk>/gio-khac/", visit_acts.Propose.as_view(), name="propose"),
    path("<int:pk>/tu-choi/", visit_acts.Decline.as_view(), name="decline"),
    path("<int:pk>/nhan-gio/", visit_acts.Accept.as_view(), name="accept"),
    path("<int:pk>/doi/", visit_acts.Change.as_view(), name="change"),
    path("<int:pk>/huy/", visit_acts.Cancel.as_view(), name="cancel"),
    path("<int:pk>/da-den/", visit_acts.Happened.as_view(), name="happened"),
    path("<int:pk>/vang/", visit_acts.Missed.as_view(), name="missed"),
    path("lich/<str:secret>.ics", visit_calendars.feed, name="feed"),
    re_path(rf"^lich/{KIND}/$", visit_calendars.CalendarPage.as_view(), name="calendar"),
    re_path(rf"^lich/{KIND}/dia-chi/$", visit_calendars.GiveOut.as_view(), name="calendar-address"),
    re_path(rf"^lich/{KIND}/nhap/$", visit_calendars.ReadIn.as_view(), name="calendar-in"),
    path("ma-doan/", group_codes.CodesPage.as_view(), name="codes"),
    path("ma-doan/<int:pk>/", group_codes.CodePage.as_view(), name="code"),
    path("ma-doan/ghi/<int:pk>/", group_codes.CreditAtCounter.as_view(), name="credit"),
    path("ma-doan/ghi/lui/<int:pk>/", group_codes.TakeBack.as_view(), name="take-back"),
]
