/* sanitized.h: how many of many sizes are tried. A sanitizer sees a step past a buffer in any of
 * them, at several times the cost; the others are for the values.
 */
#ifndef SANITIZED_H
#define SANITIZED_H

#if defined(__SANITIZE_ADDRESS__) || defined(SANITIZED)
#define usual_or_sanitized(usual, sanitized) (sanitized)
#else
#define usual_or_sanitized(usual, sanitized) (usual)
#endif

#endif
