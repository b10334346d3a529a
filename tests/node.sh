#!/usr/bin/env bash
# The auditors of the site need node, npm and java: find them, or install them as root, or say the one command and stop.
set -euo pipefail
missing=()
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v java >/dev/null || missing+=(default-jre-headless)
[ "${#missing[@]}" = 0 ] && exit 0
if [ "$(id -u)" != 0 ]; then
  echo "测试要用检查网页的工具，请先运行：sudo apt-get install -y ${missing[*]}" >&2
  exit 1
fi
echo "安装检查网页的工具：apt-get install -y ${missing[*]}"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
