/** A design study: a table of estimators, and one for each coefficient. */
import type { DesignResult, DesignVariant } from '../../../../analysis/montecarlo/design-result.js';
import {
  facts,
  left,
  leftNamed,
  legend,
  number,
  right,
  rights,
  table,
  text,
  verbatim,
  warnings,
  withError,
  words,
} from '../../../tables/blocks.js';
import type { Document, TableRow, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { columnFormat, monteCarloFormat, percent } from '../../../../words/text/format.js';
import { full } from '../../../tables/forms.js';
import { fixed } from '../../../../words/text/rounding.js';
import { rateCell } from './power.js';
import { partialWords, processFacts } from '../../words/process.js';
import { failure as failureSaid, plural, say } from '../../../../words/phrase.js';

export function designDocument(study: DesignResult): Document {
  const { depvar, level, variants, partial } = study;
  const names = [...new Set(variants.flatMap(({ coefficients }) => Object.keys(coefficients)))];
  const failed = variants.flatMap(({ name, failure, failures }) => [
    ...(failure === undefined ? [] : [say('{}: {}', name, failureSaid(failure))]),
    ...failures.map((countedFailure) =>
      say(
        '{}: {} failed, {}',
        name,
        plural(countedFailure.count, 'panel'),
        failureSaid(countedFailure),
      ),
    ),
  ]);
  return {
    kind: 'design',
    title: say('Design of a dynamic panel of {}', depvar),
    blocks: [
      ...text(...partialWords(partial)),
      ...facts(processFacts(study)),
      ...variantTable(study),
      ...names.flatMap((name) => coefficientTable(name, study)),
      ...legend(
        say(
          'deviation: standard deviation of the estimates; std. error: mean of the estimated standard errors; coverage: share of {} intervals that contain the true coefficient (size of the {} t test: 100% minus coverage); Monte Carlo errors in parentheses',
          percent(level),
          percent(1 - level),
        ),
      ),
      ...warnings([...failed, ...(study.warnings ?? [])]),
    ],
  };
}

/** The estimator's name, marked if it is the author's model. */
const labelOf = ({ name, own: written }: DesignVariant) => (written ? `${name} *` : name);

function variantTable({ variants }: DesignResult): TableBlock[] {
  const rows = variants.map((variant): TableRow => {
    const { instruments, units, hansen, ar2, panels, failure } = variant;
    const label = verbatim(labelOf(variant));
    if (failure !== undefined) return { cells: [label, words('failed')] };
    const ratio = number(instruments / units, (x) => fixed(x, 2));
    const rates = [hansen, ar2].map(rateCell);
    return { cells: [label, number(instruments, count), ratio, ...rates, number(panels, count)] };
  });
  const columns = [
    left('estimator, * as written'),
    ...rights('rank', 'per unit', 'Hansen', 'AR(2)', 'panels'),
  ];
  return table('Estimators', columns, rows);
}

function coefficientTable(coefficient: string, { variants }: DesignResult): TableBlock[] {
  const performances = variants.flatMap((variant) => {
    const performance = variant.coefficients[coefficient];
    return performance === undefined ? [] : [{ variant, ...performance }];
  });
  const format = monteCarloFormat(performances.flatMap((one) => [one.biasError, one.rmseError]));
  const rows = performances.map(({ variant, ...one }) => ({
    cells: [
      verbatim(labelOf(variant)),
      withError(one.bias, one.biasError, format),
      withError(one.rmse, one.rmseError, format),
      number(one.deviation, format),
      number(one.meanStdError, format),
      rateCell(one.coverage),
    ],
  }));
  const performance = [
    ...rights('bias', 'rmse'),
    { ...right('deviation'), forms: full },
    ...rights('std. error', 'coverage'),
  ];
  const { truth } = performances[0]!;
  const heading = `${coefficient} = ${columnFormat([truth])(truth)}`;
  return table(say('Coefficient of {}', coefficient), [leftNamed(heading), ...performance], rows);
}
