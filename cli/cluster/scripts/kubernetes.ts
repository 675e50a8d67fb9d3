/** An Indexed Job of Kubernetes, and a Job that merges its parts. The folder is in a shared volume. */
import { stringify } from 'yaml';
import type { Plan } from '../plan-file.js';
import type { Script } from './script.js';

/** Failures of the machine, such as too little memory, after which an index is given up. */
const TRIES = 3;
/** Pods at a time, unless there are fewer parts. */
const PODS = 50;
/** Seconds between SIGTERM and the end of a pod. */
const GRACE = 60;
/** Exit codes that would be the same again: wrong usage or input, no identification, numerical failures. */
const FINAL_CODES = [2, 3, 4, 5, 6];
const AGAIN = 75;

export function kubernetesScripts(plan: Plan): Script[] {
  const { parts, minutesLimit, command, estimate } = plan;
  const result = command.includes('--json') ? 'result.json' : 'result.txt';
  const run = `exec wasmetrics run /job --shard $((JOB_COMPLETION_INDEX + 1))/${parts} --max-time ${minutesLimit}m`;
  const job = {
    ...head('wasmetrics-parts'),
    spec: {
      completions: parts,
      parallelism: Math.min(parts, PODS),
      completionMode: 'Indexed',
      backoffLimitPerIndex: TRIES,
      podFailurePolicy: {
        rules: [
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
          { action: 'Ignore', onExitCodes: { operator: 'In', values: [AGAIN] } },
          { action: 'FailIndex', onExitCodes: { operator: 'In', values: FINAL_CODES } },
        ],
      },
      template: template(run, plan, estimate.megabytesEach),
    },
  };
  const merging = `wasmetrics merge /job > /job/${result}.tmp && mv /job/${result}.tmp /job/${result}`;
  const merge = {
    ...head('wasmetrics-merge'),
    spec: { backoffLimit: 0, template: template(merging, plan, estimate.megabytesToMerge) },
  };
  const start =
    'kubectl apply -f parts.yaml && kubectl wait --for=condition=complete job/wasmetrics-parts --timeout=-1s && kubectl apply -f merge.yaml';
  return [
    { name: 'parts.yaml', text: stringify(job), start },
    { name: 'merge.yaml', text: stringify(merge) },
  ];
}

function head(name: string) {
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name } };
}

function template(script: string, { workers }: Plan, megabytes: number) {
  const resources = { cpu: String(Math.max(1, workers)), memory: `${megabytes}Mi` };
  return {
    spec: {
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: GRACE,
      containers: [
        {
          name: 'wasmetrics',
          image: 'wasmetrics:latest',
          command: ['sh', '-c', script],
          resources: { requests: resources, limits: { memory: resources.memory } },
          volumeMounts: [{ name: 'job', mountPath: '/job' }],
        },
      ],
      volumes: [{ name: 'job', persistentVolumeClaim: { claimName: 'wasmetrics-job' } }],
    },
  };
}
