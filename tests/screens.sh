#!/usr/bin/env bash
# The pictures of a terminal and an editor need a display, an editor and fonts: find them, or install them as root, or say so.
set -euo pipefail
missing=()
command -v Xvfb >/dev/null || missing+=(xvfb)
command -v xterm >/dev/null || missing+=(xterm)
command -v import >/dev/null || missing+=(imagemagick)
command -v nvim >/dev/null || missing+=(neovim)
fc-list 2>/dev/null | grep -q 'Noto Sans Mono CJK SC' || missing+=(fontconfig fonts-noto-cjk)
fc-list 2>/dev/null | grep -q 'DejaVu Sans Mono' || missing+=(fonts-dejavu-core)
[ "${#missing[@]}" = 0 ] && exit 0
if [ "$(id -u)" != 0 ]; then
  echo "画终端和编辑器的图要用这些，请先运行：sudo apt-get install -y ${missing[*]}" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
