import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0002_recognition_document_is_a_paper'),
    ]

    operations = [
        migrations.AddField(
            model_name='recognition',
            name='ended_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended', to='programme.starchange', verbose_name='ended by'),
        ),
        migrations.AddField(
            model_name='recognition',
            name='search_text',
            field=models.TextField(default='', editable=False),
        ),
    ]
