/** The coefficients of a model with their intervals. */
import type { FitResult } from 'wasmetrics';
import { Interval } from '../figures/interval.js';
import { labelOf } from '../results/labels.js';
import { commonScale, suitsOneScale } from '../results/scale.js';
import { decimal, percent, probability, stars } from '../words/numbers.js';
import { words } from '../words/words.js';

export function Estimates({ fit }: { readonly fit: FitResult }) {
  const { allCoefficients, coefficient, estimate, stdError, pValue, confInt } = words.value.results;
  const scale = suitsOneScale(fit) ? commonScale(fit) : undefined;
  const title = fit.title ?? allCoefficients;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="coefficients">
        <caption part="title">{title}</caption>
        <thead>
          <tr>
            {[coefficient, estimate, stdError, pValue, confInt(percent(fit.level))].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.keys(fit.params).map((name) => (
            <Estimate key={name} fit={fit} name={name} scale={scale} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EstimateProps {
  readonly fit: FitResult;
  readonly name: string;
  readonly scale: readonly [number, number] | undefined;
}

function Estimate({ fit, name, scale }: EstimateProps) {
  const value = fit.params[name]!;
  const [low, high] = fit.confInt[name]!;
  const pValue = fit.pValues[name]!;
  const label = labelOf(fit, name);
  return (
    <tr>
      <th scope="row">{label ?? <code>{name}</code>}</th>
      <td>
        {decimal(value)}
        <span class="stars">{stars(pValue)}</span>
      </td>
      <td>{decimal(fit.stdErrors[name]!)}</td>
      <td>{probability(pValue)}</td>
      <td class="figure">
        <span class="interval-text">
          {decimal(low)} – {decimal(high)}
        </span>
        <Interval value={value} low={low} high={high} before={[]} scale={scale} />
      </td>
    </tr>
  );
}
