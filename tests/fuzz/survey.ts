/** Reads damaged checkpoints, and counts what comes of it. */
import { bootstrap, EconError, type FitResult, fitModel, withBootstrap } from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import { modelOf, simulate } from '../properties/panels.js';
import { forged, memory } from '../bindings/analysis/bootstrap/storage/storage.js';
import { damages, type Draw, drawsOf, edits } from './damage.js';

const options = { reps: 40, seed: 4, workers: 0 } as const;

export interface Survey {
  /** Outcomes by kind of damage and by code of the error, or `undamaged result`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Outcomes that are neither a typed error naming the file nor the undamaged result. */
  readonly wrong: readonly string[];
}

interface Case {
  readonly kind: string;
  readonly damaged: Buffer;
  /** The result, as JSON, that is made from the damaged file. */
  readonly result: () => Promise<string>;
}

/** Damages a checkpoint `count` times. */
export async function survey(count: number, seed: number): Promise<Survey> {
  const cases = await casesOf();
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (let number = 0; number < count; number++) {
    const { kind, damaged, result } = cases.draw(drawsOf(seed, number));
    const outcome = await outcomeOfDamage(result, cases.expected);
    const key = `${kind}: ${outcome}`;
    counts[key] = (counts[key] ?? 0) + 1;
    if (outcome.startsWith('WRONG')) wrong.push(`${number} (${damaged.length} bytes): ${key}`);
  }
  return { counts, wrong };
}

const NAME = 'damaged.wasmreps';

/** The code of the error, `undamaged result`, or what is wrong. */
export async function outcomeOfDamage(
  result: () => Promise<string>,
  expected: string,
): Promise<string> {
  try {
    return (await result()) === expected ? 'undamaged result' : 'WRONG result';
  } catch (error) {
    if (!(error instanceof EconError)) return `WRONG error ${String(error)}`;
    return error.message.includes(NAME) ? error.code : `WRONG message ${error.message}`;
  }
}

/** Draws damaged checkpoints of one bootstrap. */
export async function casesOf() {
  const fit = await fitModel(simulate({ units: 30, periods: 6, seed: 5 }), modelOf({}, true));
  const saved = await checkpointOf(fit);
  const expected = toJson(withBootstrap(fit, await bootstrap(fit, options).result));

  const resumed = async (bytes: Uint8Array) => {
    const checkpoint = { ...memory(bytes), name: NAME };
    const run = bootstrap(fit, { ...options, checkpoint, resume: true });
    return toJson(withBootstrap(fit, await run.result));
  };
  const draw = (random: Draw): Case => {
    const source = Buffer.from(saved);
    const forges = random(4) === 0;
    const kinds = Object.entries(forges ? edits : damages);
    const [name, damage] = kinds[random(kinds.length)]!;
    const damaged = forges
      ? Buffer.from(forged(source, (json) => damage(Buffer.from(json), random).toString()))
      : damage(source, random);
    return { kind: `${forges ? 'forged ' : ''}${name}`, damaged, result: () => resumed(damaged) };
  };
  return { expected, draw };
}

/** A checkpoint of the whole run. */
async function checkpointOf(fit: FitResult): Promise<Uint8Array> {
  const checkpoint = memory();
  await bootstrap(fit, { ...options, checkpoint }).result;
  return checkpoint.written.at(-1)!;
}
