/** Regressors that no role and no group of instruments names. */
import { readFileSync } from 'node:fs';
import { fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, test } from 'vitest';

const firms = parseCsv(
  readFileSync(new URL('../../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);
const base = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
} as const;

async function warned(given: object): Promise<string[]> {
  const { warnings } = await fitModel(firms, { ...base, ...given } as ModelInput);
  return warnings.flatMap(({ code, message }) =>
    code === 'regressor-without-instruments' ? [message] : [],
  );
}

describe('a regressor without instruments', () => {
  test('is the lagged outcome without a role', async () => {
    const [message, ...others] = await warned({ roles: { endogenous: 'w', exogenous: 'k' } });
    expect(message).toBe(
      "L1.n has no role, and no group of instruments names n, so other variables' instruments identify it; give a role (the outcome n is usually endogenous: --endogenous, or roles.endogenous in a file) or list it under gmm or iv",
    );
    expect(others).toEqual([]);
  });

  test.each([
    [{ roles: { endogenous: 'n', exogenous: 'k' } }, /^w has no .* names w, .*predetermined or ex/],
    [{ gmm: [{ vars: 'n', lags: [2, 4] }] }, /^w, k have no .* names w, k,/],
    [{ iv: [{ vars: 'w k' }], gmm: [{ vars: 'w', lags: [2, 3] }] }, /^L1.n has no/],
    [{ formula: 'n ~ L.n + w + i(year)', roles: { endogenous: 'n w' } }, /^i\(year\) has no/],
    [{ formula: 'n ~ L.n + w:k', roles: { endogenous: 'n w' } }, /^w:k has no .* names k,/],
  ])('is named: %j', async (given, message) => {
    expect(await warned(given)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    { roles: { endogenous: 'n', predetermined: 'w k' } },
    { roles: { endogenous: 'w', exogenous: 'k' }, gmm: [{ vars: 'L.n', lags: [1, 3] }] },
    { roles: { endogenous: 'n', exogenous: 'w k' }, timeEffects: true },
    { formula: 'n ~ L.n + log(emp)', where: 'emp > 0', roles: { endogenous: 'n emp' } },
    { roles: { endogenous: 'w', exogenous: 'k' }, nonlinear: true },
  ])('is not claimed: %j', async (given) => {
    expect(await warned(given)).toEqual([]);
  });
});
