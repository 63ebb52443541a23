"""What the scripts of golden values share: inputs of two decimals, and a line a tensor: operation, number of
the case, tensor, shape, numbers. Everything is in double precision.
"""
import torch

torch.set_default_dtype(torch.float64)
cases = {}


def given(*shape, low=-1.0, high=1.0):
    return ((torch.rand(*shape) * (high - low) + low) * 100).round() / 100


def case(operation, **tensors):
    number = cases[operation] = cases.get(operation, -1) + 1
    for name, value in tensors.items():
        value = torch.as_tensor(value).detach()
        shape = ",".join(map(str, value.shape)) or "1"
        text = " ".join(f"{v:.9g}" for v in value.flatten().tolist())
        print(operation, number, name, shape, text, sep="\t")
