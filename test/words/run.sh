#!/bin/sh
# every Chinese text of the tables and pages has its English in po/en.po
make -s CC="${CC:-gcc}" build/tools/extract && build/tools/extract missing
