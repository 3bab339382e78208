"""The nouns of the programme that exist so far."""

from .recognition import Recognition, RecognitionQuerySet, StarChange

__all__ = ["Recognition", "RecognitionQuerySet", "StarChange"]
