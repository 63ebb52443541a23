/* fruit.h: the boxes of fruit that the chapter begins with. Sizes are in
 * centimetres, a colour is how red an apple is, from 0, green, to 3.
 */
#ifndef FRUIT_H
#define FRUIT_H

enum { TANGERINES = 8, APPLES = 8 };

extern const float tangerine_size[TANGERINES];
extern const int tangerine_ripe[TANGERINES];

typedef struct Box {
    const char *name;
    float size[APPLES], colour[APPLES];
    int ripe[APPLES];
} Box;
// The first is learned from. In the second lie large apples that are not red.
extern const Box training_box, new_box;

// The coded rule.
int tangerine_is_ripe(float size);

#endif
