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

include common/macros.mk

# What ARCH means on this machine, and to which compilers: a folder that comes from elsewhere is made anew.
MACHINE := $(shell exec 2>/dev/null; { $(CC) $(ARCH) -dM -E -x c /dev/null; CC='$(CC)' sh common/detect.sh compilers; } | cksum)

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
FLAGS += $(if $(findstring double,$(VARIANT)),$(LIGHT) -DREAL_IS_DOUBLE)
FLAGS += $(if $(findstring asan,$(VARIANT)),-g1 $(LIGHT) -fno-omit-frame-pointer $(SANITIZE))
# -g1 knows lines, which is what a report needs. At -O1 gcc leaves vzeroupper out, and each call of libm then costs a microsecond.
LIGHT = -O1 $(if $(findstring clang,$(CC)),,-fexpensive-optimizations)
# One picture need not be read fast, and its reader takes seconds to compile at -O3.
$(BUILD)/common/image.o: FLAGS += $(LIGHT)
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
COMPILE = $(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS)
Q = $(if $(V),,@)

COMMON := $(call objects,common/*.c common/cpu/*.c common/cuda-sim/*.c)
include common/cuda/cuda.mk
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

include tests/exercises.mk
include tests/tests.mk
include figures/figures.mk
include book/book.mk

data-check:
	@sh data/check.sh

doctor:
	@CC='$(CC)' sh common/detect.sh doctor

clean:
	rm -rf build $(CHAPTERS)

help:
	@sh common/help.sh '$(CHAPTERS)'
