# SPDX-License-Identifier: EUPL-1.2
# Each target does its own set-up (packaging/prepare.sh); when all is there that takes a moment.

PYTHON := .venv/bin/python
PICTURES := pictures

.DEFAULT_GOAL := help
.PHONY: help run test test-long check bench translations lock

help: ## Lists what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

run: ## Opens the window on the sample conference; without a display prints it and a picture of the window.
	@packaging/prepare.sh run
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then $(PYTHON) -m octodesk --sample; else packaging/headless.sh $(PICTURES); fi

test: ## Runs the tests and says how many of them need a QApplication.
	@packaging/prepare.sh test
	@$(PYTHON) -m pytest -n 2

test-long: ## Runs the tests with many more random examples.
	@packaging/prepare.sh test
	@$(PYTHON) -m pytest -n 2 --hypothesis-profile=long

check: ## Checks style, types, who imports whom, and that the catalogues are complete.
	@packaging/prepare.sh check
	@packaging/check.sh

bench: ## Measures speed and memory, beside a floor in the same run.
	@packaging/prepare.sh test
	$(PYTHON) -m pytest tests/benchmarks -o python_files='bench_*.py' --benchmark-enable -s

translations: ## Collects the words of the code into i18n/, keeps what is translated, and compiles it.
	@packaging/prepare.sh check
	$(PYTHON) packaging/translations.py update

lock: ## Renews packaging/requirements.lock from pyproject.toml.
	@packaging/prepare.sh check
	$(PYTHON) packaging/lock.py
