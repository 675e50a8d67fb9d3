/** The tests of a model with their p-values, and the measures of its fit. */
import type { FitResult } from 'wasmetrics';
import { count, decimal, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { numbersOf, rejection, type ShownTest, testsOf } from './statistics.js';

export function Tests({ fit }: { readonly fit: FitResult }) {
  const { observations, units } = words.value.results;
  return (
    <dl class="tests">
      {testsOf(fit).map((test) => (
        <TestShown key={test.name} test={test} />
      ))}
      {numbersOf(fit).map(({ name, value }) => (
        <Shown key={name} name={name} value={decimal(value)} />
      ))}
      <Shown name={observations} value={count(fit.nobs)} />
      {fit.ngroups !== undefined && <Shown name={units} value={count(fit.ngroups)} />}
    </dl>
  );
}

function TestShown({ test }: { readonly test: ShownTest }) {
  const { df: inWords } = words.value.results;
  const { name, stat, df, pValue, against } = test;
  const rejected = against !== undefined && pValue < rejection;
  return (
    <div class={rejected ? 'test rejected' : 'test'}>
      <dt>{name}</dt>
      <dd>
        <strong>p {probability(pValue)}</strong>
        <span class="note">
          {decimal(stat)}
          {df !== undefined && `, ${inWords(typeof df === 'number' ? String(df) : df.join(', '))}`}
        </span>
        {rejected && <span class="finding">{against}</span>}
      </dd>
    </div>
  );
}

function Shown({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class="test">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  );
}
