// sanitizer.c: AddressSanitizer and UBSan know the line, but not whose turn it is. They call these
// before their own reports.
#include "check.h"
#include "report.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)

#include <sanitizer/asan_interface.h>

static void say_where(const char *does, SimPlace place)
{
    report_kernel();
    if (sim_thread() < 0) report_place(does, place);
    else report_thread(NULL, thread_text(sim_thread()).text, does, place);
}

void __asan_on_error(void)
{
    const char *address = __asan_get_report_address();
    const SimCopy *copy = copy_under_way(address);
    bool host = sim_thread() < 0;
    if (host && !copy && !sim_is_device(address, 1)) return;   // no matter of the device's
    if (!host) report_fault("sanitizer", "%s", __asan_get_report_description());
    else if (copy) report_fault("host", "the host does not wait for a copy to this memory");
    else report_fault("host", "the host looks into the memory of the device");
    say_where(__asan_get_report_access_type() ? "writes there" : "reads there",
              place_of_code(__asan_get_report_pc()));
    if (copy) report_place("the copy was asked for", copy->place);
}

void __ubsan_get_current_report_data(const char **kind, const char **message, const char **file,
                                     unsigned *line, unsigned *column, char **address);
void __ubsan_on_report(void);
void __ubsan_on_report(void)
{
    const char *kind, *message;
    SimPlace place;
    unsigned line, column;
    char *address;
    if (sim_thread() < 0) return;
    __ubsan_get_current_report_data(&kind, &message, &place.file, &line, &column, &address);
    place.line = (int)line;
    report_fault("sanitizer", "%s", message);
    say_where("does it", place);
}

#endif
