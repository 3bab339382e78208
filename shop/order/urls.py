"""Orders: tracking and one page each."""

app_name = "orders"
urlpatterns = []
