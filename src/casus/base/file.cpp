#include "casus/base/file.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace casus {

namespace {

/// An Error from errno, which must still be the failed call's.
[[noreturn]] void fail(std::filesystem::path const& path, char const* what_en, char const* what_zh) {
    Text const why = reason_of(errno);
    throw Error(Problem{.place = {.file = path.string()},
                        .what = {fmt::format("{} ({})", what_en, why.en), fmt::format("{}（{}）", what_zh, why.zh)}});
}

[[noreturn]] void fail_to_read(std::filesystem::path const& path) { fail(path, "cannot be read", "无法读取"); }
[[noreturn]] void fail_to_write(std::filesystem::path const& path) { fail(path, "cannot be written", "无法写入"); }

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] bool close() {
        int const number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

private:
    int number_;
};

/// A new file beside the one to be written; removed unless it was renamed.
class NewFile {
public:
    explicit NewFile(std::filesystem::path const& beside) {
        static std::atomic<unsigned> serial{0};
        do {
            path_ =
                beside.parent_path() / fmt::format(".{}.{}-{}.part", beside.filename().string(), ::getpid(), serial++);
            number_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (number_ < 0 && errno == EEXIST);
        made_ = number_ >= 0;
    }
    ~NewFile() {
        if (made_) ::unlink(path_.c_str());
    }
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool rename_to(std::filesystem::path const& path) {
        if (::rename(path_.c_str(), path.c_str()) != 0) return false;
        made_ = false;
        return true;
    }

private:
    std::filesystem::path path_;
    int number_ = -1;
    bool made_ = false;
};

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        ssize_t const written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Text reason_of(int error_number) {
    std::string const english = std::generic_category().message(error_number);
    switch (error_number) {
    case ENOENT:
        return {english, "没有这个文件或文件夹"};
    case EACCES:
    case EPERM:
        return {english, "没有权限"};
    case EISDIR:
        return {english, "是文件夹"};
    case ENOTDIR:
        return {english, "路径中有一段不是文件夹"};
    case ENOSPC:
        return {english, "磁盘已满"};
    case EDQUOT:
        return {english, "磁盘配额已用完"};
    case EFBIG:
        return {english, "文件太大"};
    case EIO:
        return {english, "设备读写出错"};
    case EROFS:
        return {english, "只读的文件系统"};
    default:
        return {english, english};
    }
}

std::string read_file(std::filesystem::path const& path) {
    Descriptor const source(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!source.is_open()) fail_to_read(path);
    std::string content;
    std::array<char, 1 << 16> buffer;
    for (;;) {
        ssize_t const got = ::read(source.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_to_read(path);
        if (got == 0) return content;
        content.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

struct FileWriter::Making {
    explicit Making(std::filesystem::path const& path) {
        struct stat old {};
        bool const exists = ::stat(path.c_str(), &old) == 0;
        if (exists && !S_ISREG(old.st_mode)) {
            descriptor.emplace(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        } else {
            // Through a symbolic link: the file it names is replaced, not the link.
            target = exists ? std::filesystem::canonical(path) : path;
            descriptor.emplace(file.emplace(target).number());
        }
        if (!descriptor->is_open()) fail_to_write(path);
        if (file && exists && ::fchmod(descriptor->number(), old.st_mode & 07777) != 0) fail_to_write(path);
    }

    [[nodiscard]] bool finish() {
        if (!file) return descriptor->close();
        return ::fsync(descriptor->number()) == 0 && descriptor->close() && file->rename_to(target);
    }

    std::filesystem::path target;
    std::optional<NewFile> file; ///< nothing for devices, pipes and the like: there is nothing to rename over
    std::optional<Descriptor> descriptor;
};

FileWriter::FileWriter(std::filesystem::path path) : path_(std::move(path)), making_(std::make_unique<Making>(path_)) {}

FileWriter::~FileWriter() = default;

void FileWriter::write(std::string_view piece) {
    if (!write_all(making_->descriptor->number(), piece)) fail_to_write(path_);
}

void FileWriter::finish() {
    if (!making_->finish()) fail_to_write(path_);
}

void write_file(std::filesystem::path const& path, std::string_view content) {
    FileWriter file(path);
    file.write(content);
    file.finish();
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("libcrypto has no SHA-256");
    std::string digits;
    for (unsigned char const byte : digest) digits += fmt::format("{:02x}", byte);
    return digits;
}

} // namespace casus
