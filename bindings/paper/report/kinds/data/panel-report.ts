/** The shape of a panel: a picture of presence, spells, gaps, repeated keys and transitions. */
import type {
  PanelReport,
  Presence,
  Transitions,
} from '../../../../results/describe/panel-report.js';
import {
  empty,
  facts,
  left,
  leftNamed,
  legend,
  number,
  right,
  rightNamed,
  rights,
  table,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Block, Document, TableBlock, TableRow } from '../../../tables/draft.js';
import { full, inForms } from '../../../tables/forms.js';
import { count } from '../../../../words/text/counts.js';
import { short } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { builtFacts } from '../../words/built.js';
import { known, list, type Phrase, plural, type Said, say } from '../../../../words/phrase.js';

/** Maximum rows of a printed list; JSON has all rows. */
const LISTED = 10;

export function panelReportDocument(result: PanelReport): Document {
  const { unit, time, units, periods } = result;
  return {
    kind: 'panel-report',
    title: say(
      'Panel of {} ({}) in {} ({})',
      plural(units, 'unit'),
      unit,
      plural(periods, 'period'),
      time,
    ),
    blocks: [
      ...facts([
        ...builtFacts(result.built),
        ['rows', count(result.rows)],
        ['periods', periodWords(result)],
        ['empty', emptyWords(result)],
        ['balance', balanceWords(result)],
        ['per unit', spellWords(result)],
        ['constant', constantWords(result)],
      ]),
      ...patternTable(result),
      ...inForms(full, presenceTable(result)),
      ...lifeTable(result),
      ...gapTable(result),
      ...duplicateTable(result),
      ...Object.entries(result.transitions).flatMap(([name, one]) => transitionTable(name, one)),
      ...warnings([...duplicateWarning(result), ...result.warnings]),
    ],
  };
}

function periodWords({ first, last, frequency, step }: PanelReport): Phrase | undefined {
  if (first === null || last === null) return undefined;
  const range = say('{} to {}', first, last);
  if (step === null) return say('{}, irregular', range);
  if (frequency === 'time') return say('{}, step {} ms', range, count(step));
  if (typeof frequency === 'string') {
    return say(
      '{}, dates by {}',
      range,
      step === 1 ? known(frequency) : say('{} {}@periods', short(step, 6), known(`${frequency}s`)),
    );
  }
  return say('{}, step {}', range, short(step, 6));
}

function emptyWords({ emptyPeriods }: PanelReport): Phrase | undefined {
  if (emptyPeriods.length === 0) return undefined;
  const more = emptyPeriods.length - LISTED;
  const listed = emptyPeriods.slice(0, LISTED).join(', ');
  return say(
    'no unit has rows in {}{}',
    listed,
    more > 0 ? say(' and {}', plural(more, 'more period')) : '',
  );
}

function balanceWords({ balanced, gaps, units, periods }: PanelReport): Phrase {
  if (units === 0) return say('no rows');
  const gapWords = gaps.length === 0 ? say('no gaps') : plural(gaps.length, 'gap');
  if (balanced)
    return say('balanced: each unit has all {}, {}', plural(periods, 'period'), gapWords);
  return say('unbalanced, {}', gapWords);
}

function constantWords({ timeConstant }: PanelReport): Phrase {
  return timeConstant.length === 0
    ? say('no column within all units')
    : say('{} within each unit', list(timeConstant, ', @names'));
}

function spellWords({ spells: { min, median, max } }: PanelReport): Phrase | undefined {
  if (min === null || median === null || max === null) return undefined;
  if (min === max) return plural(max, 'period');
  return say('{} to {}, median {}', min, plural(max, 'period'), short(median, 1));
}

/** How full a cell of the picture is, from none to all. */
const shades = [
  [1, '█'],
  [0.5, '▓'],
  [0, '░'],
] as const;

function presenceTable({ unit, presence }: PanelReport): Block[] {
  const { periods, units } = presence;
  const rows = units.map(({ from, to, units: n, shares }): TableRow => {
    const name = from === to ? from : say('{} to {}', from, to);
    const cells = shares.map(shadeOf).join('');
    return { cells: [{ text: name }, verbatim(cells), number(n, count)] };
  });
  const condensed = units.some(({ units: n }) => n > 1);
  const columns = [
    leftNamed(unit),
    { heading: periodRange(presence), align: 'left' as const },
    right('units'),
  ];
  const shown = condensed ? rows : rows.map(({ cells }) => ({ cells: cells.slice(0, 2) }));
  const key = isWhole(presence)
    ? '█ row, · no row'
    : '█ all rows, ▓ half or more, ░ fewer, · no row';
  if (periods.length === 0) return [];
  return [...table('Presence', condensed ? columns : columns.slice(0, 2), shown), ...legend(key)];
}

function shadeOf(share: number): string {
  if (share === 0) return '·';
  return shades.find(([bound]) => share >= bound)![1];
}

/** True if each cell is one unit in one period. */
function isWhole({ units, periods }: Presence): boolean {
  return units.every(({ units: n }) => n === 1) && periods.every(({ from, to }) => from === to);
}

function periodRange({ periods }: Presence): Phrase {
  const [first] = periods;
  return first === undefined ? '' : say('{} to {}', first.from, periods.at(-1)!.to);
}

/** Units with rows in the same periods share a line. */
function patternTable(result: PanelReport): Block[] {
  const { unit, units, spells, presence } = result;
  const { patterns } = spells;
  const names = namesByPattern(presence);
  const rows = patterns.slice(0, LISTED).map(({ pattern, units: n }) => ({
    cells: [
      verbatim(patternWords(pattern)),
      number(n, count),
      number(n / units, shareWords),
      { text: nameWords(names?.get(pattern), n) },
    ],
  }));
  const others = patterns.slice(LISTED).reduce((sum, { units: n }) => sum + n, 0);
  const rest = [
    words(plural(patterns.length - LISTED, 'other pattern')),
    number(others, count),
    number(others / units, shareWords),
    empty,
  ];
  const all = others === 0 ? rows : [...rows, { cells: rest }];
  const shown = names === undefined ? all.map(({ cells }) => ({ cells: cells.slice(0, 3) })) : all;
  const columns = [
    { heading: periodRange(presence), align: 'left' as const },
    ...rights('units', 'share'),
    leftNamed(unit),
  ];
  if (rows.length === 0) return [];
  return [
    ...table('Patterns', names === undefined ? columns.slice(0, 3) : columns, shown),
    ...legend('█ row, · no row'),
  ];
}

/** Names of the units with each pattern, if the picture has a line per unit and a cell per period. */
function namesByPattern(presence: Presence): ReadonlyMap<string, readonly string[]> | undefined {
  if (!isWhole(presence)) return undefined;
  const names = new Map<string, string[]>();
  for (const { from, shares } of presence.units) {
    const pattern = shares.map((share) => Number(share > 0)).join('');
    names.set(pattern, [...(names.get(pattern) ?? []), from]);
  }
  return names;
}

/** Maximum unit names on a line. */
const NAMED = 3;

/** `Anhui, Beijing, Chongqing and 27 more`. */
function nameWords(names: readonly string[] = [], n: number): Phrase {
  const more = n - NAMED;
  const listed = list(names.slice(0, NAMED), ', @names');
  return more > 0 ? say('{} and {} more', listed, count(more)) : listed;
}

/** Maximum length of a pattern; longer ones are cut in the middle. */
const PATTERN = 60;

function patternWords(pattern: string): string {
  const shown = pattern.replace(/0/g, '·').replace(/1/g, '█');
  if (shown.length <= PATTERN) return shown;
  return `${shown.slice(0, PATTERN / 2 - 2)} … ${shown.slice(1 - PATTERN / 2)}`;
}

function lifeTable({ entry, exit }: PanelReport): TableBlock[] {
  const periods = [...new Set([...Object.keys(entry), ...Object.keys(exit)])].sort(inOrder);
  if (periods.length <= 2) return [];
  const rows = periods.map((period) => ({
    cells: [verbatim(period), number(entry[period] ?? 0, count), number(exit[period] ?? 0, count)],
  }));
  return table('Entry and exit', [left('period'), right('first rows'), right('last rows')], rows);
}

/** Numbers by size; dates sort as text. */
function inOrder(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : Number(a > b);
}

function gapTable({ gaps }: PanelReport): Block[] {
  const rows = gaps.slice(0, LISTED).map(({ unit, from, to }) => ({
    cells: [verbatim(String(unit)), verbatim(String(from)), verbatim(String(to))],
  }));
  return [
    ...table('Gaps', [left('gap of unit'), left('from@gap'), left('to@gap')], rows),
    ...moreThan(gaps.length, 'gap'),
  ];
}

function moreThan(n: number, word: 'gap' | 'repeated key'): Block[] {
  const more = n - LISTED;
  if (more <= 0) return [];
  return legend(
    say('and {}', word === 'gap' ? plural(more, 'more gap') : plural(more, 'more repeated key')),
  );
}

function duplicateTable({ duplicates, time }: PanelReport): Block[] {
  const rows = duplicates.slice(0, LISTED).map(({ unit, time: period, rows: n, rowNumbers }) => ({
    cells: [
      verbatim(String(unit)),
      verbatim(String(period)),
      number(n, count),
      verbatim(rowNumbers.slice(0, LISTED).join(', ')),
    ],
  }));
  const columns = [left('repeated unit'), leftNamed(time), right('rows'), left('row numbers')];
  return [...table('Repeated keys', columns, rows), ...moreThan(duplicates.length, 'repeated key')];
}

function duplicateWarning({ duplicates }: PanelReport): Said[] {
  if (duplicates.length === 0) return [];
  return [
    say(
      '{} several rows; a model with a panel needs each once',
      plural(duplicates.length, 'period of a unit has', 'periods of units have'),
    ),
  ];
}

function transitionTable(name: string, { levels, labels, counts }: Transitions): TableBlock[] {
  const names = levels.map((level, i) => labels?.[i] ?? String(level));
  const rows = counts.flatMap((row, i): TableRow[] => {
    const total = row.reduce((sum, n) => sum + n, 0);
    const shares = row.map((n) => number(total === 0 ? NaN : n / total, shareWords));
    return [
      { cells: [verbatim(names[i]!), ...row.map((n) => number(n, count)), number(total, count)] },
      { cells: [words('share'), ...shares], level: 1 },
    ];
  });
  const columns = [left(say('from {}, to', name)), ...names.map(rightNamed), right('total')];
  return table(say('Transitions of {}', name), columns, rows);
}

function shareWords(share: number): string {
  return Number.isNaN(share) ? '.' : `${fixed(100 * share, 1)}%`;
}
