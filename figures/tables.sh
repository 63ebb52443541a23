#!/bin/sh
# tables.sh: names the tables that a figure reads: what it calls table("race"); of a schematic also those of what it
# draws, grids or a network.
#
#     sh figures/tables.sh figures/ch07-window.gp
set -eu
calls() { grep -qE "(^|[^a-z_])($1)\(" "$script"; }

script=$1
grep -o 'table("[a-z0-9-]*")' "$script" | cut -d '"' -f 2
grep -q 'figures/schematic\.gp' "$script" || exit 0
! calls 'grid|marked|cell|largest' || echo grids
! calls 'nodes|edges' || echo nodes
! calls edges || echo edges
