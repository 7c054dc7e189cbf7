# make run: the chat on http://127.0.0.1:7860    make test: lint, types and all tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INDEX := index/built/starter
SETS ?= $(wildcard ../shared/data/mozilla_faq ../shared/data/kazqad)

# Nothing is looked up at a hub, and threads that wait do not spin.
export HF_HUB_OFFLINE ?= 1
export TOKENIZERS_PARALLELISM ?= false
export OMP_WAIT_POLICY ?= PASSIVE

.PHONY: run test check index eval clean help

help:  ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: $(VENV)/core  ## Install, prepare the model, index the starter corpus, serve the chat
	$(BIN)/python app.py

index: $(VENV)/core  ## Bring the index of the starter corpus up to date
	$(BIN)/python -m index build --documents corpus/documents --out $(INDEX)

test: check  ## Lint, types and all tests
	$(BIN)/python -m pytest

check: $(VENV)/dev  ## Lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(VENV)/eval index  ## Measure answers over the starter corpus, retrieval on the sets in SETS; see eval/reports
	$(BIN)/python -m eval run --index $(INDEX) --questions eval/questions/starter.jsonl --report eval/reports/starter
	$(BIN)/python -m eval decisions --report eval/reports/decisions
	for set in $(SETS); do \
		$(BIN)/python -m eval retrieval --set $$set --report eval/reports/$$(basename $$set) || exit; \
	done

clean:  ## Remove the environment, the model and all indices; documents stay
	rm -rf $(VENV) index/built .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/core: requirements-core.txt constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --disable-pip-version-check -q -r requirements-core.txt
	touch $@

$(VENV)/eval: requirements-eval.txt requirements-core.txt constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --disable-pip-version-check -q -r requirements-eval.txt
	touch $(VENV)/core $@

$(VENV)/dev: requirements-dev.txt requirements-eval.txt requirements.txt requirements-core.txt constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --disable-pip-version-check -q -r requirements-dev.txt
	touch $(VENV)/core $(VENV)/eval $@
