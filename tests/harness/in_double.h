// in_double.h: included before a solution and its test.c to make doubles of their floats. The
// headers come first, for what they declare stays as it is.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define float double
#define fabsf fabs
#define fmaxf fmax
#define fminf fmin
#define expf exp
#define logf log
#define sqrtf sqrt
#define powf pow
#define tanhf tanh
