# The commands of the project. `make serve` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING = 1
# Files made after the pages bear the time of the last commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)

.PHONY: serve site release-check build check test testable zotero anchors lint mutate bench lighthouse zensical lock clean

serve: $(VENV)/site  ## build the site, serve it, rebuild on every change
	@$(BIN)/edition serve --address $(ADDRESS)

site: $(VENV)/site build  ## leave the site in site/, with EPUB, PDF and ZIP
	@scripts/setup.sh documents || true
	@$(BIN)/edition site $(SITE_OPTIONS)

release-check: SITE_OPTIONS = --complete
release-check: site  ## the same, and fail where a download cannot be made

build: $(VENV)/site  ## write the generated part of docs/
	@$(BIN)/edition build

check: $(VENV)/site  ## check sources and generated pages; write nothing
	@$(BIN)/edition check

test: testable  ## set up and run every test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/edition check
	@$(BIN)/pytest --numprocesses auto --dist worksteal

testable: $(VENV)/dev  ## set up what the tests need besides Python's packages
	@scripts/setup.sh browser
	@scripts/setup.sh documents tests
	@scripts/setup.sh checkers
	@scripts/setup.sh schema $(VENV)

anchors: $(VENV)/dev  ## add new anchors to the append-only list of published ones
	@$(BIN)/python tests/contract/record.py

zotero: $(VENV)/dev  ## what Zotero's translators save from the built pages (needs Node.js)
	@cd scripts/zotero && npm install --silent --no-audit --no-fund --no-package-lock
	@node scripts/zotero/fields.cjs site report/full-text/ report/complexity/

lint: $(VENV)/dev  ## format and lint
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix
	@$(BIN)/mypy

mutate: testable  ## prove the central tests: break things on purpose, one by one
	@$(BIN)/python tests/mutate.py

zensical: $(VENV)/dev  ## compare with what Zensical builds; informs, stops nothing
	@tests/portability/zensical.sh $(BIN)

bench: $(VENV)/dev  ## measure the search page against Material's search and Pagefind, also on 600,000 words
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@scripts/setup.sh browser
	@PYTHONPATH=scripts $(BIN)/python -m bench.search --details

lighthouse: $(VENV)/dev  ## measure how the pages load and paint, against a bare page of the same text
	@scripts/setup.sh browser
	@scripts/setup.sh lighthouse
	@PYTHONPATH=scripts $(BIN)/python -m bench.reading

lock: $(VENV)/dev  ## renew the locked requirements
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	@scripts/lock.sh $(BIN)

clean:  ## remove what is built and installed
	rm -rf $(VENV) site

$(VENV)/site: requirements/site.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh environment $(PYTHON) $(VENV) site

$(VENV)/dev: requirements/dev.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh environment $(PYTHON) $(VENV) dev
