#include "help_layout.hpp"

#include "casus/report/wrap.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace casus::app {

namespace {

constexpr int columns = 100;

}

HelpLayout::HelpLayout(Language language) : language_(language) { column_width(22); }

std::string HelpLayout::make_description(CLI::App const* app) const { return app->get_description() + "\n\n"; }

std::string HelpLayout::make_usage(CLI::App const* app, std::string name) const {
    std::string line = say({"Usage: ", "用法："}) + name;
    if (!app->get_subcommands([](CLI::App const*) { return true; }).empty()) line += say({" VERB", " 命令"});
    line += say({" [OPTIONS]", " [选项]"});
    for (CLI::Option const* const argument : app->get_options([](CLI::Option const* o) { return o->get_positional(); }))
        line += " " + make_option_name(argument, true);
    return line + "\n";
}

std::string HelpLayout::make_group(std::string group, bool positional, std::vector<CLI::Option const*> options) const {
    if (positional) group = say({"Arguments", "参数"});
    if (group == "Options") group = say({"Options", "选项"});
    return CLI::Formatter::make_group(group, positional, std::move(options));
}

std::string HelpLayout::make_option_opts(CLI::Option const* option) const {
    return option->get_type_name().empty() ? std::string{} : " " + option->get_type_name();
}

std::string HelpLayout::make_option_desc(CLI::Option const* option) const {
    std::string description = option->get_description();
    if (!option->get_default_str().empty())
        description += say({" (default ", "（默认 "}) + option->get_default_str() + say({")", "）"});
    // CLI11 indents what stands after a line end.
    return fmt::format("{}",
                       fmt::join(report::wrap(description, columns - static_cast<int>(get_column_width())), "\n"));
}

} // namespace casus::app
