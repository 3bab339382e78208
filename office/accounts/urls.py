"""Sign-in, sign-up and the account, through allauth."""

urlpatterns = []
