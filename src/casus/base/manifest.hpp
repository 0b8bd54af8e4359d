// What a result was made from and with. The part that decides the answer is kept apart from the part that
// describes the run, so that answers compare byte for byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace casus {

struct HashedFile {
    std::string name;   ///< file name without folders, so that a moved checkout gives the same manifest
    std::string sha256; ///< of its bytes, hexadecimal
};

struct Manifest {
    std::string verb;
    std::string program_version;
    std::string git_commit;
    std::string compiler;
    std::vector<HashedFile> case_files;
    HashedFile parameters;
    std::string parameter_set;
    std::uint64_t seed = 0;
    std::size_t draws = 0;

    /// The run: command line, threads, start time, seconds, machine. Left out by --reproducible.
    std::vector<std::pair<std::string, std::string>> run;
};

} // namespace casus
