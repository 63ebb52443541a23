#define _GNU_SOURCE
#include "far.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../common/cpu/cpu.h"
#include "../../common/device.h"

static const size_t ROOM = FAR_ROOM;   // of addresses; pages become real when touched
static int file;
static char *far_memory, *near_memory;   // the same pages: forbidden, and as kernels see them
static size_t used;
static FarCounts counts;

FarCounts far_counts(void) { return counts; }

static size_t left = FAR_ROOM;
void far_leave_room(size_t bytes) { left = bytes; }
static size_t far_room(void) { return left; }

// One file in memory, mapped at two addresses: at one it may be touched, at the other not.
static void map_memory(void)
{
    if (far_memory) return;
    file = memfd_create("far", MFD_CLOEXEC);
    CHECK(file >= 0 && ftruncate(file, (off_t)ROOM) == 0, "no file for the far device");
    far_memory = mmap(NULL, ROOM, PROT_NONE, MAP_SHARED | MAP_NORESERVE, file, 0);
    near_memory = mmap(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, file, 0);
    CHECK(far_memory != MAP_FAILED && near_memory != MAP_FAILED, "no addresses for the far device");
}

static bool is_far(const void *p)
{
    return (const char *)p >= far_memory && (const char *)p < far_memory + ROOM;
}
// Where the kernels see what tensors say lies at p.
static void *near_place(const void *p)
{
    CHECK(is_far(p), "%p is no memory of the far device", p);
    return (char *)p - far_memory + near_memory;
}
static void check_host(const void *p)
{
    CHECK(!is_far(p), "%p is memory of the far device, where the host's is expected", p);
}

/* ---- Memory: each piece has pages of its own, and its address is never given again ------------*/

enum { PAGE = 4096 };
typedef struct Piece { size_t bytes; } Piece;

// In pages of its own; the page before says how many.
static void *far_allocate(size_t bytes)
{
    map_memory();
    counts.allocations++;
    counts.bytes += (long)bytes;
    size_t whole = (bytes / PAGE + 2) * PAGE;
    CHECK(used + whole <= ROOM, "the far device has no room for %zu bytes", bytes);
    char *piece = near_memory + used;
    ((Piece *)piece)->bytes = whole;
    used += whole;
    return far_memory + (piece + PAGE - near_memory);
}

// Its pages go back to the system and hold zeros if they are touched again.
static void far_release(void *p)
{
    if (!p) return;
    char *piece = (char *)near_place(p) - PAGE;
    fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, piece - near_memory,
              (off_t)((Piece *)piece)->bytes);
}

static void far_copy_in(void *to, const void *from, size_t bytes)
{
    counts.copies++;
    check_host(from);
    memcpy(near_place(to), from, bytes);
}
static void far_copy_out(void *to, const void *from, size_t bytes)
{
    counts.copies++;
    check_host(to);
    memcpy(to, near_place(from), bytes);
}
// A copy within a GPU is work for the GPU, as a kernel is.
static void far_copy_within(void *to, const void *from, size_t bytes)
{
    counts.launches++;
    memmove(near_place(to), near_place(from), bytes);
}
static void far_clear(void *p, size_t bytes)
{
    counts.launches++;
    memset(near_place(p), 0, bytes);
}
static void far_parts(int parts, void (*body)(void *env, int part), void *env)
{
    for (int part = 0; part < parts; part++) body(env, part);
}

/* ---- Kernels: the CPU's, which see each tensor among the arguments where it can be touched ----*/

// *argument becomes `copy`: the same tensor, where the CPU's kernel can touch it.
static void show_tensor(const Tensor **argument, Tensor *copy, Epilogue *unused, const char *kernel)
{
    (void)unused;
    if (!present(*argument)) return;
    CHECK((*argument)->device == FAR_DEVICE, "%s of the far device is given a tensor of %s", kernel,
          device_name((*argument)->device));
    *copy = **argument;
    copy->data = near_place(copy->data);
    copy->device = CPU;
    *argument = copy;
}

// An epilogue's winner is a tensor too.
static void show_epilogue(const Epilogue **argument, Tensor *copy, Epilogue *e, const char *kernel)
{
    if (!*argument) return;
    *e = **argument;
    const Tensor *winner = e->winner;
    show_tensor(&winner, copy, NULL, kernel);
    e->winner = (Tensor *)winner;
    *argument = e;
}

// Shapes, rates and windows need no showing.
static void show_number(const void *argument, Tensor *copy, Epilogue *e, const char *kernel)
{
    (void)argument, (void)copy, (void)e, (void)kernel;
}

// A macro cannot loop, so there is one for each number of arguments.
#define SHOW(kernel, x)                                                                            \
    _Generic((x),                                                                                  \
        Tensor *: show_tensor,                                                                     \
        const Tensor *: show_tensor,                                                               \
        const Epilogue *: show_epilogue,                                                           \
        default: show_number)((void *)&(x), &(Tensor){0}, &(Epilogue){0}, kernel);
#define EACH1(k, a) SHOW(k, a)
#define EACH2(k, a, ...) SHOW(k, a) EACH1(k, __VA_ARGS__)
#define EACH3(k, a, ...) SHOW(k, a) EACH2(k, __VA_ARGS__)
#define EACH4(k, a, ...) SHOW(k, a) EACH3(k, __VA_ARGS__)
#define EACH5(k, a, ...) SHOW(k, a) EACH4(k, __VA_ARGS__)
#define EACH6(k, a, ...) SHOW(k, a) EACH5(k, __VA_ARGS__)
#define EACH7(k, a, ...) SHOW(k, a) EACH6(k, __VA_ARGS__)
#define EACH8(k, a, ...) SHOW(k, a) EACH7(k, __VA_ARGS__)
#define EACH9(k, a, ...) SHOW(k, a) EACH8(k, __VA_ARGS__)
#define EACH10(k, a, ...) SHOW(k, a) EACH9(k, __VA_ARGS__)
#define EACH11(k, a, ...) SHOW(k, a) EACH10(k, __VA_ARGS__)
#define EACH12(k, a, ...) SHOW(k, a) EACH11(k, __VA_ARGS__)
#define PICK(_1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, each, ...) each
#define EACH(k, ...)                                                                               \
    PICK(__VA_ARGS__, EACH12, EACH11, EACH10, EACH9, EACH8, EACH7, EACH6, EACH5, EACH4, EACH3,     \
         EACH2, EACH1)(k, __VA_ARGS__)
#define WITHOUT_BRACKETS(...) __VA_ARGS__
#define EACH_OF(k, list) EACH_EXPANDED(k, WITHOUT_BRACKETS list)
#define EACH_EXPANDED(...) EACH(__VA_ARGS__)

// A kernel of the far device: each argument is shown, then the CPU's kernel runs.
#define KERNEL(name, where, parameters, arguments)                                                 \
    static void name##_far parameters                                                              \
    {                                                                                              \
        counts.launches++;                                                                         \
        EACH_OF(#name, arguments)                                                                  \
        name##_cpu arguments;                                                                      \
    }
#include "../../common/kernels.h"

const Backend far_backend = {
    .name = "far",
    .whole_batch = true,
    .room = far_room,
    .allocate = far_allocate,
    .release = far_release,
    .copy_in = far_copy_in,
    .copy_out = far_copy_out,
    .copy_within = far_copy_within,
    .clear = far_clear,
    .for_parts = far_parts,
#define KERNEL(name, where, parameters, arguments) .name = name##_far,
#include "../../common/kernels.h"
};
