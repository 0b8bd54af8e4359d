execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit)
    set(commit "unknown")
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#pragma once

namespace casus {
inline constexpr char const* program_version = "@VERSION@";
inline constexpr char const* git_commit = "@commit@";
inline constexpr char const* compiler = "@COMPILER@";
} // namespace casus
]] @ONLY)
