import pc from 'picocolors';
import type { InfluenceResult, UnitInfluence } from '../sensitivity/influence/result.js';
import { count, plural } from '../tables/format.js';
import { tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

/** Units, and coefficients, that the table has room for. */
const FEW = 10;
const MOST = 5;

/** The most influential units, by the largest change of a coefficient when they are left out. */
export function influenceText(
  result: InfluenceResult,
  { color = false }: TextOptions = {},
): string {
  const { bold, yellow } = pc.createColors(color);
  const { unit, depvar, units, failures, partial } = result;
  const shown = units.slice(0, FEW);
  const [heading, ...rows] = tableLines(unitTable(result, shown));
  const [most] = units;
  const stopped = partial ? 'PARTIAL: ' : '';
  return [
    bold(
      unit === 'row'
        ? `Influence of the rows on the estimate of ${depvar}`
        : `Influence of the units of ${unit} on the estimate of ${depvar}`,
    ),
    '',
    ...(most === undefined ? [] : wrap(`${stopped}${influenceSummary(most, result)}`, width)),
    '',
    bold(heading!),
    ...rows,
    `${count(shown.length)} of ${plural(units.length, 'unit')}; coefficients in standard errors of the whole sample${hasTests(result) ? ', J and AR as changes' : ''}`,
    ...failures.slice(0, FEW).map((one) => yellow(`without ${one.unit}: ${one.message}`)),
  ].join('\n');
}

/** The most influential unit in a sentence, and how many matter. */
export function influenceSummary(
  { unit, coefficient, inStdErrors }: UnitInfluence,
  { units }: InfluenceResult,
): string {
  const change = inStdErrors[coefficient]!;
  const way = change > 0 ? 'raises' : 'lowers';
  const strong = units.filter(({ largest }) => largest > 1).length;
  return `Leaving out ${unit} ${way} ${coefficient} by ${Math.abs(change).toFixed(2)} standard errors, more than any other unit changes a coefficient; ${strong === 0 ? 'no unit moves' : plural(strong, 'unit moves', 'units move')} one by more than 1.`;
}

function hasTests({ units }: InfluenceResult): boolean {
  return units.some(({ hansen, ar }) => hansen !== null || ar.length > 0);
}

/** Changes of coefficients in standard errors, of J and of the tests of serial correlation where there are some. */
export function unitTable(result: InfluenceResult, shown: readonly UnitInfluence[]): TextTable {
  const { unit, params } = result;
  const names = Object.keys(params).slice(0, MOST);
  const orders = shown[0]?.ar.length ?? 0;
  const number = (x: number | null | undefined) => x?.toFixed(3) ?? '.';
  const tests = hasTests(result)
    ? ['J', ...Array.from({ length: orders }, (_, i) => `AR(${i + 1})`)]
    : [];
  return {
    columns: [
      { heading: unit, align: 'left' },
      ...[...names, ...tests].map((heading) => ({ heading, align: 'right' }) as const),
    ],
    rows: shown.map(({ unit: name, inStdErrors, hansen, ar }) => [
      name,
      ...names.map((one) => number(inStdErrors[one])),
      ...(tests.length > 0 ? [hansen, ...ar].map(number) : []),
    ]),
  };
}
