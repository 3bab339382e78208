"""What settling puts on the desk."""


def register_trays():
    """Called in the app's `ready`."""
