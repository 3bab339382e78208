from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "catalogue.programme"
    label = "programme"
