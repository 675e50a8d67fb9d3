/**
 * Coverage of 95 % intervals of iterated GMM by the correction of its standard errors: `npm run simulate:iterated
 * [samples]`. It is not a part of the tests, as it takes minutes. y = rho y(t-1) + x + unit effect + error, with skewed
 * errors whose variance differs by unit. The run fails if the fixed point covers less than the step before, or if it is
 * further from 95 % where the sample is large.
 */
import { dpd } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import { normal } from '../bindings/models/identification/data.js';

const samples = Number(process.argv[2] ?? 1000);
const draw = normal(20261127);

interface Design {
  readonly units: number;
  readonly periods: number;
  readonly rho: number;
  readonly system: boolean;
  readonly lags: readonly [number, number];
}

const designs: readonly Design[] = [
  { units: 100, periods: 6, rho: 0.5, system: false, lags: [2, 3] },
  { units: 100, periods: 6, rho: 0.8, system: false, lags: [2, 3] },
  { units: 100, periods: 6, rho: 0.8, system: true, lags: [2, 3] },
  { units: 200, periods: 8, rho: 0.5, system: true, lags: [2, 4] },
  { units: 500, periods: 6, rho: 0.5, system: true, lags: [2, 4] },
];

const corrections = ['unadjusted', 'windmeijer-step', 'windmeijer', 'doubly-corrected'] as const;
type Correction = (typeof corrections)[number];

const BURN_IN = 50;

function simulate({ units, periods, rho }: Design) {
  const columns = { id: [] as number[], t: [] as number[], y: [] as number[], x: [] as number[] };
  for (let unit = 0; unit < units; ++unit) {
    const effect = draw();
    const scale = 0.5 + Math.min(1, Math.abs(draw()) / 2);
    let [y, x] = [0, 0];
    for (let t = -BURN_IN; t <= periods; ++t) {
      x = 0.5 * x + 0.5 * draw();
      y = rho * y + x + effect + (scale * (draw() ** 2 - 1)) / Math.SQRT2;
      if (t < 0) continue;
      columns.id.push(unit);
      columns.t.push(t);
      columns.y.push(y);
      columns.x.push(x);
    }
  }
  return columns;
}

/** Counts by correction of the intervals of the lag that hold rho; samples that do not converge are left out. */
async function coverage(design: Design) {
  const { rho, system, lags } = design;
  const model: Omit<DpdModelInput, 'estimator'> = {
    panel: { unit: 'id', time: 't' },
    formula: 'y ~ L.y + x',
    gmm: [{ vars: 'y', lags }],
    iv: [{ vars: 'x' }],
    system,
    steps: 'iterated',
    baselines: false,
  };
  const holds = new Map<Correction, number>(corrections.map((type) => [type, 0]));
  let converged = 0;
  for (let sample = 0; sample < samples; ++sample) {
    const data = simulate(design);
    const fits = await Promise.all(
      corrections.map((type) => dpd(data, { ...model, vcov: { type } }).catch(() => undefined)),
    );
    if (fits.some((fit) => fit?.converged !== true)) continue;
    converged += 1;
    fits.forEach((fit, i) => {
      const [low, high] = fit!.confInt['L1.y']!;
      const type = corrections[i]!;
      holds.set(type, holds.get(type)! + Number(low <= rho && rho <= high));
    });
  }
  return { converged, shares: new Map([...holds].map(([type, n]) => [type, n / converged])) };
}

const width = 18;
console.log(['N, T, rho, equations'.padEnd(30), 'converged', ...corrections].join('  '));
let passes = true;
for (const design of designs) {
  const { converged, shares } = await coverage(design);
  const { units, periods, rho, system } = design;
  const name = `${units}, ${periods}, ${rho}, ${system ? 'system' : 'difference'}`;
  const cells = corrections.map((type) =>
    shares
      .get(type)!
      .toFixed(3)
      .padStart(width - 2),
  );
  console.log([name.padEnd(30), `${converged}/${samples}`, ...cells].join('  '));
  const error = Math.sqrt((0.95 * 0.05) / converged);
  const [step, fixed] = [shares.get('windmeijer-step')!, shares.get('windmeijer')!];
  const large = units >= 500 && Math.abs(fixed - 0.95) > 4 * error;
  if (fixed < step || large) passes = false;
}
if (!passes) {
  console.error('the fixed point covers less than expected');
  process.exitCode = 1;
}
