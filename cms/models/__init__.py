from .pages import HomePage, TextPage
from .site import SiteSettings

__all__ = ["HomePage", "SiteSettings", "TextPage"]
