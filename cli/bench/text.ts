/** The result as text. */
import { pad, widthOf } from '../../bindings/paper/tables/writers/measure.js';
import { benchWords } from '../../bindings/words/errors/program/bench/model.js';
import type { Told } from '../../bindings/words/told.js';
import type { BenchResult, WayResult, ProgramResult } from './result.js';

type Say = (told: Told) => string;

/** Columns with two blanks between them; all but the first are flush right, unless they are among `left`. */
export function aligned(
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => pad(cell, widths[column]!, left.includes(column) ? 'left' : 'right'));
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

/** `1.23 s`, `4.56 ms` or `789 us`. */
export function timeText(ms: number | null): string {
  if (ms === null) return '';
  if (ms >= 1000) return `${(ms / 1000).toPrecision(3)} s`;
  return ms >= 1 ? `${ms.toPrecision(3)} ms` : `${Math.round(1000 * ms)} us`;
}

export const ratioText = (ratio: number): string =>
  ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2);

const difference = (value: number | null) => (value === null ? '' : value.toPrecision(2));

/** The whole result: programs, what is said of some, and the ways of wasmetrics. */
export function benchText(result: BenchResult, limit: number, say: Say): string {
  const { machine, model, rows, rounds, programs, ways } = result;
  return [
    say(benchWords.title({ model, rows })),
    say(benchWords.machine({ ...machine, rounds })),
    '',
    programTable(programs, say),
    ...programNotes(programs, limit, say),
    say(benchWords.legend()),
    ...(['builds', 'estimators', 'bootstraps'] as const).flatMap((part) =>
      wayTable(ways, part, say),
    ),
  ].join('\n');
}

function programTable(programs: readonly ProgramResult[], say: Say): string {
  const ran = programs.filter(({ warm }) => warm !== null);
  const ours = programs[0]?.warm ?? null;
  const heads = [
    benchWords.program(),
    benchWords.version(),
    benchWords.coefficients(),
    benchWords.cold(),
    benchWords.warm(),
    benchWords.ratio(),
    benchWords.memory(),
  ];
  return aligned(
    [
      heads.map(say),
      ...ran.map((one) => [
        one.name,
        one.version ?? '',
        verdict(one, one === programs[0], say),
        timeText(one.cold),
        timeText(one.warm),
        ours === null ? '' : ratioText(one.warm! / ours),
        one.memory === null ? '' : `${Math.round(one.memory / 1e6)} MB`,
      ]),
    ],
    [0, 1, 2],
  );
}

function verdict({ agrees, maxDifference }: ProgramResult, isOurs: boolean, say: Say): string {
  if (isOurs) return say(benchWords.reference());
  const detail = { difference: difference(maxDifference) };
  return say(agrees === true ? benchWords.agree(detail) : benchWords.differ(detail));
}

/** What is said of programs that differ, or have no times. */
function programNotes(programs: readonly ProgramResult[], limit: number, say: Say): string[] {
  const absent = new Map<string, string[]>();
  const notes: string[] = [];
  for (const { name: program, outcome, install = '', reason = '', ...one } of programs) {
    if (outcome === 'absent') absent.set(install, [...(absent.get(install) ?? []), program]);
    else if (outcome === 'late') notes.push(say(benchWords.late({ program, seconds: limit })));
    else if (outcome === 'not-expressed') notes.push(reason);
    else if (outcome === 'failed') notes.push(say(benchWords.failed({ program, reason })));
    else if (outcome === 'silent') notes.push(say(benchWords.silent({ program, reason })));
    else if (one.agrees === false) {
      const { maxDifference, missing } = one;
      notes.push(
        say(benchWords.differs({ program, difference: difference(maxDifference), missing })),
        ...(one.notes ?? []).map((note) => `${program}: ${note}`),
      );
    }
  }
  const left = [...absent].map(([install, names]) =>
    say(benchWords.absent({ programs: names, install })),
  );
  return [...notes, ...left];
}

function wayTable(ways: readonly WayResult[], part: WayResult['part'], say: Say): string[] {
  const all = ways.filter((one) => one.part === part);
  const timed = all.filter(({ time }) => time !== null);
  const first = part === 'estimators' ? ways[0] : timed[0];
  const refused = new Map(
    all.flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]])),
  );
  const notes = [...refused].map(([way, reason]) => say(benchWords.unavailable({ way, reason })));
  if (first === undefined || timed.length === 0) return notes.length === 0 ? [] : ['', ...notes];
  const titles = {
    builds: benchWords.builds(),
    estimators: benchWords.estimators(),
    bootstraps: benchWords.bootstraps({ reps: first.reps ?? 0 }),
  };
  const heads: readonly Told[] = [
    titles[part],
    benchWords.workers(),
    benchWords.time(),
    benchWords.ratio(),
    benchWords.difference(),
  ];
  const rows = timed.map(({ name, workers, time, maxDifference }) => [
    name,
    workers === undefined ? '' : String(workers),
    timeText(time),
    ratioText(time! / first.time!),
    difference(maxDifference),
  ]);
  const table = [heads.map(say), ...rows];
  const columns = table[0]!.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ''));
  return ['', aligned(table.map((row) => columns.map((i) => row[i]!))), ...notes];
}
