#!/bin/sh
# A system test puts Debian's nginx before the server. Unpacks it into the folder named, without installing or starting it.
set -eu
folder=$1
if command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || [ -x "$folder/usr/sbin/nginx" ]; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1; then
  echo "Fetching nginx for the system tests"
  mkdir -p "$folder"
  cd "$folder"
  if [ "$(id -u)" = 0 ]; then
    apt-get update -q
  fi
  apt-get download -q nginx && dpkg-deb -x nginx_*.deb . && rm nginx_*.deb && exit 0
fi
echo "the system tests need nginx; install it as root first: apt-get install nginx" >&2
exit 1
