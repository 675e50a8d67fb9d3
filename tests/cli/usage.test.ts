import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

/** Commands with more options than a screen shows. */
// prettier-ignore
const long = [
  'ols', 'iv', 'gmm', 'dpd', 'panel', 'fit', 'multiverse', 'table',
  'test', 'groups', 'index', 'power', 'margins',
];

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:.', '--iv', 'x'];

describe('help and version', () => {
  it('--help lists the commands and exits with 0', async () => {
    const { status, stdout } = await place.wasmetrics(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Estimate:\n {2}dpd [\s\S]*\n {2}fit +run the models of a file/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('help of each command fits a screen of 40 lines', async () => {
    const { stdout } = await place.wasmetrics(['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) {2,}/gm)].flatMap(([, name]) =>
      name === 'help' ? [] : name!,
    );
    expect(names.length).toBeGreaterThan(25);
    const pages = await Promise.all(names.map((name) => place.wasmetrics([name, '--help'])));
    const long = names.filter((_, i) => pages[i]!.stdout.trimEnd().split('\n').length > 40);
    expect(long).toEqual([]);
  }, 120_000);

  it('each command shows examples', async () => {
    for (const command of ['fit', 'dpd', 'ols']) {
      const { stdout } = await place.wasmetrics([command, '--help']);
      expect(stdout).toContain(`npx wasmetrics ${command} examples/`);
    }
  });

  it('help of many options shows those that people use, and the topics of the others', async () => {
    for (const command of long) {
      const page = async (...topic: string[]) =>
        (await place.wasmetrics([command, '--help', ...topic])).stdout;
      const first = await page();
      expect(first.split('\n').length).toBeLessThanOrEqual(41);
      const topics = [...first.matchAll(/^ {2}--help (\w+)/gm)].map(([, topic]) => topic!);
      const pages = await Promise.all(topics.map((topic) => page(topic)));
      const optionsOf = (text: string) => new Set(text.match(/^ {2}(?:-\w, )?--(?!help)[\w-]+/gm));
      const everything = optionsOf(pages[topics.indexOf('all')]!);
      const others = pages.filter((_, i) => topics[i] !== 'all');
      expect(new Set([first, ...others].flatMap((text) => [...optionsOf(text)]))).toEqual(
        everything,
      );
    }
  });

  it('workers and progress are options where there is a bootstrap', async () => {
    const { stdout } = await place.wasmetrics(['--help']);
    const [, estimate = ''] = /^Estimate:\n([\s\S]*?) {2}fit /m.exec(stdout) ?? [];
    const commands = [...estimate.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name!);
    expect(commands).toEqual(['dpd', 'gmm', 'iv', 'ols', 'panel']);
    for (const command of [...commands, 'fit']) {
      const { stdout: help } = await place.wasmetrics([command, '--help', 'all']);
      const bootstraps = command === 'fit' || help.includes('--bootstrap <reps>');
      expect([command, help.includes('--workers <n>')]).toEqual([command, bootstraps]);
      expect([command, help.includes('--progress')]).toEqual([command, bootstraps]);
    }
  });

  it('--version prints the version', async () => {
    expect((await place.wasmetrics(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('usage errors', () => {
  it.each([
    [[], /^Usage: wasmetrics/],
    [['fot'], /^wasmetrics: unknown command 'fot' \(Did you mean fit\?\)\n$/],
    [['fit'], /^wasmetrics: missing required argument 'model'; write wasmetrics fit .*\n$/],
    [
      ['fit', 'm.yaml', '--jsn'],
      /^wasmetrics: unknown option '--jsn' \(Did you mean --json\?\)\n$/,
    ],
    [['dpd', 'panel.csv', 'y ~ x', '--gmm', 'y'], /^wasmetrics: option '--gmm .*VARS,A:B.*\n$/],
    [[...dpd, '--seed', '1'], /^wasmetrics: --seed needs --bootstrap\n$/],
    [[...dpd, '--workers', '-1'], /^wasmetrics: .*--workers.*a whole number of at least 0.*\n$/],
  ])('exit with 2 and one line: %j', async (args, message) => {
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('are JSON with --json', async () => {
    const { status, stderr } = await place.wasmetrics([...dpd, '--ci', 'basic', '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'usage',
        message: '--ci needs --bootstrap',
        detail: { option: '--ci', other: '--bootstrap' },
      },
    });
  });
});

describe('--print-model', () => {
  // prettier-ignore
  const args = [
    'dpd', 'panel.csv', 'y ~ L.y + x', '--unit', 'firm', '--gmm', 'y,2:.,collapse,diff',
    '--gmm',
      'x L1.z, 1:3',
      '--iv',
      'x z,level',
      '--iv',
      '`odd, name`',
      '--where',
      'year > 2001',
    '--ar-orders',
      '3',
      '--h',
      '2',
      '--small',
      '--time-effects',
      '--level',
      '.9',
      '--bootstrap',
      '50',
      '--no-recenter',
  ];

  it('prints the model file that the options stand for', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([...args, '--print-model']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(parse(stdout)).toEqual({
      data: { file: 'panel.csv' },
      panel: { unit: 'firm', time: 'year', step: 1 },
      where: 'year > 2001',
      estimator: 'dpd',
      formula: 'y ~ L.y + x',
      transform: 'fd',
      system: true,
      gmm: [
        { vars: ['y'], lags: [2, null], collapse: true, equation: 'diff', passthru: false },
        { vars: ['x', 'L1.z'], lags: [1, 3], collapse: false, equation: 'both', passthru: false },
      ],
      iv: [
        { vars: ['x', 'z'], equation: 'level', passthru: false, mz: false },
        { vars: ['`odd, name`'], equation: 'both', passthru: false, mz: false },
      ],
      timeEffects: true,
      steps: 2,
      h: 2,
      collinear: 'omit',
      compat: 'xtabond2',
      arOrders: 3,
      arLevels: false,
      nonlinear: false,
      diffHansen: [],
      baselines: true,
      gaps: 'strict',
      pca: false,
      vcov: { type: 'windmeijer', small: true },
      bootstrap: {
        scheme: 'cluster',
        reps: 50,
        seed: 1,
        ci: ['percentile'],
        recenter: false,
        pValue: 'symmetric',
      },
      level: 0.9,
    });
  });

  it('takes --brown-newey for the kind of recentring', async () => {
    const { stdout } = await place.wasmetrics([
      ...args.slice(0, -1),
      '--brown-newey',
      '--print-model',
    ]);
    expect(parse(stdout)).toMatchObject({ bootstrap: { recenter: 'brown-newey' } });
  });

  it('takes the options of a bootstrap of linear GMM', async () => {
    const gmm = ['gmm', 'panel.csv', 'y ~ x | e ~ z1 + z2', '--bootstrap', '99'];
    const { stdout } = await place.wasmetrics([
      ...gmm,
      '--brown-newey',
      '--jackknife',
      '--print-model',
    ]);
    const bootstrap = { reps: 99, recenter: 'brown-newey', jackknife: true };
    expect(parse(stdout)).toMatchObject({ bootstrap });
  });

  it('prints what fit reads back unchanged, as YAML and as JSON', async () => {
    const yaml = (await place.wasmetrics([...args, '--print-model'])).stdout;
    const again = await place.wasmetrics(['fit', '-', '--print-model'], yaml);
    expect(again.stdout).toBe(yaml);
    const json = (await place.wasmetrics(['fit', '-', '--print-model', '--json'], yaml)).stdout;
    expect(JSON.parse(json)).toEqual(parse(yaml));
    expect((await place.wasmetrics(['fit', '-', '--print-model'], json)).stdout).toBe(yaml);
  });

  it('has the path of the data from the current folder, where it is saved', async () => {
    mkdirSync(join(place.folder, 'models'));
    const model = 'estimator: ols\nformula: y ~ x\ndata: ../panel.csv\n';
    place.file('models/deep.yaml', model);
    const { stdout } = await place.wasmetrics(['fit', 'models/deep.yaml', '--print-model']);
    expect(parse(stdout)).toMatchObject({ data: { file: 'panel.csv' } });
    place.file('saved.yaml', stdout);
    const saved = await place.wasmetrics(['fit', 'saved.yaml']);
    expect(saved.stdout).toBe((await place.wasmetrics(['fit', 'models/deep.yaml'])).stdout);
    expect(saved.status).toBe(0);
  });
});

describe('model files', () => {
  it.each([
    ['twice.yaml', 'estimator: dpd\nformula: a\nformula: b\n', /^wasmetrics: twice\.yaml:3:1: /],
    ['open.json', '{"estimator": "dpd",,}', /^wasmetrics: open\.json:1:21: .*\n.*\n +\^\n$/],
    ['empty.yaml', '\n', /^wasmetrics: empty\.yaml: the file is empty\n$/],
    ['list.yaml', '- a\n- b\n', /^wasmetrics: model: /],
    [
      'key.yaml',
      'estimator: dpd\nformla: a\n',
      /^wasmetrics: model: unknown key formla \(did you mean "formula"\?\)\n$/,
    ],
    [
      'probit.yaml',
      'estimator: probit\n',
      /there is no estimator "probit"; binary and censored models are not in this version; .*; this version has the estimators dpd, gmm, iv, ols, panel\n$/,
    ],
  ])('%s is an input error', async (name, text, message) => {
    const { status, stderr } = await place.wasmetrics(['fit', place.file(name, text)]);
    expect(stderr).toMatch(message);
    expect(status).toBe(3);
  });

  it('a data file that is not found names the folder that its path is relative to', async () => {
    place.file('models/lost.yaml', 'estimator: ols\nformula: y ~ x\ndata: panel.csv\n');
    const { status, stderr } = await place.wasmetrics(['fit', 'models/lost.yaml']);
    expect(stderr).toBe(
      'wasmetrics: models/panel.csv: file not found; data.file, panel.csv, is relative to the folder of the model file, models\n',
    );
    expect(status).toBe(3);
  });

  it.each([
    [
      ['panel', 'panel.csv', 'y ~ x'],
      /model: panel: expected \{unit, time\}.*add --unit and --time/,
    ],
    [['ols', 'panel.csv', 'y ~ x', '--unit', 'firm'], /model: panel\.time: .*\(--time at the/],
    [['ols', 'panel.csv', 'y ~ x', '--time', 'year'], /model: panel\.unit: .*\(--unit at the/],
  ])('a panel without its columns names the options: %j', async (args, message) => {
    const { status, stderr } = await place.wasmetrics(args);
    expect([status, stderr]).toEqual([3, expect.stringMatching(message)]);
  });

  it('a missing model file is named', async () => {
    const { status, stderr } = await place.wasmetrics(['fit', 'none.yaml']);
    expect(stderr).toBe('wasmetrics: none.yaml: file not found\n');
    expect(status).toBe(3);
  });

  it('a model without data asks for it', async () => {
    const model = (await place.wasmetrics([...dpd, '--print-model', '--json'])).stdout;
    const text = JSON.stringify({ ...(JSON.parse(model) as object), data: undefined });
    const { status, stderr } = await place.wasmetrics(['fit', '-'], text);
    expect(stderr).toBe(
      'wasmetrics: model: data: expected a data file, found none; set data in the model or use --data\n',
    );
    expect(status).toBe(3);
  });
});
