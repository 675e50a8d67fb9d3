/** Marginal effects as lines of a table. */
import type { MarginsResult } from '../../../../results/postestimation/margins.js';
import type { Line, LineColumn } from '../../../tables/paper/kinds/lines-table.js';
import { errorWords } from '../../../tables/paper/parts/errors.js';
import { termLabel } from '../../../tables/paper/parts/terms.js';
import type { Settings } from '../../../tables/paper/settings.js';
import { count } from '../../../../words/text/counts.js';
import { testColumns, type ResultLines } from './columns.js';

/** A line for each effect of each variable, with the values at which others are set. */
export function marginsLines(results: readonly MarginsResult[], settings: Settings): ResultLines {
  const { words } = settings;
  const [first] = results as readonly [MarginsResult];
  const set = [...new Set(results.flatMap(({ effects }) => effects.flatMap(namesSet)))];
  const lines = results.map((result) => effectLines(result, settings));
  const errors = errorWords({ ...first, vcov: first.errors }, settings);
  const places = set.map((name): LineColumn => ({
    statistic: `at ${name}`,
    head: termLabel(name, settings),
    kind: 'text',
  }));
  return {
    columns: [...places, ...testColumns(first, settings, words.lines.effect)],
    groups: results.every(({ effects }) => effects.length === 1) ? [lines.flat()] : lines,
    warnings: results.flatMap(({ warnings }) => warnings),
    notes: [[words.lines.delta, errors].join(words.semicolon), placeOf(first)],
  };

  function placeOf({ others, nobs, weights }: MarginsResult): string {
    const rows = words.lines.evaluated(others, settings.marked(count(nobs)));
    if (weights === undefined) return rows;
    return rows + words.comma + words.lines.weighted(termLabel(weights, settings));
  }
}

const namesSet = ({ at: values }: MarginsResult['effects'][number]) => Object.keys(values);

function effectLines({ of, effects }: MarginsResult, settings: Settings): Line[] {
  const label = termLabel(of, settings);
  return effects.map(({ at: places, estimate, stdError, statistic, pValue: p, confInt }) => {
    const texts = Object.entries(places).map(([name, x]) => [
      `at ${name}`,
      settings.values[name]?.[x] ?? valueText(x),
    ]);
    const numbers = { estimate, stdError, stat: statistic, p, interval: confInt };
    const values = { ...(Object.fromEntries(texts) as Record<string, string>), ...numbers };
    return { name: of, label, values, p };
  });
}

/** A value as written if it is short; otherwise with four significant digits. */
function valueText(value: number | string): string {
  const text = String(value);
  return typeof value === 'string' || text.length <= 7
    ? text
    : String(Number(value.toPrecision(4)));
}
