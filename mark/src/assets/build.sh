#!/usr/bin/env bash
# Makes the label font, the spoken label and the rhythm label from Debian's fonts-noto-cjk, fonttools,
# espeak-ng and ffmpeg. Run it only to change an asset; the results are checked in.
set -euo pipefail
cd "$(dirname "$0")"
out=../main/resources/io/assay/mark/explicit
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

glyphs=$(cat glyphs.txt)$(printf '%b' "$(printf '\\x%x' $(seq 32 126))")
pyftsubset /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc --font-number=2 --text="$glyphs" \
  --output-file="$out/label-font.otf" --no-hinting --layout-features='' --name-IDs='*'

# Ten characters in 3.75 to 5 seconds keep GB 45438 5.3 (120 to 160 characters a minute).
espeak-ng -v cmn -s 160 -w "$work/raw.wav" '本内容由人工智能生成'
trim='silenceremove=start_periods=1:start_threshold=-45dB,areverse,silenceremove=start_periods=1:start_threshold=-45dB,areverse'
ffmpeg -v error -y -i "$work/raw.wav" -af "$trim,adelay=100,apad=pad_dur=0.3" -ar 22050 "$work/voice.wav"
# Short-long, short-short: 150 ms and 450 ms at 800 Hz.
tone="0.5*sin(2*PI*800*t)*(between(t,0.1,0.25)+between(t,0.4,0.85)+between(t,1.3,1.45)+between(t,1.6,1.75))"
ffmpeg -v error -y -f lavfi -i "aevalsrc='$tone':s=48000:d=2.05" "$work/rhythm.wav"
ffmpeg -v error -y -i "$work/voice.wav" -c:a pcm_mulaw "$out/voice.wav"

for cue in voice rhythm; do
  for rate in 16000 22050 24000 32000 44100 48000; do
    bits=$([ $rate -lt 32000 ] && echo 24k || echo 48k)
    for channels in 1 2; do
      ffmpeg -v error -y -i "$work/$cue.wav" -af 'loudnorm=I=-18:TP=-2' -ar $rate -ac $channels -c:a libmp3lame -b:a $bits \
        -write_xing 0 -id3v2_version 0 -map_metadata -1 -bitexact "$out/$cue-$rate-$channels.mp3"
    done
  done
done
