/* fuzz_idx.c: whatever a file holds, idx_read answers with a tensor or with one line.
 *
 *     clang -std=gnu17 -g -O1 -fopenmp -fsanitize=fuzzer,address,undefined -o fuzz_idx \
 *         tests/fuzz/fuzz_idx.c common/[a-z]*.c common/cpu/[a-z]*.c -lz -lm …
 *
 * with the other libraries of common/; `make fuzz/fuzz_idx` does that and runs it.
 *
 * The first byte chooses the rank that is asked for; a file may be plain or gzip.
 */
#include "input.h"

#include "../../common/data.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1) return 0;
    Error error = {0};
    Tensor tensor;
    bool good = idx_read(&tensor, input_file(data + 1, size - 1), 1 + data[0] % MAX_RANK, &error);
    if (good == (error.message[0] != 0) || good != present(&tensor)) abort();
    volatile int sum = 0;   // touches the first and the last number that the shape promises
    if (good) sum = bytes(&tensor)[0] + bytes(&tensor)[tensor_count(&tensor) - 1];
    (void)sum;
    tensor_free(&tensor);
    return 0;
}
