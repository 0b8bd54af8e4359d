# Flags that every target of the house is built with.
add_library(casus_options INTERFACE)
target_compile_options(casus_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow
    -ffp-contract=off  # the same bits with and without fused multiply-add
    -fno-math-errno)
if(CASUS_WERROR)
    target_compile_options(casus_options INTERFACE -Werror)
endif()
if(CASUS_NATIVE)
    target_compile_options(casus_options INTERFACE -march=native)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
        # g++ 12.2 takes the bits of a vector of constants for their number where the processor can count bits in
        # vectors: std::popcount(15) in a loop over known bounds became 15.
        target_compile_options(casus_options INTERFACE -mno-avx512vpopcntdq -mno-avx512bitalg)
    endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 warns inside its own headers: AVX-512 (GCC bug 105593), std::string's operator+ (105651) and append. What
    # it warns of after inlining differs with the processor and with what is compiled together.
    target_compile_options(casus_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow
        -Wno-stringop-overread -Wno-stringop-truncation -Wno-array-bounds -Wno-free-nonheap-object -Wno-dangling-pointer
        -Wno-use-after-free -Wno-nonnull -Wno-mismatched-new-delete)
endif()
if(CASUS_SANITIZE)
    target_compile_options(casus_options INTERFACE -fsanitize=${CASUS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(casus_options INTERFACE -fsanitize=${CASUS_SANITIZE})
endif()
if(CASUS_COVERAGE)
    target_compile_options(casus_options INTERFACE --coverage -O0)
    target_link_options(casus_options INTERFACE --coverage)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
