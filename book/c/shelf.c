// shelf.c: the program whose report exercise 00-03 is about.
#include <stdio.h>
#include <stdlib.h>

static float *prices_new(int count)
{
    float *price = malloc((size_t)count * sizeof *price);
    for (int i = 0; i < count; i++) price[i] = 10.0f * (float)i;
    return price;
}

static float price_of(const float *price, int which)
{
    return price[which];
}

static void prices_free(float *price)
{
    free(price);
}

int main(void)
{
    float *price = prices_new(5);
    prices_free(price);
    printf("%g\n", price_of(price, 3));
    return 0;
}
