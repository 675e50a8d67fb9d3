import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(async () => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];
  place.file('model.yaml', (await place.wasmetrics([...dpd, '--print-model'])).stdout);
  const save = async (name: string, args: readonly string[]) =>
    place.file(name, (await place.wasmetrics([...args, '--print-model'])).stdout);
  await save('ols.yaml', ['ols', 'panel.csv', 'y ~ x + z']);
  const within = ['panel', 'panel.csv', 'y ~ x + z', '--unit', 'id', '--time', 'year'];
  await save('within.yaml', within);
  await save('random.yaml', [...within, '--effects', 'random']);
  place.file('fit.json', (await place.wasmetrics([...dpd, '--json'])).stdout);
});
afterAll(() => place.remove());

describe('wasmetrics test', () => {
  it('prints each hypothesis, the joint test and functions', async () => {
    const args = ['test', 'model.yaml', 'L.y = 0.5, x = 1', '--function', 'x/(1 - L1.y)'];
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^L\.y = 0\.5 +-?\d/m);
    expect(stdout).toMatch(/^Wald +all hypotheses hold +\d+\.\d{2} +chi2\(2\) +<?\d/m);
    expect(stdout).toMatch(/^x\/\(1 - L1\.y\) +\d/m);
  });

  it('gives the same for a model and for its stored result', async () => {
    const args = ['x = 1', '--function', 'x^2', '--json', '--level', '0.9'];
    const { stdout } = await place.wasmetrics(['test', 'fit.json', ...args]);
    expect(stdout).toBe((await place.wasmetrics(['test', 'model.yaml', ...args])).stdout);
    expect(JSON.parse(stdout)).toMatchObject({ statistic: 'z', level: 0.9 });
  });

  it('tests hypotheses jointly by a wild bootstrap, also in tables', async () => {
    const args = ['test', 'panel.csv', 'y ~ x + z', 'x = 0, z = 0', '--cluster', 'id'];
    const wild = ['--scheme', 'wild-cluster', '--reps', '99'];
    const { stdout } = await place.wasmetrics([...args, ...wild]);
    const [, statistic] = /^F +all hypotheses hold +([\d.]+)/m.exec(stdout)!;
    expect(stdout).toMatch(/^bootstrap test +statistic +p/m);
    expect(stdout).toMatch(new RegExp(`^x = 0, z = 0 +${statistic} `, 'm'));
    const table = await place.wasmetrics([...args, ...wild, '--vcov', 'CV2', '-o', 'tests.md']);
    expect(table.status).toBe(0);
    const written = place.read('tests.md').toString();
    expect(written).toMatch(/Joint test \(HTZ\) +\|/);
    expect(written).toMatch(/Joint test \(wild bootstrap\) +\|/);
    expect(written).toContain('scheme wild-cluster, 99 replicates, seed 1');
    const { stderr } = await place.wasmetrics([...args, '--reps', '99']);
    expect(stderr).toContain('--reps needs --scheme');
    const chinese = await place.wasmetrics(['--language', 'zh', ...args, ...wild]);
    expect(chinese.stdout).toMatch(/^自助法检验 +统计量 +p值/m);
  });

  it('adjusts p-values of coefficients for their number', async () => {
    const args = ['test', 'panel.csv', 'y ~ x + z', 'x', 'z = 0', '--adjust', 'Holm romano-wolf'];
    const { status, stdout } = await place.wasmetrics([...args, '--reps', '99', '--json']);
    expect(status).toBe(0);
    const { kind, hypotheses, bootstrap } = JSON.parse(stdout);
    expect(kind).toBe('hypotheses');
    expect(hypotheses.map(({ name }: { name: string }) => name)).toEqual(['x', 'z']);
    expect(Object.keys(hypotheses[0].adjusted)).toEqual(['holm', 'romano-wolf']);
    expect(bootstrap).toMatchObject({ reps: 99, seed: 1 });
    const wild = ['--scheme', 'wild-cluster', '--cluster', 'id', '--reps', '99', '--json'];
    const clustered = await place.wasmetrics([...args, ...wild]);
    expect(clustered.status).toBe(0);
    expect(JSON.parse(clustered.stdout).bootstrap).toMatchObject({ scheme: 'wild-cluster' });
  });

  it('adjusts only hypotheses that a coefficient is zero', async () => {
    const args = ['test', 'panel.csv', 'y ~ x + z', 'x = 1', '--adjust', 'holm'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(2);
    expect(stderr).toContain('--adjust: expected hypotheses that a coefficient is 0, found x = 1');
  });

  it('says which hypotheses follow from others', async () => {
    const { stdout } = await place.wasmetrics(['test', 'fit.json', 'x = 1, 2*x = 2']);
    expect(stdout).toContain('left out, as it follows from the others: 2*x = 2');
  });

  it.each([
    [
      ['model.yaml'],
      2,
      'expected hypotheses such as "w = k", --function, --diagnostics or --hausman, found none',
    ],
    [
      ['model.yaml', 'xx = 0'],
      3,
      'there is no coefficient "xx" (did you mean "x"?)\n  xx = 0\n  ^',
    ],
    [['model.yaml', 'x = 1, x = 2'], 3, 'contradicts x = 1; omit one of them'],
    [
      ['model.yaml', 'x', '--level', '2'],
      3,
      'level: expected a confidence level from 0.5 to below 1, such as 0.95 (did you mean 0.98?), found 2',
    ],
    [['-', 'x'], 3, 'result: title: expected text, found nothing'],
  ])('refuses %j with one line', async (args, code, message) => {
    const broken = {
      estimator: 'ols',
      params: { x: 1 },
      statistic: 't',
      dfResid: 3,
      level: 0.95,
      vcov: { names: ['x'], values: [] },
    };
    const { status, stdout, stderr } = await place.wasmetrics(
      ['test', ...args],
      JSON.stringify(broken),
    );
    expect(status).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
