/** Confidence sets that allow for weak instruments. */
import { signal } from '@preact/signals';
import type { FitResult, WeakIdentification } from 'wasmetrics';
import type { ConfidenceSet } from 'wasmetrics/types';
import { Forest, type ForestRow } from '../figures/forest.js';
import { fit } from '../session/estimate.js';
import { words } from '../words/words.js';
import { Check } from './check.js';
import { CoefficientChoice, coefficientOf } from './coefficient.js';
import { tasks } from './tasks.js';

const of = signal('');

export function Weak() {
  const { weak: say } = words.value.checks;
  const coefficient = coefficientOf(fit.value, of.value);
  return (
    <Check
      task={tasks.weak}
      say={say}
      options={{ coefficients: [coefficient] }}
      ready={coefficient !== ''}
      figure={(result) => <Sets result={result} />}
    >
      <CoefficientChoice chosen={of} />
    </Check>
  );
}

const row = (label: string, { intervals }: ConfidenceSet): ForestRow => ({ label, intervals });

function Sets({ result }: { readonly result: WeakIdentification }) {
  const { weak: say } = words.value.checks;
  return (
    <>
      {result.sets.map(({ coefficient, estimate, projected, concentrated: { s, k, kj, clr } }) => (
        <Forest
          key={coefficient}
          label={say.figure(coefficient)}
          file={`weak-identification-${coefficient}`}
          rows={[
            { label: say.estimate, value: estimate, intervals: [] },
            row(say.projectedS, projected.s),
            row(say.s, s),
            row(say.k, k),
            row(say.kj, kj),
            row(say.clr, clr),
          ]}
        />
      ))}
    </>
  );
}

/** The sets that a fit with few instruments has itself. */
export function SetsOfFit({ shown }: { readonly shown: FitResult }) {
  const { weak: say } = words.value.checks;
  const sets = shown.tests.confidenceSets ?? [];
  return (
    <section class="card check">
      <h2>{say.title}</h2>
      <p class="note">{say.inResult}</p>
      {sets.map(({ variable, ar, k, clr, arProjection }) => (
        <Forest
          key={variable}
          label={say.figure(variable)}
          file={`confidence-sets-${variable}`}
          rows={[
            {
              label: say.estimate,
              value: shown.params[variable],
              intervals: [shown.confInt[variable] ?? [null, null]],
            },
            ...(ar === undefined ? [] : [row('Anderson-Rubin', ar)]),
            ...(k === undefined ? [] : [row(say.k, k)]),
            ...(clr === undefined ? [] : [row(say.clr, clr)]),
            ...(arProjection === undefined ? [] : [row('Anderson-Rubin', arProjection)]),
          ]}
        />
      ))}
    </section>
  );
}
