import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file('flat.csv', 'y,x,z\n1,1,2\n2,1,2\n3,1,2\n4,1,2\n');
  place.file('look.csv', 'y,x\n1,2\n2,NA\n3,5\n4,4\n');
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
  [2, ['ols'], /^wasmetrics: 缺少参数“data”$/],
  [2, ['ols', 'panel.csv', 'y ~ x', '--digits'], /^wasmetrics: 选项“--digits <number>”缺少取值$/],
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
    /^wasmetrics: 命令“init”的参数过多：应为 2 个，实有 3 个$/,
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
  [3, ['ols', 'none.csv', 'y ~ x'], /^wasmetrics: none\.csv: 找不到文件$/],
  [
    3,
    ['table', 'ols.yaml', '--output', 'table.png'],
    /^wasmetrics: table: 文件应以 \.txt、.* 或 \.xlsx 结尾，实为 table\.png；请改名或使用 --to$/,
  ],
  [3, ['verify', 'none.zip'], /^wasmetrics: none\.zip: 找不到文件$/],
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
