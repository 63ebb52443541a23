#include "parameter_count.h"

long parameter_count(const Layer *layers, int depth, int height, int width,
                     int channels)
{
    long total = 0;
    for (const Layer *layer = layers; layer < layers + depth; layer++) {
        long area = (long)layer->size * layer->size;
        switch (layer->kind) {
        case CONVOLUTION:
            total += area * channels * layer->count + layer->count;
            channels = layer->count;
            break;
        case POOLING:
            height = (height + layer->size - 1) / layer->size;
            width = (width + layer->size - 1) / layer->size;
            break;
        case LINEAR:
            total += (long)height * width * channels * layer->count;
            total += layer->count;
            height = width = 1;
            channels = layer->count;
            break;
        }
    }
    return total;
}
