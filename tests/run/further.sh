#!/bin/sh
# further.sh: chapter 7's further experiments, on few digits and names, inside bounds that do not depend on
# how well such a small network has learned.
. tests/further.sh

lines() { [ "$(wc -l <"$results/$1.tsv")" -eq "$2" ] || fail "$1.tsv has $(wc -l <"$results/$1.tsv") lines, not $2"; }

# A unit sees 5 x 5 pixels, and what lies between the layers widens it: 2 (k - 1) more after a pooling by 2.
between receptive_conv1 5 5
between receptive_pool1 6 6
between receptive_conv2 14 14
between receptive_pool2 16 16
between receptive_inner_share 0.2 0.9

lines statements 7
between statement_local 25 25
between statement_shared 784 784
between statement_equivariant 0 1e-5
between statement_hierarchy 16 16
between statement_tolerant 0.1 1
between statement_few 1887 1889            # (785 * 25088 + 6273 * 12544) / (832 + 51264)

# Where all classes get the same score, each is as likely as the nine others.
between failure_equal_first_loss 2.3025 2.3027
between failure_none 0.2 1
between failure_equal_apart 0 0
between shuffle_cnn 0.2 1
between patches_by_chance 2 4

between race_conv1_difference 0 1e-4
between race_conv2_difference 0 1e-4
lines race 13

between occlusion_fragile 0.01 1
lines occlusion 3921                       # 5 digits of 784 places
lines batch-norm-accuracy 5
lines augmentation 6
between augmentation_off 0.2 1
between augmentation_on 0.2 1
between patches_same_class 0.12 1          # 1 of 9 at least
between names_ceiling 0.9 1
between names_largest_class 0.2 0.4
between names_accuracy "$(metric names_largest_class)" "$(metric names_ceiling)"

# Both networks start from the same pixels.
[ "$(metric layers_dense_pixels)" = "$(metric layers_cnn_pixels)" ] || fail "pixels differ from pixels"

# Patches come strongest first.
awk -F '\t' 'NR > 1 { if (NR > 2 && $1 == filter && $5 > last) { print "filter " $1 " is out of order"; exit 1 } filter = $1; last = $5 }' \
    "$results/patches.tsv" || exit 1
