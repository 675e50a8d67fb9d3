/** The opening screen: a live estimate first, then the paper. */
import { liveInView, useInView } from '../components/in-view.js';
import { lazy } from '../components/lazy.js';
import { Coefficients } from '../results/coefficients.js';
import { ResultLine } from '../results/result-line.js';
import { Tests } from '../results/tests.js';
import { LagWindows } from '../model/lag-windows.js';
import { duration, fit, isSettled, trail } from '../session/estimate.js';
import { mode } from '../session/view.js';
import { words } from '../words/words.js';

/** The paper is loaded after the first number. */
const Paper = lazy(() => import('./read-mode.js').then(({ ReadMode }) => ReadMode));

export function Opening() {
  return (
    <main id="main" tabIndex={-1} class="page">
      <Live />
      {isSettled.value && <Paper />}
      {liveInView.value && <ResultLine onShow={showNumbers} />}
    </main>
  );
}

function showNumbers(): void {
  const numbers = document.getElementById('live-numbers')!;
  numbers.scrollIntoView();
  numbers.focus();
}

function Live() {
  const controls = useInView<HTMLDivElement>(liveInView);
  const { live, liveNote, own, estimatedIn } = words.value.read;
  const shown = fit.value;
  return (
    <section class="card live" aria-labelledby="live-heading">
      <div ref={controls}>
        <h2 id="live-heading">{live}</h2>
        <p>{liveNote}</p>
        <LagWindows />
        <button type="button" class="primary" onClick={() => (mode.value = 'write')}>
          {own}
        </button>
      </div>
      <div id="live-numbers" tabIndex={-1}>
        {shown === undefined ? (
          <p class="placeholder">{words.value.results.estimating}</p>
        ) : (
          <>
            <h3>{shown.title}</h3>
            <Coefficients fit={shown} trail={trail.value} />
            <Tests fit={shown} />
            <p class="note">{estimatedIn(duration.value.toFixed(1))}</p>
          </>
        )}
      </div>
    </section>
  );
}
