# Wortlaut. `make` lists the targets. Needs Python 3.11 or newer with its venv module.

PYTHON ?= python3
VENV ?= .venv
EXTRAS ?= dev
ARGS ?=

EXAMPLE := examples/festnahme-weissrussischer-oppositioneller.txt
BIN := $(VENV)/bin
# Twice quiet: errors are shown, warnings about other people's packages are not.
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

# What is installed is remembered in empty files, so that a second run is quick.
NEEDS := $(VENV)/.created pyproject.toml constraints.txt
INSTALLED := $(VENV)/.installed

.PHONY: help demo test model bench constraints clean

help: ## list the targets
	@echo "Wortlaut reads German news articles and keeps who said what."
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20
	@echo
	@echo "Variables: PYTHON=$(PYTHON)  VENV=$(VENV)  EXTRAS=$(EXTRAS)  ARGS=$(ARGS)"

demo: $(INSTALLED) ## install Wortlaut into VENV and read the example article
	@$(BIN)/wortlaut read --format terminal $(EXAMPLE)
	@echo
	@echo "That was $(EXAMPLE)."
	@echo "Try next:"
	@echo "  . $(BIN)/activate               so that 'wortlaut' is a command"
	@echo "  wortlaut read ARTICLE.html ...      text, HTML or JSONL, or a folder of them"
	@echo "  wortlaut read --help                other formats, and what else there is"
	@echo "  make test                           check this installation"

test: $(INSTALLED)-$(EXTRAS) ## run every check: style, types, architecture, tests with coverage
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest $(ARGS) --cov

model: $(INSTALLED)-train ## make the model from its data (an hour or more): ARGS go to training.make
	$(BIN)/python -m training.make $(ARGS)

bench: $(INSTALLED) ## measure speed and memory: ARGS="--quick" for a short run
	$(BIN)/python -m benchmarks $(ARGS)

constraints: ## pin the newest versions of everything in constraints.txt
	rm -rf $(VENV)-constraints
	$(PYTHON) -m venv $(VENV)-constraints
	$(VENV)-constraints/bin/python -m pip install --quiet --editable '.[dev,train]'
	grep '^#' constraints.txt > $(VENV)-constraints/pins
	$(VENV)-constraints/bin/python -m pip freeze --exclude wortlaut \
		| sed 's/+cpu$$//' >> $(VENV)-constraints/pins
	mv $(VENV)-constraints/pins constraints.txt
	rm -rf $(VENV)-constraints

clean: ## delete VENV and what checks and tests leave behind
	rm -rf $(VENV) .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache \
		.ruff_cache build dist
	find src training benchmarks tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.created:
	@command -v $(PYTHON) > /dev/null || { \
		echo "There is no command '$(PYTHON)'. Install Python 3.11 or newer," \
			"or name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Wortlaut needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." \
			"Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
		echo "$(PYTHON) lacks the module venv. On Debian and Ubuntu:" \
			"apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(INSTALLED): $(NEEDS)
	@echo "Installing Wortlaut into $(VENV); this takes a minute ..."
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(INSTALLED)-%: $(NEEDS)
	@echo "Installing Wortlaut with the extras $* into $(VENV); this takes a minute ..."
	@$(PIP) install --constraint constraints.txt --editable '.[$*]'
	@touch $@
