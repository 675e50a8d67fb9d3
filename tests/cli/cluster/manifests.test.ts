/** The manifests of Kubernetes: by the published schemas, and read against the Pod Security Standard "restricted". */
import { Job } from 'kubernetes-models/batch/v1';
import { PersistentVolumeClaim } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ScriptOptions } from '../../../cli/cluster/scripts/settings.js';
import { faultsOfPod, type Fields } from './restricted.js';
import { scriptTexts, wished } from './plans.js';

type JobData = NonNullable<ConstructorParameters<typeof Job>[0]>;

const jobsOf = (options: ScriptOptions = {}) => {
  const texts = scriptTexts('kubernetes', options);
  return ['parts.yaml', 'merge.yaml'].map((name) => parse(texts[name]!) as JobData);
};
const podOf = (job: JobData) => job.spec!.template.spec!;

describe('the manifests', () => {
  it('have the values and formats of the published schema', () => {
    const bucket = scriptTexts('kubernetes', { store: 's3://jobs/7' })['parts.yaml']!;
    const jobs = [...jobsOf(), ...jobsOf(wished), parse(bucket) as JobData];
    const claim = parse(scriptTexts('kubernetes')['claim.yaml']!) as Fields;
    for (const job of jobs) expect(() => new Job(job).validate()).not.toThrow();
    expect(() => new PersistentVolumeClaim(claim).validate()).not.toThrow();
    const wrong = structuredClone(jobs[0]) as unknown as { spec: Fields };
    wrong.spec['completions'] = 'many';
    expect(() => new Job(wrong as unknown as JobData).validate()).toThrow(/completions/);
  });

  it('run part index + 1, retry an index by itself, and count 75 as no failure', () => {
    const [{ spec, metadata }] = jobsOf() as [JobData];
    expect(metadata).toMatchObject({ generateName: 'wasmetrics-parts-' });
    expect(metadata).not.toHaveProperty('name');
    expect(spec).toMatchObject({
      completions: 120,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 3,
      ttlSecondsAfterFinished: 86_400,
    });
    const { rules } = spec!.podFailurePolicy!;
    expect(rules.filter(({ action }) => action === 'Ignore').at(-1)?.onExitCodes?.values).toEqual([
      75,
    ]);
    expect(spec!.template.spec!.restartPolicy).toBe('Never'); // podFailurePolicy demands it
    expect(spec!.template.metadata!.labels).toEqual(metadata!.labels);
  });

  it('limit the failed indexes of Jobs that are so large that Kubernetes demands it', () => {
    const limitOf = (parts: number) => {
      const text = scriptTexts('kubernetes', {}, { parts })['parts.yaml']!;
      return (parse(text) as JobData).spec!.maxFailedIndexes;
    };
    expect([limitOf(100_000), limitOf(100_001)]).toEqual([undefined, 10_000]);
  });

  it('ask for what the plan measured, as requests and as limits', () => {
    const resources = jobsOf().map((job) => podOf(job).containers[0]!.resources);
    const [parts, merge] = [
      { cpu: '2', memory: '300Mi' },
      { cpu: '1', memory: '400Mi' },
    ];
    expect(resources).toEqual([
      { requests: parts, limits: parts },
      { requests: merge, limits: merge },
    ]);
  });

  it('take image, policy, claim, folder, user and labels from the options', () => {
    for (const job of jobsOf(wished)) {
      const pod = podOf(job);
      expect(pod.containers[0]).toMatchObject({ image: wished.image, imagePullPolicy: 'Always' });
      expect(pod.containers[0]!.volumeMounts![0]).toMatchObject({ subPath: 'jobs/7 and more' });
      expect(pod.volumes![0]).toMatchObject({ persistentVolumeClaim: { claimName: 'econ' } });
      expect(pod.securityContext).toMatchObject({ runAsUser: 1234, runAsGroup: 100, fsGroup: 100 });
      expect(job.metadata!.labels).toMatchObject({
        team: 'econ',
        'app.kubernetes.io/name': 'wasmetrics',
      });
    }
    const [usual] = jobsOf();
    expect(podOf(usual!).containers[0]).toMatchObject({
      image: 'wasmetrics:1.2.3',
      imagePullPolicy: 'IfNotPresent',
    });
  });

  it('describe a claim that pods on several nodes can write to', () => {
    const text = scriptTexts('kubernetes')['claim.yaml']!;
    const claim = parse(text) as Fields;
    expect(claim).toMatchObject({
      metadata: { name: 'wasmetrics-job' },
      spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '2Gi' } } },
    });
    expect(text).toMatch(/must offer ReadWriteMany/);
  });
});

describe('with the job folder in a bucket', () => {
  const store = "s3://jobs/it's 7";
  const texts = scriptTexts('kubernetes', { store });

  it('there is no volume, and the keys come from a Secret', () => {
    expect(Object.keys(texts)).toEqual(['run.sh', 'parts.yaml']);
    const job = parse(texts['parts.yaml']!) as JobData;
    const pod = podOf(job);
    expect(faultsOfPod(pod as unknown as Fields)).toEqual([]);
    expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }]);
    expect(pod.containers[0]).toMatchObject({
      workingDir: '/tmp',
      envFrom: [{ secretRef: { name: 'wasmetrics-bucket' } }],
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    });
    expect(pod.containers[0]!.args![2]).toContain(String.raw`run 's3://jobs/it'\''s 7' --shard`);
  });

  it('the script merges where it runs', () => {
    expect(texts['run.sh']).toMatch(/^for step in parts; do$/m);
    expect(texts['run.sh']).toContain(String.raw`set -- merge 's3://jobs/it'\''s 7'`);
  });
});

describe('the profile "restricted"', () => {
  it('allows the pods, whatever the options', () => {
    for (const options of [{}, wished]) {
      for (const job of jobsOf(options))
        expect(faultsOfPod(podOf(job) as unknown as Fields)).toEqual([]);
    }
  });

  it('and what admins want besides: no token, a root that is read-only, a group for the volume', () => {
    for (const job of jobsOf()) {
      const pod = podOf(job);
      const [container] = pod.containers;
      expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
      expect(pod.securityContext).toMatchObject({
        fsGroup: 1000,
        fsGroupChangePolicy: 'OnRootMismatch',
      });
      expect(container!.securityContext).toMatchObject({ readOnlyRootFilesystem: true });
      expect(container!.volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/tmp' });
      expect(container!.env).toContainEqual({ name: 'HOME', value: '/tmp' });
      expect(pod.volumes!.map(({ emptyDir }) => emptyDir !== undefined)).toEqual([false, true]);
    }
  });

  it.each<[string, (pod: Fields, container: Fields, security: Fields) => void]>([
    ['runs as non-root', (pod) => delete (pod['securityContext'] as Fields)['runAsNonRoot']],
    ['user 0', (pod) => ((pod['securityContext'] as Fields)['runAsUser'] = 0)],
    ['seccomp', (pod) => delete (pod['securityContext'] as Fields)['seccompProfile']],
    ['escalation', (_, __, security) => delete security['allowPrivilegeEscalation']],
    ['drop ALL', (_, __, security) => delete security['capabilities']],
    [
      'only NET_BIND_SERVICE',
      (_, __, security) => (security['capabilities'] = { drop: ['ALL'], add: ['SYS_ADMIN'] }),
    ],
    ['privileged', (_, __, security) => (security['privileged'] = true)],
    ['hostNetwork', (pod) => (pod['hostNetwork'] = true)],
    ['hostPath', (pod) => (pod['volumes'] = [{ name: 'x', hostPath: { path: '/' } }])],
    ['hostPort', (_, container) => (container['ports'] = [{ containerPort: 1, hostPort: 1 }])],
    ['procMount', (_, __, security) => (security['procMount'] = 'Unmasked')],
    [
      'sysctls',
      (pod) => ((pod['securityContext'] as Fields)['sysctls'] = [{ name: 'kernel.x', value: '1' }]),
    ],
  ])('as it is read here refuses a pod that breaks: %s', (rule, change) => {
    const pod = structuredClone(podOf(jobsOf()[0]!)) as unknown as Fields;
    const [container] = pod['containers'] as [Fields];
    change(pod, container, container['securityContext'] as Fields);
    expect(faultsOfPod(pod).join()).toContain(rule);
  });
});
