import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Workplace, workplace } from './run.js';

const employment = readFileSync(new URL('../../examples/employment.yaml', import.meta.url), 'utf8');
const data = new URL('../../examples/abdata.csv', import.meta.url).pathname;

const split = `data: abdata.csv
panel: { unit: id, time: year }
estimator: dpd
formula: n ~ L(1:2).n + w + k
system: false
gmm: [{ vars: n, lags: [2, 4] }, { vars: w, lags: [1, 3] }]
iv: [{ vars: k }]
`;

let place: Workplace;
beforeAll(() => (place = workplace()));
afterAll(() => place.remove());

describe('wasmetrics export and import', () => {
  it('give a model file back', async () => {
    place.file('model.yaml', employment);
    const exported = await place.wasmetrics(['export', 'model.yaml', '--as', 'xtabond2']);
    expect(exported.stderr).toBe('');
    const imported = await place.wasmetrics(['import', '-'], exported.stdout);
    expect(imported.stderr).toBe('');
    place.file('again.yaml', imported.stdout);
    const again = await place.wasmetrics(['export', 'again.yaml', '--as', 'xtabond2']);
    const command = (text: string) => text.split('\n').find((line) => line.startsWith('xtabond2'));
    expect(command(again.stdout)).toBe(command(exported.stdout));
  });

  it.each([
    ['xtset id year\nxtivreg y (x = z) w, re', /random effects with instruments do not exist here/],
    ['xtset id year\nxtivreg y (x = z) w, fe vce(robust)', /write ivreghdfe with absorb\(\)/],
    ['regress y x\nbysort id: gen a = y[3]', /is read as L\./],
    ['regress y x\nbys id g: regress y x', /wasmetrics groups --by/],
    ['m <- lm(y ~ x, d)\nd <- rbind(d, e)', /otherwise make one file of both/],
  ])('say what to write for a command that is not translated: %j', async (script, advice) => {
    const { stdout, stderr } = await place.wasmetrics(['import', '-'], script);
    expect(stdout + stderr).toMatch(advice);
  });

  it.each(['m <- feols(y ~ x | f, d, cluster = ~g)', 'm <- feols(y ~ x, d, vcov = "hetero")'])(
    'translate what they advise: %s',
    async (script) => {
      expect((await place.wasmetrics(['import', script])).status).toBe(0);
    },
  );

  it('print a model that fit estimates', async () => {
    const text = 'xtabond2 n L.n w yr1980-yr1984, gmm(n, lag(2 3) c) iv(w yr1980-yr1984) nolev two';
    const { stdout } = await place.wasmetrics(['import', text, '--data', data]);
    const { status, stdout: result } = await place.wasmetrics(['fit', '-', '--json'], stdout);
    expect(status).toBe(0);
    const { params } = JSON.parse(result) as { params: Record<string, number> };
    expect(Object.keys(params)).toEqual(['L1.n', 'w', ...[0, 1, 2, 3, 4].map((y) => `yr198${y}`)]);
  });

  it('go through every program that can express a model', async () => {
    place.file('model.yaml', split);
    for (const as of ['xtabond2', 'xtdpdgmm', 'gretl', 'plm', 'pdynmc', 'pydynpd']) {
      const exported = await place.wasmetrics(['export', 'model.yaml', '--as', as]);
      const imported = await place.wasmetrics(['import', '-', '--from', as], exported.stdout);
      expect(imported.stderr).toBe('');
      place.file('again.yaml', imported.stdout);
      const { stdout } = await place.wasmetrics(['export', 'again.yaml', '--as', as]);
      const code = (text: string) => text.split('\n').filter((line) => !/^[*#]/.test(line));
      expect(code(stdout)).toEqual(code(exported.stdout));
    }
  });

  it('use the distance between periods', async () => {
    const { stdout } = await place.wasmetrics([
      'import',
      'dpanel 1 ; n w',
      '--time',
      't',
      '--step',
      '5',
    ]);
    expect(stdout).toContain('time: t\n  step: 5');
  });

  it('make a study of one command with tests, and a model file of one alone', async () => {
    const alone = await place.wasmetrics(['import', '-'], 'use d\nreg y x z\n');
    expect(alone.stdout).toMatch(/^data: d.dta\nestimator: ols$/m);
    const tested = await place.wasmetrics(['import', '-'], 'use d\nreg y x z\nlincom x - z\n');
    expect(tested.stdout).toMatch(/^ {2}T2:\n {4}title: lincom x - z\n {4}tests: T1.1$/m);
  });

  it('fail with a caret, or with the key that a program cannot express', async () => {
    const unread = await place.wasmetrics(['import', 'xtabond2 n L.n, gmm(n) twostpe']);
    expect(unread.status).toBe(3);
    expect(unread.stderr).toMatch(/did you mean "twostep"\?\)\n.*\n\s+\^/);
    place.file('model.yaml', employment);
    const unsaid = await place.wasmetrics(['export', 'model.yaml', '--as', 'plm', '--json']);
    expect(JSON.parse(unsaid.stderr)).toMatchObject({ error: { code: 'not-expressed' } });
  });
});

describe('wasmetrics explain', () => {
  it('explains a code in Chinese', async () => {
    const { stdout } = await place.wasmetrics(['explain', 'AR(2)', '--language', 'zh']);
    expect(stdout).toMatch(/^ar\n\n差分误差的序列相关检验。/);
  });

  it('explains a code, and lists them without one', async () => {
    const { stdout } = await place.wasmetrics(['explain', 'many-instruments']);
    expect(stdout).toMatch(/What it means[^]*Why it matters[^]*What to do[^]*Reference/);
    const list = (await place.wasmetrics(['explain'])).stdout;
    for (const code of ['many-instruments', 'hansen', 'rank-deficient']) {
      expect(list).toContain(`  ${code} `);
    }
    for (const text of [stdout, list]) {
      expect(text.split('\n').filter((line) => line.length > 98)).toEqual([]);
    }
  });

  it('suggests the nearest code', async () => {
    const { status, stderr } = await place.wasmetrics(['explain', 'hansn']);
    expect(status).toBe(3);
    expect(stderr).toContain('did you mean "hansen"?');
  });
});
