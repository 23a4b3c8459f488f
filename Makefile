# make demo    run the main job on the sample news and show what it found
# make test    all tests that this machine has the parts for
# make faults  the whole fault suite, which harms a broker and a database in Docker (half an hour)
# make soak    the same faults at random for MINUTES (10), by SEED where one is given
# make up      the services on Kafka and PostgreSQL, by docker compose (needs .env, see .env.example)
# make down    stop them; what they hold is kept
# make logs    follow what they say
# make lint    ruff and mypy
# make wheels  build every distribution and prove that each installs and imports alone
# make bench   measure what is claimed
# make clean   remove the virtual environment and all caches

MAKEFLAGS += --no-print-directory
SHELL := /bin/bash
.DEFAULT_GOAL := help

# A Python from 3.11 to 3.13 that runs (a version manager's shim may be there and not run).
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 \
	&& echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
DISTRIBUTIONS := shared/core shared/kafka shared/service shared/store services/ingest services/enrichment services/dedup services/storage services/trends services/cli
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt

.PHONY: help demo test faults soak up down logs lint wheels bench clean python .env

help:
	@sed -n 's/^# make /make /p' Makefile

demo: $(VENV)/.installed
	@$(BIN)/wireroom demo

test: $(VENV)/.tools
	@$(BIN)/python -m pytest

faults: $(VENV)/.tools
	@WIREROOM_TEST_FAULTS=1 WIREROOM_TEST_FAULT_POINTS=20 $(BIN)/python -m pytest tests/faults

soak: $(VENV)/.tools
	@$(BIN)/python -m tests.faults.soak --minutes $(or $(MINUTES),10) $(if $(SEED),--seed $(SEED))

# The user who owns the inbox works in the containers too; root's inbox is given to the images' own user. It is kept in
# .env, so that `docker compose up` does the same.
up: .env
	@uid=$$(sed -n 's/^WIREROOM_UID=//p' .env); \
	if [ -z "$$uid" ]; then \
		uid=$$(id -u); [ "$$uid" != 0 ] || uid=1000; \
		printf '\nWIREROOM_UID=%s\n' "$$uid" >> .env; echo "wireroom: wrote WIREROOM_UID=$$uid to .env"; \
	fi; \
	mkdir -p inbox; [ "$$(id -u)" != 0 ] || chown "$$uid" inbox
	@docker compose up --detach --build --wait
	@docker compose ps

down: .env
	@docker compose down

logs: .env
	@docker compose logs --follow --tail 100

.env:
	@[ -f .env ] || { echo "wireroom: copy .env.example to .env and set POSTGRES_PASSWORD in it" >&2; exit 1; }

lint: $(VENV)/.tools
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy shared services tests bench

wheels: $(VENV)/.installed
	@.ci/wheels

bench: $(VENV)/.tools
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.gold.speed
	@if [ -n "$$KAFKA_BOOTSTRAP_SERVERS" ]; then $(BIN)/python -m bench.kafka && $(BIN)/python -m bench.services; \
	else echo "left out: what runs through Kafka, for which KAFKA_BOOTSTRAP_SERVERS must name a broker"; fi

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

python:
	@if [ -z "$(PYTHON)" ]; then \
	echo "wireroom: needs Python 3.11, 3.12 or 3.13, and finds none on the path." >&2; \
	echo "Install one (Debian and Ubuntu: apt install python3 python3-venv), or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; \
	exit 1; fi
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	echo "wireroom: $(PYTHON) cannot make virtual environments (Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }

$(VENV)/.installed: constraints.txt $(DISTRIBUTIONS:%=%/pyproject.toml) | python
	@echo "[1/3] virtual environment in $(VENV) ($$($(PYTHON) --version))"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "[2/3] packages from the registry (about a minute with an empty cache)"
	@$(PIP) hatchling editables
	@echo "[3/3] Wireroom itself"
	@$(PIP) --no-build-isolation $(DISTRIBUTIONS:%=--editable ./%)
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	@echo "[tools] pytest, hypothesis, testcontainers, ruff, mypy, and what services need beside the command"
	@$(PIP) pytest hypothesis testcontainers ruff mypy lxml-stubs types-PyYAML
	@$(PIP) --no-build-isolation --editable "./services/ingest[kafka]" --editable "./services/trends[kafka]"
	@touch $@
