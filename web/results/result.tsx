/** What has been estimated. */
import { useState } from 'preact/hooks';
import type { FitResult } from 'wasmetrics';
import { collect, collected } from '../session/collected.js';
import { duration, failure, fit, fittedModel, trail } from '../session/estimate.js';
import { openNumber } from '../session/number.js';
import { wanted } from '../session/wanted.js';
import { spoken, titleOf } from '../components/spoken.js';
import { words } from '../words/words.js';
import { lazy } from '../components/lazy.js';
import { Coefficients } from './coefficients.js';
import { InstrumentMeter } from './instrument-meter.js';
import { Tests } from './tests.js';
import { Warnings } from './warnings.js';

const Report = lazy(async () => (await import('./report.js')).default);

export function Result() {
  const { result } = words.value.results;
  const shown = fit.value;
  return (
    <section class="card result" aria-labelledby="result-heading">
      <h2 id="result-heading">{shown === undefined ? result : titleOf(shown)}</h2>
      {shown === undefined ? <p>{waitingFor()}</p> : <Estimated fit={shown} />}
    </section>
  );
}

/** Why there is no estimate yet. */
function waitingFor(): string {
  if (wanted.value !== undefined) return `${words.value.keeping.bring} ${wanted.value.name}.`;
  const failed = failure.value;
  return failed === undefined ? words.value.results.estimating : spoken(failed);
}

function Estimated({ fit: shown }: { readonly fit: FitResult }) {
  const { notEstimated, milliseconds, whereFrom, addToTable } = words.value.results;
  return (
    <>
      {failure.value !== undefined && <p class="note">{notEstimated}</p>}
      <Coefficients fit={shown} trail={trail.value} />
      <Tests fit={shown} />
      <InstrumentMeter fit={shown} />
      <Warnings warnings={shown.warnings} />
      <div class="row">
        <button type="button" onClick={() => openNumber({})}>
          {whereFrom}
        </button>
        <button type="button" onClick={() => collect(fittedModel.value)}>
          {addToTable(collected.value.length)}
        </button>
        <span class="note">{milliseconds(duration.value.toFixed(1))}</span>
      </div>
      <WholeReport />
    </>
  );
}

function WholeReport() {
  const [open, setOpen] = useState(false);
  return (
    <details class="whole-report" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.value.results.wholeReport}</summary>
      {open && <Report />}
    </details>
  );
}
