#!/bin/sh
# The browser tests drive the system's own Chromium: its headless shell, which needs two thirds of the processor time,
# else the whole browser. Installs it on Debian when run as root; else says what to do.
set -eu
if [ -x /usr/bin/chromium-headless-shell ]; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -q && apt-get install -y -q chromium-headless-shell; then
    exit 0
  fi
fi
if [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ]; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get install -y -q chromium
  exit 0
fi
echo "the browser tests need Chromium; install it as root first: apt-get install chromium-headless-shell" >&2
exit 1
