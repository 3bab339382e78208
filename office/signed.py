"""Records whose page opens to whoever has its address: the address carries a signature."""

from typing import ClassVar

from django.core.signing import BadSignature, Signer


class Signed:
    """Beside a model: `SALT` keeps its signatures apart from others', `SIGNED` is the field that is signed."""

    SALT: ClassVar[str]
    SIGNED: ClassVar[str] = "number"

    @property
    def signature(self):
        return Signer(salt=self.SALT).signature(getattr(self, self.SIGNED))

    def is_signed_by(self, signature):
        """Whether `signature` is of this record, by the secret key of today or one before it."""
        try:
            Signer(salt=self.SALT).unsign(f"{getattr(self, self.SIGNED)}:{signature}")
        except BadSignature:
            return False
        return True
