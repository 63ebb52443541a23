#include "queue.h"

#include <stdlib.h>
#include <string.h>

namespace card {

/* ---- What waits -------------------------------------------------------------------------------*/

struct Header {
    const char *name;
    Runner *run;
    size_t size;          // of the call behind it
    int first, numbers;   // its numbers, in words
};

enum { MOST_CALLS = 1024, MOST_WORDS = 4096 };   // a queue that is longer runs before its end

static struct {
    char *bytes;          // headers and calls, by turns
    size_t used, room;
    int calls;
    uint64_t hash;        // of all that tells it from other queues
    uint64_t word[MOST_WORDS];
    int words;
    Header *last;
} queue;

// A whole number of 16 bytes, so that what follows is aligned.
static size_t aligned(size_t size) { return (size + 15) / 16 * 16; }

static void make_room(size_t size)
{
    if (queue.used + size <= queue.room) return;
    if (queue.calls > 0) queue_run();   // calls do not move: there are pointers into them
    queue.room = size > (1 << 20) ? size : 1 << 20;
    free(queue.bytes);
    queue.bytes = (char *)allocate(1, queue.room);
}

void *queue_call(const char *name, Runner *run, size_t size)
{
    if (queue.calls == MOST_CALLS || queue.words > MOST_WORDS - 64) queue_run();
    make_room(aligned(sizeof(Header)) + aligned(size));
    Header *header = (Header *)(queue.bytes + queue.used);
    *header = {name, run, size, queue.words, 0};
    queue.used += aligned(sizeof(Header)) + aligned(size);
    queue.last = header;
    queue.calls++;
    return (char *)header + aligned(sizeof(Header));
}

// FNV-1a, eight bytes at a time.
void queue_what(const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i += 8) {
        uint64_t word = 0;
        memcpy(&word, (const char *)bytes + i, size - i < 8 ? size - i : 8);
        queue.hash = (queue.hash ^ word) * 1099511628211u;
        queue.hash ^= queue.hash >> 29;
    }
}

static int words_of(size_t size) { return (int)((size + 7) / 8); }

void queue_number(const void *bytes, size_t size)
{
    memcpy(&queue.word[queue.words], bytes, size);
    queue.words += words_of(size);
    queue.last->numbers += words_of(size);
}

/* ---- Running it -------------------------------------------------------------------------------*/

// Where the numbers of the present queue lie on the device; NULL: kernels get them as arguments.
static uint64_t *told;
static int next_word, end_word;   // of the present call

const void *next_number(const void *value, size_t size)
{
    CHECK(next_word + words_of(size) <= end_word &&
              memcmp(&queue.word[next_word], value, size) == 0,
          "a kernel takes another number than it was given: word %d of %d", next_word, end_word);
    const void *place = told ? told + next_word : NULL;
    next_word += words_of(size);
    return place;
}

static void run_calls(void)
{
    for (size_t at = 0; at < queue.used;) {
        const Header *h = (const Header *)(queue.bytes + at);
        next_word = h->first;
        end_word = h->first + h->numbers;
        h->run((const char *)h + aligned(sizeof(Header)));
        CHECK(next_word == end_word, "%s takes fewer numbers than it was given", h->name);
        check(cudaGetLastError(), h->name);
        at += aligned(sizeof(Header)) + aligned(h->size);
    }
}

/* ---- Recordings -------------------------------------------------------------------------------*/

struct Recording {
    uint64_t hash, used;     // used: when it was needed last
    int calls, words;
    cudaGraphExec_t graph;   // NULL: its queue came once
    uint64_t *told;          // its numbers, on the device
};

enum { RECORDINGS = 64 };
static Recording recordings[RECORDINGS];
static uint64_t runs;

// That of the present queue, or the one that was not needed for the longest time.
static Recording *recording(bool *known)
{
    Recording *oldest = &recordings[0];
    for (int i = 0; i < RECORDINGS; i++) {
        Recording *r = &recordings[i];
        *known = r->calls == queue.calls && r->words == queue.words && r->hash == queue.hash;
        if (*known) return r;
        if (r->used < oldest->used) oldest = r;
    }
    return oldest;
}

static void forget(Recording *r)
{
    if (r->graph) {
        check(cudaStreamSynchronize(stream), "a queue");
        check(cudaGraphExecDestroy(r->graph), "forgetting a recording");
    }
    if (r->told) check(cudaFree(r->told), "forgetting numbers");
    *r = Recording{queue.hash, 0, queue.calls, queue.words, NULL, NULL};
}

static cudaGraph_t recorded_calls(uint64_t *numbers)
{
    cudaGraph_t graph;
    told = numbers;
    check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal), "recording");
    run_calls();
    check(cudaStreamEndCapture(stream, &graph), "recording");
    told = NULL;
    return graph;
}

// Where memory is short there is no recording: without one it runs as well.
static void record(Recording *r)
{
    size_t bytes = (size_t)(queue.words + 1) * sizeof(uint64_t);
    if (!allocated(cudaMalloc((void **)&r->told, bytes))) {
        r->told = NULL;
        return;
    }
    cudaGraph_t graph = recorded_calls(r->told);
    if (!allocated(cudaGraphInstantiateWithFlags(&r->graph, graph, 0))) {   // CUDA 11.4 or later
        r->graph = NULL;
        check(cudaFree(r->told), "forgetting numbers");
        r->told = NULL;
    }
    check(cudaGraphDestroy(graph), "recording");
}

// Numbers travel as the argument of a launch, which has room for 4 KB.
enum { WORDS = 256 };
struct Words {
    uint64_t word[WORDS];
};
static __global__ void tell(uint64_t *place, Words words, int count)
{
    int i = (int)threadIdx.x;
    if (i < count) place[i] = words.word[i];
}

static void tell_numbers(uint64_t *place)
{
    for (int first = 0; first < queue.words; first += WORDS) {
        Words words = {};
        int count = queue.words - first < WORDS ? queue.words - first : WORDS;
        memcpy(words.word, queue.word + first, (size_t)count * sizeof(uint64_t));
        tell<<<1, WORDS, 0, stream>>>(place + first, words, count);
    }
    check(cudaGetLastError(), "telling numbers");
}

void queue_run(void)
{
    if (queue.calls == 0) return;
    bool known;
    Recording *r = recording(&known);
    if (!known) forget(r);
    else if (!r->graph) record(r);
    r->used = ++runs;
    if (r->graph) {
        tell_numbers(r->told);
        check(cudaGraphLaunch(r->graph, stream), "a recording");
    } else {
        run_calls();
    }
    queue.used = 0;
    queue.calls = queue.words = 0;
    queue.hash = 0;
}

}   // namespace card
