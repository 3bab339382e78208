"""Static files: hashed names, compressed, and our stylesheet as one file.

`css/site.css` only lists the components (`@import url("…") layer(…)`), so that each thing on the
screen has a file of its own. A browser would ask for them one after another; here they become one.
"""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import url\("([^"]+)"\)(?: layer\(([\w-]+)\))?;[ \t]*$', re.MULTILINE)
ENTRIES = ("css/site.css",)
OURS = ("css/", "js/", "img/", "fonts/")


class FlattenedManifestStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's manifest storage, with the imports of our entry stylesheets written in place."""

    manifest_strict = False

    def post_process(self, paths, dry_run=False, **options):  # noqa: FBT002 (Django's signature)
        for entry in ENTRIES:
            if entry in paths and not dry_run:
                text = self._flatten(entry)
                self.delete(entry)
                self._save(entry, ContentFile(text.encode()))
                paths = {
                    **paths,
                    entry: (self, entry),
                }  # hashed from what was just written, not from its source
        yield from super().post_process(paths, dry_run, **options)

    def compress_files(self, paths):
        """Brotli for what buyers load; gzip is enough for the admin's and the dashboard's files."""
        ours = {path for path in paths if path.startswith(OURS)}
        yield from super().compress_files(ours)
        self.use_brotli = False
        yield from super().compress_files(set(paths) - ours)

    def create_compressor(self, **kwargs):
        return super().create_compressor(use_brotli=getattr(self, "use_brotli", True), **kwargs)

    def _flatten(self, entry):
        folder = entry.rpartition("/")[0]

        def inline(found):
            name, layer = found.groups()
            with self.open(f"{folder}/{name}") as part:
                css = part.read().decode()
            return f"@layer {layer} {{\n{css}\n}}" if layer else css

        # From its source: the one collected before is flattened already and would keep yesterday's components.
        return IMPORT.sub(inline, Path(finders.find(entry)).read_text())
