"""Oscar's forms for offers, and who bears the discount."""

from oscar.apps.dashboard.offers.forms import *  # noqa: F403
from oscar.apps.dashboard.offers.forms import MetaDataForm as OscarMetaDataForm


class MetaDataForm(OscarMetaDataForm):
    class Meta(OscarMetaDataForm.Meta):
        fields = (*OscarMetaDataForm.Meta.fields, "borne_by")
