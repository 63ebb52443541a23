/* parallel.h: work shared among threads; the only header that knows OpenMP.
 *
 * Work is cut into parts by its shape, never by the number of threads: each part is serial, writes
 * only its own output, and adds in a fixed order. So 1, 2 or 16 threads compute the same bits.
 */
#ifndef PARALLEL_H
#define PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

#include "tensor.h"

// Calls body(env, part) for part = 0 … parts-1, on all threads, in any
// order. A body may not call it.
void for_parts(int parts, void (*body)(void *env, int part), void *env);

void threads_set(int threads);   // once, at the start of a program; 0 means as many as processors
int threads_count(void);
int thread_index(void);          // 0 … threads_count()-1; which thread runs this part
bool inside_part(void);

/* Working memory of a thread, a stack: a kernel takes what it needs and gives it back before it
 * returns. Each thread reserves addresses once; pages become real when they are first touched, so
 * nothing is allocated inside a training loop.
 */
Real *scratch_take(size_t count);   // not cleared; aligned for vectors
void scratch_give(Real *);          // the one taken last

#endif
