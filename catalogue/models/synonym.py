"""Words that mean the same to a buyer; kept by editors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonym(models.Model):
    """`word` is searched as if `meaning` had been typed too: "bòng" finds bưởi."""

    word = models.CharField(_("word"), max_length=60, unique=True)
    meaning = models.CharField(_("means"), max_length=60)

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["word"]

    def __str__(self):
        return f"{self.word} = {self.meaning}"
