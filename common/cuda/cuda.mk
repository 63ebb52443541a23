# cuda.mk: common/cuda/*.cu become two devices.
#
#     cuda-sim    by the C++ compiler, in every variant (common/cuda-sim/simulator.h)
#     cuda        by nvcc, NVIDIA's compiler, in the variant release
#
# Where a compiler is missing its device is, and the build is a full one all the same. A program that has the device cuda
# runs on machines without a card, too: the runtime is linked in, and looks for the driver when it is asked to.

KERNELS := $(wildcard common/cuda/*.cu)
SIMULATED := $(KERNELS:common/cuda/%.cu=$(BUILD)/common/cuda-sim/%.o)
CARD := $(KERNELS:%.cu=$(BUILD)/%.o)
COMMON += $(if $(CXX),$(SIMULATED))

# No exceptions and nothing else that needs the C++ library, so that the C compiler links: clang's check that a call
# fits the type of what is called would ask it for the types of functions. Reports name lines: after #line, addr2line of
# binutils 2.40 takes the file's name wrongly from DWARF 5.
SIMULATE = $(CXX) $(filter-out -std=gnu17 -fopenmp,$(FLAGS)) -std=c++17 -fno-exceptions -fno-rtti \
    -fno-threadsafe-statics $(if $(findstring asan,$(VARIANT)),-gdwarf-4 -g1) \
    $(if $(findstring clang,$(CXX)),-fno-sanitize=function) -Icommon/cuda-sim -iquote common/cuda $(CPPFLAGS) $(CFLAGS)

# CUDA's launches in C++, under the name and the lines of their own file.
in_cpp = { echo '\#line 1 "$<"'; sed -E -f common/cuda-sim/launch.sed $<; } >$@$(PART) && ! grep -n '<<<' $@$(PART) && $(call move,$@)
$(SIMULATED:.o=.cpp): $(BUILD)/common/cuda-sim/%.cpp: common/cuda/%.cu common/cuda-sim/launch.sed
	@mkdir -p $(@D)
	$(Q)$(in_cpp)
$(SIMULATED): %.o: %.cpp $(BUILD)/flags
	@echo "  compile  $@"
	$(Q)$(SIMULATE) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)

# The kernels as the checker watches them: the compiler calls common/cuda-sim/instrument.c before each access. Loops of
# vectors would hide accesses, and -g1 knows the lines.
WATCHED := $(KERNELS:common/cuda/%.cu=$(BUILD)/common/cuda-check/%.o)
WATCH = $(SIMULATE) -gdwarf-4 -g1 $(LIGHT) -fno-tree-vectorize -fsanitize=thread
$(WATCHED): $(BUILD)/common/cuda-check/%.o: $(BUILD)/common/cuda-sim/%.cpp $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  watch    $@"
	$(Q)$(WATCH) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)

# Code for each capability that detect.sh found nvcc to know, and for cards to come what their driver translates.
CAPABILITIES = $(foreach a,$(CUDA_ARCHS),-gencode arch=compute_$(a),code=sm_$(a)) \
    -gencode arch=compute_$(lastword $(CUDA_ARCHS)),code=compute_$(lastword $(CUDA_ARCHS))
ifneq ($(and $(CUDA_COMPILER),$(filter release,$(VARIANT))),)
COMMON += $(CARD)
LIBRARIES += $(CUDA_LIBRARIES)
endif
$(CARD): $(BUILD)/%.o: %.cu $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  nvcc     $@"
	$(Q)$(CUDA_COMPILER) -O3 -lineinfo -std=c++17 $(CAPABILITIES) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)
