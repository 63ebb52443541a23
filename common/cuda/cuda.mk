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
# fits the type of what is called would ask it for the types of functions.
SIMULATE = $(CXX) $(filter-out -std=gnu17 -fopenmp,$(FLAGS)) -std=c++17 -fno-exceptions -fno-rtti \
    -fno-threadsafe-statics $(if $(findstring clang,$(CXX)),-fno-sanitize=function) -Icommon/cuda-sim -iquote common/cuda $(CPPFLAGS) $(CFLAGS)

$(SIMULATED:.o=.cpp): $(BUILD)/common/cuda-sim/%.cpp: common/cuda/%.cu common/cuda-sim/launch.sed
	@mkdir -p $(@D)
	$(Q){ echo '#line 1 "$<"'; sed -E -f common/cuda-sim/launch.sed $<; } >$@$(PART) && ! grep -n '<<<' $@$(PART) && $(call move,$@)
$(SIMULATED): %.o: %.cpp $(BUILD)/flags
	@echo "  compile  $@"
	$(Q)$(SIMULATE) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)

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
