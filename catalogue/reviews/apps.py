from oscar.apps.catalogue.reviews.apps import CatalogueReviewsConfig


class ReviewsConfig(CatalogueReviewsConfig):
    name = "catalogue.reviews"
