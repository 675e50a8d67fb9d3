/** What a bootstrap found, next to the analytic errors. */
import type { Bootstrapped } from '../engine/questions/bootstraps.js';
import { openNumber } from '../session/number.js';
import type { WrittenModel } from '../session/model.js';
import { decimal, percent, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { task } from './state.js';

export function Summary({ found }: { readonly found: Bootstrapped }) {
  const say = words.value.bootstrap;
  const { fit, resultHash } = found;
  const { bootstrap } = fit;
  const methods = Object.entries(bootstrap.confInt) as [keyof typeof say.methods, Ends][];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say.summary}>
      <table class="coefficients">
        <thead>
          <tr>
            {[say.coefficient, say.estimate, say.analytic, say.stdError, say.monteCarlo].map(
              (heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ),
            )}
            <th scope="col">p</th>
            {methods.map(([method]) => (
              <th key={method} scope="col">
                {say.methods[method]} {percent(bootstrap.level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.keys(fit.params).map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <button
                  type="button"
                  class="number"
                  onClick={() =>
                    openNumber({ fit, coefficient: name, resultHash, ...modelAsked() })
                  }
                >
                  {decimal(fit.params[name]!)}
                </button>
              </td>
              <td>{decimal(fit.stdErrors[name]!)}</td>
              <td>{decimal(bootstrap.stdErrors[name]!)}</td>
              <td>{decimal(bootstrap.monteCarloError[name]!)}</td>
              <td>{probability(bootstrap.pValues[name]!)}</td>
              {methods.map(([method, ends]) => (
                <td key={method} class="ends">
                  {decimal(ends[name]![0])} – {decimal(ends[name]![1])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Ends = Readonly<Record<string, readonly [number, number]>>;

/** The model whose replicates these are, which may no longer be the one on the page. */
function modelAsked(): { readonly model?: WrittenModel } {
  const { request } = task.state.peek();
  return request === undefined ? {} : { model: request.model as unknown as WrittenModel };
}
