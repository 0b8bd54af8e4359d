# casus_version: the program's version, the commit it was built from and the compiler, for manifests.
# Written at build time and only when it changes, so that a commit rebuilds one small file.
set(version_header ${CMAKE_BINARY_DIR}/generated/casus_version.hpp)
add_custom_target(casus_version_header
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${version_header} -DSOURCE=${CMAKE_SOURCE_DIR}
        -DVERSION=${PROJECT_VERSION} "-DCOMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
        -P ${CMAKE_SOURCE_DIR}/cmake/write_version.cmake
    BYPRODUCTS ${version_header})
add_library(casus_version INTERFACE)
add_dependencies(casus_version casus_version_header)
target_include_directories(casus_version INTERFACE ${CMAKE_BINARY_DIR}/generated)
