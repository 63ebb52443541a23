"""Writes classification.h: what torch and Newton's method say, for tests/unit/ch03-binary-classification/test_tumours.c.

    python tests/golden/classification.py > tests/golden/classification.h

Cross-entropies from logits by torch, in double. And the likeliest line through all 569 tumours, of the mean radius
and the mean texture as they stand in the file less their means, over their deviations; a yes is malignant, which the
file codes as 0. The area under the ROC curve is counted pair by pair.
"""

import csv

import torch

torch.set_default_dtype(torch.float64)
logits = [-1000, -30, -2, -0.5, 0, 0.25, 3, 40, 1000]

with open("data/breast-cancer/breast_cancer.csv") as file:
    rows = list(csv.DictReader(file))
names = ["mean_radius", "mean_texture"]
x = torch.tensor([[float(row[name]) for name in names] for row in rows])
t = torch.tensor([1.0 if row["target"] == "0" else 0.0 for row in rows])
x = (x - x.mean(0)) / x.std(0, correction=0)
x = torch.column_stack([x, torch.ones(len(t))])
w = torch.zeros(3)
for _ in range(50):
    p = torch.sigmoid(x @ w)
    slope = x.T @ (p - t)
    bend = x.T @ (x * (p * (1 - p))[:, None])
    w = w - torch.linalg.solve(bend, slope)
z = x @ w
loss = torch.nn.functional.binary_cross_entropy_with_logits(z, t)
apart = z[t == 1][:, None] - z[t == 0][None, :]
area = ((apart > 0).sum() + (apart == 0).sum() / 2) / apart.numel()

print("// Made by tests/golden/classification.py with torch.")
print("enum { GOLDEN_LOGITS = %d };" % len(logits))
print("static const double golden_logit[GOLDEN_LOGITS] = {%s};" % ", ".join("%g" % z for z in logits))
for t1, name in ((1.0, "yes"), (0.0, "no")):
    values = [torch.nn.functional.binary_cross_entropy_with_logits(torch.tensor(float(v)), torch.tensor(t1)).item() for v in logits]
    print("static const double golden_loss_%s[GOLDEN_LOGITS] = {" % name)
    for value in values:
        print("    %.15g," % value)
    print("};")
print("static const double golden_sigmoid[GOLDEN_LOGITS] = {")
for v in logits:
    print("    %.15g," % torch.sigmoid(torch.tensor(float(v))).item())
print("};")
print("// of radius, of texture, bias")
print("static const double golden_line[3] = {%s};" % ", ".join("%.12g" % v for v in w))
print("static const double golden_mean_loss = %.12g;" % loss)
print("static const double golden_area = %.12g;" % area)
