// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The readers that run in a process of their own, in the program tvar-reader: each leans on a large library written
/// for speed and features, and the files come from strangers. The program links these libraries; libtvar does not.
#pragma once

#include "lib/readers/reader.h"

namespace tvar::readers {

bool read_pdf(const Source& source, const Output& output);
bool read_docx(const Source& source, const Output& output);
bool read_odt(const Source& source, const Output& output);
bool read_zip(const Source& source, const Output& output);
bool read_tar(const Source& source, const Output& output);
bool read_compressed(const Source& source, const Output& output);
bool read_eml(const Source& source, const Output& output);
bool read_mbox(const Source& source, const Output& output);

}  // namespace tvar::readers
