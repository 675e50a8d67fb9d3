/** Runs the fuzzers for a time and counts what comes of their inputs. */
import { drawsOf } from './damage.js';
import { type Clock, outcomeOf, type Target } from './target.js';
import { targets } from './targets/index.js';

export interface Finding {
  readonly target: string;
  /** Draws again the same input with the same seed. */
  readonly number: number;
  readonly outcome: string;
  readonly wrong: string;
  readonly input: string;
}

export interface Report {
  /** Number of trials by target and outcome. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly findings: readonly Finding[];
}

export interface Plan {
  readonly seed: number;
  /** Names of the targets; by default all of them. */
  readonly only?: readonly string[] | undefined;
  /** The number of the first trial; by default 0. */
  readonly first?: number | undefined;
  /** Most trials per target; by default as many as the time allows. */
  readonly most?: number | undefined;
  /** Starts the time of one of so many targets, and says when it is over; by default it never is. */
  readonly deadline?: ((targets: number) => () => boolean) | undefined;
  /** Times trials, of which slow ones are findings; by default none does. */
  readonly clock?: Clock | undefined;
}

/** Each target runs in turn. A warning of Node during a trial is a finding, as the library prints nothing. */
export async function fuzz({
  seed,
  only,
  first = 0,
  most = Infinity,
  deadline = () => () => false,
  clock = () => 0,
}: Plan): Promise<Report> {
  const chosen = targets.filter(({ name }) => only === undefined || only.includes(name));
  const counts: Record<string, Record<string, number>> = {};
  const findings: Finding[] = [];
  for (const target of chosen) {
    const isOver = deadline(chosen.length);
    const runs = await runTarget(target, { seed, first, most, clock, isOver });
    counts[target.name] = runs.counts;
    findings.push(...runs.findings);
  }
  return { counts, findings };
}

interface Share extends Required<Omit<Plan, 'only' | 'deadline'>> {
  readonly isOver: () => boolean;
}

async function runTarget(target: Target, { seed, first, most, clock, isOver }: Share) {
  const counts: Record<string, number> = {};
  const findings: Finding[] = [];
  const { name } = target;
  const trialOf = await target.prepare();
  const warnings: string[] = [];
  const onWarning = (warning: Error) => void warnings.push(String(warning));
  process.on('warning', onWarning);
  for (let number = first; number < first + most && !isOver(); number++) {
    const trial = trialOf(drawsOf(seed, number));
    const judged = await outcomeOf(trial, clock);
    const warning = warnings.shift();
    const { outcome, wrong } =
      warning === undefined ? judged : { outcome: 'WRONG warning of Node', wrong: warning };
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (wrong === undefined) continue;
    findings.push({ target: name, number, outcome, wrong, input: trial.input.slice(0, 400) });
  }
  process.off('warning', onWarning);
  return { counts, findings };
}
