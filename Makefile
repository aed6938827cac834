# Each target sets itself up: it needs python3 (3.11 or newer), git and make, and for the first run
# the registries of PyPI and npm.

PYTHON ?= python3
BIN := .venv/bin
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
WORKFLOWS := $(wildcard .github/workflows/*.yml)
GOLDEN := tests/test_cases.py tests/render/test_source_report.py tests/doctor/test_findings.py \
	tests/export/test_json_text.py tests/export/test_site.py \
	tests/init/test_initialise.py tests/shape/test_load.py tests/shape/test_schema.py
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal \
	--python-version 3.11 --custom-compile-command "make lock" $(UPGRADE)

export UV_CACHE_DIR := $(CURDIR)/.venv/cache
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lint cases pictures bench prove lock

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s  %s\n", $$1, $$2 }' Makefile

demo: .venv/run ## take four example issues through the bot, in a throw-away repository
	@sh examples/demo.sh "$(CURDIR)/$(BIN)/python"

test: .venv/dev .venv/npm ## run all tests
	$(BIN)/python -m pytest -n auto --maxprocesses 8

check: lint test ## what CI says: format, lint, types, forms, workflows, import direction, tests

lint: .venv/dev
	$(BIN)/uv pip check --quiet --python $(BIN)/python
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(FORMS)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/actionlint $(WORKFLOWS)
	$(BIN)/zizmor --offline --quiet --persona auditor .github action.yml
	$(BIN)/yamllint --strict .

cases: .venv/dev ## write the golden files of the tests, for you to look at
	$(BIN)/python -m pytest --bless $(GOLDEN)

pictures: .venv/npm ## write what people see of an issue in eight situations as HTML and PNG, for you to look at
	$(BIN)/python -m tests.pictures pictures

bench: .venv/dev ## print the figures of the benchmark (OLD=CHECKOUT compares with another build)
	$(BIN)/python -m tests.bench$(if $(OLD),.pairs $(OLD))

prove: .venv/prove ## prove that nothing is lost and nobody gets in (SEED=N and PARTS="single_faults fuzzing" choose)
	$(BIN)/python -m tests.prove $(if $(SEED),--seed $(SEED)) $(PARTS)

lock: .venv/uv ## pin the dependencies of pyproject.toml again (UPGRADE=--upgrade takes the newest)
	$(COMPILE) pyproject.toml --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(COMPILE) --group uv --constraint requirements/dev.txt --output-file requirements/uv.txt
	$(COMPILE) pyproject.toml --group prove --constraint requirements/dev.txt --output-file requirements/prove.txt

.venv/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'This needs Python 3.11 or newer, as python3 or named: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python has no venv module. On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: --requirement requirements/uv.txt
	@touch $@

.venv/run: requirements/run.txt .venv/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --only-binary :all: \
		--requirement requirements/run.txt
	@touch $@

.venv/prove: requirements/prove.txt .venv/dev
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --only-binary :all: \
		--requirement requirements/prove.txt
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes --only-binary :all: \
		requirements/dev.txt
	@touch $@

# From npm: GitHub's own parser of forms, and a Chromium with its libraries and fonts. The package
# unpacks Chromium into TMPDIR, and the libraries only where it sees Amazon's cloud. After a change
# of package.json: .venv/bin/npm install --package-lock-only --prefix requirements
.venv/npm: requirements/package-lock.json .venv/dev
	@mkdir -p .venv/javascript && cp requirements/package.json requirements/package-lock.json .venv/javascript
	$(BIN)/npm ci --prefix .venv/javascript --ignore-scripts --no-audit --no-fund \
		--no-update-notifier --loglevel=error
	@rm -rf .venv/chromium && mkdir .venv/chromium
	cd .venv/javascript && TMPDIR="$(CURDIR)/.venv/chromium" AWS_EXECUTION_ENV=nodejs24.x \
		../bin/node --eval \
		'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())'
	@sed 's#/tmp/#$(CURDIR)/.venv/chromium/#' .venv/chromium/fonts/fonts.conf \
		>.venv/chromium/fonts.conf
	@touch $@
