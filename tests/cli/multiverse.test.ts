/** `wasmetrics multiverse`, `instruments` and `influence`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from 'wasmetrics/data';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

const text = `data: panel.csv
panel: { unit: id, time: year }
estimator: dpd
formula: y ~ L.y + x
gmm: [{ vars: y, lags: [2, 3] }]
iv: [{ vars: x }]
`;

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file('model.yaml', text);
  place.file('keyed.yaml', `${text}multiverse: { over: { steps: [1, 2] }, cap: 1 }\n`);
  place.file('ols.yaml', 'data: panel.csv\nestimator: ols\nformula: y ~ x\n');
});
afterAll(() => place.remove());

const over = ['--over', 'lastLag: [2, 3, null], collapse: [true, false], steps: [1, 2]'];

describe('wasmetrics multiverse', () => {
  it('counts, then prints what the specifications agree on', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([
      'multiverse',
      'model.yaml',
      ...over,
    ]);
    expect([status, stderr]).toEqual([0, '12 specifications\n']);
    expect(stdout).toMatch(/^Multiverse of L1\.y in a dynamic panel of y\n/);
    expect(stdout).toMatch(/^choices +12 combinations; 12 distinct estimates; 0 failed$/m);
    expect(stdout).toMatch(/^author's model .* 95% from /m);
    expect(stdout).toMatch(/^lastLag +2 +4 +2 /m);
  });

  it('writes every specification as JSON, as CSV and as a curve', async () => {
    const files = ['--csv', 'all.csv', '--svg', 'curve.svg', '--coefficient', 'x'];
    const args = ['multiverse', 'model.yaml', ...over, ...files, '--json', '--workers', '2'];
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect([status, stderr]).toEqual([0, '']);
    const { specifications, coefficient } = JSON.parse(stdout) as {
      coefficient: string;
      specifications: { estimate: { estimate: number; hansen: number | null } }[];
    };
    expect(coefficient).toBe('x');
    const { columns, nrows } = parseCsv(place.read('all.csv').toString());
    expect(nrows).toBe(12);
    const estimates = specifications.map(({ estimate }) => estimate.estimate);
    expect([...columns.get('estimate')!.values]).toEqual(estimates);
    expect([...columns.keys()].slice(0, 5)).toEqual([
      'lastLag',
      'collapse',
      'steps',
      'own',
      'admissible',
    ]);
    expect(place.read('curve.svg').toString()).toMatch(
      /^<svg [^]*x in y: 12 estimates[^]*<\/svg>\n$/,
    );
  });

  it('bootstraps every specification, with the options before the keys', async () => {
    place.file('replicated.yaml', `${text}multiverse: { bootstrap: { reps: 9, seed: 3 } }\n`);
    const args = ['multiverse', 'replicated.yaml', '--over', 'steps: [1, 2]', '--workers', '1'];
    const keys = await place.wasmetrics(args);
    expect([keys.status, keys.stderr]).toEqual([
      0,
      '2 specifications with 9 replicates each: 18 replicates\n',
    ]);
    expect(keys.stdout).toMatch(
      /^bootstrap +percentile intervals from 9 replicates each, seed 3;/m,
    );
    const options = [...args, '--bootstrap', '19', '--ci', 'basic', '--p-value', 'equal-tail'];
    const { bootstrap } = JSON.parse((await place.wasmetrics([...options, '--json'])).stdout) as {
      bootstrap: object;
    };
    expect(bootstrap).toMatchObject({ reps: 19, seed: 3, ci: 'basic', pValue: 'equal-tail' });
    const many = await place.wasmetrics([...args, '--bootstrap', '10000000']);
    expect(many.status).toBe(3);
    expect(many.stderr).toMatch(
      /^2 specifications with 10,000,000 replicates each: 20,000,000 replicates\n.*--yes\n$/,
    );
  });

  it('rejects bootstrap options without --bootstrap', async () => {
    expect(await place.wasmetrics(['multiverse', 'model.yaml', '--seed', '1'])).toMatchObject({
      status: 2,
      stderr: 'wasmetrics: --scheme, --seed, --ci and --p-value need --bootstrap\n',
    });
  });

  it('prints what is done as partial when interrupted', async () => {
    const args = ['multiverse', 'model.yaml', ...over, '--bootstrap', '20000', '--yes'];
    const { status, stdout } = await place.interrupted(args, /^\d+\/12 specifications/m);
    expect(status).toBe(130);
    expect(stdout).toMatch(/^choices +PARTIAL: \d+ of 12 combinations/m);
  });

  it('checks before estimating that a file can be written', async () => {
    const fails = async (...args: string[]) => {
      const { status, stdout, stderr } = await place.wasmetrics(args);
      return [status, stdout, stderr];
    };
    const message = 'wasmetrics: none/curve.svg: cannot be written: the folder does not exist\n';
    const svg = ['--svg', 'none/curve.svg'];
    expect(await fails('multiverse', 'model.yaml', ...svg)).toEqual([3, '', message]);
    expect(await fails('multiverse', 'model.yaml', '--csv', '.')).toEqual([
      3,
      '',
      'wasmetrics: .: cannot be written: it is a folder\n',
    ]);
  });

  it('goes above the cap with --yes only', async () => {
    const refused = await place.wasmetrics(['multiverse', 'keyed.yaml', '--json']);
    expect(refused.status).toBe(3);
    const { error } = JSON.parse(refused.stderr) as { error: object };
    expect(error).toMatchObject({
      code: 'too-many-specifications',
      detail: { cap: 1, found: 2 },
    });
    expect((await place.wasmetrics(['multiverse', 'keyed.yaml', '--yes'])).status).toBe(0);
  });

  it('refuses choices that are not YAML, in one line', async () => {
    const { status, stderr } = await place.wasmetrics([
      'multiverse',
      'model.yaml',
      '--over',
      '{a: ',
    ]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^wasmetrics: --over:1:\d+: .*\n$/);
  });

  it('reports that nothing is admissible and exits with 0', async () => {
    const strict = `${text}multiverse: { admissible: { hansen: [1, 1] } }\n`;
    const args = ['multiverse', 'strict.yaml', ...over];
    place.file('strict.yaml', strict);
    const { status, stdout } = await place.wasmetrics(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^admissible +none admissible$/m);
    const { admissible } = JSON.parse((await place.wasmetrics([...args, '--json'])).stdout) as {
      admissible: object;
    };
    expect(admissible).toMatchObject({ count: 0, share: null, reason: 'none admissible' });
  });

  it('names what is wrong with its input', async () => {
    const fails = async (...args: string[]) => {
      const { status, stderr } = await place.wasmetrics(['multiverse', ...args, '--no-progress']);
      return [status, stderr];
    };
    expect((await fails('ols.yaml', '--over', 'steps: [1, 2]'))[1]).toMatch(
      /unknown key multiverse\.over\.steps \(there are controls, build, samples,/,
    );
    const [status, message] = await fails('model.yaml', '--over', 'step: [1, 2]');
    expect(status).toBe(3);
    expect(message).toMatch(/unknown key multiverse\.over\.step \(did you mean "steps"\?\)/);
    expect((await fails('model.yaml', '--over', 'steps: [1'))[1]).toMatch(
      /^wasmetrics: --over:1:\d+: /,
    );
  });
});

describe('wasmetrics multiverse of static models', () => {
  const choices = 'controls: all, vcov: [HC1, cluster:id], samples: {all: null, late: "year > 3"}';

  it('takes data, a formula and the options of an estimator', async () => {
    const formula = ['multiverse', 'panel.csv', 'y ~ x + z', '--of', 'x', '--over'];
    const { status, stdout, stderr } = await place.wasmetrics([...formula, choices]);
    expect([status, stderr]).toEqual([0, '8 specifications\n']);
    expect(stdout).toMatch(/^Multiverse of x in a regression of y\n/);
    expect(stdout).toMatch(/^control z +true +5 /m);
    const panel = ['--estimator', 'panel', '--unit', 'id', '--time', 'year', '--json'];
    const fixed = await place.wasmetrics([...formula, 'methods: [fe, fd]', ...panel]);
    const { combinations, estimator } = JSON.parse(fixed.stdout) as Record<string, unknown>;
    expect([combinations, estimator]).toEqual([2, 'panel']);
  });

  it('takes a model file, and bootstraps with a scheme', async () => {
    const file = 'multiverse: { over: { controls: [[], [z]] } }\n';
    place.file('keyed-ols.yaml', `data: panel.csv\nestimator: ols\nformula: y ~ x\n${file}`);
    const wild = ['--bootstrap', '19', '--scheme', 'wild', '--csv', 'wild.csv'];
    const { status, stdout } = await place.wasmetrics(['multiverse', 'keyed-ols.yaml', ...wild]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^bootstrap +percentile intervals from 19 replicates each, seed 1;/m);
    const { columns, nrows } = parseCsv(place.read('wild.csv').toString());
    expect(nrows).toBe(2);
    expect([...columns.get('formula')!.values]).toEqual(['y ~ x', 'y ~ x + z']);
    expect([...columns.keys()]).toContain('bootstrapLow');
  });

  it('refuses one file for the curves of several models', async () => {
    const one = '  - { data: panel.csv, estimator: ols, formula: y ~ x + z }\n';
    place.file('two.yaml', `models:\n${one}${one}`);
    const { status, stderr } = await place.wasmetrics(['multiverse', 'two.yaml', '--svg', 's.svg']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--svg: expected one model with it, found 2; choose one with --model/);
  });
});

describe('wasmetrics instruments', () => {
  it('prints the verdict and the estimates with other instruments', async () => {
    const { status, stdout } = await place.wasmetrics(['instruments', 'model.yaml']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Instruments of the model of y \(System GMM, two-step\)\n/);
    expect(stdout).toMatch(/^concern +none$/m);
    expect(stdout).toMatch(/^as written /m);
    expect(stdout).toMatch(/^gmm\(y, 2:3\) /m);
    const report = JSON.parse(
      (await place.wasmetrics(['instruments', 'model.yaml', '--json'])).stdout,
    ) as {
      verdict: { words: string };
    };
    const [words] = stdout.split('\n\n').slice(2);
    expect(words!.replace(/\n/g, ' ')).toBe(report.verdict.words);
  });
});

describe('wasmetrics influence', () => {
  it('names the most influential unit', async () => {
    const { status, stdout } = await place.wasmetrics(['influence', 'model.yaml']);
    expect(status).toBe(0);
    const [, unit] = /^Leaving out id (\d+) (raises|lowers) /m.exec(stdout)!;
    const args = ['influence', 'model.yaml', '--json', '--workers', '1'];
    const { units } = JSON.parse((await place.wasmetrics(args)).stdout) as {
      units: { unit: string }[];
    };
    expect([units.length, units[0]!.unit]).toEqual([40, unit]);
  });
});
