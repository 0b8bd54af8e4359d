// casus VERB [OPTIONS] CASE
#include "command_line.hpp"

int main(int argc, char** argv) { return casus::app::run_command_line(argc, argv); }
