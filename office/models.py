"""The office's records, each defined in the file of its subject."""

from .notices import Notice
from .numbering import Counter
from .outbox import Job
from .papers import Paper
from .stages import StageMove

__all__ = ["Counter", "Job", "Notice", "Paper", "StageMove"]
