"""The user: one person, known by a phone number, an e-mail address, or both."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from office.phones import in_words


class UserManager(BaseUserManager):
    def create_user(self, email=None, password=None, *, phone=None, **fields):
        """Create a user known by `email`, `phone` (E.164) or both; without `password` none works."""
        if not email and not phone:
            raise ValueError("A user needs a phone number or an e-mail address.")
        user = self.model(email=self.normalize_email(email) or None, phone=phone or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who may sign in. `phone` is E.164; at least one of phone and e-mail is there."""

    email = models.EmailField(_("e-mail address"), unique=True, null=True, blank=True)
    phone = PhoneNumberField(_("phone number"), unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(_("phone verified"), default=False)
    first_name = models.CharField(_("full name"), max_length=255, blank=True)
    last_name = models.CharField(_("other name"), max_length=255, blank=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email__isnull=False) | models.Q(phone__isnull=False),
                name="user_has_phone_or_email",
            ),
        ]

    def __str__(self):
        return self.first_name or self.email or in_words(str(self.phone))

    def save(self, *args, **kwargs):
        """No address is NULL, whichever form left it blank: two blanks would be the same address."""
        self.email, self.phone = self.email or None, self.phone or None
        super().save(*args, **kwargs)

    def get_full_name(self):
        return self.first_name

    def get_short_name(self):
        return self.first_name
