# Compiles the sources of a target so many at a time: most of the time of a compiler goes into the headers that they
# share. Sources of one folder, and so of one namespace, go to different lots as far as there are lots; a new source moves
# those after it in its folder and no others. Names for a file's own use must not clash within a lot.
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
    foreach(source ${sources})
        cmake_path(GET source PARENT_PATH folder)
        if(NOT DEFINED place_${folder})
            cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE name)
            string(MD5 digest "${name}")
            string(SUBSTRING ${digest} 0 6 digits)
            math(EXPR place_${folder} "0x${digits}")
        endif()
        math(EXPR lot "${place_${folder}} % ${lots}")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${lot})
        math(EXPR place_${folder} "${place_${folder}} + 1")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

