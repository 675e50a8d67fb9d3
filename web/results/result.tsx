/** What has been estimated. */
import { duration, failure, fit, trail } from '../session/estimate.js';
import { words } from '../words/words.js';
import { Coefficients } from './coefficients.js';
import { Tests } from './tests.js';

export function Result() {
  const { result, estimating, notEstimated, milliseconds } = words.value.results;
  const shown = fit.value;
  return (
    <section class="card result" aria-labelledby="result-heading">
      <h2 id="result-heading">{shown?.title ?? result}</h2>
      {shown === undefined ? (
        <p>{estimating}</p>
      ) : (
        <>
          {failure.value !== undefined && <p class="note">{notEstimated}</p>}
          <Coefficients fit={shown} trail={trail.value} />
          <Tests fit={shown} />
          <ul class="warnings">
            {shown.warnings.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
          <p class="note">{milliseconds(duration.value.toFixed(1))}</p>
        </>
      )}
    </section>
  );
}
