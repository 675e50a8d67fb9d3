/** The script that creates the Jobs of Kubernetes and waits for their ends. */
import type { Plan } from '../plan-file.js';
import { folderLine, mergeLines, resultFile, type ScriptSettings } from './script.js';

const query =
  'jsonpath=\'{.metadata.name} ready:{.status.ready} {.status.conditions[?(@.status=="True")].type}\'';
const reasons = "jsonpath='{.items[*].status.containerStatuses[*].state.waiting.reason}'";

const details =
  'jsonpath=\'{.status.conditions[*].message}{"\\n"}failed indexes (part - 1): {.status.failedIndexes}{"\\n"}\'';

export function runText(plan: Plan, settings: ScriptSettings): string {
  const inBucket = settings.store !== undefined;
  const place = inBucket
    ? 'The Secret wasmetrics-bucket has the keys of the bucket for the pods; the merge takes those of this environment.'
    : 'The folder must be in the volume of the claim that claim.yaml describes.';
  return `#!/bin/sh
# sh run.sh                    creates the Job of the parts, waits for its end, and merges ${inBucket ? 'here' : 'in another Job'}
# sh run.sh --namespace econ   arguments go to kubectl
# ${place}
${folderLine}

# Waits for the end of a Job. It fails if the Job fails or is deleted, or if at 30 looks in a row (five minutes) kubectl cannot see
# it or no pod can start.
await_job() {
  name=$1
  shift
  faults=0
  while [ "$faults" -lt 30 ]; do
    problem=
    waiting=$(kubectl "$@" get pods --selector "job-name=\${name#*/}" -o ${reasons})
    if state=$(kubectl "$@" get "$name" --ignore-not-found -o ${query}); then
      case " $state " in
      '  ') problem='it was deleted' && break ;;
      *' Failed '*) problem='it failed' && break ;;
      *' Complete '*) return 0 ;;
      *' ready: '* | *' ready:0 '*)
        case $waiting in
        *Image* | *CreateContainer*) problem="its pods cannot start: $waiting" ;;
        esac
        ;;
      esac
    else
      problem='kubectl cannot see it'
    fi
    if [ -n "$problem" ]; then faults=$((faults + 1)); else faults=0; fi
    sleep "\${SECONDS_BETWEEN_LOOKS:-10}"
  done
  echo "run.sh: $name: $problem" >&2
  kubectl "$@" get "$name" --ignore-not-found -o ${details} >&2
  kubectl "$@" logs "$name" --tail=5 >&2
  return 1
}

for step in ${inBucket ? 'parts' : 'parts merge'}; do
  job=$(kubectl "$@" create -f "$step.yaml" -o name) || exit 1
  echo "$step: $job"
  await_job "$job" "$@" || exit 1
done
${inBucket ? mergeLines(plan, settings) : `echo 'the result is ${resultFile(plan.command)} in the volume'`}
`;
}
