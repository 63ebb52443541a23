// One picture in four formats: how many bytes each file has, and how far the
// grey levels that are read back are from those that were written.
#include "gif.h"
#include "lesson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Sean Barrett's stb_image_write makes three of them; it becomes part of this
// file alone.
#define STBIW_ASSERT(condition) CHECK(condition, "stb_image_write")
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

typedef struct Picture {
    int height, width;
    uint8_t *grey;   // [height, width]
} Picture;

static size_t pixels_of(const Picture *p)
{
    return (size_t)p->height * (size_t)p->width;
}

/* ---- Writing ------------------------------------------------------------*/

static void put_bytes(void *file, void *bytes, int count)
{
    fwrite(bytes, 1, (size_t)count, file);
}

static void write_bitmap(FILE *file, const Picture *p)
{
    stbi_write_bmp_to_func(put_bytes, file, p->width, p->height, 1, p->grey);
}

static void write_gif(FILE *file, const Picture *p)
{
    size_t length;
    uint8_t *gif = gif_bytes(&length, p->grey, p->height, p->width);
    fwrite(gif, 1, length, file);
    free(gif);
}

static void write_png(FILE *file, const Picture *p)
{
    stbi_write_png_to_func(put_bytes, file, p->width, p->height, 1, p->grey,
                           p->width);
}

static void write_jpeg(FILE *file, const Picture *p)
{
    stbi_write_jpg_to_func(put_bytes, file, p->width, p->height, 1, p->grey,
                           75);
}

static void write_jpeg_small(FILE *file, const Picture *p)
{
    stbi_write_jpg_to_func(put_bytes, file, p->width, p->height, 1, p->grey,
                           20);
}

typedef struct Format {
    const char *name, *ending;
    void (*write)(FILE *, const Picture *);
} Format;

static const Format formats[] = {
    {"bitmap", "bmp", write_bitmap},     {"gif", "gif", write_gif},
    {"png", "png", write_png},           {"jpeg", "jpg", write_jpeg},
    {"jpeg20", "jpg", write_jpeg_small},
};
enum { FORMATS = 5 };

/* ---- Reading back -------------------------------------------------------*/

typedef struct Copy {
    long bytes;
    int farthest;   // the largest difference of a grey level
    double mean;   // of all differences
} Copy;

static Copy compare(const Picture *p, const uint8_t *read)
{
    Copy copy = {0};
    for (size_t i = 0; i < pixels_of(p); i++) {
        int apart = abs(p->grey[i] - read[i]);
        if (apart > copy.farthest) copy.farthest = apart;
        copy.mean += (double)apart / (double)pixels_of(p);
    }
    return copy;
}

static Copy write_and_read(App *app, const Format *f, const Picture *p,
                           const char *name)
{
    char file_name[64], path[64];
    snprintf(file_name, sizeof file_name, "formats-%s-%s.%s", name, f->name,
             f->ending);
    FILE *file = app_file(app, file_name);
    f->write(file, p);
    long length = ftell(file);
    rewind(file);   // what was written is read again from its beginning
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
    Error error = {0};
    Tensor read = {0};
    app_check(app, image_read(&read, path, &error), &error);
    CHECK(tensor_count(&read) == pixels_of(p), "%s was read as %s", file_name,
          shape_text(read.shape).text);
    Copy copy = compare(p, bytes(&read));
    copy.bytes = length;
    tensor_free(&read);
    return copy;
}

/* ---- The pictures -------------------------------------------------------*/

enum { ACROSS = 10, GRAIN = 8 };

// A hundred test digits, ten rows of ten; where the set has fewer, the same
// again.
static Picture mosaic(const Dataset *set)
{
    Picture p = {ACROSS * SIDE, ACROSS * SIDE, NULL};
    p.grey = allocate(pixels_of(&p), 1);
    for (int n = 0; n < ACROSS * ACROSS; n++) {
        const uint8_t *digit = bytes(&set->inputs) + n % set->count * PIXELS;
        int row = n / ACROSS * SIDE, column = n % ACROSS * SIDE;
        uint8_t *to = p.grey + row * p.width + column;
        for (int i = 0; i < SIDE; i++)
            memcpy(to + i * p.width, digit + i * SIDE, SIDE);
    }
    return p;
}

// The same as a camera would have it: no two pixels of the paper are equal.
static void add_grain(Picture *p, uint64_t seed)
{
    Stream grain = {.seed = seed, .purpose = FOR_LESSON, .source = 2};
    for (size_t i = 0; i < pixels_of(p); i++) {
        double noise = GRAIN * random_normal(grain, i);
        double level = 40 + 0.7 * p->grey[i] + noise;
        p->grey[i] = (uint8_t)lround(fmin(fmax(level, 0), 255));
    }
}

static Picture own_picture(App *app, const char *path)
{
    Tensor read = {0};
    Error error = {0};
    app_check(app, image_read(&read, path, &error), &error);
    return (Picture){read.shape.dim[0], read.shape.dim[1], bytes(&read)};
}

static void write_all(App *app, FILE *table, const Picture *p,
                      const char *name)
{
    long length[FORMATS];
    for (int k = 0; k < FORMATS; k++) {
        Copy c = write_and_read(app, &formats[k], p, name);
        length[k] = c.bytes;
        fprintf(table, "%s\t%s\t%ld\t%.4f\t%d\t%.4f\n", name, formats[k].name,
                c.bytes, (double)c.bytes / (double)pixels_of(p), c.farthest,
                c.mean);
        app_metric_of(app, (double)c.bytes, "bytes", "formats_%s_%s", name,
                      formats[k].name);
        app_metric_of(app, c.farthest, "grey levels", "formats_%s_%s_off",
                      name, formats[k].name);
    }
    app_say(app,
            "formats: %s, %d x %d: bitmap %ld bytes, GIF %ld, PNG %ld, JPEG "
            "%ld, coarser %ld  [fig:ch01-formats]",
            name, p->height, p->width, length[0], length[1], length[2],
            length[3], length[4]);
}

void show_formats(App *app, Lesson *lesson)
{
    FILE *table = app_table(app, "formats",
                            "picture\tformat\tbytes\ta_pixel\tfarthest\t"
                            "mean");
    if (lesson->picture) {
        Picture own = own_picture(app, lesson->picture);
        write_all(app, table, &own, "own");
        free(own.grey);
        return;
    }
    Picture p = mosaic(&lesson->test);
    write_all(app, table, &p, "digits");
    add_grain(&p, app->seed);
    write_all(app, table, &p, "grain");
    free(p.grey);
}
