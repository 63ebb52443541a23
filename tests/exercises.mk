# exercises.mk: the learner's verbs. They need a C compiler and nothing else, and write into build/exercises,
# .progress and the learner's own files. CH=7 picks a chapter, EX=07-02 an exercise.

# Only what was typed counts: some systems have a NAME in their environment. It is taken as it stands: no
# part of it is make's, or the shell's.
TYPED := $(foreach v,CH EX NAME FILES,$(if $(filter command,$(origin $(v))),$(v)))
$(foreach v,$(TYPED),$(eval override $(v) := $$(value $(v))))
quoted = '$(subst ','\'',$(1))'
EXERCISES = exec env CC=$(call quoted,$(CC)) $(foreach v,CH EX NAME FILES,$(v)=$(call quoted,$(if $(filter $(v),$(TYPED)),$($(v)))))
.PHONY: check next progress hint solution reset watch board
check next progress hint solution reset watch board:
	@$(EXERCISES) sh tests/harness/exercises.sh $@

# check-7, check-07, check-ch07 and check-ch07-cnn are make check CH=7.
check-%: FORCE
	@exec env CC=$(call quoted,$(CC)) CH=$(call quoted,$*) EX= sh tests/harness/exercises.sh check
