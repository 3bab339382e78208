from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outlets", "0004_who_set_the_hours")]

    operations = [
        migrations.AddField(
            model_name="outlet",
            name="search_text",
            field=models.TextField(default="", editable=False),
        ),
    ]
