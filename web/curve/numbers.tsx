/** The specifications of the curve as a table, in the order in which they are drawn. */
import { Numbers } from '../figures/numbers.js';
import { count, decimal, percent, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { intervalOf } from './rows.js';
import { shown, task } from './state.js';

export function SpecificationNumbers() {
  const { curve, results } = words.value;
  const { choices, level } = task.state.value.answer!.result;
  const heads = [
    results.estimate,
    results.stdError,
    results.pValue,
    results.confInt(percent(level)),
    ...choices.map(({ name }) => name),
    curve.observations,
    curve.refusedBy,
  ];
  const rows = shown.value.map((one) => {
    const { estimate, stdError, pValue, nobs } = one.estimate!;
    const interval = intervalOf(one);
    return [
      decimal(estimate),
      decimal(stdError),
      probability(pValue),
      interval === undefined ? '' : curve.interval(decimal(interval[0]), decimal(interval[1])),
      ...choices.map(({ name }) => String(one.choices[name] ?? '')),
      count(nobs),
      one.refusals.join(', '),
    ];
  });
  return <Numbers label={curve.title} heads={heads} rows={rows} />;
}
