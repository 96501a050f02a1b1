#!/bin/sh
# One test moves the clock of a server with libfaketime. Installs it on Debian when run as root; else says what to do.
set -eu
if ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing libfaketime for the test of the clock"
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q libfaketime
  exit 0
fi
echo "The test of the clock needs libfaketime. Please install it first: sudo apt-get install libfaketime" >&2
exit 1
