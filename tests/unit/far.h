/* far.h: a device of the tests, --device far, whose memory the host must not touch.
 *
 * Its kernels are the CPU's, called for the whole batch. Its memory is mapped twice: where tensors
 * say it lies, it can neither be read nor written, so that a host that looks for itself dies at
 * that line; the kernels see it at another place. What runs here needs no change for a GPU.
 */
#ifndef FAR_H
#define FAR_H

#include <stddef.h>

// Calls of kernels, copies between host and device, allocations and their bytes since the program
// began.
typedef struct FarCounts {
    long launches, copies, allocations, bytes;
} FarCounts;
FarCounts far_counts(void);

// So many bytes are free, it says from now on; at first all of FAR_ROOM.
#define FAR_ROOM ((size_t)16 << 30)
void far_leave_room(size_t bytes);

#endif
