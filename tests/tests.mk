# tests.mk: the tests. Each tests/unit/*.c holds Criterion tests, and all of them link into one program a
# variant; those in tests/unit/ch07-cnn link with that chapter's own objects too. Each tests/run/*.sh
# checks the built programs, and its status is the answer. Each tests/fuzz/*.c feeds a reader of files
# whatever libFuzzer comes upon. Each tests/*.c is a program that the scripts need: tests/pictures.c
# becomes build/release/pictures.

UNIT := $(call objects,tests/unit/*.c)
# The chapters' own loops are float, so the double variants test the library alone.
FLOAT := $(if $(findstring double,$(VARIANT)),,yes)
TESTED_CHAPTERS := $(if $(FLOAT),$(patsubst tests/unit/%/,%,$(sort $(dir $(wildcard tests/unit/ch*/*.c)))))
UNIT_PROGRAMS = unit-tests $(TESTED_CHAPTERS:%=%-tests)
TOOLS := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/*.c))
FUZZ := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*.c))
TESTED = release double asan
T = *
SECONDS = 20

.PHONY: test unit unit-tests fuzz criterion compile $(TESTED:%=unit-%) $(FUZZ:build/%=%)

# The tests' own loops are short, and compiled at -O1 in half the time. (At -O3 gcc 12 for ARM64 even breaks
# down over one of them: "internal compiler error: in vect_transform_reduction".)
$(BUILD)/tests/unit/%.o: FLAGS += -O1

$(BUILD)/unit-tests: $(UNIT) $(COMMON)
	@echo "  link     $@"
	$(Q)$(call link,-lcriterion)

# A chapter's program without its main, which Criterion brings.
define chapter_tests
$(BUILD)/$(1)-tests: $(call objects,tests/unit/$(1)/*.c) $(BUILD)/tests/unit/$(1)/lesson.o \
        $(filter-out %/$(1).o,$(call objects,chapters/$(1)/*.c)) $(COMMON)
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

# One variant's programs and tests, made but not run, nor copied to the root.
compile: $(UNIT_PROGRAMS:%=$(BUILD)/%) $(TOOLS) $(if $(FLOAT),$(CHAPTERS:%=$(BUILD)/%))

criterion:
	@CC='$(CC)' sh common/detect.sh need "make test"

unit-tests: $(UNIT_PROGRAMS:%=$(BUILD)/%)
	@:
unit: criterion
	@$(MAKE) unit-tests
	@for program in $(UNIT_PROGRAMS:%=$(BUILD)/%); do $$program --filter '$(T)' || exit; done

# The tests and the programs are built side by side, then run. What takes every core runs alone, and first,
# for some of the others read what it leaves.
ALONE = tests/run/chapter.sh tests/run/further.sh
test: all $(TOOLS) $(TESTED:%=unit-%)
	@sh tests/suite.sh $(TESTED:%=build/%$(SUFFIX)/*-tests) $(ALONE) -- \
		$(filter-out $(ALONE),$(wildcard tests/book/*.sh tests/run/*.sh))
$(TESTED:%=unit-%): unit-%: criterion
	@$(MAKE) VARIANT=$* unit-tests

# Each fuzzer runs SECONDS long; what it finds is kept in build/fuzz, and an input that breaks a reader
# fails the run. tests/fuzz/NAME/ may hold files to start from.
fuzz: $(FUZZ:build/%=%)
$(FUZZ:build/%=%): fuzz/%:
	@$(MAKE) CC=clang VARIANT=asan BUILD=build/fuzz CFLAGS='$(CFLAGS) -fsanitize=fuzzer-no-link' build/$@
	@mkdir -p build/$@.inputs
	build/$@ -max_total_time=$(SECONDS) -verbosity=0 -artifact_prefix=build/$@- build/$@.inputs $(wildcard tests/$@)
$(FUZZ): build/fuzz/%: build/fuzz/tests/fuzz/%.o $(COMMON)
	@echo "  link     $@"
	$(Q)$(call link,-fsanitize=fuzzer)
