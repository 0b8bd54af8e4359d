# Compiles the sources of a target so many at a time: most of the time of a compiler goes into the headers that they
# share. Each lot takes sources from different folders, whose names for their own use lie in different namespaces.
# SKIP_UNITY_BUILD_INCLUSION on a source keeps it alone.
set(CASUS_TOGETHER 0 CACHE STRING "Compile so many sources at a time (0: each alone)")

function(casus_together target)
    if(CASUS_TOGETHER LESS 2)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(LENGTH sources count)
    math(EXPR lots "(${count} + ${CASUS_TOGETHER} - 1) / ${CASUS_TOGETHER}")
    set(place 0)
    foreach(source ${sources})
        math(EXPR lot "${place} % ${lots}")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${lot})
        math(EXPR place "${place} + 1")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

