"""What visitors see of the catalogue. Oscar looks its own view names up here: these are the overrides."""

from .storefront import CategoryRedirect as ProductCategoryView
from .storefront import ProductDetailView
from .storefront import ProductListView as CatalogueView

__all__ = ["CatalogueView", "ProductCategoryView", "ProductDetailView"]
