// Made by tests/golden/classification.py with torch.
enum { GOLDEN_LOGITS = 9 };
static const double golden_logit[GOLDEN_LOGITS] = {-1000, -30, -2, -0.5, 0, 0.25, 3, 40, 1000};
static const double golden_loss_yes[GOLDEN_LOGITS] = {
    1000,
    30.0000000000001,
    2.12692801104297,
    0.974076984180107,
    0.693147180559945,
    0.575939419878844,
    0.0485873515737421,
    4.24835425529159e-18,
    0,
};
static const double golden_loss_no[GOLDEN_LOGITS] = {
    0,
    9.2370555648813e-14,
    0.126928011042973,
    0.474076984180107,
    0.693147180559945,
    0.825939419878844,
    3.04858735157374,
    40,
    1000,
};
static const double golden_sigmoid[GOLDEN_LOGITS] = {
    0,
    9.3576229688393e-14,
    0.119202922022118,
    0.377540668798145,
    0.5,
    0.562176500885798,
    0.952574126822433,
    1,
    1,
};
// of radius, of texture, bias
static const double golden_line[3] = {3.72200349433, 0.937407450021, -0.707567275345};
static const double golden_mean_loss = 0.255820128627;
static const double golden_area = 0.951680672269;
