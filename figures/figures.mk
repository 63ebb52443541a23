# figures.mk: each figures/NAME.gp becomes build/figures/NAME.svg for the screen, NAME.pdf for print and
# NAME.alt, the words for those who cannot see it. A figure is drawn again when its script, the style or a
# table of results that it reads has changed; `make figures RESULTS=DIR` draws from other results.

FIGURES := $(patsubst figures/%.gp,build/figures/%.svg,$(wildcard figures/ch*.gp))
STYLE := $(filter-out figures/ch%,$(wildcard figures/*.gp figures/*.awk))

# ch07-race is of chapter ch07-cnn, and reads what it calls table("race"); all read the metrics.
chapter_of = $(filter $(firstword $(subst -, ,$(1)))-%,$(CHAPTERS))
tables_of = $(sort metrics $(shell grep -o 'table("[a-z0-9-]*")' figures/$(1).gp | cut -d '"' -f 2))
results_of = $(patsubst %,$(RESULTS)/$(call chapter_of,$(1))/%.tsv,$(call tables_of,$(1)))

figures: $(FIGURES)
build/figures/%.svg build/figures/%.pdf build/figures/%.alt: figures/%.gp $(STYLE)
	@sh common/detect.sh need "make figures" && mkdir -p $(@D)
	@echo "  draw     build/figures/$*"
	$(Q)for kind in pdf svg; do gnuplot -e "results = '$(RESULTS)/$(call chapter_of,$*)'; \
	    output = 'build/figures/$*.$$kind'" $< || exit; done
	$(Q)sed -i "s/<image /<image style='image-rendering:pixelated' /" build/figures/$*.svg

# Where one of a chapter's tables is missing, the chapter's program makes all of them.
define figures_of
$(foreach f,$(2),$(eval build/figures/$(f).svg: $(call results_of,$(f))))
$(sort $(foreach f,$(2),$(call results_of,$(f)))) &:
	@$$(MAKE) $(1)
	./$(1) --part all --quiet --out $(RESULTS)/$(1)
endef
ifneq ($(filter figures build/figures/%,$(MAKECMDGOALS)),)
$(foreach c,$(CHAPTERS),$(eval $(call figures_of,$(c),$(filter $(firstword $(subst -, ,$(c)))-%,$(FIGURES:build/figures/%.svg=%)))))
endif
