// Made by tests/golden/regression.py with numpy.
enum { GOLDEN_INPUTS = 10 };
static const double golden_weights[GOLDEN_INPUTS + 1] = {
    -36.2008778067,
    36.149136942,
    156.539256871,
    -10.6210748912,
    13.0651593564,
    49.8470076943,
    34.82435637,
    11.6928805131,
    146.116529295,
    -106.416176058,
    540.088141767,
};
static const double golden_error = 216.507877439;   // root of the mean square
