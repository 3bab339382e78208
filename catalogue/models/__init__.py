"""Oscar's catalogue models, with ours in the places where the field differs."""

from .group import CriteriaGeneration, LegalClass, ProductGroup
from .picture import Picture, PictureRendition
from .product import NetUnit, Product, ProductPicture, ProductQuerySet
from .synonym import Synonym

__all__ = [
    "CriteriaGeneration",
    "LegalClass",
    "NetUnit",
    "Picture",
    "PictureRendition",
    "Product",
    "ProductGroup",
    "ProductPicture",
    "ProductQuerySet",
    "Synonym",
]

from oscar.apps.catalogue.models import *  # noqa: F403
