# Shared by ./volumeviewer and tests/run: installs the Debian packages that are missing, and builds what has changed.
# Sourced with $root set to the repository's folder.

program_packages=(
  g++ libtorch-dev libopenblas0-pthread            # neural networks, and the shim over them
  libglfw3 libimgui-dev libgl1 libegl1 libgl1-mesa-dri libglx-mesa0   # window, panels, OpenGL with and without a window
  libcairo2 libpango-1.0-0 libpangocairo-1.0-0 libglib2.0-0   # drawing of pictures
  fonts-inter fonts-dejavu-core                    # readable type
)
test_packages=(xvfb xauth xdotool)

fail() {
  printf 'volumeviewer: %s\n' "$*" >&2
  exit 2
}

# install_missing PACKAGE...: installs with apt what dpkg does not know as installed.
install_missing() {
  [ "$(uname -s)" = Linux ] || return 0
  command -v dpkg-query >/dev/null || fail "this is not a Debian system; install the equivalents of: $*"
  local installed missing=() package
  installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${binary:Package}\n' 2>/dev/null | sed -n 's/^ii  *\([^:]*\).*/\1/p')
  for package in "$@"; do
    grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing, and neither root nor sudo is there to install them. Run as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing Debian packages: ${missing[*]}" >&2
  if ! { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
         "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2; then
    fail "apt-get could not install: ${missing[*]}. Install them by hand, then start again."
  fi
}

require_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: 'dotnet' is not on the PATH. Install it (https://dotnet.microsoft.com/download), then start again."
  dotnet --list-sdks | grep -q '^10\.' || fail "the .NET 10 SDK is missing; there is: $(dotnet --list-sdks | tr '\n' ' '). Install it (https://dotnet.microsoft.com/download), then start again."
}

# build_if_changed NAME SOLUTION: builds in Release unless nothing is newer than the last build of that name.
build_if_changed() {
  local stamp="$root/artifacts/.built-$1" sources=("$root/sdk" "$root/host" "$root/plugins" "$root/bindings" "$root/build")
  [ "$1" != program ] && sources+=("$root/tests" "$root/samples")
  # Folders count too: they are newer when a file in them was added or taken away.
  if [ -e "$stamp" ] && [ -z "$(find "${sources[@]}" "$root"/*.props "$root"/*.targets "$root"/*.sln* "$root/global.json" "$root/.editorconfig" -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  require_dotnet
  mkdir -p "$root/artifacts"
  local begun log="$root/artifacts/build-$1.log"
  begun=$(mktemp "$root/artifacts/.begun-XXXXXX")
  echo "Building (the first time takes some minutes) ..." >&2
  if ! dotnet build "$root/$2" -c Release --nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$begun"
    echo "volumeviewer: the build failed; see the messages above." >&2
    exit 1
  fi
  mv "$begun" "$stamp"
}
