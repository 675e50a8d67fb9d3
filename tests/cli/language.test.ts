import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file('few.csv', csv(panelRows(8)));
  place.file(
    'dpd.yaml',
    'estimator: dpd\ndata: panel.csv\nformula: y ~ L.y + x\npanel: {unit: id, time: year}\ngmm: [{vars: y, lags: [2, 4], collapse: true}]\niv: [{vars: x}]\n',
  );
  place.file('text.zip', 'no archive');
  place.file('ols.yaml', 'estimator: ols\ndata: panel.csv\nformula: y ~ x\n');
});
afterAll(() => place.remove());
afterEach(() => vi.unstubAllEnvs());

const zh = ['--language', 'zh'] as const;
/** Sentences in English, which names and options are not. */
const english = /\b(expected|found|the|missing|unknown|option|cannot)\b/;

/** A command that fails with each exit code, and what it says. */
const failures: readonly (readonly [code: number, args: readonly string[], said: RegExp])[] = [
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--lable'],
    /^wasmetrics: 未知的选项“--lable”（是否指 --labels？）$/,
  ],
  [2, ['olss'], /^wasmetrics: 未知的命令“olss”（是否指 ols？）$/],
  [2, ['ols'], /^wasmetrics: 缺少参数“data”；请写 wasmetrics ols /],
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--digits'],
    /^wasmetrics: 选项“--digits <number>”缺少取值；请将取值写在其后$/,
  ],
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--digits', 'many'],
    /^wasmetrics: 选项“--digits <number>”的取值“many”无效：应为数值$/,
  ],
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--engine', 'slow'],
    /^wasmetrics: 选项“--engine <build>”的取值“slow”无效：可选值为 simd、relaxed$/,
  ],
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--full', '--brief'],
    /^wasmetrics: 选项“--brief”不能与选项“--full”同时使用$/,
  ],
  [
    2,
    ['init', 'panel.csv', 'paper.yaml', 'more'],
    /^wasmetrics: 命令“init”的参数过多：应为 2 个，实有 3 个；/,
  ],
  [
    2,
    ['fit', 'panel.csv'],
    /^wasmetrics: fit：数据文件 panel\.csv 之后应有公式，如“y ~ x”，实际没有；请写“fit panel\.csv 公式”，或给出模型文件$/,
  ],
  [
    2,
    ['ols', 'panel.csv', 'y ~ x', '--resume'],
    /^wasmetrics: --resume 需要自助法；请设定键 bootstrap 或选项 --bootstrap$/,
  ],
  [3, ['ols', 'none.csv', 'y ~ x'], /^wasmetrics: none\.csv：找不到文件$/],
  [
    3,
    ['table', 'ols.yaml', '--output', 'table.bmp'],
    /^wasmetrics: table：文件应以 \.txt、.* 或 \.png 结尾，实为 table\.bmp；请改名或使用 --to$/,
  ],
  [
    4,
    ['ols', 'panel.csv', 'y ~ x + twice', '--collinear', 'error'],
    /^wasmetrics: .*twice.*\p{Script=Han}/u,
  ],
  [
    6,
    [
      'gmm',
      'panel.csv',
      'y ~ 1 | x ~ L.x + z',
      ...'--unit id --time year --method cue --max-iterations 1 --tolerance 1e-14'.split(' '),
    ],
    /^wasmetrics: gmm：.*\p{Script=Han}/u,
  ],
  [10, ['verify', 'text.zip'], /^wasmetrics: text\.zip：.*\p{Script=Han}/u],
  [3, ['verify', 'none.zip'], /^wasmetrics: none\.zip：找不到文件$/],
];

describe('--language zh', () => {
  it.each(failures)('says an error of exit code %i in Chinese: %j', async (code, args, said) => {
    const { status, stderr } = await place.wasmetrics([...zh, ...args]);
    expect(stderr.trimEnd()).toMatch(said);
    expect(stderr).not.toMatch(english);
    expect(status).toBe(code);
    const plain = await place.wasmetrics(args);
    expect(plain.status).toBe(code);
    expect(plain.stderr).not.toMatch(/\p{Script=Han}/u);
  });
});

const ols = ['ols', 'panel.csv', 'y ~ x + z'] as const;

describe('a command in Chinese', () => {
  it('says that it was stopped', async () => {
    const args = ['weak', 'dpd.yaml', '--places', '100000', '--progress', ...zh];
    const { status, stderr } = await place.interrupted(args, /格点/);
    expect(stderr).toMatch(/^wasmetrics: 在算出置信集之前已停止$/m);
    expect(status).toBe(130);
  });

  it('has the sentence in JSON next to code, message and detail in English', async () => {
    const { status, stderr } = await place.wasmetrics([...ols, '--lable', '--json', ...zh]);
    const { error } = JSON.parse(stderr);
    expect(error).toEqual({
      code: 'usage',
      message: "unknown option '--lable' (Did you mean --labels?)",
      detail: { found: '--lable', similar: ['--labels'] },
      sentence: '未知的选项“--lable”（是否指 --labels？）',
    });
    expect(status).toBe(2);
    const missing = await place.wasmetrics(['ols', 'none.csv', 'y ~ x', '--json', ...zh]);
    expect(JSON.parse(missing.stderr).error).toEqual({
      code: 'file-not-found',
      message: 'none.csv: file not found',
      detail: { file: 'none.csv' },
      sentence: 'none.csv：找不到文件',
    });
  });

  it('prints the report of a model with its headings, tests and warnings', async () => {
    const { status, stdout } = await place.wasmetrics([...ols, '--cluster', 'id', ...zh]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^OLS\n/);
    expect(stdout).toMatch(/^观测值 +280$/m);
    expect(stdout).toMatch(/^标准误 +聚类到id（\d+个聚类）$/m);
    expect(stdout).toMatch(/^y +估计值 +标准误 +t +p值 +95%下限 +上限$/m);
    expect(stdout).toMatch(/^检验 +原假设 +统计量 +原假设下的分布 +p值$/m);
    expect(stdout).toMatch(/^F +所有斜率系数为0 /m);
    const few = await place.wasmetrics(['ols', 'few.csv', 'y ~ x', '--cluster', 'id', ...zh]);
    expect(few.stdout).toMatch(/^警告：.*8个聚类/m);
  });

  it('prints the hypotheses of tests with their variables', async () => {
    const args = ['iv', 'panel.csv', 'y ~ 1 | x ~ z', '--full', ...zh];
    const { stdout } = await place.wasmetrics(args);
    expect(stdout).toMatch(/^Anderson-Rubin +x没有影响 /m);
    expect(stdout).toMatch(/^Anderson LM +x不可识别 /m);
    const dpd = await place.wasmetrics(['fit', 'dpd.yaml', ...zh]);
    expect(dpd.stdout).toMatch(/^AR\(2\) +差分误差无AR\(2\) /m);
    expect(dpd.stdout).toMatch(/^Hansen +工具变量有效（稳健） /m);
  });

  it('keeps the names of columns that are words of reports', async () => {
    place.file('words.csv', 'estimate,test,p\n1,2,1\n2,1,4\n4,3,2\n3,5,1\n');
    const { stdout } = await place.wasmetrics(['ols', 'words.csv', 'estimate ~ test + p', ...zh]);
    expect(stdout).toMatch(/^estimate +估计值/m);
    expect(stdout).toMatch(/^test +-?\d/m);
    const described = await place.wasmetrics(['describe', 'words.csv', ...zh]);
    expect(described.stdout).toMatch(/^estimate /m);
  });

  it('has the numbers of the report in English', async () => {
    const numbers = (text: string) => text.match(/-?\d+\.\d+/g);
    const [chinese, plain] = await Promise.all([
      place.wasmetrics([...ols, '--full', ...zh]),
      place.wasmetrics([...ols, '--full']),
    ]);
    expect(numbers(chinese.stdout)).toEqual(numbers(plain.stdout));
    expect(plain.stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it('says warnings about the data', async () => {
    const args = ['margins', 'few.csv', 'y ~ x', '--of', 'x', '--cluster', 'id'];
    const { stderr } = await place.wasmetrics([...args, ...zh]);
    expect(stderr).toMatch(/^(wasmetrics: 警告：.*\p{Script=Han}.* \[[a-z-]+\]\n)*$/u);
  });
});

describe('the language', () => {
  it('is that of the environment, unless an option names another', async () => {
    vi.stubEnv('WASMETRICS_LANGUAGE', 'zh');
    expect((await place.wasmetrics(['ols', 'none.csv', 'y ~ x'])).stderr).toBe(
      'wasmetrics: none.csv：找不到文件\n',
    );
    expect((await place.wasmetrics(['ols', 'none.csv', 'y ~ x', '--language=en'])).stderr).toBe(
      'wasmetrics: none.csv: file not found\n',
    );
    vi.stubEnv('WASMETRICS_LANGUAGE', '');
    expect((await place.wasmetrics(['ols', 'none.csv', 'y ~ x'])).stderr).toBe(
      'wasmetrics: none.csv: file not found\n',
    );
  });

  it('is refused with the list of languages if it is unknown', async () => {
    const option = await place.wasmetrics([...ols, '--language', 'fr']);
    expect(option.stderr).toBe(
      "wasmetrics: option '--language <name>' argument 'fr' is invalid. Expected one of en, zh.\n",
    );
    expect(option.status).toBe(2);
    vi.stubEnv('WASMETRICS_LANGUAGE', 'fr');
    const environment = await place.wasmetrics([...ols]);
    expect(environment.stderr).toBe(
      'wasmetrics: WASMETRICS_LANGUAGE: expected one of en, zh, found fr\n',
    );
    expect(environment.status).toBe(2);
  });

  it('of a study decides for its outputs', async () => {
    const tables = '{T1: {models: [{estimator: ols, formula: y ~ x}]}}';
    place.file('study.yaml', `data: panel.csv\nlanguage: en\ntables: ${tables}\n`);
    const { stdout } = await place.wasmetrics(['study', 'study.yaml', '--no-cache', ...zh]);
    expect(stdout).toMatch(/Observations/);
  });

  it('is also that of the words of a table', async () => {
    const { stdout } = await place.wasmetrics(['table', 'ols.yaml', '--to', 'markdown', ...zh]);
    expect(stdout).toMatch(/观测值/);
    vi.stubEnv('WASMETRICS_LANGUAGE', 'zh');
    const { stdout: named } = await place.wasmetrics(['table', 'ols.yaml', '--to', 'markdown']);
    expect(named).toBe(stdout);
  });
});
