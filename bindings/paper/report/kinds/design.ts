/** A design study: a table of estimators, and one for each coefficient. */
import type { DesignResult, DesignVariant } from '../../../analysis/montecarlo/design-result.js';
import * as block from '../../tables/blocks.js';
import type { Document, TableRow, TableBlock } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { columnFormat, monteCarloFormat, percent } from '../../../words/text/format.js';
import { full } from '../../tables/forms.js';
import { fixed } from '../../../words/text/rounding.js';
import { rateCell } from './power.js';
import { partialWords, processFacts } from '../words/process.js';

export function designDocument(study: DesignResult): Document {
  const { depvar, level, variants, partial } = study;
  const names = [...new Set(variants.flatMap(({ coefficients }) => Object.keys(coefficients)))];
  const failed = variants.flatMap(({ name, failure, failures }) => [
    ...(failure === undefined ? [] : [`${name}: ${failure.message}`]),
    ...failures.map(
      (countedFailure) =>
        `${name}: ${plural(countedFailure.count, 'panel')} failed, ${countedFailure.message}`,
    ),
  ]);
  return {
    kind: 'design',
    title: `Design of a dynamic panel of ${depvar}`,
    blocks: [
      ...block.text(...partialWords(partial)),
      ...block.facts(processFacts(study)),
      ...variantTable(study),
      ...names.flatMap((name) => coefficientTable(name, study)),
      ...block.legend(
        `deviation: standard deviation of the estimates; std. error: mean of the estimated standard errors; coverage: share of ${percent(level)} intervals that contain the true coefficient (size of the ${percent(1 - level)} t test: 100% minus coverage); Monte Carlo errors in parentheses`,
      ),
      ...block.warnings([...failed, ...(study.warnings ?? [])]),
    ],
  };
}

/** The estimator's name, marked if it is the author's model. */
const labelOf = ({ name, own: written }: DesignVariant) => (written ? `${name} *` : name);

function variantTable({ variants }: DesignResult): TableBlock[] {
  const rows = variants.map((variant): TableRow => {
    const { instruments, units, hansen, ar2, panels, failure } = variant;
    const label = block.words(labelOf(variant));
    if (failure !== undefined) return { cells: [label, block.words('failed')] };
    const ratio = block.number(instruments / units, (x) => fixed(x, 2));
    const rates = [hansen, ar2].map(rateCell);
    return {
      cells: [
        label,
        block.number(instruments, count),
        ratio,
        ...rates,
        block.number(panels, count),
      ],
    };
  });
  const headings = ['rank', 'per unit', 'Hansen', 'AR(2)', 'panels'];
  return block.table(
    'Estimators',
    [block.left('estimator, * as written'), ...headings.map(block.right)],
    rows,
  );
}

function coefficientTable(coefficient: string, { variants }: DesignResult): TableBlock[] {
  const performances = variants.flatMap((variant) => {
    const performance = variant.coefficients[coefficient];
    return performance === undefined ? [] : [{ variant, ...performance }];
  });
  const format = monteCarloFormat(performances.flatMap((one) => [one.biasError, one.rmseError]));
  const rows = performances.map(({ variant, ...one }) => ({
    cells: [
      block.words(labelOf(variant)),
      block.withError(one.bias, one.biasError, format),
      block.withError(one.rmse, one.rmseError, format),
      block.number(one.deviation, format),
      block.number(one.meanStdError, format),
      rateCell(one.coverage),
    ],
  }));
  const performance = [
    ...['bias', 'rmse'].map(block.right),
    { ...block.right('deviation'), forms: full },
    ...['std. error', 'coverage'].map(block.right),
  ];
  const { truth } = performances[0]!;
  const heading = `${coefficient} = ${columnFormat([truth])(truth)}`;
  return block.table(`Coefficient of ${coefficient}`, [block.left(heading), ...performance], rows);
}
