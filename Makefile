# make run · make test · make check · make bench · make pins · make snapshot
PYTHON ?= python3
PORT ?= 8000

.PHONY: run test check bench setup pins snapshot

run:
	@$(PYTHON) bin/setup run
	@echo "Serving the demo at http://127.0.0.1:$(PORT) (Ctrl+C stops it)"
	@SITE_URL="$${SITE_URL:-http://localhost:$(PORT)}" exec .venv/bin/gunicorn --env DJANGO_SETTINGS_MODULE=shop.settings.dev --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --no-control-socket shop.wsgi

setup:
	@$(PYTHON) bin/setup run

test:
	@$(PYTHON) bin/setup dev
	@.venv/bin/python -m pytest $(PYTEST_ARGS)

check:
	@$(PYTHON) bin/setup dev
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	.venv/bin/djlint --lint --quiet templates
	.venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/python bin/translate --check

bench:
	@$(PYTHON) bin/setup dev
	.venv/bin/python bench/search_engine.py
	.venv/bin/python bench/outlet_list.py
	.venv/bin/python bench/compare.py $(N)

# The lock files, from pyproject.toml: names, versions and hashes only.
pins:
	@$(PYTHON) bin/setup dev
	.venv/bin/uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.txt
	.venv/bin/uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.txt

# The database a first start begins with, from all migrations.
snapshot:
	@$(PYTHON) bin/setup dev
	.venv/bin/python bin/snapshot
