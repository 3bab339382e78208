"""Two people at one form: who saves second is told what was saved meanwhile, and nothing typed is lost.

A form carries a print of the facts it was filled with. The act compares it, under its lock, with those of today.
"""

import hashlib
import json
from datetime import date, time

from django import forms
from django.utils.translation import gettext as _

from .acts import ActView
from .stages import Refused

SEEN = "seen"


class Overtaken(Refused):
    """Somebody else saved between reading and writing."""


def print_of(thing, names):
    """A short print of these facts of a row: equal while none of them changed."""
    facts = [[name, getattr(thing, name)] for name in sorted(names)]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()[:16]


def refuse_overtaken(thing, names, seen, facts):
    """Raise `Overtaken` when the locked row `thing` is not the one whose print was `seen` and `facts` would
    overwrite what it says now. Without a print ("" or None) nothing is asked.
    """
    if not seen or seen == print_of(thing, names):
        return
    if any(getattr(thing, name) != value for name, value in facts.items()):
        raise Overtaken(_("Somebody else saved this while you were writing. Nothing of yours is saved yet."))


class Editing(ActView):
    """An act that edits: it takes `seen`; `edited` are the facts a print is of. Stands before other views.

    A form that was overtaken comes back with what was typed, what is saved now (`meanwhile` in the context), and
    the new print: saved once more it replaces what the other wrote.
    """

    edited: frozenset[str] = frozenset()

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields[SEEN] = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
        form.initial[SEEN] = self.print_now()
        return form

    def print_now(self):
        """The print of what is saved now."""
        return print_of(self.thing, self.edited)

    def form_invalid(self, form):
        if isinstance(self.refusal, Overtaken):
            self.thing = self.saved_now()
            form.data = form.data.copy()
            form.data[SEEN] = self.print_now()
            self.meanwhile = differences(form, self.get_initial())
        return super().form_invalid(form)

    def saved_now(self):
        """The row as it is now, read as the view reads it."""
        rows = self.model._default_manager.all() if self.queryset is None else self.queryset.all()
        return rows.get(pk=self.thing.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(meanwhile=getattr(self, "meanwhile", []), **kwargs)


def differences(form, saved):
    """[(label, what is saved)] of the fields of a valid form in which something else was typed."""
    return [
        (field.label, in_words(field, saved[name]))
        for name, field in form.fields.items()
        if name in saved and not field.widget.is_hidden and saved[name] != form.cleaned_data.get(name)
    ]


def in_words(field, value):
    """A saved value as people read it."""
    choices = {str(key): label for key, label in getattr(field, "choices", ())}
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, list | tuple):
        return ", ".join(str(choices.get(str(each), each)) for each in value) or _("nothing")
    return str(choices.get(str(value), value)) if value not in (None, "") else _("nothing")
