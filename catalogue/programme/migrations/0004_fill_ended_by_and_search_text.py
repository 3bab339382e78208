from datetime import timedelta

from django.db import migrations

from catalogue.programme.models.recognition import folded_number


def link_what_ended_them(apps, schema_editor):
    """The withdrawal of a certificate, or the renewal or downgrade that took over the day after its end."""
    Recognition = apps.get_model('programme', 'Recognition')
    StarChange = apps.get_model('programme', 'StarChange')
    changes = StarChange.objects.filter(kind__in=['withdraw', 'renew', 'downgrade'])
    for change in changes.select_related('recognition').order_by('effective_on', 'pk'):
        if change.kind == 'withdraw':
            ended = Recognition.objects.filter(pk=change.recognition_id)
        else:
            ended = Recognition.objects.filter(
                product=change.recognition.product_id,
                variant=change.recognition.variant_id,
                ends_on=change.effective_on - timedelta(days=1),
                ended_by=None,
            ).exclude(pk=change.recognition_id)
        ended.update(ended_by=change)


def fold_their_numbers(apps, schema_editor):
    Recognition = apps.get_model('programme', 'Recognition')
    rows = []
    for row in Recognition.objects.select_related('ended_by').iterator(chunk_size=1000):
        numbers = [row.decision_number, row.code or '']
        if row.ended_by_id and row.ended_by.kind in {'withdraw', 'downgrade'}:
            numbers.append(row.ended_by.decision_number)
        row.search_text = ' '.join(folded_number(number) for number in numbers if number)
        rows.append(row)
    Recognition.objects.bulk_update(rows, ['search_text'], batch_size=500)


def nothing(apps, schema_editor):
    """The columns go with the migration before."""


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0003_recognition_ended_by_and_search_text'),
    ]

    operations = [
        migrations.RunPython(link_what_ended_them, nothing),
        migrations.RunPython(fold_their_numbers, nothing),
    ]
