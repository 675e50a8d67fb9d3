/** The most influential units, by the largest change of a coefficient when they are left out. */
import type {
  InfluenceResult,
  UnitInfluence,
} from '../../../analysis/sensitivity/influence/result.js';
import { left, legend, maybe, right, table, text, warnings, words } from '../../tables/blocks.js';
import type { Document, TableBlock } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { fixed } from '../../../words/text/rounding.js';

/** Maximum units and coefficients in the table. */
const FEW = 10;
const MOST = 5;

export function influenceDocument(result: InfluenceResult): Document {
  const { unit, depvar, units, failures, partial } = result;
  const shown = units.slice(0, FEW);
  const [most] = units;
  const stopped = partial ? 'PARTIAL: ' : '';
  const tests = hasTests(result) ? '; J and AR: change in the statistic' : '';
  const names = Object.keys(result.params);
  const largest = largestChanges(names, units, MOST);
  const some =
    largest.length < names.length
      ? `the ${largest.length} of ${names.length} coefficients with the largest changes`
      : 'coefficients';
  return {
    kind: 'influence',
    title: `Influence of ${unit === 'row' ? 'the rows' : `the units of ${unit}`} on the estimate of ${depvar}`,
    blocks: [
      ...(most === undefined ? [] : text(`${stopped}${summary(most, result)}`)),
      ...unitTable(result, shown, largest),
      ...legend(
        `${count(shown.length)} of ${plural(units.length, wordOf(unit))}; ${some}: change in standard errors of the whole sample${tests}`,
      ),
      ...warnings([
        ...failures.slice(0, FEW).map((one) => `without ${one.unit}: ${one.message}`),
        ...(result.warnings ?? []),
      ]),
    ],
  };
}

/** All units and coefficients: the columns of the CSV. */
export function influenceData(result: InfluenceResult): TableBlock[] {
  return unitTable(result, result.units, Object.keys(result.params));
}

/**
 * The `most` coefficients that a unit changes most, in the model's order. The sentence above the table names one of
 * them.
 */
function largestChanges(
  names: readonly string[],
  units: readonly UnitInfluence[],
  most: number,
): string[] {
  const change = new Map(
    names.map((name) => {
      const sizes = units.map(({ inStdErrors }) => Math.abs(inStdErrors[name]!));
      return [name, sizes.reduce((a, b) => (b > a ? b : a), 0)];
    }),
  );
  const ranked = [...names].sort((a, b) => change.get(b)! - change.get(a)!).slice(0, most);
  return names.filter((name) => ranked.includes(name));
}

const wordOf = (unit: string) => (unit === 'row' ? 'row' : 'unit');

/** The most influential unit in a sentence, and the number of influential units. */
function summary(
  { unit, coefficient, inStdErrors }: UnitInfluence,
  { unit: kind, units }: InfluenceResult,
): string {
  const change = inStdErrors[coefficient]!;
  const direction = change > 0 ? 'raises' : 'lowers';
  const strong = units.filter(({ largest }) => largest > 1).length;
  const word = wordOf(kind);
  const many =
    strong === 0 ? `No ${word} changes` : plural(strong, `${word} changes`, `${word}s change`);
  const left = kind === 'row' ? unit : `${kind} ${unit}`;
  return `Leaving out ${left} ${direction} ${coefficient} by ${fixed(Math.abs(change), 2)} standard errors, the largest change of any coefficient. ${many} a coefficient by more than one standard error.`;
}

function hasTests({ units }: InfluenceResult): boolean {
  return units.some(({ hansen, ar }) => hansen !== null || ar.length > 0);
}

const finite = (value: number | undefined) => (Number.isFinite(value) ? value : undefined);

/** Changes of coefficients in standard errors, of J and of the tests of serial correlation where there are some. */
function unitTable(
  result: InfluenceResult,
  shown: readonly UnitInfluence[],
  names: readonly string[],
): TableBlock[] {
  const orders = shown[0]?.ar.length ?? 0;
  const three = (x: number) => fixed(x, 3);
  const tests = hasTests(result)
    ? ['J', ...Array.from({ length: orders }, (_, i) => `AR(${i + 1})`)]
    : [];
  const rows = shown.map(({ unit, inStdErrors, hansen, ar }) => ({
    cells: [
      words(unit),
      ...names.map((name) => maybe(finite(inStdErrors[name]), three)),
      ...(tests.length > 0 ? [hansen, ...ar].map((x) => maybe(x, three)) : []),
    ],
  }));
  const columns = [left(result.unit), ...[...names, ...tests].map(right)];
  return table('Most influential units', columns, rows);
}
