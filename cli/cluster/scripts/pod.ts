/** The pods of a job folder, which obey the Pod Security Standard "restricted", and the claim of their volume. */
import type { PodSettings } from './script.js';

/** Seconds between SIGTERM and the forced end of a pod. */
const GRACE = 60;

/** The Secret with the credentials of a bucket. */
const KEYS = 'wasmetrics-bucket';

export const GIBIBYTE = 2 ** 30;

interface Pod {
  readonly script: string;
  readonly megabytes: number;
  readonly cpus: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly image: string;
  /** True if the job folder is in a bucket instead of a volume. */
  readonly keepsInBucket: boolean;
  readonly pods: Omit<PodSettings, 'image'>;
}

/**
 * A template whose container runs a shell script in the job folder. The image's init process stays, because it is the
 * entry point.
 */
export function podTemplate({ script, megabytes, cpus, labels, image, keepsInBucket, pods }: Pod) {
  const { pullPolicy, claim, user } = pods;
  const volume = { name: 'job', persistentVolumeClaim: { claimName: claim.name } };
  const subPath = claim.folder === undefined ? {} : { subPath: claim.folder };
  const mount = { name: 'job', mountPath: '/job', ...subPath };
  const resources = { cpu: String(cpus), memory: `${megabytes}Mi` };
  return {
    metadata: { labels },
    spec: {
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: GRACE,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user.uid,
        runAsGroup: user.gid,
        fsGroup: user.gid,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'wasmetrics',
          image,
          imagePullPolicy: pullPolicy,
          args: ['sh', '-c', withoutExpansion(script)],
          workingDir: keepsInBucket ? '/tmp' : '/job',
          ...(keepsInBucket && { envFrom: [{ secretRef: { name: KEYS } }] }),
          env: [{ name: 'HOME', value: '/tmp' }],
          resources: { requests: resources, limits: resources },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          volumeMounts: [...(keepsInBucket ? [] : [mount]), { name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [
        ...(keepsInBucket ? [] : [volume]),
        { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
      ],
    },
  };
}

/** Kubernetes replaces `$(NAME)` in arguments, and `$$` by `$`. */
function withoutExpansion(script: string): string {
  return script.replaceAll('$', '$$$$');
}

export function claimOf(gibibytes: number, labels: Pod['labels'], { claim }: Pod['pods']) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: claim.name, labels },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: `${gibibytes}Gi` } },
    },
  };
}
