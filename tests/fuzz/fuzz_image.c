/* fuzz_image.c: whatever a file holds, image_read answers with a picture or with one line.
 *
 *     clang -std=gnu17 -g -O1 -fopenmp -fsanitize=fuzzer,address,undefined -o fuzz_image \
 *         tests/fuzz/fuzz_image.c common/[a-z]*.c common/cpu/[a-z]*.c -lz -lm …
 *
 * with the other libraries of common/; `make fuzz/fuzz_image` does that and runs it.
 *
 * tests/fuzz/fuzz_image/ holds a small picture of each format to start from.
 */
#include "input.h"

#include "../../common/data.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Error error = {0};
    Tensor tensor;
    bool good = image_read(&tensor, input_file(data, size), &error);
    if (good == (error.message[0] != 0) || good != present(&tensor)) abort();
    if (good && tensor.shape.rank != 2) abort();
    unsigned sum = 0;   // reads every pixel, so that the sanitizers see one that is not there
    for (size_t i = 0; good && i < tensor_count(&tensor); i++) sum += bytes(&tensor)[i];
    tensor_free(&tensor);
    return sum > UINT32_MAX - 1;
}
