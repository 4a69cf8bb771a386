#!/bin/bash
# Starts the service by turns as the image does and as `java -jar` does, in the folder where the
# image has it, and tells how long each took until it was healthy and what processor time went into
# that: of each the median. Takes the number of turns; 5 if there is none.
set -euo pipefail

readonly turns=${1:-5} port=${SERVER_PORT:-8080}
export SERVER_PORT=$port
# Nothing ever comes from it: to wait for that costs less than a process that sleeps.
exec 4<> <(:)

healthy() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3
  grep -q '"status":"UP"' <&3
}

# Prints the milliseconds of the clock and those of the processor.
start() {
  local begun=${EPOCHREALTIME/./} service stat
  "$@" >/dev/null &
  service=$!
  until healthy 2>/dev/null; do
    kill -0 "$service"
    read -rt 0.01 -u 4 || true
  done
  local healthy=${EPOCHREALTIME/./}
  stat=$(<"/proc/$service/stat")
  read -ra stat <<<"${stat##*) }"
  echo $(((healthy - begun) / 1000)) $(((stat[11] + stat[12]) * 1000 / $(getconf CLK_TCK)))
  kill "$service"
  wait "$service" || true
}

median() {
  sort -n | sed -n "$(((turns + 1) / 2))p"
}

for ((turn = 0; turn < turns; turn++)); do
  image+=$(start java @java.options -XX:AOTCache=downhill.aot -jar downhill.jar)$'\n'
  jar+=$(start java -jar downhill.jar)$'\n'
done

echo "ms until healthy, ms of processor; load $(cut -d ' ' -f 1 /proc/loadavg)"
for way in image jar; do
  echo "$way: $(cut -d ' ' -f 1 <<<"${!way%$'\n'}" | median)" \
    "$(cut -d ' ' -f 2 <<<"${!way%$'\n'}" | median)"
done
