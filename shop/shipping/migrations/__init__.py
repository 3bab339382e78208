"""Oscar's history, then ours: Oscar's migrations are read from its own package."""

from oscar.apps.shipping import migrations as oscars

__path__ = [*__path__, *oscars.__path__]
