/* queue.h: what the host asks of the device waits in a queue, until somebody needs a result. Then
 * all of it is done in one go.
 *
 * To ask a card for one kernel costs microseconds, about as much as a small network's kernel takes.
 * But a step of training asks for the same kernels with the same tensors as the step before; only
 * numbers differ, such as the learning rate or which numbers dropout draws. So a queue that has
 * come before is recorded as a CUDA graph, and from then on the whole of it is two launches: one
 * that tells the numbers, and the graph.
 *
 *     first time     each call is run, one after the other
 *     second time    the calls are recorded, and the recording is run
 *     later          the numbers are told, and the recording is run
 *
 * Nobody says what a step is: a full batch, the smaller batch at an epoch's end, a prediction, each
 * is another queue and gets a recording of its own.
 *
 * The queue, like the device's table, is for one thread: a graph whose device takes the whole batch
 * cuts nothing, so nobody calls kernels from several.
 *
 * An argument that says *what* is to be done (tensors, sizes, windows) tells queues apart. A number
 * (Real, Hyper, Stream, Offset) does not, so a kernel that takes one takes a Number (cuda.h).
 */
#ifndef CUDA_QUEUE_H
#define CUDA_QUEUE_H

#include <new>
#include <tuple>

#include "cuda.h"

namespace card {

typedef void Runner(const void *call);

// Room for a call of this size at the queue's end, and what it is called where it fails.
void *queue_call(const char *name, Runner *run, size_t size);
void queue_what(const void *bytes, size_t size);      // tells this queue from others
void queue_number(const void *bytes, size_t size);    // does not
void queue_run(void);                                 // all that waits; it does not wait for it

/* How an argument waits: by its value; of a tensor the shape and the address, not the numbers. */

template <class T> struct Waiting {
    T value;
    explicit Waiting(T v) : value(v) { queue_what(&value, sizeof value); }
    T get() const { return value; }
};

template <class T> struct WaitingNumber {
    T value;
    explicit WaitingNumber(T v) : value(v) { queue_number(&value, sizeof value); }
    T get() const { return value; }
};
template <> struct Waiting<Real> : WaitingNumber<Real> { using WaitingNumber::WaitingNumber; };
template <> struct Waiting<Hyper> : WaitingNumber<Hyper> { using WaitingNumber::WaitingNumber; };
template <> struct Waiting<Stream> : WaitingNumber<Stream> { using WaitingNumber::WaitingNumber; };
template <> struct Waiting<Offset> : WaitingNumber<Offset> { using WaitingNumber::WaitingNumber; };

struct WaitingTensor {
    Tensor value;
    bool given;
    explicit WaitingTensor(const Tensor *t) : value(), given(t != NULL)
    {
        if (t) value = *t;
        queue_what(&given, sizeof given);
        queue_what(&value.shape, sizeof value.shape);
        queue_what(&value.type, sizeof value.type);
        queue_what(&value.data, sizeof value.data);
    }
    Tensor *get() const { return given ? const_cast<Tensor *>(&value) : NULL; }
};
template <> struct Waiting<Tensor *> : WaitingTensor { using WaitingTensor::WaitingTensor; };
template <> struct Waiting<const Tensor *> : WaitingTensor { using WaitingTensor::WaitingTensor; };

template <> struct Waiting<const Epilogue *> {
    Epilogue value;
    bool given;
    WaitingTensor winner;
    explicit Waiting(const Epilogue *e)
        : value(), given(e != NULL), winner(e ? e->winner : NULL)
    {
        if (e) value = *e;
        queue_what(&given, sizeof given);
        queue_what(&value.relu, sizeof value.relu);
        queue_what(&value.pool, sizeof value.pool);
    }
    const Epilogue *get() const
    {
        Epilogue *mine = const_cast<Epilogue *>(&value);
        mine->winner = winner.get();
        return given ? mine : NULL;
    }
};

template <class... A> static void run_call(const void *call)
{
    typedef std::tuple<void (*)(A...), Waiting<A>...> Call;
    std::apply([](auto function, const auto &...arguments) { function(arguments.get()...); },
               *(const Call *)call);
}

// function(arguments…), later. From
//
//     later("leaky_relu_forward", leaky_relu_forward_cuda, y, x, slope)
//
// comes this at the queue's end, and nothing is done yet. What stands in brackets tells queues
// apart; the slope does not, and lies among the queue's numbers too, where a kernel is told it.
//
//     header   name, run_call, size, which of the queue's numbers are the call's
//     call     [leaky_relu_forward_cuda]
//              [shape, type, address of y]   [shape, type, address of x]   slope
//
// run_call then calls leaky_relu_forward_cuda(&y, &x, slope) with tensors of these shapes and
// addresses.
template <class... A> void later(const char *name, void (*function)(A...), A... arguments)
{
    typedef std::tuple<void (*)(A...), Waiting<A>...> Call;
    void *place = queue_call(name, run_call<A...>, sizeof(Call));
    queue_what(&function, sizeof function);
    new (place) Call{function, Waiting<A>(arguments)...};   // in this order
}

}   // namespace card

#endif
