import { readFileSync } from 'node:fs';
import { fitModel, type ModelInput, parseModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it } from 'vitest';

const firms = parseCsv(
  readFileSync(new URL('../../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);

const base = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
} as const satisfies Partial<ModelInput>;

type Given = Omit<ModelInput & { estimator: 'dpd' }, keyof typeof base>;
const read = (given: object) => parseModel({ ...base, ...given } as ModelInput);
const instruments = (given: object) => {
  const { gmm, iv } = read(given) as Extract<ReturnType<typeof parseModel>, { estimator: 'dpd' }>;
  return {
    gmm: gmm.map(({ vars, lags, collapse, equation, role }) => [
      vars.join(' '),
      lags,
      collapse,
      equation,
      role,
    ]),
    iv: iv.map(({ vars, equation }) => [vars.join(' '), equation]),
  };
};
const failure = (given: object) => {
  try {
    read(given);
  } catch (error) {
    return error as { code: string; message: string };
  }
  return { code: 'none', message: '' };
};

describe('roles', () => {
  it('give the lags that are valid', () => {
    const roles = { endogenous: 'n', predetermined: ['w'], exogenous: 'k', collapse: true };
    expect(instruments({ roles })).toEqual({
      gmm: [
        ['n', [2, null], true, 'both', 'endogenous'],
        ['w', [1, null], true, 'both', 'predetermined'],
      ],
      iv: [['k', 'both']],
    });
  });

  it('are the same numbers for deviations, which stand a period later', () => {
    const roles = { endogenous: 'n', predetermined: 'w k' };
    expect(instruments({ roles, transform: 'fod' })).toEqual(instruments({ roles }));
  });

  it('leave a variable with its own group to that group', () => {
    const found = instruments({
      roles: { endogenous: 'n w' },
      gmm: [{ vars: 'w', lags: [3, 4] }],
    });
    expect(found.gmm).toEqual([
      ['w', [3, 4], false, 'both', undefined],
      ['n', [2, null], false, 'both', 'endogenous'],
    ]);
  });

  it('of a group stand in for its lags, in the level equation one difference', () => {
    const gmm = [
      { vars: 'n', role: 'endogenous', equation: 'diff' },
      { vars: 'n', role: 'endogenous', equation: 'level' },
      { vars: 'w', role: 'predetermined', equation: 'level' },
    ];
    expect(instruments({ gmm }).gmm.map(([, lags]) => lags)).toEqual([
      [2, null],
      [1, 1],
      [0, 0],
    ]);
  });

  it.each([
    [{ roles: { endogenous: 'n' }, gmm: [{ vars: 'n', lags: [1, 3] }] }, 'gmm[0].lags: expected'],
    [{ gmm: [{ vars: 'n', lags: [1, 3], role: 'endogenous' }] }, 'lags from 2 on'],
    [{ gmm: [{ vars: 'w', lags: [0, 3], role: 'predetermined' }] }, 'lags from 1 on'],
    [
      { gmm: [{ vars: 'n', lags: [0, 0], role: 'endogenous', equation: 'level' }] },
      'earlier differences are correlated with the error of the level equation',
    ],
    [{ roles: { endogenous: 'n', exogenous: 'k n' } }, 'n is endogenous and exogenous'],
    [{ roles: { endogenous: 'L.n', exogenous: 'L1.n' } }, 'L1.n is endogenous and exogenous'],
    [{ roles: { endogenous: 'n w' }, iv: [{ vars: 'w' }] }, 'w is endogenous'],
    [{ roles: { predetermined: 'w' }, iv: [{ vars: 'w', equation: 'both' }] }, 'equation level'],
  ])('contradicted by a window or an instrument are an error: %#', (given, words) => {
    const { code, message } = failure(given);
    expect(code).toBe('role-conflict');
    expect(message).toContain(words);
  });

  it('allow a predetermined variable as an ordinary instrument of levels', () => {
    const given = { roles: { predetermined: 'w' }, iv: [{ vars: 'w', equation: 'level' }] };
    expect(failure(given).code).toBe('none');
  });

  it('or lags are required of a group, and groups or roles of a model', () => {
    expect(failure({ gmm: [{ vars: 'n' }] }).message).toContain('gmm[0]: expected lags, or a role');
    expect(failure({}).message).toContain('gmm: expected a list of {vars, lags}, or roles');
  });

  it('estimate what the groups they stand for estimate', async () => {
    const roles = { endogenous: 'n', predetermined: 'w', exogenous: 'k' };
    const groups: Pick<Given, 'gmm' | 'iv'> = {
      gmm: [
        { vars: 'n', lags: [2, null] },
        { vars: 'w', lags: [1, null] },
      ],
      iv: [{ vars: 'k' }],
    };
    const [one, other] = await Promise.all([
      fitModel(firms, { ...base, roles }),
      fitModel(firms, { ...base, ...groups }),
    ]);
    expect(one.params).toEqual(other.params);
    expect(one.stdErrors).toEqual(other.stdErrors);
  });
});

describe('moment conditions', () => {
  const conditions = async (given: Partial<Given>) =>
    (await fitModel(firms, { ...base, ...given } as ModelInput)).momentConditions!;

  it('say what each group assumes in each equation', async () => {
    const found = await conditions({
      roles: { endogenous: 'n', predetermined: 'w', exogenous: 'k' },
    });
    expect(found.map(({ equation, condition }) => [equation, condition])).toEqual([
      ['diff', 'E[n(t-s) D.e(t)] = 0, s = 2, 3, ..., each t'],
      ['level', 'E[D.n(t-1) (u + e(t))] = 0, each t'],
      ['diff', 'E[w(t-s) D.e(t)] = 0, s = 1, 2, ..., each t'],
      ['level', 'E[D.w(t) (u + e(t))] = 0, each t'],
      ['both', 'E[sum over t of (D.k(t) D.e(t) + k(t) (u + e(t)))] = 0'],
    ]);
    expect(found[0]!.words).toBe(
      'n lagged 2 or more periods is uncorrelated with the change in the error',
    );
  });

  it('date lags of deviations by their own period, and name the written ones', async () => {
    const gmm = [{ vars: 'n w', lags: [2, 3], collapse: true, equation: 'diff' }] as const;
    const [found] = await conditions({ gmm, iv: [{ vars: 'k' }], transform: 'fod' });
    expect(found!.condition).toContain('E[sum over t of n(t-s) FOD.e(t)] = 0');
    expect(found!.condition).toContain('s = 1 to 2 (lags 2 to 3 as written)');
  });
});
