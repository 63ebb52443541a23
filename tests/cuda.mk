# cuda.mk: programs whose kernels the simulator's checker watches (common/cuda-sim/simulator.h), and kernels with planted
# faults, which it must report.
#
#     build/release/check-tests          the unit tests
#     build/release/ch07-cnn-check       a chapter's program

WATCHED_PROGRAMS = $(if $(and $(CXX),$(PLANTED)),$(BUILD)/planted $(if $(filter release,$(VARIANT)),$(BUILD)/check-tests))
UNWATCHED = $(filter-out $(SIMULATED),$(COMMON))
$(BUILD)/check-tests: $(UNIT) $(WATCHED) $(UNWATCHED)
	@echo "  link     $@"
	$(Q)$(call link,-lcriterion)

define watched_program
$(BUILD)/$(1)-check: $(call objects,chapters/$(1)/*.c) $(WATCHED) $(UNWATCHED)
	@echo "  link     $$@"
	$$(Q)$$(link)
endef
$(foreach c,$(CHAPTERS),$(eval $(call watched_program,$(c))))

# tests/cuda/*.cu, watched by the checker in build/release/planted, by the sanitizers in build/asan/planted.
PLANTED := $(patsubst %.cu,$(BUILD)/%.o,$(wildcard tests/cuda/*.cu))
$(PLANTED:.o=.cpp): $(BUILD)/%.cpp: %.cu common/cuda-sim/launch.sed
	@mkdir -p $(@D)
	$(Q)$(in_cpp)
$(PLANTED): %.o: %.cpp $(BUILD)/flags
	@echo "  compile  $@"
	$(Q)$(if $(findstring asan,$(VARIANT)),$(SIMULATE),$(WATCH)) -iquote tests/cuda -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)
$(BUILD)/planted: $(PLANTED) $(UNWATCHED)
	@echo "  link     $@"
	$(Q)$(link)
