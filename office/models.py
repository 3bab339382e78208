"""The office's records, each defined in the file of its subject."""

from .access_log import Access
from .calendar import Holiday
from .clocks import Clock
from .notices import Notice
from .numbering import Counter
from .outbox import Job
from .papers import Paper
from .stages import StageMove

__all__ = ["Access", "Clock", "Counter", "Holiday", "Job", "Notice", "Paper", "StageMove"]
