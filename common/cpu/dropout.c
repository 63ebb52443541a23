// Dropout: the mask is not stored but drawn again, for a number of the stream depends on its place
// alone.
#include "cpu.h"

enum { CHUNK = 256 };

// y(i) = 0 where word first + i of the stream is below rate 2^32, else x(i) / (1 - rate). Words are
// drawn in chunks: many times faster than one by one.
void dropout_forward_cpu(Tensor *y, const Tensor *x, Real rate, Stream stream, size_t first)
{
    uint32_t limit = (uint32_t)((double)rate * 4294967296.0);   // words below it drop their number
    Real keep = 1 / (1 - rate), *out = reals(y), *in = reals(x);
    size_t count = tensor_count(x);
    for (size_t start = 0; start < count; start += CHUNK) {
        uint32_t word[CHUNK];
        size_t size = count - start < CHUNK ? count - start : CHUNK;
        random_words(stream, first + start, word, size);
        for (size_t i = 0; i < size; i++)
            out[start + i] = word[i] < limit ? 0 : in[start + i] * keep;
    }
}
