from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outlets", "0002_hours_written_ahead"),
        ("outlets", "0002_shelf_signs"),
    ]

    operations = [
        migrations.AddField(
            model_name="outlet",
            name="search_text",
            field=models.TextField(default="", editable=False),
        ),
    ]
