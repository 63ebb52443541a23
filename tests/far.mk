# far.mk: each chapter's program with the far device (tests/unit/far.h), build/release/ch07-cnn-far. Where it gives
# what the program itself gives, nothing in the chapter looks for itself into the memory of a device.
define far_program
$(BUILD)/$(1)-far: $(call objects,chapters/$(1)/*.c) $(BUILD)/tests/unit/far.o $(COMMON)
	@echo "  link     $$@"
	$$(Q)$$(call link)
endef
$(foreach c,$(CHAPTERS),$(eval $(call far_program,$(c))))
