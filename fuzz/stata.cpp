// Any bytes as a .dta file.

#include "casus/data/files/rows.hpp"
#include "casus/data/files/stata_rows.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    try {
        auto const content =
            casus::data::content_of("fuzz.dta", std::string(reinterpret_cast<char const*>(data), size));
        if (!casus::data::is_stata(content.bytes)) return 0;
        auto const rows = casus::data::open_rows(content);
        while (rows->next())
            if (rows->cells().size() != rows->header().size()) std::abort();
    } catch (casus::Error const&) { // as it should be
    }
    return 0;
}
