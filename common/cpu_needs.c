// cpu_needs.c: which instructions this build was allowed to use. Data
// only: nothing here is ever run.
#include "cpu_features.h"

// A macro that is defined becomes 1 on its way through LETTER; one that is not stays a name.
#define LETTER(value)      (#value)[0]
#define IS_SET(macro, name) LETTER(macro) == '1',

const bool cpu_needs[] = {CPU_FEATURES(IS_SET)};
