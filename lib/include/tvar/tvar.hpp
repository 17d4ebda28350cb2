// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The whole public API. Start with index_writer.h and searcher.h; each header begins with an example.
#pragma once

#include "tvar/analyzer.h"
#include "tvar/document.h"
#include "tvar/error.h"
#include "tvar/export.h"
#include "tvar/facts.h"
#include "tvar/index_writer.h"
#include "tvar/maintenance.h"
#include "tvar/organization.h"
#include "tvar/query.h"
#include "tvar/reader.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"
#include "tvar/stemmer.h"
#include "tvar/suggestion.h"
#include "tvar/text_range.h"
#include "tvar/version.h"
#include "tvar/watch.h"
