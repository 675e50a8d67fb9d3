/** A design study as text: a table of estimators for each coefficient. */
import pc from 'picocolors';
import type { DesignResult, DesignVariant } from '../montecarlo/design-result.js';
import { columnFormat, count, percent, plural } from '../tables/format.js';
import { rate } from './power.js';
import { processLines } from './process-words.js';
import { tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

const right = (heading: string) => ({ heading, align: 'right' }) as const;

export function designStudyText(study: DesignResult, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const { depvar, level, variants, partial } = study;
  const names = [...new Set(variants.flatMap(({ coefficients }) => Object.keys(coefficients)))];
  const table = (one: TextTable) => {
    const [heading, ...rows] = tableLines(one);
    return ['', bold(heading!), ...rows];
  };
  const failed = variants.flatMap(({ name, failure, failures }) => [
    ...(failure === undefined ? [] : wrap(`${name}: ${failure.message}`, width, '  ')),
    ...failures.flatMap((one) =>
      wrap(`${name}: ${plural(one.count, 'panel')} failed, ${one.message}`, width, '  '),
    ),
  ]);
  return [
    bold(`Design of a dynamic panel of ${depvar}`),
    '',
    ...(partial ? ['PARTIAL: the run was stopped', ''] : []),
    ...processLines(study),
    ...table(variantTable(study)),
    ...names.flatMap((name) => table(coefficientTable(name, study))),
    '',
    ...wrap(
      `size: of the t test of the true coefficient at ${percent(1 - level)}; coverage: of the ${percent(level)} interval; std. error: the mean of the estimated ones, beside the standard deviation of the estimates; Monte Carlo errors in parentheses`,
      width,
    ),
    ...failed.map(yellow),
  ].join('\n');
}

const labelOf = ({ name, own }: DesignVariant) => (own ? `${name} *` : name);

function variantTable({ variants }: DesignResult): TextTable {
  return {
    columns: [
      { heading: 'estimator, * as written', align: 'left' },
      ...['rank', 'per unit', 'Hansen', 'AR(2)', 'panels'].map(right),
    ],
    rows: variants.map((variant) => {
      const { instruments, units, hansen, ar2, panels, failure } = variant;
      if (failure !== undefined) return [labelOf(variant), 'failed'];
      const ratio = (instruments / units).toFixed(2);
      return [labelOf(variant), count(instruments), ratio, rate(hansen), rate(ar2), count(panels)];
    }),
  };
}

function coefficientTable(coefficient: string, { variants }: DesignResult): TextTable {
  const found = variants.flatMap((variant) => {
    const performance = variant.coefficients[coefficient];
    return performance === undefined ? [] : [{ variant, ...performance }];
  });
  const number = columnFormat(found.flatMap(({ rmse, deviation }) => [rmse, deviation]));
  const withError = (value: number, error: number) => `${number(value)} (${number(error)})`;
  return {
    columns: [
      { heading: `${coefficient} = ${number(found[0]!.truth)}`, align: 'left' },
      ...['bias', 'rmse', 'deviation', 'std. error', 'size', 'coverage'].map(right),
    ],
    rows: found.map(({ variant, ...one }) => [
      labelOf(variant),
      withError(one.bias, one.biasError),
      withError(one.rmse, one.rmseError),
      number(one.deviation),
      number(one.meanStdError),
      rate(one.size),
      rate(one.coverage),
    ]),
  };
}
