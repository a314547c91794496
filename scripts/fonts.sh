#!/bin/sh
# Renews docs/assets/fonts/ from Literata 5.3.0 (SIL Open Font License): Latin-1 and the punctuation of books, roman and italic.
# Needs npm, and Python with fonttools and brotli: `scripts/fonts.sh PYTHON`.
set -eu
python=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" @fontsource/literata@5.3.0 >/dev/null
tar -xzf "$folder"/*.tgz -C "$folder"
characters=U+20-7E,U+A0-FF,U+131,U+152,U+153,U+160,U+161,U+178,U+17D,U+17E,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+20AC,U+2190-2193,U+2212
subset() {
    "$python" -m fontTools.subset "$folder/package/files/literata-latin-400-$1.woff2" --unicodes="$characters" --no-hinting \
        --layout-features=kern,liga,pnum,tnum,ccmp,locl,mark --flavor=woff2 --output-file="docs/assets/fonts/$2.woff2"
}
subset normal text
subset italic text-italic
cp "$folder/package/LICENSE" docs/assets/fonts/LICENSE.txt
