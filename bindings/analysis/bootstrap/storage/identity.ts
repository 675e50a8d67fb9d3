/** Everything that the bits of a replicate depend on. Only replicates of the same bootstrap may be combined. */
import * as said from '../../../words/errors/bootstrap/checkpoints.js';
import type { EngineInfo } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import type { DataSteps } from '../../../models/schema/data-keys.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { Recentring } from '../../../results/bootstrap/scheme.js';
import type { Rebuild } from '../tasks/rebuild.js';
import { kindOf } from '../kinds/registry.js';
import type { BootstrapTask } from '../replicator.js';

export interface RunIdentity {
  /** The model without its bootstrap and without the paths of its data. */
  readonly model: Readonly<Record<string, unknown>>;
  /** SHA-256 of the rows that the model is estimated from. */
  readonly data: string;
  readonly scheme: SchemeResult;
  readonly seed: number;
  readonly reps: number;
  /** Recentring of GMM. */
  readonly recenter?: Recentring;
  /** Names of the numbers after the coefficients of a replicate. */
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
  // Files are compared by their content, which is in the data.
  for (const key of ['append', 'merge'] as const) {
    const files = (modelKeys as DataSteps)[key];
    if (files !== undefined) modelKeys[key] = files.map((one) => ({ ...one, file: undefined }));
  }
  const { seed, scheme, rebuild, recenter } = task;
  const inputs = kindOf(task).inputs(task);
  const data = await digestOf(rebuild === undefined ? inputs : [inputs, rebuiltFrom(rebuild)]);
  return {
    model: plain(modelKeys),
    data,
    scheme,
    seed,
    reps,
    statistics,
    ...(recenter !== undefined && { recenter }),
    build,
  };
}

/** What drawn tables are built again from. In stored runs the estimator comes before its model. */
function rebuiltFrom(rebuild: Rebuild): object {
  const { refit, table } = rebuild;
  const cells = [...table.columns].map(([name, { values }]) => ({ name, values }));
  return { ...rebuild, refit: { estimator: refit.model.estimator, ...refit }, table: cells };
}

/**
 * Throws InputError `other-run` if `saved`, from the checkpoint `name`, is not the run `expected`. If the models
 * differ, their data are not compared, because another model has another design.
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
  throw new InputError(said.otherRun({ file: name, differences }), name);
}

type Values = Readonly<Record<string, unknown>>;

function compare(saved: Values, expected: Values, prefix: string): said.RunDifference[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(saved)])];
  return keys
    .map((key) => ({
      what: prefix + key,
      expected: printed(expected[key]),
      found: printed(saved[key]),
    }))
    .filter((pair) => pair.expected !== pair.found);
}

/** Writes JSON with sorted keys, because models may have their keys in any order. */
function printed(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) as string | undefined;
  return text ?? 'nothing';
}

/** Returns the value as JSON reads it back. */
function plain(value: object): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>>;
}

/** SHA-256 of a plain object: first its JSON, in which typed arrays are replaced by their lengths, then the arrays. */
async function digestOf(value: object): Promise<string> {
  const arrays: Uint8Array<ArrayBuffer>[] = [];
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (!ArrayBuffer.isView(part)) return part;
    arrays.push(bytesOf(part));
    return part.byteLength;
  });
  return sha256(new Blob([text, ...arrays]));
}

/** Copies the bytes; every NaN gets the same bytes. */
function bytesOf(view: ArrayBufferView): Uint8Array<ArrayBuffer> {
  const numbers =
    view instanceof Float64Array ? view.map((x) => (Number.isNaN(x) ? NaN : x)) : view;
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
}

/** Returns SHA-256 in hexadecimal digits. Browsers offer it only to pages served from https or localhost. */
export async function sha256(blob: Blob): Promise<string> {
  if (typeof crypto === 'undefined' || crypto.subtle === undefined) {
    throw new InputError(said.insecurePage(), 'bootstrap');
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
