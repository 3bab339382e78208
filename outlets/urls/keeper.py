"""The desk of keepers: shelf, hours, consignment, confirmations."""

from django.urls import path

from ..views import consignments, keeper, notes, shelf, terms

app_name = "keeping"
urlpatterns = [
    path("", keeper.OutletsPage.as_view(), name="index"),
    path("<int:pk>/", keeper.DayPage.as_view(), name="day"),
    path("<int:pk>/van-dung/", keeper.ConfirmFacts.as_view(), name="confirm"),
    path("<int:pk>/ke/", shelf.ShelfPage.as_view(), name="shelf"),
    path("<int:pk>/ke/them/", shelf.AddPage.as_view(), name="shelf-add"),
    path("<int:pk>/ke/dat/", shelf.Put.as_view(), name="shelf-put"),
    path("<int:pk>/ke/thay-het/", shelf.SeeAll.as_view(), name="shelf-all"),
    path("<int:outlet_pk>/ke/<int:pk>/", shelf.Revise.as_view(), name="item"),
    path("<int:outlet_pk>/ke/<int:pk>/thay/", shelf.See.as_view(), name="item-seen"),
    path("<int:outlet_pk>/ke/<int:pk>/bo/", shelf.TakeOff.as_view(), name="item-off"),
    path("<int:outlet_pk>/ke/<int:pk>/go-bien/", shelf.TakeSignOff.as_view(), name="item-sign"),
    path("<int:pk>/hang-gui/", consignments.ConsignmentsPage.as_view(), name="consignments"),
    path("<int:pk>/hang-gui/moi/", terms.Offer.as_view(), name="offer"),
    path("<int:pk>/hang-gui/<str:month>.xlsx", consignments.MonthSheet.as_view(), name="month-sheet"),
    path("hang-gui/", consignments.GoodsPage.as_view(), name="goods"),
    path("hang-gui/moi/", terms.MakersOffer.as_view(), name="goods-offer"),
    path("hang-gui/bao-ban/<int:pk>/", consignments.ChooseAlert.as_view(), name="alert"),
    path("hang-gui/<int:pk>/", consignments.ConsignmentPage.as_view(), name="consignment"),
    path("hang-gui/<int:pk>/dieu-khoan/", terms.NewTerms.as_view(), name="terms"),
    path("hang-gui/<int:pk>/dong-y/", terms.Accept.as_view(), name="accept"),
    path("hang-gui/<int:pk>/tu-choi/", terms.Decline.as_view(), name="decline"),
    path("hang-gui/<int:pk>/ket-thuc/", terms.End.as_view(), name="end"),
    path("hang-gui/<int:pk>/nhap/", notes.Deliver.as_view(), name="deliver"),
    path("hang-gui/<int:pk>/ban/", notes.Sell.as_view(), name="sell"),
    path("hang-gui/<int:pk>/tra/", notes.GiveBack.as_view(), name="give-back"),
    path("hang-gui/<int:pk>/kiem/", notes.Count.as_view(), name="count"),
    path("hang-gui/<int:pk>/tra-tien/", notes.Pay.as_view(), name="pay"),
    path("phieu/<slug:number>/", notes.NotePage.as_view(), name="note"),
    path("phieu/<slug:number>.pdf", notes.NotePaper.as_view(), name="note-paper"),
    path("phieu/<slug:number>/xac-nhan/", notes.Confirm.as_view(), name="confirm-note"),
    path("phieu/<slug:number>/khong-dung/", notes.Refuse.as_view(), name="refuse-note"),
    path("phieu/<slug:number>/dao/", notes.Reverse.as_view(), name="reverse-note"),
]
