"""The demo's pictures, drawn and encoded beside the seed, in as many processes as there are cores."""

import os
from concurrent.futures import ProcessPoolExecutor

import django

from catalogue import picturing

from . import drawings


class Painters:
    """Painters at work while the block lasts. Enter it before a transaction begins: they are forks of this process."""

    def __enter__(self):
        self._pool = ProcessPoolExecutor(os.cpu_count(), initializer=django.setup)
        self._pool.submit(os.getpid).result()  # they come now
        self._begun = {}
        return self

    def __exit__(self, *_):
        self._pool.shutdown(cancel_futures=True)

    def begin(self, svgs):
        """Start on drawings that will be asked for, in this order; each is made once."""
        for svg in svgs:
            if svg not in self._begun:
                self._begun[svg] = self._pool.submit(_paint, svg)

    def picture(self, svg):
        """The drawing as `picturing.store_picture` takes it; its sizes lie in the media store by now."""
        self.begin([svg])
        return self._begun[svg].result()


def _paint(svg):
    taken = picturing.take_in(drawings.png(svg, 960))
    picturing.render_sizes(taken.body)
    return taken
