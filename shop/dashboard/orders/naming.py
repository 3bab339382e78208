"""Where an order stands, in words. Oscar's pages print the key, and send back what they print."""

from django.utils.text import capfirst

from shop.order.models import Parcel


def named(status):
    """The name of a status by its key; what is no status stays as it is."""
    return str(capfirst(dict(Parcel.Stage.choices).get(status, status)))


def key_of(text):
    """The key of a status by its key or its name in the present language; other text as it is."""
    text = text.strip()
    return next((key for key in Parcel.Stage.values if text in {key, str(named(key))}), text)


def name_all(rows):
    """Let rows that are only shown from now on print the name of their `status`. Returns them."""
    for row in rows:
        row.status = named(row.status)
    return rows


def with_key(data, field):
    """A copy of a query or form in which `field` holds the key again."""
    if field not in data:
        return data
    data = data.copy()
    data[field] = key_of(data[field])
    return data
