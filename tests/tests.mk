# tests.mk: the tests. Each tests/unit/*.c holds Criterion tests, and all of them link into one program a
# variant. Each tests/run/*.sh checks the built programs, and its status is the answer. Each tests/fuzz/*.c feeds
# a reader of files whatever libFuzzer comes upon. Each tests/*.c is a program that the scripts need:
# tests/pictures.c becomes build/release/pictures.
#
# What concerns one chapter, chNN-name, goes by its name: Criterion tests in tests/unit/chNN-name/, which link with
# the chapter's own objects; the bounds of its runs in tests/chapters/chNN-name.tsv; scripts of its own in
# tests/chapters/chNN-name/; the proof of its exercises, and there in unlisted.tsv programs that their authors have not
# thought of. `make test CH=7` tests that, and nothing else. The exercises of chapters/ch00-c, those on C, are proved with
# all chapters': they have no program.

UNIT := $(call objects,tests/unit/*.c)
# Most chapters' own loops are float. The double variants test the library, and the chapters that have a
# test_…_in_double.c: their loops are of Reals.
FLOAT := $(if $(findstring double,$(VARIANT)),,yes)
IN_DOUBLE := $(patsubst tests/unit/%/,%,$(sort $(dir $(wildcard tests/unit/ch*/test_*_in_double.c))))
CHOSEN := $(if $(filter CH,$(TYPED)),$(foreach c,$(CHAPTERS),$(if $(filter $(CH),$(c) $(call names,$(c))),$(c))),$(CHAPTERS))
TESTED_CHAPTERS := $(if $(FLOAT),$(patsubst tests/unit/%/,%,$(sort $(dir $(wildcard tests/unit/ch*/*.c)))),$(IN_DOUBLE))
UNIT_PROGRAMS = $(if $(filter CH,$(TYPED)),,unit-tests) $(patsubst %,%-tests,$(filter $(CHOSEN),$(TESTED_CHAPTERS)))
TOOLS := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/*.c))
FUZZ := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*.c))
TESTED = release double asan
T = *
SECONDS = 20

.PHONY: test unit unit-tests fuzz fuzzers criterion compile $(TESTED:%=unit-%) $(FUZZ:build/%=%)

# The tests' own loops are short, and compiled at -O1 in half the time, under the sanitizers at -O0 in a third. (At -O3 gcc 12 for ARM64 even breaks
# down over one of them: "internal compiler error: in vect_transform_reduction".)
$(BUILD)/tests/unit/%.o: FLAGS += $(if $(findstring asan,$(VARIANT)),-O0,$(LIGHT))

$(BUILD)/unit-tests: $(UNIT) $(COMMON)
	@echo "  link     $@"
	$(Q)$(call link,-lcriterion)

# A chapter's program without its main, which Criterion brings, and without the files that a test includes to
# reach what is static there.
included = $(patsubst %.c,$(BUILD)/%.o,$(shell grep -ho 'chapters/$(1)/[a-z_]*\.c' $(call sources,tests/unit/$(1)/*.c)))
define chapter_tests
$(BUILD)/$(1)-tests: $(call objects,tests/unit/$(1)/*.c) $(BUILD)/tests/unit/$(1)/lesson.o $(BUILD)/tests/unit/certificates.o \
        $(filter-out %/$(1).o $(call included,$(1)),$(call objects,chapters/$(1)/*.c)) $(COMMON)
	@echo "  link     $$@"
	$$(Q)$$(call link,-lcriterion)
$(BUILD)/tests/unit/$(1)/lesson.o: chapters/$(1)/$(1).c $(BUILD)/flags
	@mkdir -p $$(@D)
	@echo "  compile  $$@"
	$$(Q)$$(call object,-Dmain=lesson_main)
endef
$(foreach c,$(TESTED_CHAPTERS),$(eval $(call chapter_tests,$(c))))

$(TOOLS): $(BUILD)/%: $(BUILD)/tests/%.o $(COMMON)
	@echo "  link     $@"
	$(Q)$(link)

include tests/far.mk
include tests/cuda.mk

# One variant's programs and tests, made but not run, nor copied to the root.
compile: $(UNIT_PROGRAMS:%=$(BUILD)/%) $(TOOLS) $(if $(FLOAT),$(CHAPTERS:%=$(BUILD)/%))

criterion:
	@CC='$(CC)' sh common/detect.sh need "make test"

unit-tests: $(UNIT_PROGRAMS:%=$(BUILD)/%) $(if $(filter CH,$(TYPED))$(findstring double,$(VARIANT)),,$(WATCHED_PROGRAMS))
	@:
unit: criterion
	@$(MAKE) unit-tests
	@for program in $(UNIT_PROGRAMS:%=$(BUILD)/%); do $$program --filter '$(T)' || exit; done

# The tests and the programs are built side by side, then run. What takes every core runs alone, and first,
# for some of the others read what it leaves: the runs' results, and what the proofs of the exercises have compiled.
unit_programs = $(foreach v,$(1),$(patsubst %,build/$(v)$(SUFFIX)/%,$(filter-out $(2),$(UNIT_PROGRAMS))))
BEGAN := $(if $(filter test,$(MAKECMDGOALS)),$(shell date +%s))
BESIDE = $(if $(filter CH,$(TYPED)),,$(wildcard tests/run/*.sh tests/book/*.sh)) \
    $(foreach c,$(CHOSEN),$(wildcard tests/chapters/$(c)/*.sh tests/chapters/$(c)/unlisted.tsv))
ifdef BEGAN
$(if $(CHOSEN),,$(error CH=$(CH): there is no such chapter here; there is $(CHAPTERS)))
endif
test: $(CHOSEN) $(TOOLS) $(TESTED:%=unit-%)
	@sh tests/suite.sh --since $(BEGAN) $(call unit_programs,release) $(CHOSEN:%=tests/chapters/%.tsv) \
		$(wildcard $(CHOSEN:%=chapters/%/exercises) $(if $(filter CH,$(TYPED)),,chapters/ch00-*/exercises)) -- \
		$(call unit_programs,asan) $(call unit_programs,double,$(patsubst %,%-tests,$(filter-out $(IN_DOUBLE),$(TESTED_CHAPTERS)))) $(BESIDE)
$(TESTED:%=unit-%): unit-%: criterion
	@$(MAKE) VARIANT=$* unit-tests

# Each fuzzer runs SECONDS long; what it finds is kept in build/fuzz, and an input that breaks a reader
# fails the run. tests/fuzz/NAME/ may hold files to start from.
fuzz: $(FUZZ:build/%=%)
fuzzers:
	@$(MAKE) CC=clang VARIANT=asan BUILD=build/fuzz CFLAGS='$(CFLAGS) -fsanitize=fuzzer-no-link' $(FUZZ)
$(FUZZ:build/%=%): fuzz/%: fuzzers
	@mkdir -p build/$@.inputs
	build/$@ -max_total_time=$(SECONDS) -verbosity=0 -artifact_prefix=build/$@- build/$@.inputs $(wildcard tests/$@)
$(FUZZ): build/fuzz/%: build/fuzz/tests/fuzz/%.o $(COMMON)
	@echo "  link     $@"
	$(Q)$(call link,-fsanitize=fuzzer)
