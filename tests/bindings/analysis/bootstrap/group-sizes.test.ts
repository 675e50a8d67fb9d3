/** The table of simulated sizes against the counts of the simulations, and what it decides. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  compareGroups,
  type GroupComparison,
  type GroupOptions,
  type ModelInput,
} from 'wasmetrics';
import { sharedEngine } from '../../../../bindings/core/engine/engine.js';
import {
  gridUnits,
  simulated,
} from '../../../../bindings/analysis/bootstrap/groups/sizes/simulated.js';
import {
  isRightSize,
  simulatedSize,
} from '../../../../bindings/analysis/bootstrap/groups/sizes/sizes.js';
import { type Design, drawsOf, panelsOf } from '../../../simulation/groups/designs.js';
import { dataOf } from '../../../simulation/groups/model.js';
import { readCounts, tableOf } from '../../../simulation/groups/simulated-table.js';

const path = new URL('../../../simulation/results/group-differences.csv', import.meta.url);
const counts = readCounts(readFileSync(path, 'utf8'));

beforeAll(() => sharedEngine());

describe('the table of sizes', () => {
  test('is that of the counts', () => {
    expect(simulated).toEqual(tableOf(counts, gridUnits));
  });

  test('rests on 5,000 samples', () => {
    for (const { samples, rejected, missing } of counts) {
      expect(samples).toBe(5000);
      expect(rejected + missing).toBeLessThanOrEqual(samples);
    }
  });
});

test('a size is that among as many units or the next smaller number', () => {
  const shape = { split: 'fixed', ratio: 1, groups: 2 } as const;
  const sizeOf = (units: number) => simulatedSize([{ ...shape, units }], 'cr2');
  expect(sizeOf(4)).toBeNull();
  expect([sizeOf(10), sizeOf(14)]).toEqual(
    Array(2).fill(simulated['fixed, 2 groups, even']!.cr2![1]),
  );
  const known = simulated['fixed, 2 groups, even']!.cr2!.filter((size) => size !== null);
  expect(sizeOf(5000)).toBe(known.at(-1));
});

test('a size from 4 to 6 % is right, give or take a Monte Carlo error', () => {
  expect([0.036, 0.037, 0.05, 0.063, 0.064].map(isRightSize)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

const panel = { unit: 'id', time: 'time' };

function compare(
  design: Partial<Design>,
  model: Partial<ModelInput> = {},
  options: Partial<GroupOptions> = {},
): Promise<GroupComparison> {
  const whole = { groups: 2, ratio: 1, process: 'within, spread', ...design } as Design;
  const data = dataOf(panelsOf(whole)(drawsOf(7, 1)));
  const written = { estimator: 'panel', formula: 'y ~ x', panel, ...model } as ModelInput;
  const usual = { by: 'group', of: 'x', reps: 99, workers: 0 } as const;
  return compareGroups(data as never, written, { ...usual, ...options });
}

describe('the method to report', () => {
  test('is CR2 with few units, also if it was not asked for', async () => {
    for (const methods of [undefined, ['wald'] as const]) {
      const { chosen, checks } = await compare({ units: 10, split: 'fixed' }, {}, { methods });
      expect(chosen).toMatchObject({ method: 'cr2', reliable: true });
      expect(isRightSize(chosen.size!)).toBe(true);
      expect(checks?.map(({ method }) => method)).toEqual(methods && ['cr2']);
    }
  });

  test('is the least wrong one where none has the right size, and says so', async () => {
    const { chosen } = await compare({
      units: 15,
      split: 'varying',
      ratio: 4,
      process: 'within, related',
    });
    expect(chosen.reliable).toBe(false);
    expect(isRightSize(chosen.size!)).toBe(false);
    expect(chosen.why).toMatch(/^no method is reliable here: .*the least wrong, rejects .*%/);
  });

  test('has no size outside the simulated samples, and says why', async () => {
    const { chosen, differences } = await compare({ units: 10, split: 'fixed' }, {
      effects: 'twoway',
    } as never);
    expect(chosen).toMatchObject({ reliable: null, size: null });
    expect(chosen.why).toMatch(/no sample like this one is simulated, as the effects are twoway/);
    expect(differences.every(({ size }) => size === null)).toBe(true);
  });
});

describe('errors by row in a panel', () => {
  const hc1 = { vcov: { type: 'HC1' } } as const;

  test('stay if the model names them, with a warning and the clustered test next to them', async () => {
    const options = { methods: ['wald', 'suest'] } as const;
    const design = { units: 20, split: 'fixed' } as const;
    const byRow = await compare(design, hc1, options);
    const clustered = await compare(design, {}, options);
    expect(byRow.errors.type).toBe('HC1');
    expect(byRow.warnings.filter(({ code }) => code === 'row-wise-errors')).toHaveLength(3);
    const check = byRow.checks!.find(({ method }) => method === 'wald')!;
    expect(check.errors).toEqual({ type: 'CV1', clusters: [{ column: 'id', count: 40 }] });
    expect(check.pValue).toBe(clustered.differences[0]!.pValue);
    expect(byRow.chosen.method).toBe('cr2');
    expect(clustered.warnings.filter(({ code }) => code === 'row-wise-errors')).toEqual([]);
  });

  test('of independent rows have no check', async () => {
    const design = { units: 30, split: 'rows', process: 'rows, spread' } as const;
    const model = { estimator: 'ols', panel: undefined, ...hc1 } as never;
    const { checks, warnings } = await compare(design, model, { methods: ['wald'] });
    expect(checks?.map(({ method }) => method)).toEqual(['cr2']);
    expect(warnings).toEqual([]);
  });
});
