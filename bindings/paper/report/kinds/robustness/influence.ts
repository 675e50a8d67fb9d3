/** The most influential units, by the largest change of a coefficient when they are left out. */
import type {
  InfluenceResult,
  UnitInfluence,
} from '../../../../analysis/sensitivity/influence/result.js';
import {
  leftNamed,
  legend,
  maybe,
  rightNamed,
  table,
  text,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Document, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { fixed } from '../../../../words/text/rounding.js';
import { failure, type Phrase, plural, say } from '../../../../words/phrase.js';

/** Maximum units and coefficients in the table. */
const FEW = 10;
const MOST = 5;

export function influenceDocument(result: InfluenceResult): Document {
  const { unit, depvar, units, failures, partial } = result;
  const shown = units.slice(0, FEW);
  const [most] = units;
  const stopped = partial ? say('PARTIAL: ') : '';
  const tests = hasTests(result) ? say('; J and AR: change in the statistic') : '';
  const names = Object.keys(result.params);
  const largest = largestChanges(names, units, MOST);
  const some =
    largest.length < names.length
      ? say('the {} of {} coefficients with the largest changes', largest.length, names.length)
      : say('coefficients');
  return {
    kind: 'influence',
    title: say(
      'Influence of {} on the estimate of {}',
      unit === 'row' ? say('the rows') : say('the units of {}', unit),
      depvar,
    ),
    blocks: [
      ...(most === undefined ? [] : text(say('{}{}', stopped, summary(most, result)))),
      ...unitTable(result, shown, largest),
      ...legend(
        say(
          '{} of {}; {}: change in standard errors of the whole sample{}',
          count(shown.length),
          plural(units.length, wordOf(unit)),
          some,
          tests,
        ),
      ),
      ...warnings([
        ...failures.slice(0, FEW).map((one) => say('without {}: {}', one.unit, failure(one))),
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
): Phrase {
  const change = inStdErrors[coefficient]!;
  const direction = change > 0 ? say('raises') : say('lowers');
  const strong = units.filter(({ largest }) => largest > 1).length;
  const left = kind === 'row' ? unit : `${kind} ${unit}`;
  return say(
    'Leaving out {} {} {} by {} standard errors, the largest change of any coefficient. {} a coefficient by more than one standard error.',
    left,
    direction,
    coefficient,
    fixed(Math.abs(change), 2),
    changing(strong, wordOf(kind)),
  );
}

/** `No unit changes`, `2 rows change`. */
function changing(strong: number, word: 'row' | 'unit'): Phrase {
  if (strong === 0) return say(word === 'row' ? 'No row changes' : 'No unit changes');
  return word === 'row'
    ? plural(strong, 'row changes', 'rows change')
    : plural(strong, 'unit changes', 'units change');
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
      verbatim(unit),
      ...names.map((name) => maybe(finite(inStdErrors[name]), three)),
      ...(tests.length > 0 ? [hansen, ...ar].map((x) => maybe(x, three)) : []),
    ],
  }));
  const columns = [leftNamed(result.unit), ...[...names, ...tests].map(rightNamed)];
  return table('Most influential units', columns, rows);
}
