# figures.mk: each figures/NAME.gp becomes build/figures/NAME.svg for the screen, NAME.pdf for print and
# NAME.alt, the words for those who cannot see it. A figure is drawn again when its script, the style or a
# table of results that it reads has changed; `make figures RESULTS=DIR` draws from other results.

# RESULTS=book/results: those of the authors. They are unpacked first, and no program is run.
ifneq ($(wildcard $(RESULTS)/*/about),)
KEPT = build/kept
ifneq ($(RESULTS),$(KEPT))
$(if $(shell sh book/kept.sh unpack $(RESULTS) $(KEPT) && echo yes),,$(error $(RESULTS) cannot be unpacked))
override RESULTS = $(KEPT)
endif
endif

FIGURES := $(patsubst figures/%.gp,build/figures/%.svg,$(wildcard figures/ch*.gp figures/kernels-*.gp))
STYLE := $(wildcard figures/style.gp figures/names.gp figures/schematic.gp figures/alt.gp figures/montage.awk)

# ch07-race is of chapter ch07-cnn, kernels-race of the appendix on kernels, and reads what it calls table("race"); a
# schematic reads the table of what it draws, grids or nodes and edges; all read the metrics.
chapter_of = $(or $(filter $(firstword $(subst -, ,$(1)))-%,$(CHAPTERS)),$(filter kernels,$(firstword $(subst -, ,$(1)))))
# Asked once: a shell for each of so many figures takes seconds.
tables_of = $(if $(tables_$(1)),,$(eval tables_$(1) := $(sort metrics $(shell sh figures/tables.sh figures/$(1).gp))))$(tables_$(1))
results_of = $(patsubst %,$(RESULTS)/$(call chapter_of,$(1))/%.tsv,$(call tables_of,$(1)))

# The appendix on kernels has a program of its own, which counts and takes a second: it has run again wherever it changed.
KERNEL_TABLES = $(foreach t,metrics steps grids nodes edges race,$(RESULTS)/kernels/$(t).tsv)
ifndef KEPT
$(KERNEL_TABLES) &: $(wildcard book/kernels/* common/cuda-sim/*)
	@sh common/detect.sh need "make figures" && mkdir -p $(RESULTS)/kernels
	@echo "  run      build/kernels/steps"
	$(Q)$(MAKE) -s -C book/kernels CC='$(CC)' CXX='$(CXX)'
	$(Q)build/kernels/steps --out $(RESULTS)/kernels >/dev/null
endif
$(foreach f,$(filter build/figures/kernels-%,$(FIGURES)),$(eval $(f): $(KERNEL_TABLES)))

# A chapter whose program draws its network leaves network.dot: build/figures/ch07-network is made of it.
NETWORKS := $(sort $(patsubst chapters/%/,%,$(dir $(shell grep -l graph_draw $(call sources,chapters/ch*/*.c) /dev/null))))
DRAWINGS := $(foreach c,$(NETWORKS),build/figures/$(call part,$(c))-network.svg)

FIGURE_FILES := $(foreach f,$(FIGURES) $(DRAWINGS),$(f) $(f:.svg=.pdf) $(f:.svg=.alt))
# CH=7: those of one chapter.
figures: $(if $(filter CH,$(TYPED)),$(foreach c,$(CHOSEN),$(filter build/figures/$(call part,$(c))-%,$(FIGURE_FILES))),$(FIGURE_FILES))
build/figures/%.svg build/figures/%.pdf build/figures/%.alt: figures/%.gp $(STYLE) build/figures/drawn-of
	@sh common/detect.sh need "make figures" && mkdir -p $(@D)
	@echo "  draw     build/figures/$*"
	$(Q)sh figures/draw.sh $< $(RESULTS)/$(call chapter_of,$*) build/figures/$*
network_results = $(RESULTS)/$(1)/network.tsv $(RESULTS)/$(1)/network.dot

# $(1) is ch07-cnn.
define network_of
build/figures/$(call part,$(1))-network.svg build/figures/$(call part,$(1))-network.pdf build/figures/$(call part,$(1))-network.alt &: \
        $(call network_results,$(1)) figures/network.awk figures/network.sh build/figures/drawn-of
	@sh common/detect.sh need "make figures" && mkdir -p build/figures
	@echo "  draw     build/figures/$(call part,$(1))-network"
	$$(Q)sh figures/network.sh $(RESULTS)/$(1) build/figures/$(call part,$(1))-network
endef
$(foreach c,$(NETWORKS),$(eval $(call network_of,$(c))))

# Where one of a chapter's tables is missing, the chapter's program (of the release, as for the book) makes all.
define figures_of
$(foreach f,$(2),$(eval build/figures/$(f).svg: $(call results_of,$(f))))
$(sort $(foreach f,$(2),$(call results_of,$(f))) $(if $(filter $(1),$(NETWORKS)),$(call network_results,$(1)))) &:
	$(if $(KEPT),,@$$(MAKE) $(BUILD)/$(1))
	$(if $(KEPT),,@sh chapters/run.sh $(BUILD)/$(1) $(RESULTS)/$(1) "$(COMPILE)" $(STALE))
	@for table in $(sort $(foreach f,$(2),$(call results_of,$(f)))); do [ -e $$$$table ] || { \
		echo "$$$$table is not there, and a figure reads it: $(if $(KEPT),make keep-results has not kept it,$(if $(STALE),with STALE=1 nothing is run,the run left no such table))"; exit 2; }; done
# A table that is missing must not cost the others.
.PRECIOUS: $(sort $(foreach f,$(2),$(call results_of,$(f)))) $(call network_results,$(1))
endef
ifneq ($(filter figures build/figures/%,$(MAKECMDGOALS)),)
# Other results make other figures.
$(call remember,build/figures/drawn-of,$(RESULTS))
$(if $(filter-out release,$(VARIANT)),$(error figures show what the release found: leave out VARIANT=$(VARIANT)))
$(foreach c,$(CHAPTERS),$(eval $(call figures_of,$(c),$(filter $(firstword $(subst -, ,$(c)))-%,$(FIGURES:build/figures/%.svg=%)))))
endif
