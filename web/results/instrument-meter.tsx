/** How many instruments there are per unit, and what would leave fewer. */
import type { FitResult } from 'wasmetrics';
import type { Reduction } from 'wasmetrics/types';
import { model, setKey } from '../session/model.js';
import { count, decimal } from '../words/numbers.js';
import { words } from '../words/words.js';

/** A window of instruments as a model has it. */
interface Window {
  readonly lags?: readonly [number, number | null];
}

export function InstrumentMeter({ fit }: { readonly fit: FitResult }) {
  const say = words.value.results;
  const counted = fit.instrumentCount;
  if (counted === undefined) {
    return fit.ninstruments === undefined ? null : (
      <p class="note">{say.instrumentColumns(count(fit.ninstruments))}</p>
    );
  }
  const { rank, units, ratio, grade, reductions } = counted;
  const text = say.perUnit(count(rank), count(units), decimal(ratio), say.grades[grade]);
  return (
    <div class="instrument-meter">
      <span class="field-label">{say.instrumentsAgainstUnits}</span>
      <div
        class="meter"
        role="meter"
        aria-label={say.instrumentsAgainstUnits}
        aria-valuemin={0}
        aria-valuemax={2}
        aria-valuenow={Math.min(2, ratio)}
        aria-valuetext={text}
        data-grade={grade.replaceAll(' ', '-')}
        style={{ '--share': Math.min(1, ratio / 2) }}
      />
      <span>{text}</span>
      {grade !== 'none' && <Reductions reductions={reductions} />}
    </div>
  );
}

/** Ways to fewer instruments; one that is a change of the windows is made at a press. */
function Reductions({ reductions }: { readonly reductions: readonly Reduction[] }) {
  const say = words.value.results;
  const windows = model.value['gmm'];
  if (!Array.isArray(windows)) return null;
  return (
    <div class="row">
      {reductions.map((reduction) => (
        <button
          key={reduction.change}
          type="button"
          onClick={() =>
            setKey(
              'gmm',
              (windows as Window[]).map((one) => reduced(one, reduction)),
            )
          }
        >
          {say.reduction(reduction.collapse === true, reduction.lags, count(reduction.columns))}
        </button>
      ))}
    </div>
  );
}

function reduced(window: Window, { collapse, lags }: Reduction): Window {
  const [first, last] = window.lags ?? [2, null];
  return {
    ...window,
    ...(collapse === true && { collapse }),
    lags: [first, lags === undefined ? last : first + lags - 1],
  };
}
