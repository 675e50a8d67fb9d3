/** What replicates of a dynamic panel return beside coefficients: each number is that of a fit on the drawn units. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, type DpdModelInput, fitModel } from 'wasmetrics';
import { loadKernels } from '../assembly/load.js';
import {
  type Columns,
  expectClose,
  modelOf,
  repeatUnits,
  simulate,
  withoutIdleUnits,
} from './panels.js';

const { kernels, getInts, scope } = loadKernels();
const seed = 11;

function counts(units: number, replicate: number): number[] {
  return scope(() => {
    const out = kernels.alloc(4 * units);
    kernels.multinomial(units, replicate, seed, 0, out);
    return [...getInts(out, units)];
  });
}

/** Replicates by name of their numbers. */
async function replicates(model: DpdModelInput, panel: Columns, options: BootstrapOptions) {
  const fit = await fitModel(model, panel);
  const run = bootstrap(fit, { seed, recenter: false, workers: 0, ...options });
  const { values, width, statistics, completed } = await run.replicates;
  const names = [...Object.keys(fit.params), ...statistics];
  expect(width).toBe(names.length);
  return Array.from({ length: completed }, (_, r) =>
    Object.fromEntries(names.map((name, j) => [name, values[r * width + j]!])),
  );
}

describe('a replicate has', () => {
  const panel = withoutIdleUnits(simulate({ units: 160, periods: 7, seed: 5, holes: 0.05 }));
  const units = new Set(panel['unit']).size;

  test.each([
    ['the Windmeijer errors', 160, {}, 1e-10],
    ['the Windmeijer errors in differences', 160, { system: false }, 1e-10],
    ['the robust errors of one step', 160, { steps: 1, vcov: { type: 'robust' } }, 1e-10],
    ['the errors of the two-step weight', 160, { vcov: { type: 'unadjusted' } }, 1e-10],
    // Moore-Penrose inverses multiply rounding by the condition of the range.
    ['the Windmeijer errors under singular weights', 16, {}, 1e-6],
  ] as const)(
    '%s, J and J without groups of a fit on the drawn units',
    async (_, few, options, close) => {
      const own = few === 16 ? simulate({ units: 16, periods: 8, seed: 6 }) : panel;
      const model = modelOf(options);
      const statistics = ['hansen', 'diffHansen'];
      const rows = await replicates(model, own, { reps: 20, ci: ['studentized'], statistics });
      for (const [r, row] of rows.entries()) {
        const drawn = repeatUnits(own, counts(few === 16 ? 16 : units, r));
        const again = await fitModel(model, drawn);
        for (const [name, se] of Object.entries(again.stdErrors)) {
          const found = row[`stdError(${name})`]!;
          // Singular weights may leave Windmeijer's variance negative.
          if (Number.isNaN(se)) expect(found).toBeNaN();
          else expectClose(found, se, close, `replicate ${r}, error of ${name}`);
        }
        expectClose(row['_hansen']!, again.tests.hansen!.stat!, close, `replicate ${r}, J`);
        for (const { group, excluding } of again.tests.diffHansen!) {
          const found = row[`_hansen_without_${group}`]!;
          // None of the rank is lost without the group, so that the fit has no such test.
          if (excluding.stat === null) continue;
          expectClose(found, excluding.stat, close, `replicate ${r}, without ${group}`);
        }
      }
    },
  );
});
