# Everything a fresh machine needs: Python 3.11 or newer and network access to its package index.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint soak bench screenshots wheel clean

help:  ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

run: $(VENV)/run.stamp  ## open the studio on the box with a sample book
	@$(BIN)/fibel demo

# Most of a test is waiting for servers and terminals: two cores carry four workers.
test: $(VENV)/dev.stamp lint  ## check and test everything (a few minutes)
	$(BIN)/pytest -n 4

lint: $(VENV)/dev.stamp  ## style, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: $(VENV)/dev.stamp  ## long campaigns: kill and resume, crashes
	$(BIN)/pytest -m soak --timeout 3600

bench: $(VENV)/dev.stamp  ## measurements, printed
	$(BIN)/pytest -m bench -s --timeout 3600

screenshots: $(VENV)/dev.stamp  ## drive the app and write screenshots/*.svg and *.png
	$(BIN)/python -m tui.screenshots screenshots

wheel: $(VENV)/dev.stamp  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## remove what was built; books are elsewhere and stay
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp constraints-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints-dev.txt
	@touch $@
