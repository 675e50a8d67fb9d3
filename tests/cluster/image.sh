#!/bin/bash
# Builds the image of the Dockerfile with buildah on a base that mmdebstrap makes, and runs a job folder in it as the pods of
# Kubernetes do: another user, no capabilities, a root that cannot be written. The result must have the bytes of this machine.
#
#   npm run build && bash tests/cluster/image.sh     # as root on Debian, with the npm registry; about three minutes
#   SOURCES=1 bash tests/cluster/image.sh            # compiles in the image, as docker build does by default
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
base=localhost/node-slim
image=localhost/wasmetrics:test
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
image_tool() { buildah --root "$work/storage" --runroot "$work/run" "$@"; }

# What buildah would raise, which not every machine allows.
limits=(--ulimit "nofile=$(ulimit -Sn):$(ulimit -Hn)" --ulimit "nproc=$(ulimit -Su):$(ulimit -Hu)")

say() { echo "[$(date +%H:%M:%S)] $*"; }

install() {
  command -v buildah > /dev/null && command -v mmdebstrap > /dev/null && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends buildah crun netavark mmdebstrap
}

stop() {
  image_tool rm --all > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT

# A Debian with the Node and the certificates of this machine, in the place of docker.io/library/node:22-slim.
make_base() {
  local tree=$work/tree
  mmdebstrap --variant=minbase --include=ca-certificates "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$tree" \
    http://deb.debian.org/debian 2> "$work/base.log" || {
    tail -5 "$work/base.log"
    return 1
  }
  cp /etc/ssl/certs/ca-certificates.crt "$tree/etc/ssl/certs/"
  cp "$(node -p process.execPath)" "$tree/usr/local/bin/node"
  mkdir -p "$tree/usr/local/lib/node_modules"
  cp -r "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$tree/usr/local/lib/node_modules/npm"
  for name in npm npx; do ln -s "../lib/node_modules/npm/bin/$name-cli.js" "$tree/usr/local/bin/$name"; done
  rm -rf "$tree"/var/cache/apt/archives/*.deb "$tree"/var/lib/apt/lists/*
  local container
  container=$(image_tool from scratch)
  image_tool add --quiet "$container" "$tree" / > /dev/null
  image_tool config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  image_tool commit --quiet "$container" "$base" > /dev/null
  image_tool rm "$container" > /dev/null
  rm -rf "$tree"
}

size() { image_tool images --format '{{.Size}}' "$1"; }

cd "$root"
install
make_base
context=$root
package=
if [ -z "${SOURCES:-}" ]; then
  context=$work/context
  mkdir "$context"
  package=$(npm pack --silent --ignore-scripts --pack-destination "$context")
  cp Dockerfile package.json package-lock.json "$context"
fi
digest=$(image_tool images --format '{{.Digest}}' "$base")
say "base: node $(node -v) on Debian, $(size $base), pinned by a digest"
image_tool build --quiet --network host "${limits[@]}" --build-arg "NODE_IMAGE=$base@$digest" \
  --build-arg "PACKAGE=$package" --tag $image "$context" > "$work/build.log" 2>&1 || {
  tail -30 "$work/build.log"
  exit 1
}
say "image: $(size $image)"
image_tool inspect --type image --format 'user {{.OCIv1.Config.User}}, entry point {{.OCIv1.Config.Entrypoint}}, command {{.OCIv1.Config.Cmd}}{{"\n"}}' $image

command=(ols examples/abdata.csv "n ~ w + k" --bootstrap 20000 --json)
node dist/cli/main.js plan --for kubernetes --parts 2 -o "$work/job" -- "${command[@]}" > /dev/null
chown -R 1000:1000 "$work/job"
container=$(image_tool from "${limits[@]}" $image)
# Without a namespace of processes, tini is not process 1; the variable tells it to do the same work.
pod() {
  image_tool run --user 1000:1000 --cap-drop all --env HOME=/tmp --env TINI_SUBREAPER=1 --env "JOB_COMPLETION_INDEX=${index:-}" --workingdir /job \
    --volume "$work/job:/job" --volume "$work/tmp:/tmp" "$container" -- tini -- "$@"
}
mkdir -m 1777 "$work/tmp"
arguments() { node -p "const { parse } = require('yaml'); parse(require('fs').readFileSync('$work/job/$1', 'utf8')).spec.template.spec.containers[0].args[2].replaceAll('\$\$', '\$')"; }
pod node -p '`user ${process.getuid()}, parent ${require("fs").readFileSync("/proc/" + process.ppid + "/comm", "utf8").trim()}`'
for index in 0 1; do pod sh -c "$(arguments parts.yaml)"; done
pod sh -c "$(arguments merge.yaml)"
say "result.json belongs to $(stat --format '%u:%g' "$work/job/result.json")"
node dist/cli/main.js "${command[@]}" > "$work/single.json"
cmp "$work/job/result.json" "$work/single.json"
sha256sum < "$work/job/result.json"
say "same bytes"
