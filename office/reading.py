"""`/giay-to/<id>/`: one paper, for who may read it."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .papers import Paper, may_read


@require_safe
def read_paper(request, pk):
    """The file, never run by the browser as a page of ours; a stranger is asked to sign in first."""
    paper = get_object_or_404(Paper, pk=pk)
    if not may_read(request.user, paper):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied
    response = FileResponse(paper.file.open("rb"), content_type=paper.content_type, filename=paper.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "public, max-age=3600" if paper.public else "private, no-store"
    return response
