// For tests: spells that a formula makes, the same here and in R:
//
//   i <- 1:n; u <- function(a) (i * a) %% 1
//   x1 <- u(0.6180339887498949); x2 <- as.integer(u(0.4142135623730951) > 0.5)
//   v3 <- u(0.7320508075688772); x3 <- log((v3 + 0.001) / (1.001 - v3))
//   g <- floor(40 * u(0.2360679774997898)); s <- floor(3 * u(0.8284271247461903))
//   w <- 0.5 + u(0.6457513110645906); o <- u(0.3166247903553998) - 0.5
//   exact <- 5 * exp(0.5 - 0.8 * x1 + 0.5 * x2 - 0.2 * x3) * (-log(1 - 0.999 * u(0.8729833462074170)))^(1 / 1.3)
//   censored <- 1 + 25 * u(0.1231056256176606)
//   event <- as.integer(exact <= censored); time <- pmin(exact, censored)
//   stop <- ceiling(time); start <- floor(stop * u(0.3588989435406740))
//   cause <- event * (1 + (u(0.5677643628300215) > 0.6))
#pragma once

#include "casus/estimate/spells.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace casus::estimate {

struct MadeUpSpells {
    std::vector<double> x1, x2, x3, w, o, time, stop, start;
    std::vector<std::uint32_t> g, s;
    std::vector<std::uint8_t> event, cause;

    explicit MadeUpSpells(std::size_t n) {
        for (std::size_t row = 1; row <= n; ++row) {
            auto const u = [&](double a) { return std::fmod(static_cast<double>(row) * a, 1.0); };
            x1.push_back(u(0.6180339887498949));
            x2.push_back(u(0.4142135623730951) > 0.5 ? 1.0 : 0.0);
            double const v3 = u(0.7320508075688772);
            x3.push_back(std::log((v3 + 0.001) / (1.001 - v3)));
            g.push_back(static_cast<std::uint32_t>(40.0 * u(0.2360679774997898)));
            s.push_back(static_cast<std::uint32_t>(3.0 * u(0.8284271247461903)));
            w.push_back(0.5 + u(0.6457513110645906));
            o.push_back(u(0.3166247903553998) - 0.5);
            double const drawn = -std::log(1.0 - 0.999 * u(0.8729833462074170));
            double const exact =
                5.0 * std::exp(0.5 - 0.8 * x1.back() + 0.5 * x2.back() - 0.2 * x3.back()) * std::pow(drawn, 1.0 / 1.3);
            double const censored = 1.0 + 25.0 * u(0.1231056256176606);
            event.push_back(exact <= censored ? 1 : 0);
            time.push_back(std::min(exact, censored));
            stop.push_back(std::ceil(time.back()));
            start.push_back(std::floor(stop.back() * u(0.3588989435406740)));
            cause.push_back(event.back() == 0 ? 0 : u(0.5677643628300215) > 0.6 ? 2 : 1);
        }
    }

    [[nodiscard]] std::size_t rows() const { return x1.size(); }

    /// x1, x2, x3.
    [[nodiscard]] Design design() const {
        Design made{.rows = rows(), .names = {}, .values = {}};
        made.add("x1", x1);
        made.add("x2", x2);
        made.add("x3", x3);
        return made;
    }

    [[nodiscard]] Spells spells() const { return {.stop = stop, .event = event}; }
    [[nodiscard]] Spells late_spells() const { return {.start = start, .stop = stop, .event = event}; }

    [[nodiscard]] std::string csv() const {
        std::string text = "x1,x2,x3,g,s,w,o,time,stop,start,event,cause\n";
        char line[512];
        for (std::size_t i = 0; i < rows(); ++i) {
            std::snprintf(line, sizeof line, "%.17g,%g,%.17g,%u,%u,%.17g,%.17g,%.17g,%g,%g,%d,%d\n", x1[i], x2[i],
                          x3[i], g[i], s[i], w[i], o[i], time[i], stop[i], start[i], int{event[i]}, int{cause[i]});
            text += line;
        }
        return text;
    }
};

} // namespace casus::estimate
