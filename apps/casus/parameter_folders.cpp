#include "parameter_folders.hpp"

namespace casus::app {

std::vector<std::filesystem::path> parameter_folders() {
    std::error_code ignored;
    std::filesystem::path const program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    return {program / "../share/casus/params", program / "../../params", program / "params"};
}

} // namespace casus::app
