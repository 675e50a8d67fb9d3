/** Manifests of Kubernetes as literals of the published types, for the compiler to check. */
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { scriptTexts, wished } from '../cli/cluster/plans.js';

type Fields = Readonly<Record<string, unknown>>;

const jobsOf = (options = {}) => {
  const texts = scriptTexts('kubernetes', options);
  return ['parts.yaml', 'merge.yaml'].map((name) => parse(texts[name]!) as Fields);
};
const bucket = scriptTexts('kubernetes', { store: 's3://jobs/7' })['parts.yaml']!;
const jobs = [...jobsOf(), ...jobsOf(wished), parse(bucket) as Fields];
const misspelt = structuredClone(jobs[0]!) as { spec: Record<string, unknown> };
misspelt.spec['backoffLimitPerIndx'] = misspelt.spec['backoffLimitPerIndex'];
const claim = parse(scriptTexts('kubernetes')['claim.yaml']!) as Fields;

const job = 'batch/v1).IJob';
const values = [
  ...jobs.map((value) => ({ type: job, value, fault: '' })),
  { type: job, value: misspelt, fault: 'backoffLimitPerIndx' },
  { type: 'v1).IPersistentVolumeClaim', value: claim, fault: '' },
];

/** A source with a line per manifest, and the word that each line's fault names, empty for none. */
export const manifests = {
  path: fileURLToPath(new URL('manifests.virtual.ts', import.meta.url)),
  text: values
    .map(({ type, value }, i) => {
      const imported = `import('kubernetes-models/${type.replace(')', "')")}`;
      return `export const v${i}: ${imported} = ${JSON.stringify(value)};`;
    })
    .join('\n'),
  faults: values.map(({ fault }) => fault),
};
