"""Visits of the demo at the Cửa Lò showroom: one agreed, one to answer, one moved; a group code that brought something."""

from datetime import time, timedelta

from django.utils import timezone

from outlets.models import GroupCode, Itinerary, Operator, Outlet
from outlets.visits import crediting, visiting

RECEIPTS = (("0147", 480_000), ("0152", 1_265_000), ("0158", 95_000))


def plant(people):
    """Everything once; `people` are the demo's accounts."""
    beach = Outlet.objects.get(slug="showroom-ocop-cua-lo")
    operator = Operator.objects.licensed().filter(users=people["luhanh"]).first()
    if not beach.visits.filter(stop=None).exists():
        _visits(operator, beach, people)
    tour = Itinerary.objects.published().filter(operator=operator).first()
    if tour and not GroupCode.objects.exists():
        group = crediting.issue(tour, first_day=timezone.localdate(), size=24, by=people["luhanh"])
        for receipt, amount in RECEIPTS:
            crediting.credit_at_counter(
                beach, group=group.code, amount=amount, receipt=receipt, by=people["cualo"]
            )


def _visits(operator, beach, people):
    guide, keeper, today = people["luhanh"], people["cualo"], timezone.localdate()

    def ask(days, hour, size, note="", language="vi"):
        return visiting.ask(
            operator,
            host=beach,
            day=today + timedelta(days=days),
            starts=time(hour),
            minutes=60,
            size=size,
            language=language,
            tasting=True,
            note=note,
            by=guide,
        )

    visiting.confirm(ask(3, 9, 28, "Đoàn giáo viên nghỉ hưu, hai cô đi xe lăn"), by=keeper)
    ask(6, 15, 18, "Khách Lào, cần giới thiệu cách bảo quản nước mắm", "lo")
    moved = ask(9, 10, 40)
    visiting.propose(
        moved, day=moved.day, starts=time(14), reason="Sáng hôm đó có đoàn học sinh đông", by=keeper
    )
