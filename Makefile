# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

# The programs that tests start read their bytecode, as they do for everybody.
test coverage: export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test coverage check bench lock picture translations understanding clean

demo: .venv/installed ## install, seed the invented community, start, print one address
	$(BIN)/passerelle demo

test: .venv/installed-dev ## every test; what this machine can't run is skipped with what to install
	$(BIN)/pytest -n auto --dist worksteal

coverage: .venv/installed-dev ## the same, slower, and then which lines and branches no test reaches
	$(BIN)/coverage run -m pytest -n auto --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: .venv/installed-dev ## style, types, and which room may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports

bench: .venv/installed-dev ## every benchmark in a small size
	$(BIN)/python -m benchmarks

translations: .venv/installed ## learn again which words translate which, after a change of the thesaurus
	$(BIN)/python -m community.search.learn

understanding: .venv/installed-dev ## learn again from conversations/examples, then measure
	$(BIN)/python -m conversations.understanding.learn
	$(BIN)/python -m benchmarks.understanding

picture: .venv/installed-dev ## take the README's picture of the page again
	$(BIN)/python docs/picture.py

lock: ## choose new versions within pyproject.toml's bounds (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev --extra bench -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv var

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/installed-dev: .venv/bin/python requirements-dev.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ .venv/installed
