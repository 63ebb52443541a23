"""Writes optim.h: what PyTorch's optimizers and schedules give, for tests/unit/test_optim.c.

    python tests/golden/optim.py > tests/golden/optim.h

Two parameters, a weight of 13 numbers and a bias of 3, take ten steps. Values and gradients are fractions
of powers of two, so that C computes the very same ones; some gradients are zero and their sizes differ
by a factor of 4096, so that no step is like another.
"""

import torch
from torch.optim import lr_scheduler

STEPS, SHOWN = 10, (1, 3, 10)
WEIGHTS, BIASES = 13, 3
torch.set_default_dtype(torch.float64)


def value(i):
    return ((i * 29) % 53 - 26) / 32


def gradient(i, step):
    return ((i * 37 + step * 101) % 61 - 30) / 16 * 2.0 ** (4 * ((i + step) % 4) - 8)


def numbers(name, rows):
    text = ",\n".join("    " + ", ".join(f"{x:.17g}" for x in rows[i : i + 4]) for i in range(0, len(rows), 4))
    print(f"static const double {name}[] = {{\n{text},\n}};\n")


def train(name, make, clip=None):
    weight = torch.tensor([value(i) for i in range(WEIGHTS)], requires_grad=True)
    bias = torch.tensor([value(WEIGHTS + i) for i in range(BIASES)], requires_grad=True)
    optimizer = make(weight, bias)
    shown, norms = [], []
    for step in range(1, STEPS + 1):
        weight.grad = torch.tensor([gradient(i, step) for i in range(WEIGHTS)])
        bias.grad = torch.tensor([gradient(WEIGHTS + i, step) for i in range(BIASES)])
        if clip:
            norms.append(torch.nn.utils.clip_grad_norm_([weight, bias], clip).item())
        optimizer.step()
        if step in SHOWN:
            shown += weight.tolist() + bias.tolist()
    numbers(f"golden_{name}", shown)
    if clip:
        numbers(f"golden_{name}_norms", norms)


def schedule(name, make, steps, rate=0.003):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    scheduler = make(optimizer)
    rates = []
    for step in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step + 1 < steps:
            scheduler.step()
    numbers(f"golden_{name}", rates)


optim = torch.optim
print(f"// Made by optim.py with PyTorch {torch.__version__.split('+')[0]}: after steps 1, 3 and 10, 13 weights and 3 biases.")
print("#ifndef GOLDEN_OPTIM_H\n#define GOLDEN_OPTIM_H\n")
train("sgd", lambda w, b: optim.SGD([w, b], lr=0.01))
train("momentum", lambda w, b: optim.SGD([w, b], lr=0.01, momentum=0.9))
train("nesterov", lambda w, b: optim.SGD([w, b], lr=0.01, momentum=0.9, nesterov=True))
train("adagrad", lambda w, b: optim.Adagrad([w, b], lr=0.1))
train("adadelta", lambda w, b: optim.Adadelta([w, b], lr=1.0))
train("rmsprop", lambda w, b: optim.RMSprop([w, b], lr=0.01))
train("adam", lambda w, b: optim.Adam([w, b], lr=0.01))
train("adamw", lambda w, b: optim.AdamW([{"params": [w]}, {"params": [b], "weight_decay": 0.0}], lr=0.01, weight_decay=0.1))
train("clipped", lambda w, b: optim.SGD([w, b], lr=0.1), clip=36.0)
for steps in (1, 2, 7, 10, 37, 100, 313):
    schedule(f"one_cycle_{steps}", lambda o: lr_scheduler.OneCycleLR(o, 0.003, total_steps=steps, cycle_momentum=False), steps)
schedule("cosine_41", lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=41), 41)
schedule("step_decay_20", lambda o: lr_scheduler.StepLR(o, step_size=6, gamma=0.3), 20)
schedule("warm_up_12", lambda o: lr_scheduler.LinearLR(o, start_factor=1 / 8, total_iters=7), 12)
print("#endif")
