#include "casus/replicate/replication.hpp"

#include "casus/base/file.hpp"

#include <algorithm>

namespace casus::replicate {

namespace {

CaseUnder under(PaperCase const& paper_case, Coding const& coding, Parameters const& parameters,
                ensemble::Sampling const& sampling) {
    World const world = coded_world(paper_case, coding);
    return {judge(world, parameters), draw_verdicts(world, parameters, sampling)};
}

std::vector<Verdict> expected_words(std::vector<ReplicatedCase> const& cases) {
    std::vector<Verdict> words;
    for (ReplicatedCase const& each : cases) words.push_back(each.expected);
    return words;
}

Count count_under(std::string coder, std::vector<ReplicatedCase> const& cases, CaseUnder ReplicatedCase::*coding) {
    std::vector<Verdict> const expected = expected_words(cases);
    std::vector<Verdict> computed;
    std::vector<CodedPair> pairs;
    Count count{.coder = std::move(coder), .agree = 0, .kappa = {}, .permuted = {}};
    for (ReplicatedCase const& each : cases) {
        Verdict const verdict = (each.*coding).judged.verdict;
        computed.push_back(verdict);
        pairs.push_back({std::string(key(each.expected)), std::string(key(verdict))});
        count.agree += verdict == each.expected ? 1 : 0;
    }
    count.kappa = agreement(pairs).kappa();
    count.permuted = permute(expected, computed);
    return count;
}

void guess_trivially(Replication& replication) {
    std::vector<Verdict> const expected = expected_words(replication.cases);
    for (Verdict const verdict : verdicts) {
        auto const hits = static_cast<std::size_t>(std::ranges::count(expected, verdict));
        if (hits <= replication.trivial) continue;
        replication.trivial = hits;
        replication.trivial_word = verdict;
    }
}

void remember(std::vector<HashedFile>& files, std::vector<HashedFile> const& more) {
    for (HashedFile const& file : more)
        if (std::ranges::count(files, file.name, &HashedFile::name) == 0) files.push_back(file);
}

} // namespace

Replication replicate(std::filesystem::path const& folder, Parameters const& parameters,
                      ensemble::Sampling const& sampling) {
    Scale const scale = read_scale(folder / "scale.csv");
    std::filesystem::path const blank = folder / "coding-blank.csv";
    Coding const first = read_coding(folder / "first-coding.csv", "first", blank, scale);
    Coding const second = read_coding(folder / "second-coding.csv", "second", blank, scale);
    Coding const pooled = pool(first, second);
    PaperCases const read = read_paper_cases(folder);
    Comparisons compared = compare(folder / "comparisons.csv", parameters, sampling);

    Replication replication;
    for (PaperCase const& paper_case : read.cases)
        replication.cases.push_back({.code = paper_case.code,
                                     .title = paper_case.builder.title,
                                     .claim = paper_case.claim,
                                     .expected = paper_case.expected,
                                     .pooled = under(paper_case, pooled, parameters, sampling),
                                     .first = under(paper_case, first, parameters, sampling),
                                     .second = under(paper_case, second, parameters, sampling)});
    replication.comparisons = std::move(compared.comparisons);
    replication.counts = {count_under("pooled", replication.cases, &ReplicatedCase::pooled),
                          count_under("first", replication.cases, &ReplicatedCase::first),
                          count_under("second", replication.cases, &ReplicatedCase::second)};
    guess_trivially(replication);
    replication.coders = agreement_of(first, second, scale);
    replication.placebos = {nothing_stated(read.cases, pooled, scale, parameters),
                            codings_of_others(read.cases, pooled, parameters),
                            unnamed_allies(folder / "placebo.csv", read.cases, parameters)};
    remember(replication.files, read.files);
    for (char const* const name :
         {"scale.csv", "coding-blank.csv", "first-coding.csv", "second-coding.csv", "placebo.csv"})
        remember(replication.files, {{name, sha256(read_file(folder / name))}});
    remember(replication.files, compared.files);
    return replication;
}

} // namespace casus::replicate
