"""Writes kernels.tsv: what PyTorch computes in double precision for every operation of common/kernels.h
but the random one (dropout) and the optimizers, which have optim.py.

    python3 tests/golden/kernels.py > tests/golden/kernels.tsv          (made with PyTorch 2.13)

A line is: operation, number of the case, tensor, shape, numbers. Images are N,H,W,C and filters KH,KW,C,F in
the file; PyTorch's N,C,H,W and F,C,KH,KW live only between `nchw` and `nhwc`. Inputs are rounded to two
decimals, so that both sides start from the same numbers. Sizes are all different and N is never 2: an
exchange of two axes cannot go unseen.
"""
import torch
import torch.nn.functional as F
from cases import case, given

torch.manual_seed(7)


def nchw(x): return x.permute(0, 3, 1, 2)
def nhwc(x): return x.permute(0, 2, 3, 1)


def gradients(y, dy, *inputs):
    """dL/dinput of each input, where dL/dy = dy."""
    return torch.autograd.grad(y, inputs, dy)


def wanted(*tensors):
    return [t.requires_grad_() for t in tensors]


def conv2d(n, h, w, c, f, kh, kw, stride=(1, 1), padding=(0, 0), bias=True):
    x, k, b = wanted(given(n, h, w, c), given(kh, kw, c, f), given(f))
    y = nhwc(F.conv2d(nchw(x), k.permute(3, 2, 0, 1), b if bias else None, stride, padding))
    dy = given(*y.shape)
    dx, dw = gradients(y, dy, x, k)
    tensors = {"b": b} if bias else {}
    case("conv2d", window=[kh, kw, *stride, *padding], x=x, w=k, **tensors, y=y, dy=dy, dx=dx, dw=dw,
         db=dy.sum((0, 1, 2)))


def windows(indices, size, stride, padding, width):
    """PyTorch's index of the winner in the image, as a place in its window."""
    i = torch.arange(indices.shape[2]).view(1, 1, -1, 1) * stride[0] - padding[0]
    j = torch.arange(indices.shape[3]).view(1, 1, 1, -1) * stride[1] - padding[1]
    return (indices // width - i) * size[1] + indices % width - j


def max_pool2d(n, h, w, c, size, stride, padding=(0, 0), low=-1.0, high=1.0):
    x, = wanted(given(n, h, w, c, low=low, high=high))
    y, at = F.max_pool2d(nchw(x), size, stride, padding, return_indices=True)
    y, winner = nhwc(y), nhwc(windows(at, size, stride, padding, w))
    dy = given(*y.shape)
    case("max_pool2d", window=[*size, *stride, *padding], x=x, y=y, winner=winner, dy=dy, dx=gradients(y, dy, x)[0])


def avg_pool2d(n, h, w, c, size, stride, padding=(0, 0)):
    x, = wanted(given(n, h, w, c, low=-2, high=-0.5))
    y = nhwc(F.avg_pool2d(nchw(x), size, stride, padding, count_include_pad=False))
    dy = given(*y.shape)
    case("avg_pool2d", window=[*size, *stride, *padding], x=x, y=y, dy=dy, dx=gradients(y, dy, x)[0])


def linear(n, d, h, bias=True):
    x, w, b = wanted(given(n, d), given(d, h), given(h))
    y = x @ w + b if bias else x @ w
    dy = given(n, h)
    dx, dw = gradients(y, dy, x, w)
    case("linear", x=x, w=w, **({"b": b} if bias else {}), y=y, dy=dy, dx=dx, dw=dw, db=dy.sum(0))


def activation(name, function, **settings):
    edges = torch.tensor([0, 1e-3, -1e-3, 0.5, -0.5, 3, -3, 8, -8, 20, -20, 40, -40])
    for x in (edges, given(3, 5, 7, low=-4, high=4)):
        x, = wanted(x.clone())
        y = function(x)
        dy = given(*x.shape)
        case(name, x=x, y=y, dy=dy, dx=gradients(y, dy, x)[0], **settings)


def batch_norm(*shape, momentum=0.1, epsilon=1e-5):
    c = shape[-1]
    x, gamma, beta = wanted(given(*shape, low=-1, high=3), given(c, low=0.5, high=2), given(c))
    mean, variance = given(c), given(c, low=0.2, high=2)
    flat = x.reshape(-1, c)
    applied = F.batch_norm(flat, mean, variance, gamma, beta, False, momentum, epsilon)
    new_mean, new_variance = mean.clone(), variance.clone()
    y = F.batch_norm(flat, new_mean, new_variance, gamma, beta, True, momentum, epsilon).reshape(shape)
    dy = given(*shape)
    dx, dgamma, dbeta = gradients(y, dy, x, gamma, beta)
    case("batch_norm", x=x, gamma=gamma, beta=beta, momentum=momentum, epsilon=epsilon, running_mean=mean,
         running_variance=variance, mean=flat.mean(0), deviation=(flat.var(0, unbiased=False) + epsilon).sqrt(),
         new_mean=new_mean, new_variance=new_variance, y=y, applied=applied.reshape(shape), dy=dy, dx=dx,
         dgamma=dgamma, dbeta=dbeta)


def softmax_cross_entropy(n, k, labels, spread=3.0, scale=0.25, z=None):
    z, = wanted(given(n, k, low=-spread, high=spread) if z is None else torch.tensor(z))
    label = torch.tensor(labels)
    loss = F.cross_entropy(z, label, ignore_index=-1, reduction="none")
    case("softmax_cross_entropy", z=z, label=label, p=z.softmax(1), loss=loss, scale=scale,
         dz=gradients(loss, torch.full((n,), scale), z)[0])


def softmax(n, k, temperature, spread=2.0):
    z, = wanted(given(n, k, low=-spread, high=spread))
    p = (z / temperature).softmax(1)
    dp = given(n, k)
    case("softmax", z=z, temperature=temperature, p=p, dp=dp, dz=gradients(p, dp, z)[0])


def squared_error(*shape, scale=0.2):
    y, = wanted(given(*shape))
    target = given(*shape)
    loss = F.mse_loss(y, target, reduction="none").reshape(shape[0], -1).mean(1)
    case("squared_error", y=y, target=target, loss=loss, scale=scale,
         dy=gradients(loss, torch.full((shape[0],), scale), y)[0])


def binary_cross_entropy(*shape, spread=3.0, scale=0.2):
    z, = wanted(given(*shape, low=-spread, high=spread))
    target = given(*shape, low=0)
    loss = F.binary_cross_entropy_with_logits(z, target, reduction="none").reshape(shape[0], -1).mean(1)
    case("binary_cross_entropy", z=z, target=target, loss=loss, scale=scale,
         dz=gradients(loss, torch.full((shape[0],), scale), z)[0])


def penalties(count, weight):
    w = given(count)
    w[1] = 0
    case("l1_penalty", w=w, **{"lambda": weight}, loss=weight * w.abs().sum(), dw=weight * w.sign())
    case("l2_penalty", w=w, **{"lambda": weight}, loss=weight / 2 * (w * w).sum(), dw=weight * w)


def concat(*leading, a, b):
    x, y = wanted(given(*leading, a), given(*leading, b))
    joined = torch.cat((x, y), -1)
    dy = given(*joined.shape)
    da, db = gradients(joined, dy, x, y)
    case("concat", a=x, b=y, y=joined, dy=dy, da=da, db=db)


def small_pieces():
    x, z = given(3, 5, 7), given(3, 5, 7)
    pixels = torch.randint(0, 256, (3, 5, 7))
    case("scale", x=x, pixels=pixels, factor=0.3, y=0.3 * x, from_pixels=0.3 * pixels)
    case("add", a=x, b=z, y=x + z)
    parts, start = given(5, 37), given(37)
    case("sum_parts", parts=parts, start=start, sum=start + parts.sum(0))
    case("sum_squares", x=x, sum=x.square().sum())


conv2d(3, 5, 6, 1, 10, 4, 2)
conv2d(4, 6, 5, 3, 10, 5, 2, stride=(2, 1), padding=(2, 1))
conv2d(3, 9, 8, 1, 4, 2, 3, stride=(3, 4))
conv2d(1, 4, 3, 5, 65, 3, 2, padding=(1, 0))
conv2d(1, 3, 5, 10, 65, 2, 1, stride=(1, 2), padding=(0, 2))
conv2d(1, 4, 3, 65, 5, 1, 2, padding=(0, 1))
conv2d(3, 1, 11, 4, 5, 1, 6, padding=(0, 3), bias=False)
conv2d(3, 5, 4, 6, 7, 5, 4)

max_pool2d(3, 6, 8, 5, (2, 2), (2, 2))
max_pool2d(3, 7, 9, 4, (3, 2), (2, 1), padding=(1, 1), low=-3, high=-1)
max_pool2d(4, 5, 11, 1, (2, 3), (3, 4))
max_pool2d(1, 3, 5, 65, (2, 3), (2, 2), padding=(1, 0), low=-3, high=-1)
avg_pool2d(3, 6, 8, 5, (2, 2), (2, 2))
avg_pool2d(3, 5, 7, 4, (3, 2), (2, 1), padding=(1, 1))
avg_pool2d(4, 5, 11, 1, (2, 3), (3, 4))

linear(3, 7, 10)
linear(1, 65, 3)
linear(5, 3, 65, bias=False)
linear(67, 9, 1)

activation("relu", F.relu)
activation("leaky_relu", lambda x: F.leaky_relu(x, 0.3), slope=0.3)
activation("sigmoid", torch.sigmoid)
activation("tanh", torch.tanh)
activation("gelu", F.gelu)

batch_norm(3, 4, 5, 7)
batch_norm(6, 19, momentum=0.25, epsilon=1e-3)
batch_norm(5, 3, 1)

softmax_cross_entropy(5, 10, [3, -1, 0, 9, 3])
softmax_cross_entropy(3, 17, [16, 2, 5], spread=200.0)
softmax_cross_entropy(1, 3, [-1])
softmax(3, 10, 1.0)
softmax(3, 65, 0.2)
softmax(5, 3, 4.0, spread=40.0)
squared_error(5, 1)
squared_error(3, 4, 7)
binary_cross_entropy(5, 1)
binary_cross_entropy(3, 7, spread=120.0)
penalties(37, 0.3)
concat(3, a=4, b=7)
concat(1, 3, 4, a=5, b=18)
small_pieces()

# Windows that reach over the edge, or do not reach it, or leave gaps; strides that do not divide.
max_pool2d(3, 6, 9, 4, (3, 3), (3, 3), padding=(1, 1), low=-3, high=-1)
max_pool2d(1, 10, 7, 3, (5, 4), (5, 4), padding=(2, 2))
max_pool2d(4, 4, 7, 1, (2, 2), (3, 3), padding=(1, 1))
max_pool2d(3, 7, 4, 17, (2, 3), (3, 3), padding=(1, 0))
avg_pool2d(3, 6, 9, 4, (3, 3), (3, 3), padding=(1, 1))
avg_pool2d(4, 4, 7, 1, (2, 2), (3, 3), padding=(1, 1))
avg_pool2d(1, 17, 16, 3, (17, 16), (17, 16))
conv2d(3, 8, 7, 2, 3, 3, 2, stride=(3, 2), padding=(1, 1))
conv2d(1, 5, 9, 3, 17, 2, 3, stride=(4, 5), padding=(1, 2))

# Logits so large that log(sum) + largest would lose log(sum); and nearly certain ones.
softmax_cross_entropy(4, 2, [0, 1, 0, 0], z=[[1e8, 1e8], [-1e8, -1e8], [100.0, 99.0], [99.0, 100.0]])
softmax_cross_entropy(3, 5, [2, 4, 0], z=[[1e6, 1e6, 1e6, 1e6, 1e6], [7, 1e4, -3, 0, 1e4], [-70, -70, -71, -72, -73]])
