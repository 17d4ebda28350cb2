// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// TVAR_EXPORT marks what crosses the boundary of the shared library. Everything else is compiled with
/// hidden visibility, and a test compares the exported symbols with the namespace.
#pragma once

#if defined(__GNUC__) || defined(__clang__)
#define TVAR_EXPORT __attribute__((visibility("default")))
#else
#define TVAR_EXPORT
#endif
