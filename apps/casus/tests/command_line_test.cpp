// What the program says to mistyped words, and that its help tells the truth.
#include "running.hpp"

#include "casus/report/glyphs.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <sstream>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Words = std::vector<std::string>;

/// What the program says on standard error; nothing may be on standard output, and the status must be 2.
std::string refusal(Words const& words, Setting const& setting = {}) {
    Ran const ran = casus(words, setting);
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    return ran.err;
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

Words split(std::string const& line) {
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

TEST(CommandLine, NamesTheVerbThatWasMeant) {
    EXPECT_THAT(refusal({"asess", shipped}),
                testing::AllOf(testing::StartsWith("error: unknown verb 'asess'; expected one of assess, explain, "),
                               testing::EndsWith("; did you mean 'assess'?\n")));
    EXPECT_THAT(refusal({"spectrum"}),
                testing::AllOf(testing::StartsWith("error: unknown verb 'spectrum'; expected one of assess, "),
                               testing::Not(testing::HasSubstr("did you mean"))));
    EXPECT_THAT(refusal({"--lang", "zh", "asess"}),
                testing::AllOf(testing::StartsWith("错误：未知命令“asess”；应为下列之一：assess、explain、"),
                               testing::EndsWith("；是否想写“assess”？\n")));
}

TEST(CommandLine, NamesTheOptionThatWasMeant) {
    EXPECT_EQ(refusal({"assess", shipped, "--jsno", "x"}), "error: unknown option '--jsno'; expected an option that "
                                                           "casus assess --help lists; did you mean '--json'?\n");
    EXPECT_EQ(refusal({"assess", shipped, "--sede=3"}), "error: unknown option '--sede=3'; expected an option that "
                                                        "casus assess --help lists; did you mean '--seed'?\n");
    EXPECT_EQ(refusal({"check", shipped, "--", "--foo"}),
              "error: unknown option '--foo'; expected an option that casus check --help lists\n");
    EXPECT_EQ(refusal({"--verison"}), "error: unknown option '--verison'; expected a verb, --help, --version or "
                                      "--lang; did you mean '--version'?\n");
}

TEST(CommandLine, AsksForWhatIsMissing) {
    EXPECT_EQ(refusal({"assess"}), "error: CASE is missing; expected the case file (docs/case-format.md)\n");
    EXPECT_EQ(refusal({"assess", "--lang", "zh"}), "错误：缺少 CASE；应为案例文件（见 docs/case-format.md）\n");
    EXPECT_EQ(refusal({"explain", shipped}), "error: PATH is missing; expected alienation/ACTOR/ISSUE, "
                                             "alienation/ACTOR, alienation/hegemon, threat/ACTOR, "
                                             "dilemma/MEMBER/RIVAL, dilemma/MEMBER, dilemma/leader/ACTOR or "
                                             "dilemma/system\n");
    EXPECT_EQ(refusal({"check", ""}), "error: CASE is empty; expected the case file (docs/case-format.md)\n");
    EXPECT_EQ(refusal({"check", shipped, "--json", ""}), "error: --json is empty\n");
    EXPECT_EQ(refusal({"assess", shipped, "--json"}), "error: --json wants a value; expected --json FILE\n");
}

TEST(CommandLine, RefusesWhatIsTooMuch) {
    EXPECT_EQ(refusal({"check", shipped, shipped}), "error: one argument too many '" + shipped + "'\n");
    EXPECT_EQ(refusal({"assess", shipped, "--draws", "5", "--draws", "6"}), "error: --draws is given more than once\n");
    EXPECT_EQ(refusal({"assess", shipped, "--reproducible=no"}), "error: --reproducible takes no value\n");
    EXPECT_EQ(refusal({"assess", shipped, "--json", "-", "--html", "-"}),
              "error: --json and --html cannot both go to standard output\n");
}

TEST(CommandLine, RefusesNumbersThatAreNone) {
    std::string const draws = "; expected a whole number from 1 to 100000\n";
    for (std::string const word : {"0", "x", "1.5", "-3", "1e3", " 7", "100001", "99999999999999999999999"})
        EXPECT_EQ(refusal({"assess", shipped, "--draws", word}), "error: bad value of --draws '" + word + "'" + draws);
    for (std::string const word : {"-1", "18446744073709551616", "one"})
        EXPECT_EQ(refusal({"assess", shipped, "--seed", word}),
                  "error: bad value of --seed '" + word +
                      "'; expected a whole number from 0 to 18446744073709551615\n");
    EXPECT_EQ(refusal({"assess", shipped, "--threads", "0"}),
              "error: bad value of --threads '0'; expected a whole number from 1 to 1024\n");
    EXPECT_EQ(refusal({"assess", shipped, "--draws", "0", "--lang", "zh"}),
              "错误：--draws 的取值无效“0”；应为从 1 到 100000 的整数\n");
}

TEST(CommandLine, KnowsTwoLanguages) {
    EXPECT_EQ(refusal({"check", shipped, "--lang", "fr"}), "error: unknown language 'fr'; expected en or zh\n");
    EXPECT_EQ(refusal({"check", shipped, "--lang"}), "error: --lang wants a value; expected en or zh\n");
    EXPECT_EQ(refusal({"check", shipped, "--lang=fr"}, {.locale = "zh_CN.UTF-8"}),
              "错误：未知语言“fr”；应为en 或 zh\n");
    std::string const chinese = casus({"check", shipped, "--lang", "zh", "--reproducible"}).out;
    EXPECT_THAT(chinese, HasSubstr("案例检查：无错误"));
    EXPECT_EQ(casus({"--lang", "zh", "check", shipped, "--reproducible"}).out, chinese);
    EXPECT_EQ(casus({"--lang=zh", "check", shipped, "--reproducible"}).out, chinese);
    EXPECT_EQ(casus({"check", shipped, "--reproducible"}, {.locale = "zh_CN.UTF-8"}).out, chinese);
    EXPECT_THAT(casus({"--lang", "en", "check", shipped}, {.locale = "zh_CN.UTF-8"}).out, HasSubstr("no error"));
}

TEST(CommandLine, NamesTheCaseThatWasMeant) {
    EXPECT_EQ(refusal({"assess", "cases/us-alliance-system-2012.toml"}),
              "error: cases/us-alliance-system-2012.toml: there is no such file; did you mean "
              "'cases/us-alliance-system-2021.toml'?\n");
    EXPECT_EQ(refusal({"assess", "nothing", "--lang", "zh"}), "错误：nothing: 没有这个文件\n");
    EXPECT_THAT(refusal({"check", "cases"}), StartsWith("error: cases: is a folder; expected a case file (.toml)"));
    EXPECT_EQ(refusal({"assess", shipped, "--parameters", "judgment"}),
              "error: unknown parameter set 'judgment'; expected one of judgement, mid, un-votes-usa; did you mean "
              "'judgement'?\n");
    EXPECT_EQ(refusal({"assess", shipped, "--parameters", "x.toml"}),
              "error: x.toml: cannot be read (No such file or directory)\n");
}

TEST(CommandLine, NamesThePathThatWasMeant) {
    std::string const expected = "; expected alienation/ACTOR/ISSUE, alienation/ACTOR, alienation/hegemon, "
                                 "threat/ACTOR, dilemma/MEMBER/RIVAL, dilemma/MEMBER, dilemma/leader/ACTOR or "
                                 "dilemma/system";
    EXPECT_EQ(refusal({"explain", shipped, "alienation/AUS/tarde"}),
              "error: nothing to explain at 'alienation/AUS/tarde'" + expected +
                  "; did you mean 'alienation/AUS/trade'?\n");
    EXPECT_EQ(refusal({"explain", shipped, "alienation/aus/trade"}),
              "error: nothing to explain at 'alienation/aus/trade'" + expected +
                  "; did you mean 'alienation/AUS/trade'?\n");
    EXPECT_EQ(refusal({"explain", shipped, "dilemma"}), "error: nothing to explain at 'dilemma'" + expected + "\n");
}

TEST(CommandLine, SaysWhatIsWrongWithACase) {
    TemporaryFolder const folder;
    std::string const empty = folder.write("empty.toml", "");
    EXPECT_EQ(lines_of(refusal({"check", empty})).front(),
              "error: " + empty + ": missing 'schema'; expected \"casus.case/1\"");
    std::string const headless =
        folder.write("headless.toml", case_file::with(case_file::small_case, "leader = \"USA\"\n", ""));
    EXPECT_THAT(refusal({"assess", headless}), HasSubstr("missing 'leader'; expected the code of an actor\n"));
    std::string const bytes = folder.write("bytes.toml", "\xff\xfe\x01");
    EXPECT_THAT(refusal({"assess", bytes}), StartsWith("error: " + bytes + ":1:1: not valid TOML"));
    if (geteuid() != 0) { // root reads everything
        std::string const locked = folder.write("locked.toml", case_file::small_case);
        std::filesystem::permissions(locked, std::filesystem::perms::none);
        EXPECT_EQ(refusal({"check", locked}), "error: " + locked + ": cannot be read (Permission denied)\n");
    }
}

TEST(CommandLine, SaysWhatCannotBeWritten) {
    EXPECT_EQ(refusal({"check", shipped, "--json", "/nowhere/x.json"}),
              "error: /nowhere/x.json: cannot be written (No such file or directory)\n");
    EXPECT_EQ(refusal({"check", shipped, "--json", "/nowhere/x.json", "--lang", "zh"}),
              "错误：/nowhere/x.json: 无法写入（没有这个文件或文件夹）\n");
    EXPECT_EQ(refusal({"assess", shipped, "--draws", "2", "--html", "cases"}),
              "error: cases: cannot be written (Is a directory)\n");
    EXPECT_EQ(refusal({"assess", shipped, "--draws", "2", "--csv", "LICENSE/x"}),
              "error: LICENSE/x: the folder cannot be made (Not a directory)\n");
    for (Words const& words : std::vector<Words>{
             {"check", shipped}, {"check", shipped, "--json", "-"}, {"--help"}, {"check", "--help"}, {"--version"}})
        EXPECT_EQ(refusal(words, {.out = "/dev/full"}),
                  "error: standard output cannot be written (No space left on device)\n");
}

TEST(CommandLine, WithoutWordsShowsHowToBegin) {
    Ran const ran = casus({});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, casus({"--help"}).out);
    EXPECT_EQ(casus({"--lang", "zh"}).err, casus({"--help", "--lang", "zh"}).out);
}

TEST(CommandLine, TellsItsVersion) {
    Ran const ran = casus({"--version"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, testing::MatchesRegex("casus [0-9]+[.][0-9]+[.][0-9]+ \\([0-9a-z-]+, [A-Za-z]+ [0-9.]+\\)\n"));
}

std::string help_of(std::string const& verb, std::string const& language) {
    Ran const ran =
        casus(verb.empty() ? Words{"--help", "--lang", language} : Words{verb, "--help", "--lang", language});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    return ran.out;
}

TEST(Help, FitsHundredColumnsAndOneLanguage) {
    for (std::string const verb : {"", "assess", "explain", "robust", "check", "contest", "compare", "replicate",
                                   "panel", "similarity", "world", "cite"}) {
        for (std::string const language : {"en", "zh"})
            for (std::string const& line : lines_of(help_of(verb, language)))
                EXPECT_LE(report::display_width(line), 100) << line;
        std::string const chinese = help_of(verb, "zh");
        EXPECT_THAT(chinese, HasSubstr("用法：casus"));
        for (char const* const english : {"Usage", "Options", "Positionals", "Verbs", "REQUIRED", "default", "TEXT"})
            EXPECT_THAT(chinese, testing::Not(HasSubstr(english)));
    }
}

/// The lines of a help that begin with "  casus ", as words.
std::vector<Words> examples_in(std::string const& help) {
    std::vector<Words> examples;
    for (std::string const& line : lines_of(help))
        if (line.starts_with("  casus ")) {
            Words words = split(line);
            words.erase(words.begin());
            examples.push_back(words);
        }
    return examples;
}

TEST(Help, ItsExamplesRun) {
    TemporaryFolder const folder;
    for (char const* const shared : {"cases", "params"})
        std::filesystem::create_directory_symlink(std::filesystem::path(CASUS_SOURCE_DIR) / shared,
                                                  folder.path() / shared);
    for (std::string const verb : {"", "assess", "explain", "robust", "check"})
        for (std::string const language : {"en", "zh"}) {
            auto const examples = examples_in(help_of(verb, language));
            EXPECT_FALSE(examples.empty()) << verb;
            for (Words const& words : examples) {
                if (testing::Value(words, testing::Contains("--leader"))) continue; // of imported data
                Ran const ran = casus(words, {.folder = folder.path()});
                EXPECT_EQ(ran.status, 0) << ran.err;
                EXPECT_THAT(ran.err, IsEmpty());
                EXPECT_FALSE(ran.out.empty());
            }
        }
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "report.html"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "tables" / "alienation-follow.csv"));
}

} // namespace
} // namespace casus::app
