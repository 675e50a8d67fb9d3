/** The tests of a model, each with its p-value on a scale. */
import type { FitResult } from 'wasmetrics';
import { count, decimal, probability } from '../words/numbers.js';
import { words } from '../words/words.js';

interface Test {
  readonly name: string;
  readonly stat: number;
  readonly df?: number;
  readonly pValue: number;
}

type Statistic = Omit<Test, 'name'>;

/** Tests of models with instruments and dynamics. */
interface DynamicTests {
  readonly hansen?: Statistic;
  readonly sargan?: Statistic;
  readonly ar?: readonly (Statistic & { readonly order: number })[];
}

/** The tests of a fit that are read at a glance. */
function testsOf(fit: FitResult): Test[] {
  const { hansen, sargan, ar } = words.value.results;
  const { tests } = fit as { readonly tests?: DynamicTests };
  const found: Test[] = [];
  if (tests?.hansen) found.push({ ...tests.hansen, name: hansen });
  if (tests?.sargan) found.push({ ...tests.sargan, name: sargan });
  for (const { order, stat, pValue } of tests?.ar ?? []) {
    found.push({ name: ar(String(order)), stat, pValue });
  }
  return found;
}

export function Tests({ fit }: { readonly fit: FitResult }) {
  const { df, instruments, observations } = words.value.results;
  const ninstruments = 'ninstruments' in fit ? (fit.ninstruments as number) : undefined;
  return (
    <dl class="tests">
      {testsOf(fit).map(({ name, stat, df: freedom, pValue }) => (
        <div key={name} class="test">
          <dt>{name}</dt>
          <dd>
            <strong>{probability(pValue)}</strong>
            <span class="note">
              {decimal(stat)}
              {freedom !== undefined && `, ${df(String(freedom))}`}
            </span>
          </dd>
        </div>
      ))}
      {ninstruments !== undefined && (
        <div class="test">
          <dt>{instruments}</dt>
          <dd>
            <strong>{count(ninstruments)}</strong>
          </dd>
        </div>
      )}
      <div class="test">
        <dt>{observations}</dt>
        <dd>
          <strong>{count(fit.nobs)}</strong>
        </dd>
      </div>
    </dl>
  );
}
