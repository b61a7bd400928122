# Everything a developer runs. Needs Python 3.11 or newer, git and make; the rest is installed
# into .venv, which is brought up to date whenever pyproject.toml changes.
#
#   make PYTHON=/path/to/python3.12   another interpreter
#   make VENV=/tmp/env                another place for the environment

VENV ?= .venv
PYTHON ?=
BIN := $(VENV)/bin
CODE := lint checks tests docs $(if $(wildcard bench/*.py),bench)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help demo test lint types floors docs picture docs-check bench clean

help: ## these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## check the demo site, fixtures/clinic (it has findings on purpose), and write report.html
	@# 1 is "there are findings" and expected; 2, or a crash, is not.
	@$(BIN)/python -c 'import sverka.runner, sverka.reports, sverka.registry'
	$(BIN)/sverka check fixtures/clinic --format text --format html=report.html || test $$? -eq 1
	@echo "The report for editors: $(CURDIR)/report.html (open it in a browser)"

test: $(VENV)/.dev lint types floors docs-check ## everything that must hold before a commit
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy $(CODE)

floors: $(VENV)/.dev ## who may import whom
	$(BIN)/lint-imports

docs: $(VENV)/.run ## write docs/rules and docs/configuration.md from the code
	$(BIN)/python docs/generate.py

picture: $(VENV)/.dev ## make docs/images anew (the report's needs chromium)
	$(BIN)/python docs/picture.py

docs-check: $(VENV)/.run
	$(BIN)/python docs/generate.py --check

bench: $(VENV)/.dev ## speed and accuracy, on the development data
	@for each in $$(grep -ls '^if __name__' bench/*.py); do \
	  echo "== $$each"; $(BIN)/python $$each || exit 1; \
	done

clean: ## remove what the other targets have made
	rm -rf $(VENV) build dist report.html .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment that broke half-way has no stamp and is made anew.
$(VENV)/.made:
	@python=; \
	for each in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    python=$$each; break; \
	  fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Sverka needs Python 3.11 or newer, and no python3.13, python3.12, python3.11 or" >&2; \
	  echo "python3 of that kind is on the PATH. Install one (https://www.python.org/downloads/)" >&2; \
	  echo "or name it: make PYTHON=/path/to/python3" >&2; \
	  exit 2; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.run: pyproject.toml $(VENV)/.made
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.made
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.run
