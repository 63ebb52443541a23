"""Writes regression.h: the best line through the 21,613 sales, for tests/unit/ch02-regression/test_sales.c.

    python tests/golden/regression.py > tests/golden/regression.h

All rows, ten columns as they stand in the file (waterfront as 0 and 1), the price in thousands of USD; least
squares by numpy's singular value decomposition, which forms no normal equation. Columns are brought to mean 0 and
deviation 1 first, and what is written is per deviation, the bias last.
"""

import csv

import numpy as np

with open("data/houses/king-county.csv") as file:
    rows = list(csv.DictReader(file))
names = ["bedrooms", "bathrooms", "sqft_living", "sqft_lot", "floors", "waterfront", "view", "condition", "grade", "yr_built"]
x = np.array([[row[name] == "True" if name == "waterfront" else float(row[name]) for name in names] for row in rows])
t = np.array([float(row["price"]) for row in rows]) / 1000
x = (x - x.mean(0)) / x.std(0)
w, *_ = np.linalg.lstsq(np.column_stack([x, np.ones(len(t))]), t, rcond=None)
error = np.column_stack([x, np.ones(len(t))]) @ w - t

print("// Made by tests/golden/regression.py with numpy.")
print("enum { GOLDEN_INPUTS = %d };" % len(names))
print("static const double golden_weights[GOLDEN_INPUTS + 1] = {")
for value in w:
    print("    %.12g," % value)
print("};")
print("static const double golden_error = %.12g;   // root of the mean square" % np.sqrt((error**2).mean()))
