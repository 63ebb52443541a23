# book.mk: the book in three forms. Each page is read twice: the scan learns its labels, then every form
# is made with the labels of all pages.
#
#     make book                build/book/html/index.html, book.epub and, where there is TeX, book.pdf
#     make book-html           the pages alone; book-pdf and book-epub likewise
#     make book STALE=1        at once, with a mark where results are older than their program
#     make book RESULTS=book/results      from the authors' results: no program is run; make keep-results makes them of ours
#     make dist                an archive of it, and of the handout for classes that grade
#     make check-book          everything that can be wrong with a page
#     make book BOOK=tests/book/sample BOOK_OUT=build/tests/book RESULTS=tests/book/results
#
# $(BOOK)/pages names the pages in their order, a chapter's notes by a pattern.

BOOK = book
BOOK_OUT = build/book
FILTERS = book/filters
TEMPLATES = book/templates

LISTED := $(shell cat $(BOOK)/pages)
PAGES := $(wildcard $(LISTED))
page_name = $(if $(filter %/notes.md,$(1)),$(notdir $(patsubst %/,%,$(dir $(1)))),$(basename $(notdir $(1))))
NAMES := $(foreach p,$(PAGES),$(call page_name,$(p)))
SCANS := $(NAMES:%=$(BOOK_OUT)/scan/%.tsv)
READ := $(wildcard $(FILTERS)/*.lua $(BOOK)/glossary.tsv $(BOOK)/references.bib $(BOOK)/metadata.yaml) $(BOOK_OUT)/made-of
RUNS := $(filter $(CHAPTERS),$(if $(filter book,$(BOOK)),$(NAMES)))
TABLES := $(RUNS:%=$(RESULTS)/%/key) $(if $(and $(filter book,$(BOOK)),$(filter kernels,$(NAMES))),$(RESULTS)/kernels/metrics.tsv)

PANDOC = pandoc -f markdown-implicit_header_references --fail-if-warnings -L $(FILTERS)/book.lua
PANDOC += -M results=$(RESULTS) -M glossary=$(BOOK)/glossary.tsv
RENDER = --citeproc -L $(FILTERS)/after.lua --bibliography $(BOOK)/references.bib -M link-citations -M suppress-bibliography=false
# Pandoc 3.8 gave the option another name.
COLOURS = $(shell pandoc --help | grep -o -m 1 -e --syntax-highlighting || echo --highlight-style) tango
DRAWN := $(if $(RUNS),$(BOOK_OUT)/drawn)

.PHONY: book check-book book-html book-pdf book-epub dist keep-results browser-tools pandoc-3

# What is missing is said before anything is compiled or run.
BOOK_GOALS := $(filter book check-book book-% dist keep-results $(BOOK_OUT)/%,$(MAKECMDGOALS))
ifdef BOOK_GOALS
BOOK_VERB := $(if $(filter check-book,$(BOOK_GOALS)),make check-book,make book-html)
BOOK_MISSES := $(shell sh common/detect.sh need "$(BOOK_VERB)" 2>&1)
$(if $(BOOK_MISSES),$(error $(BOOK_MISSES)))
PDF_MISSES := $(if $(filter book book-pdf dist %.pdf,$(BOOK_GOALS)),$(shell sh common/detect.sh need "make book-pdf" 2>&1))
PDF_COSTS = (280 MB to download, 760 MB on disk)
$(if $(and $(PDF_MISSES),$(filter book-pdf %.pdf,$(BOOK_GOALS))),$(error $(PDF_MISSES)  $(PDF_COSTS)))
$(if $(filter-out release,$(VARIANT)),$(error the book's numbers are those of the release: leave out VARIANT=$(VARIANT)))
$(foreach p,$(LISTED),$(if $(wildcard $(p)),,$(error $(BOOK)/pages: there is no $(p))))
$(if $(filter-out $(words $(PAGES)),$(words $(sort $(NAMES)))),$(error $(BOOK)/pages: a page stands there twice))
# Another list of pages, or other results, make another book.
$(call remember,$(BOOK_OUT)/made-of,$(PAGES) $(RESULTS))
$(call remember,$(BOOK_OUT)/edition.yaml,$(shell sh book/edition.sh $(RESULTS)))
$(if $(filter-out $(wildcard build/figures/*),$(FIGURE_FILES)),$(shell rm -f $(BOOK_OUT)/drawn))
endif

book: book-html book-epub $(if $(PDF_MISSES),,book-pdf)
	@echo "  book     $(BOOK_OUT)/html/index.html, $(if $(PDF_MISSES),,$(BOOK_OUT)/book.pdf, )$(BOOK_OUT)/book.epub"
	$(if $(PDF_MISSES),@echo "  no PDF:  $(PDF_MISSES)  $(PDF_COSTS)")
check-book: $(BOOK_OUT)/checked $(NAMES:%=$(BOOK_OUT)/html/%.html)
	@cat $<
book-html: $(BOOK_OUT)/html/search-index.js
book-pdf: $(BOOK_OUT)/book.pdf
book-epub: $(BOOK_OUT)/book.epub
# The book and the handout without solutions, in one archive.
dist: book
	@sh book/dist.sh $(BOOK_OUT) build/dist
# What tests/book/browser.sh needs beside chromium.
browser-tools:
	python3 -m venv build/venv && build/venv/bin/pip install playwright axe-playwright-python
# Another pandoc: PATH=$PWD/build/pandoc-3/path:$PATH make book.
pandoc-3: build/pandoc-3/path/pandoc
build/pandoc-3/path/pandoc:
	python3 -m venv build/pandoc-3 && build/pandoc-3/bin/pip install pypandoc_binary && mkdir -p $(@D)
	ln -s "$$(build/pandoc-3/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')" $@

# The results of a run are as old as the key that they were made with: program, flags and data. A reader's
# own run may have replaced them.
ifndef KEPT
$(foreach c,$(RUNS),$(eval $(RESULTS)/$(c)/key: $(wildcard $(RESULTS)/$(c)/metrics.tsv)))
$(RUNS:%=$(RESULTS)/%/key): $(RESULTS)/%/key: $(BUILD)/%
	@sh chapters/run.sh $< $(@D) "$(COMPILE)" $(STALE)
# A run takes every core. Two side by side would take several times as long as one after the other.
behind = $(if $(word 2,$(1)),$(eval $(RESULTS)/$(word 2,$(1))/key: | $(RESULTS)/$(word 1,$(1))/key)$(call behind,$(wordlist 2,$(words $(1)),$(1))))
$(if $(BOOK_GOALS),$(call behind,$(RUNS)))
endif

keep-results: $(TABLES)
	@for chapter in $(RUNS) $(filter kernels,$(NAMES)); do sh book/kept.sh keep $(RESULTS)/$$chapter $(BOOK)/results/$$chapter || exit; done

# The figures follow the results.
$(BOOK_OUT)/drawn: $(TABLES) $(BOOK_OUT)/made-of $(wildcard $(RESULTS)/*/*.tsv figures/*)
	@$(MAKE) figures RESULTS=$(RESULTS)
	@mkdir -p $(@D) && touch $@

define page
$(BOOK_OUT)/scan/$(1).tsv: $(2) $(READ) $(TABLES) $(wildcard $(RESULTS)/*/*.tsv) $(DRAWN) $(call sources,$(dir $(2))*.c $(dir $(2))*.h $(dir $(2))exercises/*/stub.*)
	@mkdir -p $$(@D) && echo "  read     $(2)"
	$(Q)$(PANDOC) -t plain -o /dev/null -M page=$(1) -M form=scan -M out=$$@$$(PART) $(2) && $$(call move,$$@)
$(BOOK_OUT)/html/$(1).html: $(2) $(SCANS) $(wildcard $(TEMPLATES)/*)
	@mkdir -p $$(@D) && echo "  page     $$@"
	$(Q)$(PANDOC) $(RENDER) -t html5 --mathml --section-divs -M page=$(1) -M form=html -M "scans=$(SCANS)" \
		--metadata-file $(BOOK)/metadata.yaml --template $(TEMPLATES)/page.html -o $$@$$(PART) $(2) && $$(call move,$$@)
$(BOOK_OUT)/latex/$(1).json $(BOOK_OUT)/epub/$(1).json: $(BOOK_OUT)/%/$(1).json: $(2) $(SCANS)
	@mkdir -p $$(@D)
	$(Q)$(PANDOC) $(RENDER) -t json -M page=$(1) -M form=$$* -M "scans=$(SCANS)" -o $$@$$(PART) $(2) && $$(call move,$$@)
endef
$(foreach p,$(PAGES),$(eval $(call page,$(call page_name,$(p)),$(p))))

# What the title says of the book; its metadata say more than git does, and win.
TITLE = --metadata-file $(BOOK_OUT)/edition.yaml --metadata-file $(BOOK)/metadata.yaml
COVER = $(shell sed -n 's/^cover: //p' $(BOOK)/metadata.yaml)
# On paper the title page says that results are older than their program.
OLD_IS = $(if $(KEPT),Some of the programs have changed since,Some numbers come from an older program: make book runs it again)
OLD = $(if $(wildcard $(RUNS:%=$(RESULTS)/%/stale)),-M 'stale=$(OLD_IS)')

# Faults that only the whole book shows, and the table of what each chapter takes.
$(BOOK_OUT)/checked: $(SCANS) $(FILTERS)/check.lua $(wildcard $(BOOK)/coverage.tsv)
	$(Q)echo | pandoc -t plain -o /dev/null -L $(FILTERS)/check.lua -M book=$(BOOK) -M "scans=$(SCANS)" -M "pages=$(PAGES)" -M out=$@$(PART) && $(call move,$@)

# Pages, copies of the program files that they show, pictures, and the index of the search come together.
$(BOOK_OUT)/html/search-index.js: $(NAMES:%=$(BOOK_OUT)/html/%.html) $(BOOK_OUT)/checked $(BOOK_OUT)/edition.yaml book/site.sh
	$(Q)sh book/site.sh $(BOOK_OUT) $(BOOK) "$(SCANS)"

$(BOOK_OUT)/book.tex: $(NAMES:%=$(BOOK_OUT)/latex/%.json) $(BOOK_OUT)/checked $(BOOK_OUT)/edition.yaml $(TEMPLATES)/book.tex
	$(Q)pandoc --fail-if-warnings $(COLOURS) -f json -t latex --top-level-division chapter --template $(TEMPLATES)/book.tex \
		$$(grep -q '^label.fig:' $(SCANS) && echo -V figures) $(TITLE) $(OLD) -o $@$(PART) \
		$(NAMES:%=$(BOOK_OUT)/latex/%.json) && $(call move,$@)
$(BOOK_OUT)/book.pdf: $(BOOK_OUT)/book.tex book/typeset.sh
	@echo "  pdf      $@"
	$(Q)sh book/typeset.sh $<

$(BOOK_OUT)/book.epub: $(NAMES:%=$(BOOK_OUT)/epub/%.json) $(BOOK_OUT)/checked $(BOOK_OUT)/edition.yaml $(TEMPLATES)/epub.css $(TEMPLATES)/epub.html
	@echo "  epub     $@"
	$(Q)pandoc --fail-if-warnings $(COLOURS) -f json -t epub3 --mathml --toc --toc-depth 2 --css $(TEMPLATES)/epub.css \
		--template $(TEMPLATES)/epub.html $(COVER:%=--epub-cover-image=%.svg) \
		$(TITLE) $(OLD) -o $@$(PART) $(NAMES:%=$(BOOK_OUT)/epub/%.json) && $(call move,$@)
