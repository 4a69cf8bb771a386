#!/bin/bash
# Starts the service that the arguments are the command of, asks it for what a class asks for, and
# ends it as an engine ends a container: what it then knows of itself is written to its cache.
set -eu

readonly port=${SERVER_PORT:-8080}

ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' "$1" >&3
  cat <&3 >/dev/null
  exec 3>&-
}

# A text frame of up to 65,535 bytes, masked by nought.
say() {
  local high low
  high=$(printf '%02x' $((${#1} >> 8)))
  low=$(printf '%02x' $((${#1} & 255)))
  printf "\\x81\\xfe\\x$high\\x$low\\x00\\x00\\x00\\x00%s" "$1" >&4
}

"$@" &
service=$!
until ask /actuator/health 2>/dev/null; do
  kill -0 "$service"
  sleep 0.1
done

for path in / /sims /sims/roll /sims/race /studio /playground /embed/roll /lessons/learning-rate \
  /lessons/momentum-and-adam /embed.js '/api/landscape?surface=ravine' '/sims/batches?lang=es' \
  '/api/runs?curve=bumpy&optimizer=adam&learningRate=0.1&start=2'; do
  ask "$path"
done

exec 4<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /ws/runs HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' >&4
printf 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n' >&4
for rule in sgd momentum adam; do
  say '{"type":"start","run":"'$rule'","spec":{"objective":{"curve":"bumpy"},"optimizer":{"name":"'$rule'","learningRate":0.1}}}'
  for _ in 1 2 3 4; do
    say '{"type":"request","run":"'$rule'","n":60}'
  done
done
timeout 3 cat <&4 >/dev/null || true

kill -TERM "$service"
wait "$service" || true
