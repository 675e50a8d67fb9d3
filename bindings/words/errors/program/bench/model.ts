/** What `bench` says of programs, their coefficients and their times, in English. */
import { family } from '../../../family.js';
import type { Numbers, Texts } from '../../../told.js';

interface OfProgram {
  readonly program: string;
}

export const benchWords = family('bench', {
  title: ({ model, rows }: { readonly model: string; readonly rows: number }) =>
    `Speed of the model of ${model}, ${rows} rows`,
  machine: ({ cpu, cores, node, rounds }: Numbers<'cores' | 'rounds'> & Texts<'cpu' | 'node'>) =>
    `${cpu}, ${cores} cores, Node ${node}; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`} in turns`,
  program: 'program',
  version: 'version',
  coefficients: 'coefficients',
  cold: 'cold',
  warm: 'warm',
  ratio: 'ratio',
  memory: 'memory',
  time: 'time',
  workers: 'workers',
  difference: 'difference',
  agree: 'agree ({difference})',
  differ: 'DIFFER ({difference})',
  reference: 'reference',
  'title-warm':
    'one estimate, data read before (logarithmic scale; in brackets the ratio to wasmetrics)',
  'title-cold': 'a whole process, from its start (logarithmic scale)',
  'differ-short': 'other coefficients',
  builds: 'one fit, by build',
  estimators: 'one fit, by estimator',
  bootstraps: 'bootstrap of {reps} replicates, by scheme',
  legend:
    'cold: a whole process, from its start; warm: one estimate in a process that has read the data. One thread each. Ratios are of warm times',
  differs: ({
    program,
    difference,
    missing,
  }: OfProgram & {
    readonly difference: string;
    readonly missing: readonly string[];
  }) =>
    `${program}: coefficients differ by up to ${difference}, relative to the larger of coefficient and standard error${missing.length === 0 ? '' : `; it reports no ${missing.join(', ')}`}. Its time is that of another estimate`,
  absent: ({
    programs,
    install,
  }: {
    readonly programs: readonly string[];
    readonly install: string;
  }) => `not installed: ${programs.join(', ')}; to install: ${install}`,
  failed: ({ program, reason }: OfProgram & { readonly reason: string }) =>
    `${program}: failed${reason === '' ? '' : `: ${reason}`}`,
  late: '{program}: stopped after {seconds} s; give it longer with --limit',
  silent: ({ program, reason }: OfProgram & { readonly reason: string }) =>
    `${program}: printed no coefficients or no times${reason === '' ? '' : `, but: ${reason}`}`,
  unavailable: 'not available: {way}: {reason}',
});
