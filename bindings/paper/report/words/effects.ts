/** What a fit says about unit effects and absorbed effects, in words. */
import type { AbsorbedEffect, FitResult } from '../../../results/fit.js';
import { count, plural } from '../../../core/text/counts.js';
import { digits, short } from '../../../core/text/format.js';
import { fixed } from '../../../core/text/rounding.js';

/** `within 0.614, between 0.847, overall 0.834`; undefined for results without them. */
export function panelFitWords(result: FitResult): string | undefined {
  const parts = [
    ['within', result.rsquaredWithin],
    ['between', result.rsquaredBetween],
    ['overall', result.rsquaredOverall],
  ] as const;
  const known = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${fixed(value, 3)}`],
  );
  return known.length === 0 ? undefined : known.join(', ');
}

/** `sigma_u 0.645, sigma_e 0.130, rho 0.961; theta 0.907 to 0.918`. */
export function varianceWords(result: FitResult): string | undefined {
  const { sigmaU, sigmaE, rho, correlation, theta } = result;
  if (sigmaU === undefined || sigmaE === undefined) return undefined;
  const deviations = `sigma_u ${digits(sigmaU)}, sigma_e ${digits(sigmaE)}`;
  return [
    rho === undefined ? deviations : `${deviations}, rho ${short(rho, 4)}`,
    ...(correlation === undefined ? [] : [`corr(u, Xb) ${short(correlation, 4)}`]),
    ...(theta === undefined ? [] : [`theta ${range(theta.min, theta.max)}`]),
  ].join('; ');
}

/** `id: 140 levels (nested in clusters), year: 9 levels, 1 redundant`. */
export function absorbedWords(absorbed: readonly AbsorbedEffect[] = []): string | undefined {
  if (absorbed.length === 0) return undefined;
  return absorbed
    .map(({ name, levels, redundant, nested }) => {
      const rest = redundant === 0 ? '' : `, ${count(redundant)} redundant`;
      return `${name}: ${plural(levels, 'level')}${rest}${nested ? ' (nested in clusters)' : ''}`;
    })
    .join('; ');
}

function range(low: number, high: number): string {
  const [first, last] = [short(low, 4), short(high, 4)];
  return first === last ? first : `${first} to ${last}`;
}
