/** The shape of a panel: a picture of presence, spells, gaps, repeated keys and transitions. */
import type { PanelReport, Presence, Transitions } from '../../../results/describe/panel-report.js';
import { facts, left, legend, number, right, table, warnings, words } from '../../tables/blocks.js';
import type { Block, Document, TableBlock, TableRow } from '../../tables/document.js';
import { full, inForms } from '../../tables/forms.js';
import { count, plural } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { builtFacts } from '../words/built.js';

/** Maximum rows of a printed list; JSON has all rows. */
const LISTED = 10;

export function panelReportDocument(result: PanelReport): Document {
  const { unit, time, units, periods } = result;
  return {
    kind: 'panel-report',
    title: `Panel of ${plural(units, 'unit')} (${unit}) in ${plural(periods, 'period')} (${time})`,
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

function periodWords({ first, last, frequency, step }: PanelReport): string | undefined {
  if (first === null || last === null) return undefined;
  const range = `${first} to ${last}`;
  if (step === null) return `${range}, irregular`;
  if (frequency === 'time') return `${range}, step ${count(step)} ms`;
  if (typeof frequency === 'string') {
    return `${range}, dates by ${step === 1 ? frequency : `${short(step, 6)} ${frequency}s`}`;
  }
  return `${range}, step ${short(step, 6)}`;
}

function emptyWords({ emptyPeriods }: PanelReport): string | undefined {
  if (emptyPeriods.length === 0) return undefined;
  const more = emptyPeriods.length - LISTED;
  const listed = emptyPeriods.slice(0, LISTED).join(', ');
  return `no unit has rows in ${listed}${more > 0 ? ` and ${plural(more, 'more period')}` : ''}`;
}

function balanceWords({ balanced, gaps, units, periods }: PanelReport): string {
  if (units === 0) return 'no rows';
  const gapWords = gaps.length === 0 ? 'no gaps' : plural(gaps.length, 'gap');
  if (balanced) return `balanced: each unit has all ${plural(periods, 'period')}, ${gapWords}`;
  return `unbalanced, ${gapWords}`;
}

function constantWords({ timeConstant }: PanelReport): string {
  return timeConstant.length === 0
    ? 'no column within all units'
    : `${timeConstant.join(', ')} within each unit`;
}

function spellWords({ spells: { min, median, max } }: PanelReport): string | undefined {
  if (min === null || median === null || max === null) return undefined;
  if (min === max) return plural(max, 'period');
  return `${min} to ${plural(max, 'period')}, median ${short(median, 1)}`;
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
    const name = from === to ? from : `${from} to ${to}`;
    const cells = shares.map(shadeOf).join('');
    return { cells: [words(name), words(cells), number(n, count)] };
  });
  const condensed = units.some(({ units: n }) => n > 1);
  const columns = [left(unit), left(periodRange(presence)), right('units')];
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

function periodRange({ periods }: Presence): string {
  const [first] = periods;
  return first === undefined ? '' : `${first.from} to ${periods.at(-1)!.to}`;
}

/** Units with rows in the same periods share a line. */
function patternTable(result: PanelReport): Block[] {
  const { unit, units, spells, presence } = result;
  const { patterns } = spells;
  const known = namesByPattern(presence);
  const rows = patterns.slice(0, LISTED).map(({ pattern, units: n }) => ({
    cells: [
      words(patternWords(pattern)),
      number(n, count),
      number(n / units, shareWords),
      words(nameWords(known?.get(pattern), n)),
    ],
  }));
  const others = patterns.slice(LISTED).reduce((sum, { units: n }) => sum + n, 0);
  const rest = [
    words(plural(patterns.length - LISTED, 'other pattern')),
    number(others, count),
    number(others / units, shareWords),
    words(''),
  ];
  const all = others === 0 ? rows : [...rows, { cells: rest }];
  const shown = known === undefined ? all.map(({ cells }) => ({ cells: cells.slice(0, 3) })) : all;
  const columns = [left(periodRange(presence)), right('units'), right('share'), left(unit)];
  if (rows.length === 0) return [];
  return [
    ...table('Patterns', known === undefined ? columns.slice(0, 3) : columns, shown),
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
function nameWords(names: readonly string[] = [], n: number): string {
  const more = n - NAMED;
  const listed = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${listed} and ${count(more)} more` : listed;
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
    cells: [words(period), number(entry[period] ?? 0, count), number(exit[period] ?? 0, count)],
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
    cells: [words(String(unit)), words(String(from)), words(String(to))],
  }));
  return [
    ...table('Gaps', [left('gap of unit'), left('from'), left('to')], rows),
    ...moreThan(gaps.length, 'gap'),
  ];
}

function moreThan(n: number, word: string): Block[] {
  const more = n - LISTED;
  return more > 0 ? legend(`and ${plural(more, `more ${word}`)}`) : [];
}

function duplicateTable({ duplicates, time }: PanelReport): Block[] {
  const rows = duplicates.slice(0, LISTED).map(({ unit, time: period, rows: n, rowNumbers }) => ({
    cells: [
      words(String(unit)),
      words(String(period)),
      number(n, count),
      words(rowNumbers.slice(0, LISTED).join(', ')),
    ],
  }));
  const columns = [left('repeated unit'), left(time), right('rows'), left('row numbers')];
  return [...table('Repeated keys', columns, rows), ...moreThan(duplicates.length, 'repeated key')];
}

function duplicateWarning({ duplicates }: PanelReport): string[] {
  if (duplicates.length === 0) return [];
  return [
    `${plural(duplicates.length, 'period of a unit has', 'periods of units have')} several rows; a model with a panel needs each once`,
  ];
}

function transitionTable(name: string, { levels, labels, counts }: Transitions): TableBlock[] {
  const names = levels.map((level, i) => labels?.[i] ?? String(level));
  const rows = counts.flatMap((row, i): TableRow[] => {
    const total = row.reduce((sum, n) => sum + n, 0);
    const shares = row.map((n) => number(total === 0 ? NaN : n / total, shareWords));
    return [
      { cells: [words(names[i]!), ...row.map((n) => number(n, count)), number(total, count)] },
      { cells: [words('share'), ...shares], level: 1 },
    ];
  });
  const columns = [left(`from ${name}, to`), ...names.map(right), right('total')];
  return table(`Transitions of ${name}`, columns, rows);
}

function shareWords(share: number): string {
  return Number.isNaN(share) ? '.' : `${fixed(100 * share, 1)}%`;
}
