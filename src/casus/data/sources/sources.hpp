// One function for each published data set; the file of the same name says what Casus knows of it.
#pragma once

#include "casus/data/source.hpp"

namespace casus::data::sources {} // namespace casus::data::sources
