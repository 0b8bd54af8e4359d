// For tests: rows that a formula makes, the same here and in R:
//
//   i <- 1:n; u <- function(a) (i * a) %% 1
//   x1 <- u(0.6180339887498949); x2 <- u(0.4142135623730951); x3 <- u(0.7320508075688772)
//   g <- floor(12 * u(0.2360679774997898)); h <- floor(7 * u(0.8284271247461903))
//   w <- 0.5 + u(0.6457513110645906); o <- u(0.3166247903553998) - 0.5
//   v <- u(0.8729833462074170); e <- log((v + 0.001) / (1.001 - v))
//   t <- -0.5 + 1.5 * x1 - x2 + 0.3 * (g %% 3) + e
//   y <- 10 + 2 * t + sin(3 * g) + 0.5 * cos(5 * h)
//   one <- as.integer(t > 0.4); grade <- (t > -1) + (t > 0.2) + (t > 1.5)
//   kind <- floor(3 * u(0.1231056256176606) + 2 * one) %% 4
#pragma once

#include "casus/estimate/design.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace casus::estimate {

struct MadeUp {
    std::vector<double> x1, x2, x3, w, o, y, one, grade, kind;
    std::vector<std::uint32_t> g, h;

    explicit MadeUp(std::size_t n) {
        for (std::size_t row = 1; row <= n; ++row) {
            auto const u = [&](double a) { return std::fmod(static_cast<double>(row) * a, 1.0); };
            x1.push_back(u(0.6180339887498949));
            x2.push_back(u(0.4142135623730951));
            x3.push_back(u(0.7320508075688772));
            double const group = std::floor(12.0 * u(0.2360679774997898));
            double const other = std::floor(7.0 * u(0.8284271247461903));
            g.push_back(static_cast<std::uint32_t>(group));
            h.push_back(static_cast<std::uint32_t>(other));
            w.push_back(0.5 + u(0.6457513110645906));
            o.push_back(u(0.3166247903553998) - 0.5);
            double const v = u(0.8729833462074170);
            double const e = std::log((v + 0.001) / (1.001 - v));
            double const t = -0.5 + 1.5 * x1.back() - x2.back() + 0.3 * std::fmod(group, 3.0) + e;
            y.push_back(10.0 + 2.0 * t + std::sin(3.0 * group) + 0.5 * std::cos(5.0 * other));
            one.push_back(t > 0.4 ? 1.0 : 0.0);
            grade.push_back((t > -1.0 ? 1.0 : 0.0) + (t > 0.2 ? 1.0 : 0.0) + (t > 1.5 ? 1.0 : 0.0));
            kind.push_back(std::fmod(std::floor(3.0 * u(0.1231056256176606) + 2.0 * one.back()), 4.0));
        }
    }

    /// (Intercept), x1, x2, x3.
    [[nodiscard]] Design design() const {
        Design made{.rows = x1.size(), .names = {}, .values = {}};
        made.add("(Intercept)", std::vector<double>(x1.size(), 1.0));
        made.add("x1", x1);
        made.add("x2", x2);
        made.add("x3", x3);
        return made;
    }

    [[nodiscard]] std::string csv() const {
        std::string text = "x1,x2,x3,g,h,w,o,y,one,grade,kind\n";
        char line[512];
        for (std::size_t i = 0; i < x1.size(); ++i) {
            std::snprintf(line, sizeof line, "%.17g,%.17g,%.17g,%u,%u,%.17g,%.17g,%.17g,%g,%g,%g\n", x1[i], x2[i],
                          x3[i], g[i], h[i], w[i], o[i], y[i], one[i], grade[i], kind[i]);
            text += line;
        }
        return text;
    }
};

} // namespace casus::estimate
