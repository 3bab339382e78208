"""Communes, for type-ahead."""

app_name = "places"
urlpatterns = []
