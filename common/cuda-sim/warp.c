// warp.c: 32 threads in a row are a warp, each a lane of it. Lanes meet: all that a mask names come
// to one place, tell each other a number, and go on.
#include "block.h"
#include "check.h"
#include "report.h"

static Thread *lane_of(int first, int lane)
{
    bool there = lane >= 0 && lane < SIM_WARP && first + lane < sim_block.threads;
    return there ? &sim_block.thread[first + lane] : NULL;
}

static bool named(unsigned lanes, int lane) { return lanes >> lane & 1; }

int sim_lane(void) { return sim_block.present % SIM_WARP; }

SimHeard sim_meet(const char *name, unsigned lanes, uint64_t sent, int from, SimPlace place)
{
    Block *b = &sim_block;
    if (b->present < 0) sim_fail("%s outside of a kernel, at %s:%d", name, place.file, place.line);
    if (!named(lanes, sim_lane()))
        report_wait(b->present, name, place, "It is lane %d, which the mask %#x does not name.",
                    sim_lane(), lanes);
    Thread *me = &b->thread[b->present];
    me->meeting = (Meeting){name, lanes, sent, from, {0, 0}};
    b->meeting++;
    wait_as(MEETS, place);
    return me->meeting.heard;
}

// Who has ended is not waited for, as on a card.
static Thread *missing(int first, const Thread *me)
{
    for (int lane = 0; lane < SIM_WARP; lane++) {
        Thread *t = lane_of(first, lane);
        if (!t || !named(me->meeting.lanes, lane) || t->state == ENDED) continue;
        bool here = t->state == MEETS && t->meeting.lanes == me->meeting.lanes &&
                    same_place(t->place, me->place);
        if (!here) return t;
    }
    return NULL;
}

static SimHeard heard(int first, const Thread *me)
{
    SimHeard heard = {0, 0};
    for (int lane = 0; lane < SIM_WARP; lane++) {
        const Thread *t = lane_of(first, lane);
        bool there = t && t->state != ENDED && named(me->meeting.lanes, lane);
        if (there && t->meeting.sent) heard.votes |= 1u << lane;
        if (lane != me->meeting.from) continue;
        if (!there)
            report_wait((int)(me - sim_block.thread), me->meeting.name, me->place,
                        "It wants the number of lane %d, which %s.", lane,
                        !t ? "the block does not have"
                        : t->state == ENDED ? "has ended" : "the mask does not name");
        heard.value = t->meeting.sent;
    }
    return heard;
}

// All who meet with `me` hear each other before the first goes on.
static void let_go(int first, Thread *me)
{
    unsigned lanes = 0;
    for (int lane = 0; lane < SIM_WARP; lane++) {
        Thread *t = lane_of(first, lane);
        if (!t || t->state != MEETS || !named(me->meeting.lanes, lane)) continue;
        t->meeting.heard = heard(first, t);
        lanes |= 1u << lane;
    }
    for (int lane = 0; lane < SIM_WARP; lane++)
        if (named(lanes, lane)) {
            lane_of(first, lane)->state = READY;
            sim_block.meeting--;
        }
    if (me->meeting.from < 0) check_warp(first, lanes);
}

bool let_warps_go(void)
{
    Block *b = &sim_block;
    if (b->meeting == 0) return false;
    int all = b->meeting, waits = -1;
    for (int i = 0; i < b->threads; i++) {
        Thread *me = &b->thread[i];
        if (me->state != MEETS) continue;
        if (!missing(i / SIM_WARP * SIM_WARP, me)) let_go(i / SIM_WARP * SIM_WARP, me);
        else if (waits < 0) waits = i;
    }
    if (b->meeting == all) {
        const Thread *me = &b->thread[waits];
        int absent = (int)(missing(waits / SIM_WARP * SIM_WARP, me) - b->thread);
        report_wait(waits, me->meeting.name, me->place,
                    "It waits for lane %d, thread %s, which never comes there.", absent % SIM_WARP,
                    thread_text(absent).text);
    }
    return true;
}
