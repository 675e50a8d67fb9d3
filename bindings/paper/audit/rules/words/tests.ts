/** Tests in sentences, as in `t(28) = 2.20, p = .036`: p of the statistic and its degrees of freedom. */
import { type Checks, checksOf, comparison, type Outcome } from '../../check.js';
import { say } from '../../../../words/phrase.js';
import type { Printed, Rounding } from '../../printed.js';
import { absolute, falling, type Range } from '../../range.js';
import { type ColumnView, rounded, type TableView } from '../../view.js';
import { statCheck } from '../column-rule.js';

/** The two-sided p of a value of the statistic, which falls with its size. */
type Tail = (size: number) => number;

function tailOf(column: ColumnView, stat: 't' | 'z' | 'r'): Tail | undefined {
  const { normal_sf, t_sf } = column.engine.exports;
  if (stat === 'z') return (size) => 2 * normal_sf(size);
  const df = column.stat(`${stat}_df`)?.value;
  if (df === undefined || !(df > 0)) return undefined;
  if (stat === 't') return (size) => 2 * t_sf(size, df);
  return (size) => (size >= 1 ? 0 : 2 * t_sf(size * Math.sqrt(df / (1 - size * size)), df));
}

/** One-sided p-values are half as large, for which the sentence may have given a reason. */
function pOf(column: ColumnView, stat: 't' | 'z' | 'r'): Outcome {
  const [value, p] = [column.stat(stat), column.stat(`${stat}_p`)];
  const tail = tailOf(column, stat);
  if (p === undefined) return 'inapplicable';
  if (value === undefined || tail === undefined) return 'missing';
  const possible =
    (share: number) =>
    (rounding: Rounding): Range => {
      const { low, high } = falling(absolute(rounded(value)(rounding)), tail);
      return { low: share * low, high: share * high };
    };
  const twoSided = comparison(rounded(p), possible(1));
  const oneSided = comparison(rounded(p), possible(0.5));
  const { oneSided: saysOneSided } = column.notes;
  return statCheck(column, `${stat}_p`, p, {
    involves: [stat, `${stat}_p`],
    worked: worked(column, stat, value),
    agrees: (rounding) => twoSided.agrees(rounding) || (saysOneSided && oneSided.agrees(rounding)),
    possible: twoSided.possible,
    ...(oneSided.agrees('nearest') && { severity: 'doubtful' as const }),
    decision: true,
  });
}

function worked(column: ColumnView, stat: string, value: Printed) {
  const df = column.texts[`${stat}_df`];
  return df === undefined
    ? say('two-sided p of {} = {}', stat, value.text)
    : say('two-sided p of {} = {} with {} degrees of freedom', stat, value.text, df);
}

export function testsInWords({ columns }: TableView): Checks {
  return checksOf(
    columns.flatMap((column) => (['t', 'z', 'r'] as const).map((stat) => pOf(column, stat))),
  );
}
