from django.urls import path

from catalogue.views import goods, stock

app_name = "goods_desk"
urlpatterns = [
    path("", goods.GoodsPage.as_view(), name="index"),
    path("moi/", goods.NewProduct.as_view(), name="new"),
    path("<int:pk>/", goods.Revise.as_view(), name="edit"),
    path("<int:pk>/gia/", goods.PriceAndStock.as_view(), name="price"),
    path("<int:pk>/kho/", stock.StockPage.as_view(), name="stock"),
    path("<int:pk>/kho/<int:place_pk>/", stock.ShelfPage.as_view(), name="shelf"),
    path("<int:pk>/kho/<int:place_pk>/sua/", stock.RevisePlace.as_view(), name="place"),
    path("<int:pk>/quy-cach/", goods.AddSize.as_view(), name="size"),
    path("<int:pk>/anh/", goods.Pictures.as_view(), name="pictures"),
    path("<int:pk>/anh/<int:picture_pk>/bo/", goods.RemovePicture.as_view(), name="remove-picture"),
    path("<int:pk>/anh/<int:picture_pk>/dau/", goods.LeadWithPicture.as_view(), name="lead-picture"),
    path("<int:pk>/gui/", goods.Submit.as_view(), name="submit"),
    path("<int:pk>/dang/", goods.Publish.as_view(), name="publish"),
    path("<int:pk>/tra-lai/", goods.SendBack.as_view(), name="send-back"),
    path("<int:pk>/an/", goods.TakeOff.as_view(), name="take-off"),
]
