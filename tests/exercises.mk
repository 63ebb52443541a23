# exercises.mk: the learner's verbs. They need a C compiler and nothing else, and write into build/exercises,
# .progress and the learner's own files. CH=7 picks a chapter, EX=07-02 an exercise.

# Only what was typed counts: some systems have a NAME in their environment.
typed = $(if $(filter command,$(origin $(1))),$($(1)))
EXERCISES = exec env CC='$(CC)' CH='$(call typed,CH)' EX='$(call typed,EX)' NAME='$(call typed,NAME)' \
            FILES='$(call typed,FILES)' sh tests/harness/exercises.sh
.PHONY: check next progress hint solution reset watch board
check next progress hint solution reset watch board:
	@$(EXERCISES) $@

# check-7, check-07, check-ch07 and check-ch07-cnn are make check CH=7.
check-%: FORCE
	@exec env CC='$(CC)' CH='$*' EX= sh tests/harness/exercises.sh check

export EXERCISE_HELP
define EXERCISE_HELP
make check CH=7  the exercises of a chapter: passed, wrong with a hint, not started; also make check-ch07
make next        which exercise to open now, core ones first; CH=7 in one chapter
make progress    the whole course; NAME=nick writes nick.progress for the group's board
make hint        EX=07-02: a little more each time
make solution    EX=07-02, once it is passed
make reset       EX=07-02: the file as it was at the start; what you had is kept
make watch       checks what you save as you save it; CH=7 or EX=07-02
make board       FILES='*.progress': one table of a study group, and the hints that it met
endef
