/* trace.h: an answer.txt beside the table of right answers and those of known mistakes.
 *
 * A line is "name = number"; "#" begins a comment. Blanks are blanks, tabs, no-break and wide
 * ones; a minus may be the book's. What a learner wrote in another way is said, not guessed.
 * The hint is that of the mistake that explains the first wrong number, and with it all that
 * follows from it; wrong numbers may be rounded, and others be wrong besides.
 */
#ifndef TRACE_H
#define TRACE_H

// paths: the learner's, the solution's, then the mistakes'. Prints like judge's verdict, and
// returns an Outcome of verdict.h.
int trace_judge(char **paths, int count);

#endif
