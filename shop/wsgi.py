"""The WSGI application that gunicorn serves."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.production")
application = get_wsgi_application()

if settings.DEMO:  # one command, no worker process: see docs/decisions/0011
    from shop.management.commands.work import in_a_thread  # needs the models

    in_a_thread()
