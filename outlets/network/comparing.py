"""The Department keeps the criteria of recognition: enters a decision, compares each criterion with its text.

What somebody has applied by keeps its criteria: their number and what must be met do not change afterwards.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from ..models import Criterion, Standard
from ..rules import runs_network


@transaction.atomic
def enter(*, code, name, legal_basis, valid_from, valid_to=None, note="", copied_from=None, by):
    """The criteria of a new decision; those of `copied_from`, none compared yet, to begin with. Returns the
    `Standard`. Raises `Refused` to others, and at the field for a code that is there and an end before the start.
    """
    _refuse_to_others(by)
    if Standard.objects.filter(code__iexact=code).exists():
        raise Refused(_("There are criteria with this code already."), field="code")
    if valid_to and valid_to < valid_from:
        raise Refused(_("The end has to come after the beginning."), field="valid_to")
    standard = Standard.objects.create(
        code=code, name=name, legal_basis=legal_basis, valid_from=valid_from, valid_to=valid_to, note=note
    )
    if copied_from:
        Criterion.objects.bulk_create(
            Criterion(standard=standard, part=row.part, text=row.text, must_have=row.must_have, position=row.position)
            for row in copied_from.criteria.all()
        )  # fmt: skip
    return standard


@transaction.atomic
def add(standard, *, part, text, must_have, source, by):
    """One more criterion, compared today; returns it. Raises `Refused` as `compare`."""
    _refuse_to_others(by)
    standard = Standard.objects.select_for_update(no_key=True).get(pk=standard.pk)
    if is_used(standard):
        raise Refused(_("Somebody has applied by these criteria: enter new ones, with the day they begin."))
    last = standard.criteria.order_by("-position").first()
    criterion = Criterion(standard=standard, part=part, position=last.position + 1 if last else 1)
    return _write(criterion, text, must_have, source, by)


@transaction.atomic
def compare(criterion, *, text, must_have, source, by):
    """A person has compared it with the decision: its wording, where it stands there, compared today; returns it.

    Raises `Refused` to others, without a source, and when what must be met would change after somebody applied.
    """
    _refuse_to_others(by)
    standard = Standard.objects.select_for_update(no_key=True).get(pk=criterion.standard_id)
    criterion = Criterion.objects.get(pk=criterion.pk)
    if must_have != criterion.must_have and is_used(standard):
        raise Refused(
            _("Somebody has applied by these criteria: what must be met does not change any more."),
            field="must_have",
        )
    return _write(criterion, text, must_have, source, by)


def is_used(standard):
    """Whether somebody has applied by these criteria."""
    return standard.applications.exists()


def _write(criterion, text, must_have, source, by):
    if not source.strip():
        raise Refused(_("Say where it stands in the decision, for example: section II.1."), field="source")
    criterion.text, criterion.must_have, criterion.source = text.strip(), must_have, source.strip()
    criterion.compared_on, criterion.compared_by = timezone.localdate(), by
    criterion.save()
    return criterion


def _refuse_to_others(by):
    if not runs_network(by):
        raise Refused(_("The Department keeps the criteria."))
