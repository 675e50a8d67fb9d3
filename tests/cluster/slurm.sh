#!/bin/bash
# A bootstrap of system GMM on a real Slurm, whose arrays have at most 3 tasks: tasks are cancelled, killed and cut off by their
# limit, and the parts that wasmetrics status names are submitted again. The folder has a name that a shell would take for
# something else. The result must have the bytes of one run.
#
#   npm run build && bash tests/cluster/slurm.sh     # as root on Debian; about ten minutes on two processors
#
# Slurm runs on this machine alone, from a temporary folder, and is stopped at the end.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
export WASMETRICS="node '$root/dist/cli/main.js'"
folder="$work/a job of \$HOME's"
export SLURM_CONF=$work/slurm.conf
parts=4
seconds=${SECONDS_PER_PART:-80}

say() { echo "[$(date +%H:%M:%S)] $*"; }
program() { eval "$WASMETRICS \"\$@\""; }

install() {
  command -v slurmctld munged > /dev/null && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge
}

pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait 2> /dev/null || true
  rm -rf "$work"
}
trap stop EXIT

start() {
  local host
  host=$(hostname -s)
  mkdir -p "$work/state" "$work/spool"
  chmod 711 "$work"
  head -c 1024 /dev/urandom > "$work/munge.key"
  chmod 400 "$work/munge.key"
  cat > "$work/cgroup.conf" <<< 'CgroupPlugin=disabled'
  cat > "$SLURM_CONF" << CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
SlurmctldPort=16817
SlurmdPort=16818
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MaxArraySize=4
SchedulerParameters=sched_interval=5
MinJobAge=3600
KillWait=30
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$(free -m | sed -n "s/^Mem: *\([0-9]*\).*/\1/p") State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge.socket" \
    --pid-file="$work/munged.pid" --log-file="$work/munged.log" --seed-file="$work/munged.seed" > /dev/null 2>&1 &
  pids+=($!)
  until [ -S "$work/munge.socket" ]; do sleep 0.2; done
  slurmctld -D > "$work/slurmctld.log" 2>&1 &
  pids+=($!)
  slurmd -D > "$work/slurmd.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 60); do
    sinfo -h -o %T 2> /dev/null | grep -q idle && return
    sleep 1
  done
  cat "$work/slurmctld.log" "$work/slurmd.log"
  return 1
}

state() { scontrol show job "$1" 2> /dev/null | sed -n 's/.*JobState=\([A-Z]*\).*/\1/p' | head -1; }
until_state() { until [[ $(state "$1") =~ ^($2)$ ]]; do sleep 1; done; }
until_saved() { until [ -s "$folder/parts/$1-of-$parts.1.wasmjobs" ]; do sleep 1; done; sleep 8; }
ended='COMPLETED|FAILED|CANCELLED|TIMEOUT|NODE_FAIL'
json() { node -p "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }
model=(fit examples/employment.yaml --json --set)
status() { program status "$folder" | sed "s|$work|WORK|"; }

cd "$root"
install
start
say "slurm $(slurmctld -V | cut -d' ' -f2) runs on $(nproc) processors"

# Replicates for parts that exceed a minute, Slurm's smallest limit.
rate=$(program plan --for slurm --json -o "$work/probe" -- "${model[@]}" bootstrap.reps=20000 | json estimate.secondsPerReplicate)
reps=$(node -p "1000 * Math.ceil($parts * $seconds / $rate / 1000)")
model+=("bootstrap.reps=$reps")
program plan --for slurm --partition main --prelude 'echo "a task runs in $PWD"' --parts $parts --limit 20 -o "$folder" -- "${model[@]}" | head -4

cd "$folder"
submitted=$(sh submit.sh)
job=$(sed -n '1s/parts: job \([0-9]*\).*/\1/p' <<< "$submitted")
second=$(sed -n '2s/parts: job \([0-9]*\).*/\1/p' <<< "$submitted")
merge=$(sed -n 's/merge: job //p' <<< "$submitted")
say "submitted arrays $job and $second of $parts tasks, and merge $merge after them"
echo "$submitted"

until_saved 1
scancel "${job}_1"
say "task 1: scancel"
until_saved 2
scontrol update JobId="${job}_2" TimeLimit=1
say "task 2: its limit is now 1 minute"
until_saved 3
scancel --batch --signal=KILL "${job}_3"
say "task 3: SIGKILL"
until_state "$merge" "$ended"
for task in "${job}_1" "${job}_2" "${job}_3" "${second}_1"; do
  say "task $task ended: $(state "$task"), $(scontrol show job "$task" | grep -o 'ExitCode=[0-9:]*' | head -1)"
done
say "merge $merge ended: $(state "$merge"): $(tail -1 logs/merge.log)"
[ ! -e result.json ]
status

again=$(program status . --json | json resubmit)
say "submit again: $again"
submitted=$(sh submit.sh "$again")
merge=$(sed -n 's/merge: job //p' <<< "$submitted")
until_state "$merge" "$ended"
say "merge $merge ended: $(state "$merge")"
status

cd "$root"
say "the same bootstrap in one process"
program "${model[@]}" > "$work/single.json"
head -1 "$folder/logs/part-3+1.log" | sed "s|$work|WORK|"
sha256sum "$folder"/parts/*.wasmjobs "$folder/result.json" "$work/single.json" | sed "s|$work/||"
cmp "$folder/result.json" "$work/single.json"
say "same bytes"
