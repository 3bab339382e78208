"""The desk, by role."""

app_name = "desk"
urlpatterns = []
