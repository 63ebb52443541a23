// The simulated plant: heat goes from the computers through process water,
// condenser water and towers into the air, and each step costs power.
#include "plant.h"

#include <math.h>

enum {
    IT,
    NETWORK,
    DRY_BULB,
    WET_BULB,
    HUMIDITY,
    ENTHALPY,
    WIND,
    WIND_FROM,
    TOWERS,
    PROCESS_PUMPS,
    CONDENSER_PUMPS,
    CHILLERS,
    DRY_COOLERS,
    PROCESS_SPEED,
    CONDENSER_SPEED,
    TOWER_WATER,
    CHILLED_WATER,
    INLET_AIR,
    INJECTION
};

const PlantInput plant_inputs[PLANT_INPUTS] = {
    [IT] = {"server load", "kW", 3000, 7000},
    [NETWORK] = {"network load", "kW", 200, 500},
    [DRY_BULB] = {"dry bulb", "°C", -2, 34},
    [WET_BULB] = {"wet bulb", "°C", -6, 34},
    [HUMIDITY] = {"humidity", "%", 30, 95},
    [ENTHALPY] = {"enthalpy", "kJ/kg", 0, 118},
    [WIND] = {"wind", "m/s", 0, 12},
    [WIND_FROM] = {"wind from", "°", 0, 360},
    [TOWERS] = {"towers", "running", 4, 8},
    [PROCESS_PUMPS] = {"process pumps", "running", 3, 6},
    [CONDENSER_PUMPS] = {"condenser pumps", "running", 3, 6},
    [CHILLERS] = {"chillers", "running", 1, 3},
    [DRY_COOLERS] = {"dry coolers", "running", 0, 2},
    [PROCESS_SPEED] = {"process pump speed", "%", 50, 100},
    [CONDENSER_SPEED] = {"condenser pump speed", "%", 50, 100},
    [TOWER_WATER] = {"tower water", "°C", 16, 28},
    [CHILLED_WATER] = {"chilled water", "°C", 12, 24},
    [INLET_AIR] = {"inlet air", "°C", 20, 28},
    [INJECTION] = {"injection valve", "%", 10, 60},
};

/* ---- Hours --------------------------------------------------------------*/

double plant_within(int k, double value)
{
    return fmin(fmax(value, plant_inputs[k].least), plant_inputs[k].most);
}

double plant_between(int k, double share)
{
    const PlantInput *p = &plant_inputs[k];
    return p->least + share * (p->most - p->least);
}

// Water in the air, by the formula of Magnus; what a wet thermometer shows,
// by a rule of thumb that is good to a degree.
static void set_weather(double *x, double dry, double humidity)
{
    double vapour =
        humidity / 100 * 0.611 * exp(17.27 * dry / (dry + 237.3));
    double water = 0.622 * vapour / (101.3 - vapour);
    x[DRY_BULB] = dry;
    x[HUMIDITY] = humidity;
    x[WET_BULB] = dry - (1 - humidity / 100) * (6.2 + 0.32 * dry);
    x[ENTHALPY] = 1.006 * dry + water * (2501 + 1.86 * dry);
}

static void set_given(double *x, Stream s, uint64_t first)
{
    double u[GIVEN];
    for (int k = 0; k < GIVEN; k++)
        u[k] = random_uniform(s, first + (uint64_t)k);
    set_weather(x, plant_between(DRY_BULB, u[0]),
                plant_between(HUMIDITY, u[1]));
    x[IT] = plant_between(IT, u[2]);
    x[NETWORK] = plant_between(NETWORK, u[3]);
    x[WIND] = plant_between(WIND, u[4] * u[5]);
    x[WIND_FROM] = plant_between(WIND_FROM, u[6]);
    // More machines run where there is more to do.
    double busy = (x[IT] - 3000) / 4000, warm = (x[DRY_BULB] + 2) / 36;
    x[TOWERS] = plant_within(TOWERS, floor(4.2 + 3 * busy + 1.5 * u[7]));
    x[PROCESS_PUMPS] =
        plant_within(PROCESS_PUMPS, floor(3.2 + 2 * busy + 1.5 * u[8]));
    x[CONDENSER_PUMPS] =
        plant_within(CONDENSER_PUMPS, floor(3.2 + 2 * busy + 1.5 * u[9]));
    x[CHILLERS] = plant_within(CHILLERS, floor(1 + 1.5 * warm + u[10]));
    x[DRY_COOLERS] = plant_within(DRY_COOLERS, floor(2.4 - 2 * warm + u[11]));
}

// Pumps by the load, water by the weather, and the mood of a shift.
static void set_settings(double *x, Stream s, uint64_t first)
{
    double busy = (x[IT] - 3000) / 4000, warm = (x[WET_BULB] + 4) / 30;
    const double rule[SETTINGS] = {0.4 + 0.4 * busy, 0.4 + 0.4 * busy,
                                   0.2 + 0.6 * warm, 0.3 + 0.2 * warm,
                                   0.35,             0.3 + 0.3 * busy};
    for (int k = 0; k < SETTINGS; k++) {
        double mood = random_normal(s, first + GIVEN + (uint64_t)k);
        x[GIVEN + k] = plant_within(
            GIVEN + k, plant_between(GIVEN + k, rule[k] + 0.22 * mood));
    }
}

static Stream hours(uint64_t seed)
{
    return (Stream){.seed = seed, .purpose = FOR_LESSON, .source = 30};
}

void plant_hour(double x[PLANT_INPUTS], uint64_t seed, uint64_t hour)
{
    uint64_t first = hour * 64;
    set_given(x, hours(seed), first);
    set_settings(x, hours(seed), first);
}

/* ---- Power, in kW -------------------------------------------------------*/

static double cubed(double v) { return v * v * v; }

// A pump at 90% of its speed draws 73% of its power. What it moves grows with
// the speed itself.
static double pumps(double running, double percent, double full)
{
    return running * full * cubed(fmax(percent, 20) / 100);
}

// Fans of the towers: the closer the water shall come to the wet bulb, the
// faster they must turn. Wind helps; at full speed the water stays warmer.
static double towers(const double *x, double heat, double *water)
{
    double help = 1 + 0.02 * x[WIND] * (1 + 0.3 * cos(x[WIND_FROM] / 57.3));
    double air = 75 * help * x[TOWERS] + 120 * x[DRY_COOLERS];
    double closest = x[WET_BULB] + heat / (1.15 * air);
    *water = fmax(x[TOWER_WATER], closest);
    double speed = heat / (air * (*water - x[WET_BULB]));
    return x[TOWERS] * 45 * cubed(speed) + x[DRY_COOLERS] * 6;
}

// The share of the heat that chillers bridge: of what the towers leave.
static double bridged(const double *x, double arriving)
{
    return 1 / (1 + exp(-(arriving - x[CHILLED_WATER]) / 2));
}

// They work the harder the higher.
static double chillers(const double *x, double heat, double arriving)
{
    double above = arriving - x[CHILLED_WATER];
    double share = bridged(x, arriving);
    double lift = 6 + fmax(above, 0) + 2 * x[CHILLERS] / 3;
    double part = share * heat * (0.6 + 0.4 * x[INJECTION] / 60);
    return part * lift / 170 + 12 * x[CHILLERS];
}

// Warm process water makes the servers' own fans race; so does warm air.
static double server_fans(const double *x, double supplied)
{
    double hot = exp((supplied - 23) / 4) + exp((x[INLET_AIR] - 25.5) / 1.8);
    return x[IT] * 0.006 * hot;
}

// Cold inlet air has to be made.
static double air_handling(const double *x)
{
    return x[IT] * 0.012 * cubed(1 + (26 - x[INLET_AIR]) / 14);
}

double plant_pue(const double x[PLANT_INPUTS])
{
    double heat = x[IT] + x[NETWORK], tower_water;
    double process = x[PROCESS_PUMPS] * fmax(x[PROCESS_SPEED], 20) / 100;
    double condenser =
        x[CONDENSER_PUMPS] * fmax(x[CONDENSER_SPEED], 20) / 100;
    double fans = towers(x, heat, &tower_water);
    double arriving = tower_water + heat / (800 * condenser);
    double chilled = chillers(x, heat, arriving);
    double cooled = arriving + (0.4 + 0.6 * x[INJECTION] / 60) *
                                   bridged(x, arriving) *
                                   (x[CHILLED_WATER] - arriving);
    double supplied = cooled + heat / (450 * process);
    double power = fans + chilled + server_fans(x, supplied) +
                   air_handling(x) +
                   pumps(x[PROCESS_PUMPS], x[PROCESS_SPEED], 40) +
                   pumps(x[CONDENSER_PUMPS], x[CONDENSER_SPEED], 40);
    return 1 + (power + 0.025 * heat) / heat;
}

double plant_reading(const double x[PLANT_INPUTS], uint64_t seed,
                     uint64_t hour)
{
    Stream noise = {.seed = seed, .purpose = FOR_LESSON, .source = 31};
    return plant_pue(x) + 0.004 * random_normal(noise, hour);
}
