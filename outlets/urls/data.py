"""What other machines read of the network: GeoJSON, and the card of an outlet by oEmbed."""

from django.urls import path

from ..views import data

app_name = "outlet_data"
urlpatterns = [
    path("diem-ban.geojson", data.network, name="geojson"),
    path("oembed", data.oembed, name="oembed"),
]
