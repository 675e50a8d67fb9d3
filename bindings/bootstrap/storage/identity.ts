/** What the bits of a replicate depend on, so that only replicates of one bootstrap are put together. */
import type { EngineInfo } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import type { SchemeResult } from '../../results/fit.js';
import type { Recentring } from '../../results/scheme.js';
import type { BootstrapTask } from '../replicator.js';

export interface RunIdentity {
  /** The model without the path of its data and without its bootstrap. */
  readonly model: Readonly<Record<string, unknown>>;
  /** SHA-256 of the rows that the model is estimated from. */
  readonly data: string;
  readonly scheme: SchemeResult;
  readonly seed: number;
  readonly reps: number;
  /** Of GMM. */
  readonly recenter?: Recentring;
  /** Numbers of a replicate after its coefficients. */
  readonly statistics: readonly string[];
  /** SHA-256 of the core. */
  readonly build: string;
}

export async function identify(
  model: object,
  task: BootstrapTask,
  reps: number,
  statistics: readonly string[],
  { sha256: build }: EngineInfo,
): Promise<RunIdentity> {
  const modelKeys: Record<string, unknown> = { ...model };
  delete modelKeys['data'];
  delete modelKeys['bootstrap'];
  const { seed, scheme } = task;
  const data = await digestOf(dataOf(task));
  return {
    model: plain(modelKeys),
    data,
    scheme,
    seed,
    reps,
    statistics,
    ...recentred(task),
    build,
  };
}

function dataOf(task: BootstrapTask): object {
  if (task.kind === 'dpd') return task.design;
  if (task.kind === 'linear') return { ...task.design, ...task.units };
  const { absorbed } = task.problem.model.transformation;
  return { ...task.rows, ...task.units, absorbed };
}

/** How the moments of replicates are centred; nothing where there are none. */
export function recentred({ recenter }: BootstrapTask): { readonly recenter?: Recentring } {
  return recenter === undefined ? {} : { recenter };
}

/**
 * Throws InputError `other-run` when `found`, of the checkpoint or shard `name`, is not the run `expected`.
 * Data of another model are another design, so only models are compared then.
 */
export function checkSameRun<Run extends RunIdentity>(
  name: string,
  saved: Run,
  expected: Run,
): void {
  const models = compare({ ...saved.model }, { ...expected.model }, 'model.');
  const rest = compare({ ...saved } as Values, { ...expected } as Values, '').filter(
    ({ what }) => what !== 'model',
  );
  const differences = [
    ...models,
    ...rest.filter(({ what }) => models.length === 0 || what !== 'data'),
  ];
  if (differences.length === 0) return;
  const words = differences.map(
    ({ what, expected, found }) => `${what} ${expected}, found ${found}`,
  );
  throw new InputError('other-run', `${name}: is of another run: expected ${words.join('; ')}`, {
    file: name,
    differences,
  });
}

export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

type Values = Readonly<Record<string, unknown>>;

function compare(saved: Values, expected: Values, prefix: string): Difference[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(saved)])];
  return keys
    .map((key) => ({
      what: prefix + key,
      expected: printed(expected[key]),
      found: printed(saved[key]),
    }))
    .filter((pair) => pair.expected !== pair.found);
}

/** JSON with the keys of objects in one order, as models may be written in any. */
function printed(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) as string | undefined;
  return text ?? 'nothing';
}

/** As it reads back from JSON. */
function plain(value: object): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>>;
}

/** SHA-256 of a plain object: its JSON, in which an array of numbers is its length, then the arrays. */
async function digestOf(value: object): Promise<string> {
  const arrays: Uint8Array<ArrayBuffer>[] = [];
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (!ArrayBuffer.isView(part)) return part;
    arrays.push(bytesOf(part));
    return part.byteLength;
  });
  return sha256(new Blob([text, ...arrays]));
}

/** A copy of the bytes, every missing number with the same ones. */
function bytesOf(view: ArrayBufferView): Uint8Array<ArrayBuffer> {
  const numbers =
    view instanceof Float64Array ? view.map((x) => (Number.isNaN(x) ? NaN : x)) : view;
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
}

/** In hexadecimal digits. Pages have the hash only where they come by https or from the machine itself. */
export async function sha256(blob: Blob): Promise<string> {
  if (typeof crypto === 'undefined' || crypto.subtle === undefined) {
    const message = 'bootstrap: checkpoints need a page that was loaded by https or from localhost';
    throw new InputError('insecure-page', message);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
