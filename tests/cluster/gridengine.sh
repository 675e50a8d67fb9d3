#!/bin/bash
# A bootstrap of system GMM on a real Grid Engine, whose arrays have at most 3 tasks: one task is killed and its part submitted
# again. The folder has a name that a shell would take for something else. The result must have the bytes of one run.
#
#   npm run build && bash tests/cluster/gridengine.sh     # as root on Debian; about two minutes
#
# Grid Engine runs on this machine alone, from a temporary folder, and is stopped at the end.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
host=$(hostname)
export SGE_ROOT=$work/sge SGE_CELL=default SGE_QMASTER_PORT=16444 SGE_EXECD_PORT=16445
export WASMETRICS="node '$root/dist/cli/main.js'"
parts=7

say() { echo "[$(date +%H:%M:%S)] $*"; }
program() { eval "$WASMETRICS \"\$@\""; }

install() {
  command -v sge_qmaster sge_execd qsub > /dev/null && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    gridengine-master gridengine-exec gridengine-client
}

stop() {
  for pid in "$work"/spool/execd/*/execd.pid "$work/spool/qmaster/qmaster.pid"; do
    [ ! -e "$pid" ] || kill "$(cat "$pid")" || true
  done
  sleep 2
  rm -rf "$work"
}
trap stop EXIT

# The settings that `qconf` edits in a file.
set_value() { sed -i "s|^\($2 *\).*|\1$3|" "$1"; }

start() {
  chmod 755 "$work"
  mkdir -p "$SGE_ROOT/default/common" "$work/spool/qmaster/job_scripts" "$work/spool/db" "$work/spool/execd"
  for part in bin lib util utilbin; do ln -s "/var/lib/gridengine/$part" "$SGE_ROOT/$part"; done
  sed "s|/var/spool/gridengine/spooldb|$work/spool/db|; s|/var/spool/gridengine/qmaster|$work/spool/qmaster|; s|^\(admin_user *\).*|\1none|" \
    /usr/share/gridengine/default-bootstrap > "$SGE_ROOT/default/common/bootstrap"
  echo "$host" > "$SGE_ROOT/default/common/act_qmaster"
  echo "$host localhost" > "$SGE_ROOT/default/common/host_aliases"
  /usr/share/gridengine/scripts/init_cluster "$SGE_ROOT" default "$work/spool/db" root > "$work/init.log"
  sge_qmaster > /dev/null
  for _ in $(seq 60); do qconf -sconf > "$work/conf" 2> "$work/error" && break || sleep 0.5; done
  set_value "$work/conf" execd_spool_dir "$work/spool/execd"
  set_value "$work/conf" max_aj_tasks 3
  set_value "$work/conf" min_uid 0
  set_value "$work/conf" min_gid 0
  mkdir "$work/new" && mv "$work/conf" "$work/new/global"
  qconf -Mconf "$work/new/global" > /dev/null 2>&1
  qconf -as "$host" > /dev/null 2>&1
  qconf -ssconf > "$work/sched"
  set_value "$work/sched" schedule_interval 0:0:2
  qconf -Msconf "$work/sched" > /dev/null 2>&1
  cat > "$work/exec-host" << HOST
hostname $host
load_scaling NONE
complex_values NONE
user_lists NONE
xuser_lists NONE
projects NONE
xprojects NONE
usage_scaling NONE
report_variables NONE
HOST
  qconf -Ae "$work/exec-host" > /dev/null 2>&1
  printf 'name econ\noticket 0\nfshare 0\nacl NONE\nxacl NONE\n' > "$work/project"
  qconf -Aprj "$work/project" > /dev/null 2>&1
  qconf -sq > "$work/queue"
  set_value "$work/queue" qname all.q
  set_value "$work/queue" hostlist "$host"
  set_value "$work/queue" slots 2
  for none in pe_list load_thresholds suspend_thresholds; do set_value "$work/queue" $none NONE; done
  qconf -Aq "$work/queue" > /dev/null 2>&1
  sge_execd > /dev/null
  for _ in $(seq 60); do
    qstat -f | grep -qE "all.q@.* (lx|linux)[^ ]* *$" && return
    sleep 1
  done
  qstat -f
  return 1
}

waited() { while qstat -j "$1" > /dev/null 2>&1; do sleep 1; done; }

cd "$root"
install
start
say "$(qstat -help 2>&1 | head -1) runs on $(nproc) processors; arrays of at most $(qconf -sconf | sed -n 's/^max_aj_tasks *//p') tasks"

job="$work/a job of \$HOME's"
command=(fit examples/employment.yaml --json --set bootstrap.reps="${REPS:-140000}")
program plan --for sge --account econ --partition all.q --prelude 'echo "task $SGE_TASK_ID runs in $PWD"' \
  --parts $parts --limit 10 -o "$job" -- "${command[@]}" | head -3
submitted=$(sh "$job/submit.sh")
sed "s|$work|WORK|" <<< "$submitted"
merge=$(sed -n 's/merge: job //p' <<< "$submitted")
second=$(sed -n '2s/parts: job \([0-9]*\).*/\1/p' <<< "$submitted")
until ls "$job"/parts/5-of-$parts.*.wasmjobs > /dev/null 2>&1; do sleep 0.2; done
qdel "$second" -t 2 | sed 's/root has //'
waited "$merge"
say "the merge ended: $(tail -1 "$job/logs/merge.log")"
[ ! -e "$job/result.json" ]
program status "$job" | sed -n 2,3p
again=
until [ -n "$again" ]; do # a part that was killed counts as running for 30 seconds
  sleep 2
  again=$(program status "$job" --json | node -p 'JSON.parse(require("fs").readFileSync(0)).resubmit')
done
say "submit again: $again"
submitted=$(sh "$job/submit.sh" "$again")
echo "$submitted"
waited "$(sed -n 's/merge: job //p' <<< "$submitted")"
ls "$job/logs"
sed "s|$work|WORK|" "$job/logs/part-5.log"

say "the same bootstrap in one process"
program "${command[@]}" > "$work/single.json"
(cd "$work" && sha256sum "$job/result.json" single.json | sed "s|$work|WORK|")
cmp "$job/result.json" "$work/single.json"
say "same bytes"
