// The decision rule by which a computed share of following is compared with what a paper says (theory, section 9).
#pragma once

#include "casus/base/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace casus::replicate {

enum class Verdict : std::size_t { Follow, Hedge, Deviate };

inline constexpr std::array verdicts{Verdict::Follow, Verdict::Hedge, Verdict::Deviate};

/// Fixed before any result: at least 0.6 follows, at most 0.4 deviates, between is hedging.
inline constexpr double follows_from = 0.6;
inline constexpr double deviates_to = 0.4;

[[nodiscard]] Verdict decide(double share_of_following);

/// "follow", "hedge", "deviate", as files have it.
[[nodiscard]] std::string_view key(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_named(std::string_view key);
[[nodiscard]] Text name(Verdict verdict);

} // namespace casus::replicate
