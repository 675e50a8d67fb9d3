/** A plan for tests of scripts, and the scripts of a scheduler by name. */
import type { Plan, Scheduler } from '../../../cli/cluster/plan-file.js';
import { scriptsOf } from '../../../cli/cluster/scripts/index.js';
import { type ScriptOptions, settingsOf } from '../../../cli/cluster/scripts/settings.js';

const plan = {
  command: ['fit', 'model.yaml', '--json'],
  engine: { version: '1.2.3' },
  inputs: [{ bytes: 1000 }],
  works: [{ digest: 'ab'.repeat(32), bytes: 1000 }],
  parts: 120,
  workers: 2,
  minutesLimit: 55,
  estimate: { megabytesEach: 300, megabytesToMerge: 400, megabytesOfParts: 900 },
} as unknown as Plan;

/** The texts of the scripts of a plan, by their names. */
export function scriptTexts(
  scheduler: Scheduler,
  options: ScriptOptions = {},
  { out, ...change }: Partial<Plan> & { readonly out?: string } = {},
): Record<string, string> {
  const settings = { ...settingsOf(options, scheduler), out };
  const scripts = scriptsOf[scheduler]({ ...plan, ...change }, settings);
  return Object.fromEntries(scripts.map(({ name, text }) => [name, text]));
}

/** Options of scripts for Kubernetes, each with characters that a script must quote. */
export const wished: ScriptOptions = {
  image: 'registry.example.org:5000/econ/wasmetrics@sha256:' + 'a'.repeat(64),
  pullPolicy: 'Always',
  claim: 'econ/jobs/7 and more',
  user: '1234:100',
  label: ['team=econ', 'kueue.x-k8s.io/queue-name=long'],
  prelude: ['export HOME="/tmp/$USER" # $(NOT_EXPANDED) $$'],
};
