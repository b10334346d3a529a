#!/usr/bin/env bash
# The tests drive a real browser: find one, or install it as root, or say the one command and stop.
set -euo pipefail
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" != 0 ]; then
  echo "测试要用浏览器，请先运行：sudo apt-get install -y chromium" >&2
  exit 1
fi
echo "安装测试用的浏览器：apt-get install -y chromium"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
