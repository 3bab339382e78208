"""Search over everything and suggestions as one types."""

app_name = "search_all"
urlpatterns = []
