# Deep Learning in C, a book that runs.      `make help` lists the verbs, `make doctor` what is missing.
#
#     make && ./ch07-cnn          every chapter's program stands at the root
#     make 7                      one chapter: 7, 07, ch07 and ch07-cnn all name it
#     make VARIANT=double …       release, double (Real is double), asan, asan-double (sanitizers)
#     make CC=clang ARCH=-mavx2   another compiler, another machine: each gets a folder of its own
#
# Objects mirror the tree: common/cpu/pool.c becomes build/release/common/cpu/pool.o.

ifeq ($(origin CC),default)
CC = gcc
endif
ARCH = -march=native
VARIANT = release
ifeq ($(filter release double asan asan-double,$(VARIANT)),)
$(error VARIANT=$(VARIANT) is none of release, double, asan, asan-double)
endif

# release-clang-mavx2; plain release for gcc and this machine's own instructions. $() is an empty word.
SUFFIX := $(addprefix -,$(notdir $(filter-out gcc,$(CC))))$(subst =,-,$(subst $() ,,$(filter-out -march=native,$(ARCH))))
BUILD = build/$(VARIANT)$(SUFFIX)
CONFIG = build/config$(SUFFIX).mk
# What the programs found: the figures and the book read it.
RESULTS = build/results

.DEFAULT_GOAL = all
.DELETE_ON_ERROR:
.SUFFIXES:

# What ARCH means on this machine, and to which compiler: a folder that comes from elsewhere is made anew.
MACHINE := $(shell exec 2>/dev/null; $(CC) $(ARCH) -dM -E -x c /dev/null | cksum)

# $(call remember,FILE,TEXT): FILE holds TEXT, and is as old as the last change of it.
same = $(and $(findstring x$(1)x,x$(2)x),$(findstring x$(2)x,x$(1)x))
remember = $(if $(call same,$(strip $(2)),$(strip $(file <$(1)))),,$(shell mkdir -p $(dir $(1)))$(file >$(1),$(2)))

# What this machine has: compiler, libraries, threads. Help and doctor must work where nothing is found.
LEARNING = check $(filter-out check-book,$(filter check-%,$(MAKECMDGOALS))) next progress hint solution reset watch board
ifneq ($(filter-out help doctor clean data-check $(LEARNING),$(or $(MAKECMDGOALS),all)),)
$(if $(shell exec 2>/dev/null; mkdir -p $(BUILD) && test -w $(BUILD) && echo yes),,\
    $(error you may not write to $(BUILD); if root has made it: sudo rm -r build))
$(call remember,$(CONFIG:.mk=.machine),$(CC) $(ARCH) $(MACHINE))
$(CONFIG): common/detect.sh $(CONFIG:.mk=.machine)
	@CC='$(CC)' ARCH='$(ARCH)' sh common/detect.sh config $@
include $(CONFIG)
ifeq ($(MAKELEVEL),0)
$(if $(FOUND),$(info $(FOUND)))
MAKEFLAGS += --no-print-directory -j$(THREADS)
endif
endif

# No -ffast-math: it breaks isnan and changes sums. -std=gnu17, because c17 turns fused multiply-add off.
FLAGS = -std=gnu17 -O3 $(ARCH) -ffp-contract=fast -fno-math-errno -fno-trapping-math -fopenmp
FLAGS += -Wall -Wextra -Wno-psabi $(if $(findstring clang,$(CC)),-Wno-pass-failed)
FLAGS += -iquote common $(LIBRARY_FLAGS)
FLAGS += $(if $(findstring double,$(VARIANT)),-DREAL_IS_DOUBLE)
FLAGS += $(if $(findstring asan,$(VARIANT)),-g -O1 -fno-omit-frame-pointer $(SANITIZE))
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
COMPILE = $(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS)
# A target is made beside its place and moved there, so that a kill at any moment leaves no half of it.
PART = .$$$$.part
move = mv $(1)$(PART) $(1)
object = $(COMPILE) $(1) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)
link = $(COMPILE) $(LDFLAGS) -o $@$(PART) $(filter %.o,$^) $(LIBRARIES) $(1) && $(call move,$@)
Q = $(if $(V),,@)

# The files of some patterns; "maps (copy).c", which a file manager made, is none of ours.
sources = $(shell LC_ALL=C ls -d $(1) 2>/dev/null | grep -v '[ ()]')
objects = $(patsubst %.c,$(BUILD)/%.o,$(call sources,$(1)))
COMMON := $(call objects,common/*.c common/cpu/*.c)
CHAPTERS := $(sort $(patsubst chapters/%/,%,$(dir $(call sources,chapters/ch*/*.c))))

.PHONY: all help doctor clean data-check figures FORCE $(CHAPTERS)
all: $(CHAPTERS)

# $(1) is ch07-cnn; the copy at the root is the release variant that was asked for last.
define chapter
$(BUILD)/$(1): $(call objects,chapters/$(1)/*.c) $(COMMON)
	@echo "  link     $$@"
	$$(Q)$$(link)
$(1): $(if $(findstring double,$(VARIANT)),no-double,$(BUILD)/$(1))
	$$(if $$(filter release,$(VARIANT)),@install -C $$< $$@,@echo "  built    $$<")
.PHONY: $(call names,$(1))
$(call names,$(1)): $(1)
endef
.PHONY: no-double
no-double:
	@echo "VARIANT=$(VARIANT) is for the library and its tests: a chapter's own loops are float"; exit 2
part = $(firstword $(subst -, ,$(1)))
names = $(sort $(part) $(part:ch%=%) $(part:ch0%=%))
$(foreach c,$(CHAPTERS),$(eval $(call chapter,$(c))))

# The processor's check must itself run on any.
$(BUILD)/common/cpu_check.o: override ARCH =

# A chapter's number that no chapter here has.
$(filter-out $(foreach c,$(CHAPTERS),$(c) $(call names,$(c))),$(filter $(foreach n,0 1 2 3 4 5 6 7 8 9,$(n)% ch$(n)%),$(MAKECMDGOALS))):
	@echo "there is no chapter $(patsubst ch%,%,$(call part,$@)) here; there is $(CHAPTERS)"; exit 2

# An object depends on its source, on every header that its source reads, and on the flags.
$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  compile  $@"
	$(Q)$(object)
$(if $(FOUND),$(call remember,$(BUILD)/flags,$(COMPILE) : $(MACHINE)))
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

include tests/tests.mk
include tests/exercises.mk

include figures/figures.mk

include book/book.mk

data-check:
	@sh data/check.sh

doctor:
	@CC='$(CC)' sh common/detect.sh doctor

clean:
	rm -rf build $(CHAPTERS)

help:
	@echo "make             every chapter's program: $(CHAPTERS)"
	@echo "make 7           one of them; 07, ch07 and ch07-cnn are names of it too"
	@echo "make test        everything that can be checked here, in a few minutes"
	@echo "make unit        the unit tests alone; VARIANT=double or asan, T='pool/*' picks some"
	@sh tests/harness/exercises.sh help
	$(if $(FIGURES),@echo "make figures     draws build/figures from the results of the runs")
	@echo "make book        build/book: pages for a browser, a PDF, an EPUB; needs pandoc and TeX"
	@echo "make check-book  what is wrong with a page of the book"
	$(if $(wildcard data/check.sh),@echo "make data-check  compares the bundled data with their checksums")
	$(if $(FUZZ),@echo "make fuzz        random input to every reader of files: $(SECONDS) seconds each; needs clang")
	@echo "make doctor      what is present, what is missing, and the line that installs it"
	@echo "make clean       removes everything that was made"
