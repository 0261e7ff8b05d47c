# One command for each task. CI runs the same ones: see .ci/run.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
NPM    := $(BIN)/python tools/npm.py
DEMO   := .demo
STEP   := @tools/step.sh

# More than CI has cores: most tests wait for other processes. As many browsers as it has: a page keeps
# one busy. There, tests of one file stay together and begin in order, so that one storm follows
# another, and the first one begins early.
WORKERS    ?= 4
BROWSERS   ?= 2
IN_BROWSER := -n $(BROWSERS) --dist loadfile --no-loadscope-reorder tests/e2e
HANGING    := ending page_load storing

NODE      := $(VENV)/.node
INSTALLED := $(VENV)/.installed
MODULES   := client/node_modules/.package-lock.json
BUILT     := src/ostinato/static/index.html
BROWSER   := $(VENV)/.browser
SERVICES  := $(VENV)/.services
READY     := $(DEMO)/.ready
SOURCES   := $(shell find client -name node_modules -prune -o -type f ! -name '*.test.*' -print)
PACKAGE   := $(shell find src -name '*.py')
PIP_FLAGS := --quiet --disable-pip-version-check --no-cache-dir
FIT := $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	"make: Python 3.11 or newer is needed: install it, or set PYTHON=..." >&2; exit 1; }

.PHONY: help demo test check check-code check-pages quick format fix setup ready dev docs coverage e2e \
	generate chaos portraits pictures others bench packages trials release
.DELETE_ON_ERROR:
# What is asked for at once comes one after another: two would install into the same folder.
ifeq ($(MAKELEVEL),0)
.NOTPARALLEL:
endif

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(READY)  ## Serve the tour, from .demo; on another port: PORT=9000
	@$(DEMO)/bin/ostinato hello $(if $(PORT),--port $(PORT))

test: setup $(BROWSER) $(SERVICES)  ## All tests: the page's, the server's, and those in a browser
	$(STEP) "Tests of the page" $(NPM) test
	$(STEP) "Tests of the server" $(BIN)/pytest -n $(WORKERS) --dist worksteal --ignore tests/e2e
	$(STEP) "Tests in a browser" $(BIN)/pytest $(IN_BROWSER)

# Both lists at the same time: nearly all of it is one processor's work.
check:  ## Lint, types, import rules, stale files
	@TOGETHER=1 $(MAKE) --no-print-directory --jobs=2 check-code check-pages

check-code: $(INSTALLED) $(MODULES)
	$(STEP) "Lint" $(BIN)/ruff check .
	$(STEP) "Format" $(BIN)/ruff format --check .
	$(STEP) "Generated files" $(BIN)/python tools/generate.py --check
	$(STEP) "Types" $(BIN)/mypy
	$(STEP) "Types of the tests" $(BIN)/mypy --config-file tests/mypy.ini
	$(STEP) "Types as users see them" $(BIN)/pyright --project pyproject.toml
	$(STEP) "Import rules" $(BIN)/lint-imports

check-pages: $(INSTALLED) $(MODULES)
	$(STEP) "Words of the documentation" $(BIN)/python tools/prose.py
	$(STEP) "Pictures of elements" $(BIN)/python tools/portraits.py
	$(STEP) "Documentation" $(BIN)/python tools/website.py
	$(STEP) "Format of the page" $(NPM) exec -- biome format .
	$(STEP) "Types and lint of the page" $(NPM) run check

quick: $(INSTALLED) $(MODULES)  ## Check in seconds what is not committed, or differs from SINCE
	@$(BIN)/python tools/quick.py $(SINCE)

format: $(INSTALLED) $(MODULES)  ## Format all code
	$(BIN)/ruff format .
	$(NPM) exec -- biome format --write .

fix: $(INSTALLED) $(MODULES)  ## Format, and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(NPM) exec -- eslint --fix .
	@$(MAKE) --no-print-directory format

setup:  ## Install everything into .venv and build the page
	@TOGETHER=1 $(MAKE) --no-print-directory --jobs=2 ready

ready: $(INSTALLED) $(BUILT)
	@:

dev: setup  ## Serve the tour; rebuild the client and rerun on every save
	@$(BIN)/watchfiles '$(MAKE) --silent $(BUILT)' client/src & watcher=$$!; \
	trap "kill $$watcher" EXIT INT TERM; $(BIN)/ostinato hello --server.runOnSave true

# A tracer keeps scripts that hang from being interrupted: tests of that are left out. Others are about
# time or imports, and may fail here. A server that is killed leaves a file that cannot be read.
coverage: setup $(SERVICES)  ## Measure what the tests cover, and fail below the floor
	$(STEP) "Tests of the page" $(NPM) test -- --coverage
	@$(BIN)/coverage erase
	-$(STEP) "Tests of the server" $(BIN)/coverage run -m pytest -n $(WORKERS) --dist worksteal \
		--ignore tests/e2e $(HANGING:%=--ignore tests/session/test_%.py)
	@$(BIN)/coverage combine --quiet 2>/dev/null || true
	@$(BIN)/coverage report --sort cover --skip-covered
	@$(BIN)/coverage json --quiet -o .coverage.json
	@$(BIN)/python tools/floor.py server .coverage.json
	@$(BIN)/python tools/floor.py page client/node_modules/.cache/coverage/coverage-summary.json

e2e: setup $(BROWSER) $(SERVICES)  ## Only the tests in a browser
	$(BIN)/pytest $(IN_BROWSER)

generate: $(INSTALLED)  ## Write the files that are made from others
	$(BIN)/python tools/generate.py

chaos: setup $(BROWSER) $(SERVICES)  ## Kill servers under clicking people for as long as you like
	CROWD=10000 $(BIN)/pytest --quiet tests/server/test_hostile_crowds.py
	cd tests && ../$(BIN)/python -m e2e.chaos $(CHAOS)

docs: $(INSTALLED) $(MODULES)  ## Build the documentation into site/, and follow all its links
	$(STEP) "Documentation" $(BIN)/python tools/website.py

portraits: setup $(BROWSER)  ## Take the pictures of elements in the documentation that are not current
	$(BIN)/python tools/pictures.py elements

pictures: setup $(BROWSER)  ## Take pictures of every element in every look, and of charts beside Streamlit
	$(BIN)/python tools/pictures.py gallery
	$(BIN)/python tools/pictures.py charts

others: setup $(BROWSER)  ## Try other people's packages in a browser: minutes, and the network
	$(BIN)/python tools/packages.py $(ONLY)

bench: setup $(BROWSER) $(SERVICES)  ## Measure side by side with Streamlit
	$(BIN)/python -m benchmarks

packages: setup  ## Build both packages of the present version into dist
	$(BIN)/python tools/release.py packages

trials: packages  ## Install them on every Python that is here, with the oldest libraries, by uvx
	$(BIN)/python tools/trials.py all
	$(BIN)/python tools/trials.py launchers
	$(BIN)/python tools/trials.py lowest

release: setup  ## Write version and changelog, build, try, and list what is in it: VERSION=1.2.3
	$(BIN)/python tools/release.py $(VERSION)

$(NODE): tools/npm.py
	@$(FIT)
	@echo "Installing, which takes some minutes"
	$(STEP) "Making $(VENV)" $(PYTHON) -m venv $(VENV)
	@required=$$($(PYTHON) tools/npm.py requirement) && { test -z "$$required" || tools/step.sh \
		"Installing Node.js" $(BIN)/pip install --quiet --disable-pip-version-check "$$required"; }
	@touch $@

$(INSTALLED): pyproject.toml $(NODE)
	$(STEP) "Installing all tools" env OSTINATO_SKIP_CLIENT=1 $(BIN)/pip install --quiet \
		--disable-pip-version-check --editable '.[dev]'
	@touch $@

$(MODULES): client/package-lock.json | $(NODE)
	$(STEP) "Installing the page's tools" $(NPM) ci --no-audit --no-fund
	@touch $@

$(BUILT): $(MODULES) $(SOURCES)
	$(STEP) "Building the page" $(NPM) run build
	@touch $@

$(BROWSER): tools/chromium.sh | $(INSTALLED)
	$(STEP) "Installing a browser" tools/chromium.sh
	@touch $@

$(SERVICES): tools/redis.sh | $(INSTALLED)
	$(STEP) "Installing services" tools/redis.sh
	@touch $@

$(DEMO)/pyvenv.cfg:
	@$(FIT)
	$(STEP) "Making $(DEMO)" $(PYTHON) -m venv $(DEMO)

# A package takes the page that is there; one that is older than its sources is built anew.
$(READY): $(DEMO)/pyvenv.cfg pyproject.toml hatch_build.py tools/npm.py $(SOURCES) $(PACKAGE)
	@test -z "$$(find $(SOURCES) -newer $(BUILT) 2>&1)" || rm -rf $(dir $(BUILT))
	$(STEP) "Building the page" $(DEMO)/bin/pip wheel $(PIP_FLAGS) --no-deps --wheel-dir $(DEMO) .
	@$(DEMO)/bin/pip uninstall --quiet --yes ostinato 2>/dev/null || true
	$(STEP) "Installing" $(DEMO)/bin/pip install $(PIP_FLAGS) $(DEMO)/ostinato-*.whl
	@rm $(DEMO)/ostinato-*.whl
	@touch $@
