#!/usr/bin/env bash
# Times whole trainings of a network: ours, PyTorch's on one thread, TensorFlow.js's on its plain CPU
# backend, in turn, three times over. Run it from the top of the project: src/bench/run.sh
# PyTorch is timed where a python3 has it (Debian: python3-torch), TensorFlow.js where node is there;
# it is installed in a folder for the time being. Prints the load, and then for each, of three medians
# the median in milliseconds, by the clock and of the processor, the latter's ratio to ours, and the
# loss and accuracy that were reached. Where the load is not about 1, go by the processor.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
here=$(dirname "$0")

mvn -q test-compile
mvn -q dependency:build-classpath -Dmdep.outputFile="$room/classpath"
ours() {
  java -cp "target/test-classes:target/classes:$(cat "$room/classpath")" \
    downhill.data.TrainingBenchmark "$room"
}

python=
for each in python3 /usr/bin/python3; do
  if [ -z "$python" ] && "$each" -c 'import torch' 2> "$room/said"; then python=$each; fi
done
[ -n "$python" ] || echo 'NOT TIMED: PyTorch, for want of a python3 that has it'

if command -v node > "$room/said"; then
  (cd "$room" && echo '{}' > package.json && npm install --silent --no-fund --no-audit @tensorflow/tfjs)
else
  echo 'NOT TIMED: TensorFlow.js, for want of node'
fi

for _ in 1 2 3; do
  echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
  ours
  [ -z "$python" ] || OMP_NUM_THREADS=1 "$python" "$here/training.py" "$room" >> "$room/times"
  [ ! -d "$room/node_modules" ] || node "$here/training.mjs" "$room" >> "$room/times"
done

# The second of three lines that are sorted by their time is the median.
sort -k1,2 -k4n "$room/times" | awk '
  { each = $1 " " $2 }
  ++n[each] == 2 { clock[each] = $3; busy[each] = $4; end[each] = $5 " " $6 }
  END {
    for (each in busy) {
      split(each, part, " ")
      printf "%-5s %-14s clock %9.2f ms  processor %9.2f ms  %6.1f times ours  loss, accuracy: %s\n", \
        part[1], part[2], clock[each], busy[each], busy[each] / busy[part[1] " ours"], end[each]
    }
  }' | sort
