// planted.cu: without an argument the names, with a name that kernel.
#include "planted.h"

#include <string.h>

int main(int argc, char **argv)
{
    const Planted *const all[] = {barriers, warps, bounds, memory, faultless};
    for (const Planted *some : all)
        for (const Planted *p = some; p->name; p++) {
            if (argc < 2) puts(p->name);
            else if (strcmp(argv[1], p->name) == 0) return p->run(), 0;
        }
    return argc < 2 ? 0 : 2;
}
