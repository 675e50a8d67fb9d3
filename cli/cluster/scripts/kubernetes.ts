/**
 * An Indexed Job of Kubernetes for the parts, a Job that merges them, and the claim of the volume with the folder. Pods
 * obey the Pod Security Standard "restricted".
 */
import { stringify } from 'yaml';
import type { Plan } from '../plan-file.js';
import { claimOf, GIBIBYTE, podTemplate } from './pod.js';
import {
  folderLine,
  folderWord,
  lines,
  mergeLines,
  resultFile,
  type Script,
  type ScriptSettings,
} from './script.js';

/** Number of machine failures, such as too little memory, after which an index is given up. */
const TRIES = 3;
/** Maximum number of pods that run at a time. */
const PODS = 50;
/** Above this number of indexes Kubernetes requires a limit on failed indexes, at most a tenth of this number. */
const MANY = 100_000;
/** Seconds after which a finished Job is removed with its pods and their logs. */
const KEPT = 86_400;
/** Exit codes for which a retry is useless: wrong usage or input, no identification, numerical failures. */
const FINAL_CODES = [2, 3, 4, 5, 6];
const AGAIN = 75;

export function kubernetesScripts(plan: Plan, settings: ScriptSettings): Script[] {
  const { parts, minutesLimit, command, estimate } = plan;
  const result = resultFile(command);
  const prelude = lines(settings.prelude);
  const run = `${prelude}exec wasmetrics run ${folderWord(settings)} --shard "$((JOB_COMPLETION_INDEX + 1))/${parts}" --max-time ${minutesLimit}m`;
  const merging = `${prelude}wasmetrics merge . > ${result}.tmp && mv ${result}.tmp ${result}`;
  const podFailurePolicy = {
    rules: [
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      { action: 'Ignore', onExitCodes: { operator: 'In', values: [AGAIN] } },
      { action: 'FailIndex', onExitCodes: { operator: 'In', values: FINAL_CODES } },
    ],
  };
  const indexed = {
    completions: parts,
    parallelism: Math.min(parts, PODS),
    completionMode: 'Indexed',
    backoffLimitPerIndex: TRIES,
    podFailurePolicy,
    ...(parts > MANY && { maxFailedIndexes: MANY / 10 }),
  };
  const partsJob = job('parts', plan, settings, {
    ...indexed,
    template: template('parts', run, estimate.megabytesEach),
  });
  const mergeJob = job('merge', plan, settings, {
    backoffLimit: 0,
    template: template('merge', merging, estimate.megabytesToMerge),
  });
  function template(component: string, script: string, megabytes: number) {
    const cpus = component === 'merge' ? 1 : Math.max(1, plan.workers);
    const labels = labelsOf(component, plan, settings);
    const { image = `wasmetrics:${plan.engine.version}`, ...pods } = settings.pods;
    const keepsInBucket = settings.store !== undefined;
    return podTemplate({ script, megabytes, cpus, labels, image, keepsInBucket, pods });
  }
  const manifests = [
    { name: 'parts.yaml', text: yaml(partsJob) },
    { name: 'merge.yaml', text: yaml(mergeJob) },
    { name: 'claim.yaml', text: claimText(plan, settings) },
  ];
  return [
    { name: 'run.sh', text: runText(plan, settings), start: 'sh run.sh' },
    ...(settings.store === undefined ? manifests : manifests.slice(0, 1)),
  ];
}

/** Scripts keep their lines. There are no aliases, because some programs refuse them. */
function yaml(manifest: object): string {
  return stringify(manifest, { aliasDuplicateObjects: false, blockQuote: 'literal', lineWidth: 0 });
}

/** A Job whose name the API server completes, so that it can be created again. */
function job(component: string, plan: Plan, settings: ScriptSettings, spec: object) {
  const labels = labelsOf(component, plan, settings);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { generateName: `wasmetrics-${component}-`, labels },
    spec: { ttlSecondsAfterFinished: KEPT, ...spec },
  };
}

/** The labels that Kubernetes recommends; an instance is one plan. */
function labelsOf(
  component: string,
  { works, engine }: Plan,
  { pods: { labels } }: ScriptSettings,
) {
  const recommended = {
    name: 'wasmetrics',
    instance: `wasmetrics-${works[0]!.digest.slice(0, 12)}`,
    version: engine.version,
    component,
  };
  const named = Object.entries(recommended).map(([key, value]) => [
    `app.kubernetes.io/${key}`,
    value,
  ]);
  return { ...(Object.fromEntries(named) as Record<string, string>), ...labels };
}

function claimText(plan: Plan, settings: ScriptSettings): string {
  const { megabytesOfParts } = plan.estimate;
  const inputs = plan.inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  const tasks = plan.works.reduce((sum, { bytes }) => sum + bytes, 0);
  const gibibytes = Math.ceil((2 * (megabytesOfParts * 2 ** 20 + inputs + tasks)) / GIBIBYTE);
  return `# The volume of the job folder. Pods on several nodes write to it, so its class must offer ReadWriteMany, as NFS and CephFS do.
# Skip it if the claim exists. If the default storage class lacks ReadWriteMany, name another with storageClassName.
${yaml(claimOf(gibibytes, labelsOf('volume', plan, settings), settings.pods))}`;
}

const query =
  'jsonpath=\'{.metadata.name} ready:{.status.ready} {.status.conditions[?(@.status=="True")].type}\'';
const reasons = "jsonpath='{.items[*].status.containerStatuses[*].state.waiting.reason}'";

const details =
  'jsonpath=\'{.status.conditions[*].message}{"\\n"}failed indexes (part - 1): {.status.failedIndexes}{"\\n"}\'';

/** The script that creates the Jobs of Kubernetes and waits for them to end. */
function runText(plan: Plan, settings: ScriptSettings): string {
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
