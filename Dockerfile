# One image for the web and the worker. Build: docker build -t ocop-ha-tinh .
FROM python:3.12-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements.txt /tmp/requirements.txt
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --require-hashes -r /tmp/requirements.txt

FROM python:3.12-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=shop.settings.production DATA_DIR=/data
RUN useradd --system --uid 10001 --home-dir /srv/ocop ocop && mkdir -p /srv/ocop /data && chown ocop /data
WORKDIR /srv/ocop
COPY --from=packages /opt/venv /opt/venv
COPY . .
# Static files need no secret and no database: the build settings below are never used to serve.
RUN DJANGO_SETTINGS_MODULE=shop.settings.dev DATA_DIR=/tmp/build python manage.py collectstatic --noinput --verbosity 0 \
 && mv /tmp/build/static /srv/static && rm -rf /tmp/build
USER ocop
ENV STATIC_ROOT=/srv/static
EXPOSE 8000
HEALTHCHECK --interval=20s --timeout=4s --start-period=40s --retries=4 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/healthz', headers={'Host': 'localhost', 'X-Forwarded-Proto': 'https'}), timeout=3)"]
CMD ["gunicorn", "shop.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", "--no-control-socket", "--access-logfile", "-", \
     "--access-logformat", "%(h)s %(t)s %(m)s %(U)s %(s)s %(b)s %(M)sms"]
