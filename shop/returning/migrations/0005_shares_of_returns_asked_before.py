from django.db import migrations


def share(apps, schema_editor):
    """Returns from before this column: what the house bore, by pieces, the last of a line with what is left."""
    rows = apps.get_model("returning", "ReturnLine").objects.filter(line__discount_platform__gt=0)
    off = ("refused", "withdrawn", "decided")
    gone: dict[int, tuple[int, int]] = {}
    for row in rows.exclude(trade_return__stage__in=off).select_related("line").order_by("pk"):
        pieces, before = gone.get(row.line_id, (0, 0))
        whole, pieces = row.line.discount_platform, pieces + row.quantity
        last = pieces == row.line.quantity
        row.borne = whole - before if last else whole * row.quantity // row.line.quantity
        row.save(update_fields=["borne"])
        gone[row.line_id] = pieces, before + row.borne


class Migration(migrations.Migration):
    dependencies = [("returning", "0004_discount_of_what_comes_back"), ("order", "0026_discounts")]
    operations = [migrations.RunPython(share, migrations.RunPython.noop)]
