/* dlfcn.h: libraries that are opened while a program runs: the simulated card has one, cuBLAS. */
#ifndef SIM_DLFCN_H
#define SIM_DLFCN_H

#include "simulator.h"

enum { RTLD_NOW };
inline void *dlopen(const char *name, int) { return sim_library(name); }
inline void *dlsym(void *, const char *name) { return sim_function(name); }

#endif
