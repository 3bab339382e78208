"""Pictures in the sizes the site uses, and Oscar's thumbnailer over them."""

from oscar.core.thumbnails import AbstractThumbnailer


class Thumbnailer(AbstractThumbnailer):
    """Oscar's dashboard shows the original; our own pages use `Product.picture_set`."""

    def generate_thumbnail(self, source, **opts):
        return source

    def delete_thumbnails(self, source):
        """Nothing to delete: no thumbnail is made."""
