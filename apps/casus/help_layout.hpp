// How the help is laid out, in the language of the call.
#pragma once

#include "casus/base/text.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace casus::app {

class HelpLayout : public CLI::Formatter {
public:
    explicit HelpLayout(Language language);

    [[nodiscard]] std::string make_description(CLI::App const* app) const override;
    [[nodiscard]] std::string make_usage(CLI::App const* app, std::string name) const override;
    [[nodiscard]] std::string make_group(std::string group, bool positional,
                                         std::vector<CLI::Option const*> options) const override;
    [[nodiscard]] std::string make_option_opts(CLI::Option const* option) const override;
    [[nodiscard]] std::string make_option_desc(CLI::Option const* option) const override;

private:
    [[nodiscard]] std::string const& say(Text const& text) const { return text.in(language_); }

    Language language_;
};

} // namespace casus::app
