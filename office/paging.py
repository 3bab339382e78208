"""The pages of a list: which are named below it, and where the one before and the next are."""


class Paged:
    """A mixin of a list that knows its `page`, its `last_page` and `page_url(number)`; for components/pagination.html."""

    @property
    def page(self) -> int:
        raise NotImplementedError

    @property
    def last_page(self) -> int:
        raise NotImplementedError

    def page_url(self, number: int) -> str:
        raise NotImplementedError

    @property
    def pages(self):
        """(number or None for a gap, address): first, last and those around this page."""
        near = {1, self.last_page, *range(self.page - 1, self.page + 2)}
        found, before = [], 0
        for number in sorted(n for n in near if 1 <= n <= self.last_page):
            if number - before > 1:
                found.append((None, ""))
            found.append((number, self.page_url(number)))
            before = number
        return found

    @property
    def previous_url(self):
        return self.page_url(self.page - 1) if self.page > 1 else ""

    @property
    def next_url(self):
        return self.page_url(self.page + 1) if self.page < self.last_page else ""
