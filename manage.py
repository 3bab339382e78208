#!/usr/bin/env python3
"""Django's command line, with the development settings unless told otherwise."""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")
    if (
        "migrate" in sys.argv[1:2]
    ):  # 36,000 model classes are made on the way: collecting takes a third of the time
        gc.set_threshold(500_000, 100, 1000)
    execute_from_command_line(sys.argv)
