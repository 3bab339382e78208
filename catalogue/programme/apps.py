from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    name = "catalogue.programme"
    label = "programme"

    def ready(self):
        from catalogue.search.indexing import index_later
        from office import papers, todo  # they need the models

        from . import deciding
        from .signals import stars_changed

        stars_changed.connect(
            lambda product, **kwargs: index_later(product.pk), weak=False, dispatch_uid="search-stars-changed"
        )
        papers.register_reader(deciding.reads_decision)
        todo.register(
            todo.Tray(
                name=_("Certificates"),
                view="programme_desk:certificates",
                concerns=lambda user: deciding.may_decide(user) or deciding.makers_of(user).exists(),
                tasks=self.tasks,
            )
        )

    @staticmethod
    def tasks(user):
        """Certificates that end soon: to be renewed by their makers, watched by the office."""
        from django.urls import reverse

        from office.todo import Task

        from . import deciding

        ending = deciding.products_for(user, show="ending").count()
        return [
            Task(
                _("Certificates ending within 90 days"),
                ending,
                reverse("programme_desk:certificates") + "?loc=ending",
            )
        ]
