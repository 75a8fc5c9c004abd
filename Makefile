# Each target does its own set-up: only Python 3.11+ and make are needed beforehand.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DATA_DIR ?= .demo

.PHONY: demo test check format lint types contracts gate bench wheel clean

# Twice quiet: errors are shown, but not that an older pip knows an extra of lxml only by its other spelling.
$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "Installing ruralwire into $(VENV), with spaCy, Scrapy, trafilatura, tantivy and the tools of the tests:"
	@echo "about 850 MB, some minutes on a common line, once. Nothing more is said until it is done."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@
	@echo "Installed. The command is $(BIN)/ruralwire."

demo: $(VENV)/.installed        ## crawl the sample site, index it, open the service
	RURALWIRE_DATA_DIR=$(DATA_DIR) $(BIN)/ruralwire demo

test: $(VENV)/.installed        ## all tests; what cannot run here is skipped with its reason
	$(BIN)/python -m pytest -rs

format: $(VENV)/.installed
	$(BIN)/ruff format --check .

lint: $(VENV)/.installed
	$(BIN)/ruff check .

types: $(VENV)/.installed
	$(BIN)/mypy

contracts: $(VENV)/.installed
	$(BIN)/lint-imports

gate: $(VENV)/.installed        ## extraction quality against its pinned floors
	$(BIN)/python -m tests.quality.gate

check: format lint types contracts test gate

bench: $(VENV)/.installed       ## speed and memory beside a baseline, in one run
	$(BIN)/python -m bench

wheel: $(VENV)/.installed
	$(BIN)/python -m pip wheel --quiet --no-deps -w dist .

clean:
	rm -rf $(VENV) dist .demo
