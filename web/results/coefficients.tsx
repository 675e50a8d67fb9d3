/** Coefficients with their intervals, and where they stood before. */
import type { FitResult } from 'wasmetrics';
import { Interval } from '../figures/interval.js';
import { decimal, percent, probability, stars } from '../words/numbers.js';
import { words } from '../words/words.js';

export function Coefficients({
  fit,
  trail,
}: {
  readonly fit: FitResult;
  readonly trail: readonly FitResult[];
}) {
  const { coefficient, estimate, stdError, pValue, confInt } = words.value.results;
  const names = Object.keys(fit.params);
  return (
    <table class="coefficients">
      <thead>
        <tr>
          <th scope="col">{coefficient}</th>
          <th scope="col">{estimate}</th>
          <th scope="col">{stdError}</th>
          <th scope="col">{pValue}</th>
          <th scope="col">{confInt(percent(fit.level))}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <Coefficient key={name} name={name} fit={fit} trail={trail} />
        ))}
      </tbody>
    </table>
  );
}

function Coefficient({
  name,
  fit,
  trail,
}: {
  readonly name: string;
  readonly fit: FitResult;
  readonly trail: readonly FitResult[];
}) {
  const value = fit.params[name]!;
  const [low, high] = fit.confInt[name]!;
  const before = trail.map(({ params }) => params[name]).filter((past) => past !== undefined);
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        {decimal(value)}
        <span class="stars">{stars(fit.pValues[name]!)}</span>
      </td>
      <td>{decimal(fit.stdErrors[name]!)}</td>
      <td>{probability(fit.pValues[name]!)}</td>
      <td class="figure" aria-label={`${decimal(low)} – ${decimal(high)}`}>
        <Interval value={value} low={low} high={high} before={before} />
      </td>
    </tr>
  );
}
