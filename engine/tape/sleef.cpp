// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/sleef.h"

#include "engine/tape/special.h"

// Its functions of one number at a time, which give what those of eight give. (Its header declares them only for a compiler that may
// use fused multiply-adds throughout.)
#ifdef BACKSTEP_SLEEF
extern "C" {
#define FUNCTION(name, accuracy, other)                 \
    float Sleef_##name##f1_##accuracy##purecfma(float); \
    double Sleef_##name##d1_##accuracy##purecfma(double);
#define FUNCTION2(name, accuracy, other)                       \
    float Sleef_##name##f1_##accuracy##purecfma(float, float); \
    double Sleef_##name##d1_##accuracy##purecfma(double, double);
#include "engine/tape/sleef.def"
}
#endif

namespace backstep {
namespace {

#ifndef BACKSTEP_SLEEF
bool canServe() { return false; }
#elif defined(__x86_64__)
bool canServe() { return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0; }
#else
bool canServe() { return true; }
#endif

const bool kServes = canServe();

}  // namespace

bool Sleef::serves() { return kServes; }

#ifdef BACKSTEP_SLEEF
#define CHOSEN(function, other, ...) (kServes ? function(__VA_ARGS__) : other(__VA_ARGS__))
#else
#define CHOSEN(function, other, ...) other(__VA_ARGS__)
#endif
#define FUNCTION(name, accuracy, other)                                                            \
    float Sleef::name(float x) { return CHOSEN(Sleef_##name##f1_##accuracy##purecfma, other, x); } \
    double Sleef::name(double x) { return CHOSEN(Sleef_##name##d1_##accuracy##purecfma, other, x); }
#define FUNCTION2(name, accuracy, other)                                                                       \
    float Sleef::name(float x, float y) { return CHOSEN(Sleef_##name##f1_##accuracy##purecfma, other, x, y); } \
    double Sleef::name(double x, double y) { return CHOSEN(Sleef_##name##d1_##accuracy##purecfma, other, x, y); }
#include "engine/tape/sleef.def"

}  // namespace backstep
