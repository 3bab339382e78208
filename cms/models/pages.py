"""The home page and pages of text."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from catalogue.claims import refuse_health_claims
from catalogue.views.caching import public_page
from cms.home import home_context
from office.stages import Refused

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class Honest(models.Model):
    """A page whose words may not claim to heal, and which any proxy may keep."""

    WORDS = ()

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    def clean(self):
        """Refuse at its field what `catalogue.claims` refuses."""
        super().clean()
        errors = {}
        for name in ("title", *self.WORDS):
            try:
                refuse_health_claims(str(getattr(self, name) or ""), field=name)
            except Refused as refused:
                errors[name] = refused.message
        if errors:
            raise ValidationError(errors)

    @method_decorator(public_page)
    def serve(self, request, *args, **kwargs):
        return super().serve(request, *args, **kwargs)


class HomePage(Honest, Page):
    """The front door: words and picture by editors, products and counts from the shop."""

    eyebrow = models.CharField(_("line above the headline"), max_length=80, blank=True)
    headline = models.CharField(_("headline"), max_length=120)
    lead = models.CharField(_("lead"), max_length=240, blank=True)
    picture = models.ForeignKey(
        "catalogue.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    producers = ParentalManyToManyField(
        "partner.Partner", blank=True, related_name="+", verbose_name=_("producers of the month")
    )
    fair_title = models.CharField(_("fair: title"), max_length=120, blank=True)
    fair_text = models.TextField(_("fair: text"), blank=True)
    outlets_title = models.CharField(_("points of sale: title"), max_length=120, blank=True)
    outlets_text = models.TextField(_("points of sale: text"), blank=True)

    WORDS = (
        "eyebrow",
        "headline",
        "lead",
        "fair_title",
        "fair_text",
        "outlets_title",
        "outlets_text",
    )
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("eyebrow"), FieldPanel("headline"), FieldPanel("lead"), FieldPanel("picture")],
            heading=_("Top"),
        ),
        FieldPanel("producers"),
        MultiFieldPanel([FieldPanel("fair_title"), FieldPanel("fair_text")], heading=_("Next fair")),
        MultiFieldPanel(
            [FieldPanel("outlets_title"), FieldPanel("outlets_text")], heading=_("Points of sale")
        ),
    ]
    max_count = 2
    template = "cms/home.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | home_context(self)


class TextPage(Honest, Page):
    """A page of text: rules of the shop, what OCOP is, how to reach us."""

    class Place(models.TextChoices):
        RULES = "rules", _("footer, rules of the shop")
        HELP = "help", _("footer, for buyers")
        NONE = "", _("not in the footer")

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(
        [
            ("text", blocks.RichTextBlock(features=FEATURES)),
            ("note", blocks.TextBlock(icon="warning")),
        ],
        verbose_name=_("text"),
    )
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.NONE, blank=True)

    WORDS = ("intro", "body")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body"), FieldPanel("place")]
    parent_page_types = ["cms.HomePage"]
    subpage_types = []
    template = "cms/text.html"

    class Meta:
        verbose_name = _("text page")
