# Two commands for newcomers: `make site` builds the site, `make test` proves it. The rest is for those who stay.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := tests/node/node_modules/.package-lock.json
SHELL := /bin/bash

.PHONY: site test audit serve check lint lock pictures fuzz docs clean

site: $(VENV)/.site
	$(BIN)/qingdan build

serve: site
	$(BIN)/qingdan serve

check: $(VENV)/.site
	$(BIN)/qingdan check catalog

test: $(VENV)/.test $(NODE)
	@bash tests/browser.sh
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# Every page before every auditor, on an idle machine; docs/audit.md says how long. Stopped, it goes on where it was.
audit: site $(VENV)/.test $(NODE)
	@bash tests/browser.sh
	$(BIN)/python -m tests.audit site

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# A hundred thousand mutants of real files through the whole check; what fails is kept in fuzz/.
COUNT ?= 100000
SEED ?= 1
fuzz: $(VENV)/.test
	nice $(BIN)/python -m tests.hostile.fuzz $(COUNT) $(SEED)

docs: $(VENV)/.site
	$(BIN)/python -m generator.reference docs
	$(BIN)/qingdan owners > CODEOWNERS

pictures: $(VENV)/.test
	@bash tests/browser.sh
	$(BIN)/python -m tests.pictures
	$(BIN)/python -m tests.guides.pictures
	@bash tests/screens.sh
	$(BIN)/python -m tests.screens

# The environment: everything from the lock file with hashes; the lock names no index.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 以上；现在是 $$($(PYTHON) -V)。可以写 make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "缺少 venv，请先安装：apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.site
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The auditors of the site: what the lock file says, with hashes; it names no registry. No package's script runs.
$(NODE): tests/node/package.json tests/node/package-lock.json
	@bash tests/node.sh
	npm ci --prefix tests/node --no-progress --loglevel=error
	@touch $@

# Renew the lock files (uv is only for this).
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra install pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra install --extra dev pyproject.toml -o requirements-dev.lock
	npm install --prefix tests/node --package-lock-only --loglevel=error
	sed -i 's/"legacy-javascript": "latest"/"legacy-javascript": "0.0.1"/; s/"third-party-web": "latest"/"third-party-web": "0.27.0"/' \
	  tests/node/package-lock.json  # npm 9 cannot read "latest" in a lock file that names no registry

clean:
	rm -rf site .cache
