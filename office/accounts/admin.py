from django.contrib import admin

from .models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Present because Oscar's admin classes search users by autocomplete."""

    search_fields = ("email", "phone", "first_name")
    list_display = ("first_name", "email", "phone", "is_staff", "is_active")
    exclude = ("password",)
