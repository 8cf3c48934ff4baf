# SPDX-License-Identifier: GPL-3.0-or-later
# install_packages SET…: installs what is missing of the named sets. Debian and its relatives; elsewhere it says what is needed.

packages_build="cmake ninja-build g++ lld pkg-config qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools
 qt6-l10n-tools libgl-dev libqt6sql6-sqlite libqt6sql6-psql qt6-qpa-plugins libexpected-dev libsodium-dev libsqlite3-dev
 libzip-dev liborcus-dev libixion-dev libxlsxwriter-dev librsvg2-bin fontconfig fonts-dejavu-core"
packages_test="postgresql postgresql-client sqlite3 xvfb xauth"
packages_bench="libbenchmark-dev"
packages_format="clang-format"

install_packages() {
  command -v dpkg-query >/dev/null || {
    command -v cmake >/dev/null && return 0
    echo "This script installs packages on Debian only. Elsewhere, install CMake, Ninja, Qt 6.4 or newer (Core Gui Widgets Sql Network" >&2
    echo "Concurrent PrintSupport Test LinguistTools), SQLite, libsodium, libzip, liborcus, libxlsxwriter, tl-expected and rsvg-convert." >&2
    exit 1
  }
  local missing=() name set list
  for set in "$@"; do
    list="packages_$set"
    for name in ${!list}; do
      dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "Installing ${#missing[@]} packages"
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >out/install.log 2>&1 ||
    { tail -n 20 out/install.log >&2; exit 1; }
}
