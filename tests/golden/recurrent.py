"""Writes recurrent.tsv: what PyTorch computes in double precision for RNN, GRU and LSTM over sequences of
different lengths, and, by the equations of ONNX's operator pages, from weights as an ONNX file has them.

    python3 tests/golden/recurrent.py > tests/golden/recurrent.tsv          (made with PyTorch 2.13)

A line is as in kernels.tsv. A case called rnn, gru or lstm has PyTorch's own names and layouts; one called
onnx_rnn, onnx_gru or onnx_lstm has those of https://onnx.ai/onnx/operators (layout 0: X [T, N, D]).
"""
import torch
from cases import case, given

torch.manual_seed(11)


def padded(module, x, state, lengths):
    """y [N, T, H], 0 past each length, and the state there; a length of 0 leaves the state as it was."""
    ys, lasts = [], []
    for n, length in enumerate(lengths):
        begin = tuple(s[n:n + 1].unsqueeze(0) for s in state)
        y, last = x.new_zeros(x.shape[1], module.hidden_size), begin
        if length:
            out, last = module(x[n:n + 1, :length], begin if len(begin) > 1 else begin[0])
            last = last if isinstance(last, tuple) else (last,)
            y = torch.cat((out[0], y[length:]))
        ys.append(y)
        lasts.append(torch.cat([s[0, 0] for s in last]))
    return torch.stack(ys), torch.stack(lasts)


def recurrent(name, kind, n, t, d, h, lengths):
    module = kind(d, h, batch_first=True)
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(given(*p.shape))
    states = 2 if kind is torch.nn.LSTM else 1
    x = given(n, t, d).requires_grad_()
    state = [given(n, h).requires_grad_() for _ in range(states)]
    y, last = padded(module, x, state, lengths)
    dy = given(n, t, h)
    weights = {k.removesuffix("_l0"): p for k, p in module.named_parameters()}
    found = torch.autograd.grad(y, [x, *state, *weights.values()], dy)
    slopes = dict(zip(["x", *[f"s{i}" for i in range(states)], *weights], found))
    case(name, lengths=lengths, x=x, start=torch.cat(state, 1), **weights, y=y, last=last, dy=dy,
         dx=slopes["x"], dstart=torch.cat([slopes[f"s{i}"] for i in range(states)], 1),
         **{"d" + k: slopes[k] for k in weights})


def onnx(name, gates, t, n, d, h, lengths, step):
    """Straight from the operator's equations: W [1, G H, D], R [1, G H, H], B [1, 2 G H], gates in ONNX's order."""
    x, w, r, b = given(t, n, d), given(1, gates * h, d), given(1, gates * h, h), given(1, 2 * gates * h)
    state = [given(1, n, h) for _ in range(2 if name == "lstm" else 1)]
    y, now = torch.zeros(t, 1, n, h), [s[0].clone() for s in state]
    for k in range(t):
        new = step([x[k] @ m.T for m in w[0].split(h)], [m.T for m in r[0].split(h)],
                   b[0].split(h)[:gates], b[0].split(h)[gates:], *now)
        for i in range(n):
            if k < lengths[i]:
                for old, fresh in zip(now, new):
                    old[i] = fresh[i]
                y[k, 0, i] = new[0][i]
    ends = dict(zip(("Y_h", "Y_c"), now))
    starts = dict(zip(("initial_h", "initial_c"), state))
    case("onnx_" + name, X=x, W=w, R=r, B=b, sequence_lens=lengths, **starts, Y=y,
         **{k: v.unsqueeze(0) for k, v in ends.items()})


def rnn_step(x, r, wb, rb, h):
    return torch.tanh(x[0] + h @ r[0] + wb[0] + rb[0]),


def gru_step(x, r, wb, rb, h):                      # z, r, h; linear_before_reset = 1
    z = torch.sigmoid(x[0] + h @ r[0] + wb[0] + rb[0])
    reset = torch.sigmoid(x[1] + h @ r[1] + wb[1] + rb[1])
    hidden = torch.tanh(x[2] + reset * (h @ r[2] + rb[2]) + wb[2])
    return (1 - z) * hidden + z * h,


def lstm_step(x, r, wb, rb, h, c):                  # i, o, f, c
    i, o, f = (torch.sigmoid(x[k] + h @ r[k] + wb[k] + rb[k]) for k in range(3))
    c = f * c + i * torch.tanh(x[3] + h @ r[3] + wb[3] + rb[3])
    return o * torch.tanh(c), c


for name, kind in ("rnn", torch.nn.RNN), ("gru", torch.nn.GRU), ("lstm", torch.nn.LSTM):
    recurrent(name, kind, 3, 5, 4, 6, [5, 2, 4])
    recurrent(name, kind, 9, 4, 3, 17, [4, 0, 1, 3, 4, 2, 0, 4, 1])
onnx("rnn", 1, 5, 3, 4, 6, [2, 5, 0], rnn_step)
onnx("gru", 3, 5, 3, 4, 6, [2, 5, 0], gru_step)
onnx("lstm", 4, 5, 3, 4, 6, [2, 5, 0], lstm_step)
