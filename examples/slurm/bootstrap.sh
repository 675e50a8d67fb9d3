#!/bin/sh
# A bootstrap of 100,000 replicates on a cluster with Slurm. Run it in the checkout, on the login node, with the name of your
# account:
#   sh examples/slurm/bootstrap.sh econ
# It plans parts of about 10 minutes in the folder job/, submits an array of them, and a job that merges them when they are
# done. `npx wasmetrics status job` says how far they are, and job/result.json is the result.
set -eu
account=${1:?expected the name of an account: sh examples/slurm/bootstrap.sh econ}

npx wasmetrics plan --for slurm --minutes 10 --account "$account" -o job -- \
  fit examples/employment.yaml --set bootstrap.reps="${REPS:-100000}" --json
cd job
sh submit.sh
