/** What commands say next to their results: progress, files that were written, and what to do next, in English. */
import { family } from '../../family.js';
import type { Told } from '../../told.js';
import { count, plural } from '../../text/counts.js';
import { durationOf } from '../../text/progress.js';

/** What an analysis repeats. */
export type Repeated = 'replicates' | 'specifications' | 'units' | 'panels' | 'places' | 'jobs';

export interface Progressed {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly secondsLeft: number;
}

function leftWords(seconds: number): string {
  return `${durationOf(seconds) ?? 'unknown time'} left`;
}

/** `41 of 274 MB, 4.2 MB/s, 56 s left, 1,234,567 rows`. */
export interface Reading {
  readonly name: string;
  readonly read: string;
  /** Megabytes in all; undefined if it is not known. */
  readonly all: string | undefined;
  readonly speed: string;
  readonly secondsLeft: number;
  readonly rows: number;
}

/** A part of a job folder that was run. */
export interface PartDone {
  readonly part: string;
  readonly jobs: number;
  readonly completed: number;
  readonly before: boolean;
  readonly partial: boolean;
  readonly what: Repeated;
}
export interface Guessed {
  readonly outcome: string;
  readonly regressor: string;
  readonly controls: readonly string[];
}

/** Names of columns by what they may be in a model. */
export interface ColumnKinds {
  readonly indicators: readonly string[];
  readonly shares: readonly string[];
  readonly logs: readonly string[];
}

export const notices = family('notice', {
  /** `4,096/10,000 replicates, 16,023/s, 1 s left, 0 failed`. */
  replicates: ({
    done,
    total,
    rate,
    secondsLeft,
    failed,
  }: Progressed & { readonly rate: number }) =>
    `${count(done)}/${count(total)} replicates, ${count(rate)}/s, ${leftWords(secondsLeft)}, ${count(failed)} failed`,
  bootstrap: ({ replicates, error }: { readonly replicates: Told; readonly error: string }) =>
    `bootstrap: ${replicates.text}; Monte Carlo error of standard errors at most ${error}`,
  'error-column': 'std. error',
  'monte-carlo-column': 'MC error',
  'relative-column': 'relative',
  /** `T5.2, 41,000/99,000 replicates, 4 s left`. */
  study: ({ id, done, total, secondsLeft, failed }: Progressed & { readonly id: string }) => {
    const broken = failed === 0 ? '' : `, ${count(failed)} failed`;
    return `${id}, ${count(done)}/${count(total)} replicates, ${leftWords(secondsLeft)}${broken}`;
  },
  'study-line': ({ progress }: { readonly progress: Told }) => `study: ${progress.text}`,
  refits: ({ done, total, what, secondsLeft, failed }: Progressed & { readonly what: Repeated }) =>
    `${count(done)}/${count(total)} ${what}, ${Math.ceil(secondsLeft)} s left, ${count(failed)} failed`,
  reading: ({ name, read, all, speed, secondsLeft, rows }: Reading) =>
    all === undefined
      ? `reading ${name}: ${read} MB, ${speed} MB/s`
      : `reading ${name}: ${read} of ${all} MB, ${speed} MB/s, ${leftWords(secondsLeft)}, ${count(rows)} rows`,
  specifications: ({ n, reps }: { readonly n: number; readonly reps: number | undefined }) => {
    const all = plural(n, 'specification');
    if (reps === undefined) return all;
    return `${all} with ${count(reps)} replicates each: ${count(n * reps)} replicates`;
  },
  wrote: ({ files }: { readonly files: readonly string[] }) => `wrote ${files.join(', ')}`,
  serving: ({ files }: { readonly files: readonly string[] }) =>
    `serves the page${['', ...files].join(', ')} to this machine until Ctrl-C`,
  bundle: 'wrote {target}: {files} files; search README.md for TODO',
  sealed: 'sealed {target}: {files} files',
  removed: ({ files }: { readonly files: readonly string[] }) =>
    `removed ${files.join(', ')}, made for an earlier manifest: sign manifest-sha256.txt again`,
  record:
    'the measurements of this run could not be kept ({reason}), so another bundle of this study will have different ones; use --cache FOLDER, or --record with log/run.json of this bundle',
  outputs: 'merge: outputs are below {root}',
  'computed-here': 'merge: {subject}: {jobs} jobs are not in the plan and are computed here',
  partial: ({
    completed,
    jobs,
    what,
  }: {
    readonly completed: number;
    readonly jobs: number;
    readonly what: Repeated;
  }) => `PARTIAL: ${count(completed)} of ${count(jobs)} ${what}`,
  'set-aside': ({ cause, file }: { readonly cause: Told; readonly file: string }) =>
    `${cause.text}; it is set aside as ${file}`,
  part: ({ part, jobs, completed, before, partial, what }: PartDone) => {
    if (jobs === 0) return `part ${part}: nothing to do, as there are fewer pieces than parts`;
    if (before) return `part ${part}: done before`;
    if (!partial) return `part ${part}: ${count(jobs)} ${what}`;
    return `part ${part}: PARTIAL: ${count(completed)} of ${count(jobs)} ${what}; run it again`;
  },
  worker: 'worker {name} is ready: core {build}',
  'reader-keys': ({ keys }: { readonly keys: string }) =>
    `reader: ${keys}; the study has these keys`,
  reshape: ({ text, periods }: Reshaped) => {
    const [first, last] = [periods[0], periods.at(-1)];
    return `columns hold periods or series (${String(first)} to ${String(last)}); reshape: ${text}`;
  },
  'no-panel': 'panel: none guessed, as no pair of columns names units and periods',
  panel:
    'panel: guessed unit {unit}, time {time} ({units} units, {periods} periods, no pair in two rows)',
  models: ({ outcome, regressor, controls }: Guessed) => {
    const others = controls.length === 0 ? '' : `; controls ${controls.join(', ')}`;
    return `models: ${outcome} on ${regressor}${others}`;
  },
  kinds: ({ indicators, shares, logs }: ColumnKinds) =>
    [
      ['0-1 indicators', indicators] as const,
      ['shares', shares] as const,
      ['positive and skewed, so log(x) may suit', logs] as const,
    ]
      .flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}: ${names.join(', ')}`]))
      .join('; '),
  next: ({ command }: { readonly command: string }) => `next: ${command}`,
  meant: 'next: did you mean {text}?',
  'cluster-pairs':
    'next: {text} clusters by both columns; for their pairs build a column of numbers, as in --build "pair={command}"',
  'no-running':
    'next: running sums, products and means are not in this version; make them a column of the data before',
  formula: 'next: a formula is an outcome, ~ and regressors, as in "{text}"',
  'number-keys': ({ text, keys, command }: NumberKeyHint) =>
    `next: to read "${text}" as a number, set ${keys} in data${command === undefined ? '' : ` or add ${command}`}`,
  'study-file': 'wrote {path}; run it: npx wasmetrics study {shell}',
  /** `way` is the command that continues; undefined if nothing is kept. */
  stopped: ({ way }: { readonly way: string | undefined }) =>
    way === undefined
      ? 'stopped; no files were written, and --no-cache keeps nothing for the next run'
      : `stopped; no files were written, but finished work is kept; continue with: ${way}`,
  text: 'text is not filled with --only',
  watched: ({
    seconds,
    changed,
    path,
  }: {
    readonly seconds: string;
    readonly changed: readonly string[];
    readonly path: string;
  }) =>
    `${seconds} s, ${changed.length === 0 ? 'nothing changed' : `changed: ${changed.join(', ')}`}; watching ${path}`,
  required: '--require: {id} is {verdict}',
  outside: 'the study writes outside {folder}: {files}',
  'state-replicates': '{bar} {done}/{all} replicates',
  'state-parts':
    '{parts} parts: {done} done, {partial} partial, {missing} missing, {failed} failed; {running} running',
  'part-failed': 'part {part} failed: {message} [{code}]',
  'more-failed': 'and {count} more failed',
  again: 'run again: {parts}',
  'all-done': 'all parts are done: wasmetrics merge {place}',
  'plan-work': '{subject}: {jobs} jobs',
  'plan-jobs': ({ jobs, what, parts, pieces }: PlanSize) =>
    `${jobs} ${what} in ${parts} parts and ${pieces} pieces`,
  'plan-part': 'each part: {time}, {megabytes} MB of memory',
  'plan-total':
    'in total: {time}; the merge takes {merge} MB of memory, the parts {disk} MB on disk',
  'plan-measured': ({ sampled, what, milliseconds }: PlanMeasured) =>
    `measured: ${sampled} ${what} at ${milliseconds} ms each`,
  'plan-hashed': '{path} (by its hash)',
  'plan-frozen': ({
    inputs,
    core,
  }: {
    readonly inputs: readonly (string | Told)[];
    readonly core: string;
  }) =>
    `frozen: ${inputs.map((one) => (typeof one === 'string' ? one : one.text)).join(', ')}; core ${core}`,
  'plan-start': 'start:  {command}',
  'plan-state': 'state:  {command}',
  'plan-result': 'result: {command}',
  'wide-wrong':
    'operations of 256 bits give other numbers here with Node {version}, so those of 128 bits are used, which take longer',
  'coded-warning': 'warning: {text} [{code}]',
  warning: ({ told }: { readonly told: Told }) => `Warning: ${told.text}`,
  'note-of-file': ({ file, told }: { readonly file: string; readonly told: Told }) =>
    `warning: ${file === '' ? '' : `${file}: `}${told.text}`,
  personal: ({ column, kind, count: rows, example }: Personal) =>
    `column "${column}" may hold ${/^[aei]/.test(kind) ? 'an' : 'a'} ${kind} in ${rows} rows, such as ${example}; if persons are named, use --confidential or leave the column out`,
  'equal-rows':
    '{rows} synthetic rows of {file} equal rows of the data by chance, as its columns have few values',
});

interface NumberKeyHint {
  readonly text: string;
  readonly keys: string;
  /** The keys as options of a command; undefined if it has none. */
  readonly command: string | undefined;
}

interface Reshaped {
  /** The key in YAML. */
  readonly text: string;
  readonly periods: readonly string[];
}

interface PlanSize {
  readonly jobs: string;
  readonly what: Repeated;
  readonly parts: string;
  readonly pieces: string;
}

interface PlanMeasured {
  readonly sampled: string;
  readonly what: Repeated;
  readonly milliseconds: string;
}

interface Personal {
  readonly column: string;
  /** What it may be, such as `phone number`. */
  readonly kind: string;
  readonly count: number;
  readonly example: string;
}
