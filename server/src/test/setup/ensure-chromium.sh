#!/bin/sh
# The browser tests drive the system's own Chromium. Installs it on Debian when run as root; else says what to do.
set -eu
if [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ]; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium
  exit 0
fi
echo "the browser tests need Chromium; install it as root first: apt-get install chromium" >&2
exit 1
