#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# pkg_config_test.sh static|shared LIBDIR SOURCE SCRATCH CXX CXXFLAGS: compiles SOURCE as a Makefile would, and runs it.
set -eu
linkage=$1 libdir=$2 source=$3 scratch=$4 compiler=$5 flags=$6

PKG_CONFIG_PATH=$libdir/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086 # flags are words
case $linkage in
  static)
    $compiler -std=c++20 $flags -DLEXICON="\"$(pkg-config --variable=lexicon tvar)\"" "$source" -o "$scratch/by_pkg_config" \
      $(pkg-config --static --cflags --libs tvar)
    ;;
  shared)
    $compiler -std=c++20 $flags "$source" -o "$scratch/by_pkg_config" $(pkg-config --cflags --libs tvar) \
      "-Wl,-rpath,$libdir"
    ;;
esac
rm -rf "$scratch/index"
"$scratch/by_pkg_config" "$scratch/index"
