// Files read whole and written by rename, so that a kill at any time leaves the old file or the new one.
#pragma once

#include "casus/base/text.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace casus {

/// Bytes of a file; an Error that names the path and the reason when it cannot be read.
[[nodiscard]] std::string read_file(std::filesystem::path const& path);

/// A file that is written piece by piece beside `path` and takes its place when it is finished. Errors name `path` and
/// the reason; without finish() nothing remains.
class FileWriter {
public:
    explicit FileWriter(std::filesystem::path path);
    ~FileWriter();
    FileWriter(FileWriter const&) = delete;
    FileWriter& operator=(FileWriter const&) = delete;

    void write(std::string_view piece);
    void finish(); ///< syncs and renames; once, and last

private:
    struct Making;
    std::filesystem::path path_;
    std::unique_ptr<Making> making_;
};

/// Writes beside `path`, syncs, and renames over it. An Error (and no trace) when that fails.
void write_file(std::filesystem::path const& path, std::string_view content);

/// SHA-256 of bytes, 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Why a call of the system failed, from errno: the system's words, and the commonest of them in Chinese.
[[nodiscard]] Text reason_of(int error_number);

} // namespace casus
