/* encoder.h: the columns of a table made the numbers that a network reads, by what the training
 * rows say.
 *
 * A number is one feature, less the training mean and over the training deviation where that is
 * asked. A category is one feature a level that the training rows have (one-hot): 1 for the level
 * of the row, else 0. A missing number takes the training mean, a missing category the most
 * frequent level or a level of its own. The same encoder turns any other rows into features of the
 * same meaning in the same places, so that nothing of them leaks into training.
 *
 * Memory   encoder_free frees what encoder_fit made; tensors and tables are the caller's.
 * Errors   A column that is not there, or holds words for numbers; a value missing where that is
 *          refused; a level that the training rows do not have: false, and the line, the column,
 *          what is known.
 */
#ifndef ENCODER_H
#define ENCODER_H

#include "csv.h"
#include "standardise.h"

typedef enum MissingRule {
    MISSING_REFUSED,
    MISSING_FILLED,        // the training mean, the most frequent level
    MISSING_IS_LEVEL       // the training mean, a level of its own where training rows lack values
} MissingRule;
typedef struct EncoderOptions {
    bool scale;            // numbers to mean 0 and deviation 1; otherwise they stay as they are
    bool scale_levels;     // the features of categories, too; otherwise they stay 0 and 1
    MissingRule missing;
    bool unseen_is_zero;   // a level that the training rows do not have is all zeros, not an error
    bool drop_first;       // no feature for the first level: a category's features and a bias
                           // do not depend on each other then, as the normal equation needs
} EncoderOptions;

typedef struct EncodedColumn {
    char *name;
    ColumnKind kind;
    char **level;          // [levels], of the training rows, sorted
    int levels;
    int usual;             // the most frequent one, of equally frequent ones the first
    bool missing_level;    // one more feature, behind those of the levels
    int first, width;      // its features
} EncodedColumn;
typedef struct Encoder {
    EncoderOptions options;
    int columns, features;
    EncodedColumn *column;
    char **feature;        // [features] names: "sqft_living", "zipcode=98103", "zipcode=(missing)"
    Standardiser numbers;  // [features]; mean 0 and deviation 1 for a level that is not scaled
} Encoder;

bool encoder_fit(Encoder *out, const Csv *train, const char *const *names, int count,
                 EncoderOptions, Error *);
void encoder_free(Encoder *);

bool encoder_apply(Tensor *out, const Encoder *, const Csv *, Error *);   // REAL [rows, features]

// A table of one row from "sqft_living=2000 bedrooms=3 zipcode=98103". A name that is unknown, or
// there twice, is refused. What is not named takes the training mean or the most frequent level,
// and a remark says so.
bool encoder_row(Csv *out, const Encoder *, const char *text, Error *);

// Saved with the network: a statistic NAME.FEATURE for each feature, mean and deviation as TwoReals
// (standardise.h), so that a network of other columns or other levels is refused by the name of
// what differs. What is recalled replaces what encoder_fit has found; true if all of it is the
// same, as it is where the training rows are.
void encoder_keep(const Encoder *, Params *, const char *name);
bool encoder_recall(Encoder *, const Params *, const char *name);

#endif
