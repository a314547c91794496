# The commands of the project. `make serve` and `make test` are all a newcomer needs; `make help` lists the others.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING = 1
# Files made after the pages bear the time of the last commit, so that the same commit gives the same bytes.
ifeq ($(strip $(SOURCE_DATE_EPOCH)),)
SOURCE_DATE_EPOCH := $(shell scripts/epoch.sh)
endif
export SOURCE_DATE_EPOCH

.PHONY: help serve site release-check build check test testable rounds zotero anchors lint mutate bench bench-engine lighthouse \
	zensical lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*  ## /\1	/p' $(MAKEFILE_LIST) | expand -t 16

serve: $(VENV)/site  ## build the site, serve it, rebuild on every change
	@$(BIN)/edition serve --address $(ADDRESS)

site: $(VENV)/site  ## write the site to site/, with EPUB, PDF and ZIP
	@scripts/setup.sh documents || true
	@$(BIN)/edition site $(SITE_OPTIONS)

release-check: SITE_OPTIONS = --complete
release-check: site  ## the same, and fail if a download cannot be made

build: $(VENV)/site  ## write the generated part of docs/
	@$(BIN)/edition build

check: $(VENV)/site  ## check sources and generated pages; write nothing
	@$(BIN)/edition check

test: testable  ## set up and run every test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/edition check
	@$(BIN)/edition build
	@$(BIN)/pytest --numprocesses auto --dist worksteal

testable: $(VENV)/dev  ## set up what the tests need besides Python packages
	@scripts/setup.sh browser
	@scripts/setup.sh documents tests
	@scripts/setup.sh checkers
	@scripts/setup.sh schema $(VENV)

rounds: $(VENV)/dev  ## run ten builds and checks at once, 200 times, and count what is lost
	@PYTHONPATH=scripts $(BIN)/python tests/store/rounds.py

anchors: $(VENV)/dev build  ## add new anchors to the append-only list of published ones
	@$(BIN)/python tests/contract/record.py

zotero: $(VENV)/dev  ## show what Zotero's translators save from the built pages (needs Node.js)
	@cd scripts/zotero && npm install --silent --no-audit --no-fund --no-package-lock
	@node scripts/zotero/fields.cjs site report/full-text/ report/complexity/

lint: $(VENV)/dev  ## format and lint
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix
	@$(BIN)/mypy

mutate: testable build  ## prove the central tests by breaking things on purpose, one by one
	@$(BIN)/python tests/mutate.py

zensical: $(VENV)/dev build  ## compare with what Zensical builds; never fails
	@tests/portability/zensical.sh $(BIN)

bench: $(VENV)/dev build  ## measure the search page against Material's search and Pagefind, also on 600,000 words
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@scripts/setup.sh browser
	@PYTHONPATH=scripts $(BIN)/python -m bench.search --details

bench-engine: $(VENV)/dev  ## measure the engine beside MkDocs on synthetic editions (BENCH="6000 60000" for some sizes)
	@PYTHONPATH=scripts $(BIN)/python -m bench.engine $(BENCH)

lighthouse: $(VENV)/dev build  ## measure how the pages load and paint, against a bare page of the same text
	@scripts/setup.sh browser
	@scripts/setup.sh lighthouse
	@PYTHONPATH=scripts $(BIN)/python -m bench.reading

lock: $(VENV)/dev  ## renew the locked requirements
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	@scripts/lock.sh $(BIN)

clean:  ## remove everything built and installed
	rm -rf $(VENV) site .site-made.json

$(VENV)/site: requirements/site.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh environment $(PYTHON) $(VENV) site

$(VENV)/dev: requirements/dev.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh environment $(PYTHON) $(VENV) dev
