# macros.mk: what the makefiles say in more than one place.

# $(call remember,FILE,TEXT): FILE holds TEXT, and is as old as the last change of it.
same = $(and $(findstring x$(1)x,x$(2)x),$(findstring x$(2)x,x$(1)x))
remember = $(if $(call same,$(strip $(2)),$(strip $(file <$(1)))),,$(shell mkdir -p $(dir $(1)))$(file >$(1),$(2)))

# A target is made beside its place and moved there, so that a kill at any moment leaves no half of it.
PART = .$$$$.part
move = mv $(1)$(PART) $(1)
object = $(COMPILE) $(1) -MMD -MP -MT $@ -MF $(@:.o=.d)$(PART) -c -o $@$(PART) $< && $(call move,$(@:.o=.d)) && $(call move,$@)
link = $(COMPILE) $(LDFLAGS) -o $@$(PART) $(filter %.o,$^) $(LIBRARIES) $(1) && $(call move,$@)

# The files of some patterns; "maps (copy).c", which a file manager made, is none of ours.
sources = $(foreach f,$(filter %.c %.h %.txt,$(wildcard $(1))),$(if $(findstring $(OPEN),$(f)),,$(wildcard $(f))))
OPEN := (
objects = $(patsubst %.c,$(BUILD)/%.o,$(call sources,$(1)))

# ch07-cnn -> ch07, and the names under which make knows it: 07 7 ch07.
part = $(firstword $(subst -, ,$(1)))
names = $(sort $(part) $(part:ch%=%) $(part:ch0%=%))
