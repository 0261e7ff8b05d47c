# One command for each task. CI runs the same ones: see .ci/run.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
NPM    := $(BIN)/python tools/npm.py

INSTALLED := $(VENV)/.installed
MODULES   := client/node_modules/.package-lock.json
BUILT     := src/ostinato/static/index.html
BROWSER   := $(VENV)/.browser
SERVICES  := $(VENV)/.services
SOURCES   := $(shell find client -name node_modules -prune -o -type f ! -name '*.test.*' -print)

.PHONY: help setup demo dev fix check test e2e generate chaos bench
.DELETE_ON_ERROR:

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: $(INSTALLED) $(BUILT)  ## Install everything into .venv and build the client

demo: setup  ## Serve the tour
	@$(BIN)/ostinato hello

dev: setup  ## Serve the tour; rebuild the client and rerun on every save
	@$(BIN)/watchfiles '$(MAKE) --silent $(BUILT)' client/src & watcher=$$!; \
	trap "kill $$watcher" EXIT INT TERM; $(BIN)/ostinato hello --server.runOnSave true

fix: $(INSTALLED) $(MODULES)  ## Format, and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(NPM) exec -- eslint --fix .

check: $(INSTALLED) $(MODULES)  ## Lint, types, import rules, stale files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate.py --check
	$(NPM) run --silent check

test: setup $(BROWSER) $(SERVICES)  ## All tests: the client's, the server's, and those in a browser
	$(NPM) test
	$(BIN)/pytest

e2e: setup $(BROWSER) $(SERVICES)  ## Only the tests in a browser
	$(BIN)/pytest tests/e2e

generate: $(INSTALLED)  ## Write the files that are made from others
	$(BIN)/python tools/generate.py

chaos: setup $(BROWSER) $(SERVICES)  ## Kill servers under clicking people for as long as you like
	CROWD=10000 $(BIN)/pytest --quiet tests/server/test_hostile_crowds.py
	cd tests && ../$(BIN)/python -m e2e.chaos $(CHAOS)

bench: setup $(BROWSER) $(SERVICES)  ## Measure side by side with Streamlit
	$(BIN)/python -m benchmarks

$(INSTALLED): pyproject.toml tools/npm.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: Python 3.11 or newer is needed: install it, or set PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	OSTINATO_SKIP_CLIENT=1 $(BIN)/pip install --quiet --disable-pip-version-check \
		--editable '.[dev]' $$($(PYTHON) tools/npm.py requirement)
	@touch $@

$(MODULES): client/package-lock.json | $(INSTALLED)
	$(NPM) ci --no-audit --no-fund
	@touch $@

$(BUILT): $(MODULES) $(SOURCES)
	$(NPM) run --silent build
	@touch $@

$(BROWSER): tools/chromium.sh | $(INSTALLED)
	tools/chromium.sh
	@touch $@

$(SERVICES): tools/redis.sh | $(INSTALLED)
	tools/redis.sh
	@touch $@
