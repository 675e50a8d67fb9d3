/** The coefficients of a model with their intervals. */
import type { FitResult } from 'wasmetrics';
import { Interval } from '../figures/interval.js';
import { labelOf } from '../results/labels.js';
import { commonScale, suitsOneScale } from '../results/scale.js';
import { decimal, percent, probability, stars } from '../words/numbers.js';
import { words } from '../words/words.js';

export interface EstimatesProps {
  readonly fit: FitResult;
  /** What the model calls columns and coefficients. */
  readonly labels: Readonly<Record<string, string>> | undefined;
}

export function Estimates({ fit, labels }: EstimatesProps) {
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
            <Estimate key={name} {...{ fit, labels, name, scale }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EstimateProps extends EstimatesProps {
  readonly name: string;
  readonly scale: readonly [number, number] | undefined;
}

function Estimate({ fit, labels, name, scale }: EstimateProps) {
  const value = fit.params[name]!;
  const [low, high] = fit.confInt[name]!;
  const pValue = fit.pValues[name]!;
  const label = labelOf(fit, name, labels);
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {label !== undefined && <span class="note"> {label}</span>}
      </th>
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
