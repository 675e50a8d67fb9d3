/** The rules of lint that keep the names and the folders of estimators out of all other code, on small texts. */
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { estimatorNames } from '../../bindings/models/registry.js';
import { root } from './program.js';

const eslint = new ESLint({ cwd: root });

/** The rules that refuse a text as if it were in a file, without those of size and style. */
async function refusals(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  expect(result!.messages.filter(({ fatal }) => fatal)).toEqual([]);
  const rules = result!.messages.flatMap(({ ruleId }) => ruleId ?? []);
  return [...new Set(rules.filter((rule) => rule.startsWith('no-restricted-')))];
}

const imports = 'no-restricted-imports';
const syntax = 'no-restricted-syntax';

/** Code that knows the estimator of this name. */
const comparisons = (name: string) => [
  `f(m.estimator === '${name}')`,
  `f('${name}' !== m.estimator)`,
  `f(m.estimator == "${name}")`,
  `f(m?.estimator === '${name}')`,
  `f(m.estimator! === '${name}')`,
  `f((m.estimator as string) === '${name}')`,
  `f(m['estimator'] === '${name}')`,
  `f(m.estimator === \`${name}\`)`,
  `f(['${name}'].includes(m.estimator))`,
  `f(['x', '${name}'].includes(m?.estimator))`,
  `f(new Set(['${name}']).has(m.estimator))`,
  `switch (m.estimator) { case '${name}': f(); }`,
  `switch (m?.estimator) { case '${name}': f(); }`,
  `export type One = Extract<Model, { estimator: '${name}' }>`,
  `f(name === '${name}')`,
  `f('${name}' === fit.name)`,
  `f(/^${name}$/.test(name))`,
  `f(/^(${name}|x)$/.exec(m.estimator))`,
  `f({ ${name}: 1 }[name])`,
  `f({ x: 2, ${name}: 1 }[m.estimator])`,
  `f(({ ${name}: 1 } as Record<string, number>)[m.estimator])`,
];

const elsewhere = [
  'bindings/x.ts',
  'bindings/analysis/a/x.ts',
  'bindings/paper/x.ts',
  'bindings/models/x.ts',
  'cli/x.ts',
  'web/x.ts',
  'bullmq/x.ts',
];
const shared = ['linear', 'dynamic', 'multiverse', 'replicates', 'identification', 'companions'];
const amongModels = shared.map((folder) => `bindings/models/${folder}/x.ts`);
const names = estimatorNames();

test.each([...elsewhere, ...amongModels])('%s may not ask who an estimator is', async (file) => {
  for (const text of names.flatMap(comparisons))
    expect([text, await refusals(file, text)]).toEqual([text, [syntax]]);
});

test.each([
  `f(one === 'dpd')`,
  `f(one !== 'ols')`,
  `f(name.startsWith('dp'))`,
  `f(name.startsWith('ol'))`,
  `f(name.endsWith('ols'))`,
])('%s is refused, as these names are no other words', async (text) => {
  for (const file of [...elsewhere, ...amongModels])
    expect([file, await refusals(file, text)]).toEqual([file, [syntax]]);
});

test.each([
  `f(m.effects === 'within')`,
  `f('random' !== m.effects)`,
  'f(m.effects === `twoway`)',
  `f(m?.effects === 'between')`,
  `f(['within', 'first-difference'].includes(m.effects))`,
  `f(new Set(['within']).has(m.effects))`,
  `switch (m.effects) { case 'within': f(); }`,
])('%s is refused outside the models', async (text) => {
  for (const file of elsewhere)
    expect([file, await refusals(file, text)]).toEqual([file, [syntax]]);
});

test.each([`['ols', 'iv']`, `{ ols: 1, iv: 2 }`])('no other code lists %s', async (list) => {
  for (const file of [...elsewhere, ...amongModels])
    expect([file, await refusals(file, `f(${list})`)]).toEqual([file, [syntax]]);
});

/** Ways to import, and the rules that refuse them. */
const ways: readonly [rule: string, of: (path: string) => string][] = [
  [imports, (path) => `import { fit } from '${path}'; fit();`],
  [imports, (path) => `import type { Fit } from '${path}'; export let one: Fit;`],
  [imports, (path) => `import '${path}';`],
  [imports, (path) => `export * from '${path}';`],
  [imports, (path) => `export { fit } from '${path}';`],
  [syntax, (path) => `export const later = () => import('${path}');`],
  [syntax, (path) => `export const later = () => import(\`${path}\`);`],
  [syntax, (path) => `export let one: import('${path}').Fit;`],
];

test.each(names)('only its own folder imports from that of %s', async (name) => {
  const cases = [
    ['bindings/analysis/x.ts', `../models/${name}/fit.js`],
    ['bindings/x.ts', `./models/${name}/a/fit.js`],
    ['bindings/models/linear/x.ts', `../${name}/fit.js`],
    ['bindings/models/linear/a/x.ts', `../../${name}/fit.js`],
    ['bindings/models/linear/a/x.ts', `../../../models/${name}/fit.js`],
    ['bindings/models/dynamic/x.ts', `../${name}/fit.js`],
  ] as const;
  for (const [file, path] of cases) {
    for (const [rule, of] of ways)
      expect([file, of(path), await refusals(file, of(path))]).toEqual([file, of(path), [rule]]);
  }
  const [, whole] = ways[3]!;
  expect(await refusals('bindings/models/x.ts', whole(`./${name}/fit.js`))).toEqual([imports]);
  for (const folder of ['cli', 'web', 'bullmq'])
    expect(await refusals(`${folder}/x.ts`, whole(`../bindings/models/${name}/fit.js`))).toEqual([
      imports,
    ]);
});

test.each([
  ['bindings/models/panel/x.ts', `f(m.effects === 'within')`],
  ['bindings/models/dpd/x.ts', `f(m.estimator === 'dpd')`],
  ['bindings/models/ols/x.ts', `export * from './fit.js';`],
  ['bindings/models/iv/x.ts', `export * from '../ols/fit.js';`],
  ['bindings/models/linear/x.ts', `f(m.effects === 'within')`],
  ['bindings/models/linear/x.ts', `export * from '../fitted.js';`],
  ['bindings/data/x.ts', `export * from './panel/panel.js';`],
  ['bindings/data/x.ts', `export const later = () => import('./panel/panel.js');`],
  ['bindings/analysis/x.ts', `f(m.estimator === other.estimator)`],
  ['bindings/analysis/x.ts', `f(has(m).dynamics, names.includes(m.estimator))`],
  ['bindings/analysis/x.ts', `f(key === 'panel')`],
  ['bindings/analysis/x.ts', `f(key.startsWith('iv'), /^panel /.test(key))`],
  ['bindings/models/dpd/x.ts', `f(name === 'dpd', { dpd: 1 }[name])`],
  [
    'bindings/models/reading/load-estimator.ts',
    `export const later = () => import('../dpd/x.js');`,
  ],
])('in %s, %s is allowed', async (file, text) => {
  expect(await refusals(file, text)).toEqual([]);
});
