/** What a fuzzer draws and runs, and the judgement of its outcome. */
import type { Draw } from './damage.js';

/** One drawn input with the call that reads it. */
export interface Trial {
  /** What was called, for the report of a finding. */
  readonly input: string;
  readonly run: () => unknown;
  /** Most milliseconds that it may take; default 2000. */
  readonly most?: number;
}

/** A part of the program with a generator of inputs. `prepare` is called once per run. */
export interface Target {
  readonly name: string;
  readonly prepare: () => Promise<(draw: Draw) => Trial>;
}

/** How a trial ended: `value`, the code of a typed error, or what is wrong. */
export interface Outcome {
  readonly outcome: string;
  readonly wrong?: string;
}

/** The message of an error that a drawn getter throws. */
export const thrown = 'a getter that throws';

/** A result that differs from a plain restatement, or that a writer or reader contradicts. */
export class WrongResult extends Error {}

/** Milliseconds that a clock shows. */
export type Clock = () => number;

/** Most milliseconds of a trial; a slow one is run twice, as garbage of others may be collected in it. */
const MOST_MILLISECONDS = 2000;

/** Most characters of a message, and of the lines that show a place in a text below it. */
const MOST_CHARACTERS = 500;

/** Without a clock, a trial may take any time: `npm run fuzz` has one, and `npm run growth` measures times. */
export async function outcomeOf(trial: Trial, clock: Clock = () => 0): Promise<Outcome> {
  const { run, most = MOST_MILLISECONDS } = trial;
  const first = await timed(run, clock);
  if (first.milliseconds <= most) return first;
  const second = await timed(run, clock);
  const milliseconds = Math.min(first.milliseconds, second.milliseconds);
  if (milliseconds <= most) return second;
  return { outcome: 'WRONG slow', wrong: `${Math.round(milliseconds)} ms` };
}

async function timed(
  run: Trial['run'],
  clock: Clock,
): Promise<Outcome & { readonly milliseconds: number }> {
  const start = clock();
  let outcome: Outcome;
  try {
    await run();
    outcome = { outcome: 'value' };
  } catch (error) {
    outcome = judged(error);
  }
  return { ...outcome, milliseconds: clock() - start };
}

/** Typed errors have a code and an exit code, whichever build of the library throws them. */
function judged(error: unknown): Outcome {
  if (error instanceof WrongResult) return { outcome: 'WRONG result', wrong: error.message };
  // A caller's getter may throw what it likes.
  if (error instanceof Error && error.message === thrown) return { outcome: 'error of the caller' };
  if (!(error instanceof Error && 'code' in error && 'exitCode' in error)) {
    return { outcome: 'WRONG raw error', wrong: rawOf(error) };
  }
  const { message } = error;
  const code = String(error.code);
  const complaint = complaintOn(message);
  return complaint === undefined
    ? { outcome: code }
    : { outcome: `WRONG ${complaint}`, wrong: `${code}: ${message.slice(0, 300)}` };
}

/** The first frame in the program says where the error comes from. */
function rawOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const frame = (error.stack ?? '').split('\n').find((line) => /^\s+at .*(dist|cli)\//.test(line));
  return `${error.name}: ${error.message.slice(0, 200)}${frame === undefined ? '' : ` ${frame.trim()}`}`;
}

/** A message is one line; lines that begin with two spaces may show a place in a text below it. */
export function complaintOn(message: string): string | undefined {
  if (message.length > MOST_CHARACTERS) return 'long message';
  if (/Invalid (value|type|length|key)\b/.test(message)) return 'message of a checking library';
  const [, ...excerpt] = message.split('\n');
  if (!excerpt.every((line) => line.startsWith('  '))) return 'message of several lines';
  if (/(?!\n)\p{Cc}/u.test(message)) return 'control character in a message';
  if (
    /\b(undefined|NaN|\[object Object\])\b/.test(message) &&
    /found (undefined|\[object)/.test(message)
  ) {
    return 'vague message';
  }
  const same = /expected ([^,;]{1,40}), found ([^,;]{1,40})$/.exec(message);
  return same !== null && same[1] === same[2] ? 'message that contradicts itself' : undefined;
}
