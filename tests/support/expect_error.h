// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Checks that a call throws tvar::Error with a code and a message that names what went wrong.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tvar/error.h"

namespace tvar::testing {

/// `part` must stand in the message.
template <class Call>
void expect_error(const Call& call, ErrorCode code, std::string_view part) {
  try {
    call();
    ADD_FAILURE() << "nothing was thrown; expected " << to_string(code);
  } catch (const Error& error) {
    EXPECT_EQ(to_string(error.code()), to_string(code)) << error.what();
    EXPECT_NE(std::string_view(error.what()).find(part), std::string_view::npos) << error.what();
  }
}

}  // namespace tvar::testing
