// Names of states as files write them, brought to one form.
#pragma once

#include <string>
#include <string_view>

namespace casus::data {

/// The words of a name in alphabetical order: "Korea, South" and "South Korea" agree, and so do "Côte d’Ivoire" and
/// "COTE D'IVOIRE". Letter case, accents, punctuation, articles and the usual shortenings (St., Rep., Dem., &) do not
/// count. Bytes that are not UTF-8 never agree with anything. Chinese is kept as written.
[[nodiscard]] std::string name_key(std::string_view name);

/// The key without the words for a form of government ("Kingdom of Norway" → "norway", "阿富汗伊斯兰共和国" →
/// "阿富汗"); empty where nothing else is left.
[[nodiscard]] std::string key_without_government(std::string_view key);

} // namespace casus::data
