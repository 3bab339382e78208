# make run · make test · make check · make bench
PYTHON ?= python3
PORT ?= 8000

.PHONY: run test check bench setup

run:
	@$(PYTHON) bin/setup run
	@echo "Serving the demo at http://127.0.0.1:$(PORT) (Ctrl+C stops it)"
	@exec .venv/bin/gunicorn --env DJANGO_SETTINGS_MODULE=shop.settings.dev --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 shop.wsgi

setup:
	@$(PYTHON) bin/setup run

test:
	@$(PYTHON) bin/setup dev
	@.venv/bin/python -m pytest $(PYTEST_ARGS)

check:
	@$(PYTHON) bin/setup dev
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/python manage.py makemigrations --check --dry-run

bench:
	@$(PYTHON) bin/setup dev
	.venv/bin/python bench/search_engine.py
	.venv/bin/python bench/compare.py $(N)
