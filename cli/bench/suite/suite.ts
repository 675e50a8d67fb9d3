/** Times the standard set, compares it with a baseline, and fails if a case is slower beyond the noise. */
import { EngineError, InputError } from '../../../bindings/index.js';
import {
  fewRounds,
  noBaseline,
  suiteWords,
  unknownCase,
} from '../../../bindings/words/errors/program/bench/suite.js';
import { knownSpelling } from '../../../bindings/words/text/spelling.js';
import { exitCodes } from '../../exit.js';
import { writeWhole } from '../../files/files.js';
import { checkOutputs } from '../../files/outputs.js';
import { type Host, inLanguage, print, printPage } from '../../host.js';
import { readText } from '../../io.js';
import { describeMachine } from '../machine.js';
import { commandFile } from '../ours.js';
import { runCommand } from '../processes.js';
import { suiteCases } from './cases.js';
import { compareTimes, LEAST_ROUNDS, type SuiteTimes } from './compare.js';
import { type Measured, runRound, timesOf } from './round.js';
import { suiteText } from './text.js';

/** Set in the processes of rounds, which print what they measured. */
const ROUND = 'WASMETRICS_BENCH_ROUND';

export interface SuiteSettings {
  /** Names of cases, or true for all. */
  readonly suite: true | readonly string[];
  readonly reps: number;
  readonly limit: number;
  readonly save?: string;
  readonly baseline?: string;
  readonly json?: boolean;
}

export async function runSuite(
  host: Host,
  settings: SuiteSettings,
  signal: AbortSignal,
): Promise<void> {
  const { suite, save, baseline: path, json = false } = settings;
  const names = namesOf(suite);
  if (process.env[ROUND] === '1') return print(host, JSON.stringify(await runRound(names)));
  await checkOutputs(host, [['--save', save]], [['--baseline', path]]);
  const baseline = path === undefined ? undefined : await readBaseline(host, path, settings.reps);
  const running = { ...settings, folder: host.cwd(), signal };
  const rounds = await roundsOf(names, running);
  const machine = describeMachine();
  const timesNow = (): SuiteTimes => ({
    format: 'wasmetrics-bench-1',
    machine,
    cases: timesOf(rounds),
  });
  const isSlow = () => compareTimes(timesNow(), baseline).filter((one) => one.isSlower === true);
  const suspected = isSlow().map(({ name }) => name);
  // A slowdown must last: cases that look slower are measured again before they fail.
  if (suspected.length > 0) rounds.push(...(await roundsOf(suspected, running)));
  const times = timesNow();
  if (save !== undefined) await writeWhole(host, save, [`${JSON.stringify(times, null, 1)}\n`]);
  const cases = compareTimes(times, baseline);
  if (cases.some(({ isSlower }) => isSlower === true)) host.exitCode = exitCodes.other;
  const result = { machine, rounds: settings.reps, cases, baseline: baseline?.machine };
  if (json) print(host, JSON.stringify({ programs: [], suite: result }, null, 2));
  else printPage(host, suiteText(result, inLanguage(host)));
}

function namesOf(suite: true | readonly string[]): readonly string[] {
  const known = suiteCases.map(({ name }) => name);
  if (suite === true) return known;
  return suite.map((written) => {
    const name = knownSpelling(known, written) as string;
    if (known.includes(name)) return name;
    throw new InputError(unknownCase({ found: written, known }), '--suite');
  });
}

async function readBaseline(host: Host, file: string, reps: number): Promise<SuiteTimes> {
  const refusal = () => new InputError(noBaseline({ file }), '--baseline');
  let read: Partial<SuiteTimes> | null;
  try {
    read = JSON.parse(await readText(host, file)) as Partial<SuiteTimes> | null;
  } catch (error) {
    throw error instanceof SyntaxError ? refusal() : error;
  }
  if (!isBaseline(read)) throw refusal();
  const fewest = Math.min(reps, ...read.cases.map(({ times }) => times.length));
  if (fewest < LEAST_ROUNDS) {
    throw new InputError(fewRounds({ least: LEAST_ROUNDS, file, found: fewest }), '--baseline');
  }
  return read;
}

function isBaseline(read: Partial<SuiteTimes> | null): read is SuiteTimes {
  if (read?.format !== 'wasmetrics-bench-1' || typeof read.machine?.node !== 'string') return false;
  const areTimes = (list: unknown) =>
    Array.isArray(list) && list.length > 0 && list.every((time) => Number(time) > 0);
  return (
    Array.isArray(read.cases) &&
    read.cases.every(
      (one) =>
        areTimes(one.times) && areTimes(one.yardstick) && one.yardstick.length === one.times.length,
    )
  );
}

interface RoundSettings {
  readonly reps: number;
  readonly limit: number;
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Rounds one after another, each in a process of its own. */
async function roundsOf(
  names: readonly string[],
  { reps, limit, folder, signal }: RoundSettings,
): Promise<Measured[][]> {
  const rounds: Measured[][] = [];
  for (let round = 0; round < reps; round++) {
    signal.throwIfAborted();
    const args = [commandFile, 'bench', '--suite', names.join(',')];
    const env = { [ROUND]: '1' };
    const limitMs = 1000 * limit * names.length;
    const finished = await runCommand(
      { file: process.execPath, args, env },
      { folder, limitMs, signal },
    );
    signal.throwIfAborted();
    const { code, stdout, stderr } = finished;
    if (code !== 0) throw new EngineError(suiteWords.failed({ reason: stderr.trim() }), 'bench');
    rounds.push(JSON.parse(stdout) as Measured[]);
  }
  return rounds;
}
