"""A copy of everything about one person: one JSON document, and the same as tables, in one file."""

import io
import json
import zipfile

from django.utils import timezone

from office import persons
from office.tables import as_csv


def document(person):
    """{"made_at", "about", "parts": {part: rows}} with plain values only."""
    return {
        "made_at": timezone.localtime().isoformat(),
        "about": {
            "account": str(person.user.pk) if person.user else "",
            "phone": person.phone,
            "email": person.email,
        },
        "parts": persons.collect(person),
    }


def archive(person):
    """Bytes of a zip: `du-lieu.json` and a CSV for each part."""
    data = document(person)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("du-lieu.json", json.dumps(data, ensure_ascii=False, indent=2))
        for name, rows in data["parts"].items():
            header = list(rows[0])
            table = as_csv(header, [[row.get(column, "") for column in header] for row in rows])
            bundle.writestr(f"{name.replace(' ', '-')}.csv", table)
    return out.getvalue()
