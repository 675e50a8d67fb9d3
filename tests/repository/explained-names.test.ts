/** Every name that results print is explained: names are gathered from the report modules. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { explainCode, explanations } from '../../bindings/paper/explanations/index.js';
import { filesOf, sourceFile } from './program.js';

/** Reports of other studies have names of their own. */
const files = filesOf('bindings/paper/report').filter((path) =>
  /report\/(?:fit|words)\/[^/]+$|report\/kinds\/(?:fit|tests\/diagnostics)\.ts$/.test(path),
);

/** The text of a literal; a number stands for what a template inserts. */
function textOf(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `2${span.literal.text}`).join('');
}

/** Names of tests, labels of facts and of sets, and headings of first stages. */
function namesIn(path: string): string[] {
  const names: (string | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'testLine') {
      names.push(textOf(node.arguments[0]));
    }
    if (ts.isArrayLiteralExpression(node) && node.elements.length === 2) {
      const [first, second] = node.elements;
      if (second !== undefined && textOf(second) === undefined) names.push(textOf(first));
    }
    if (ts.isVariableDeclaration(node) && ['name', 'headings'].includes(node.name.getText())) {
      names.push(textOf(node.initializer));
      if (node.initializer !== undefined && ts.isArrayLiteralExpression(node.initializer)) {
        if (path.endsWith('identification.ts'))
          names.push(...node.initializer.elements.map(textOf));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile(path));
  return names.flatMap((name) => (name === undefined || name === '' ? [] : [name]));
}

const printed = [...new Set(files.flatMap(namesIn))].filter((name) => name !== 'under null');

test('the names are gathered', () => {
  expect(printed).toEqual(
    expect.arrayContaining([
      'Hansen',
      'AR(2)',
      'Kleibergen-Paap',
      'first-stage SW F',
      'White',
      'observations',
      'CLR',
    ]),
  );
});

test.each(printed)('%s is explained', (name) => {
  expect(() => explainCode(name)).not.toThrow();
});

describe('a name leads to its explanation', () => {
  test.each([
    ['AR(2)', 'ar'],
    ['ar2', 'ar'],
    ['AR(7)', 'ar'],
    ['AR', 'andersonRubin'],
    ['ar', 'ar'],
    ['Hansen', 'hansen'],
    ['J', 'jTest'],
    ['KP', 'kleibergenPaapLM'],
    ['Kleibergen-Paap', 'kleibergenPaapLM'],
    ['F(eff)', 'effectiveF'],
    ['within R2', 'r2'],
    ['Root MSE', 'root-mse'],
    ['CV3', 'CV'],
    ['hc3', 'HC'],
    ['Windmeijer', 'windmeijer'],
    ['稳健标准误', 'robust-errors'],
    ['聚类', 'cluster'],
    ['汉森检验', 'hansen'],
    ['过度识别', 'hansen'],
    ['工具变量', 'instrumental-variables'],
    ['弱工具变量', 'firstStage'],
    ['自相关', 'ar'],
    ['差分GMM', 'difference-gmm'],
    ['系统 GMM', 'system-gmm'],
    ['固定效应', 'fixed-effects'],
    ['随机效应', 'random-effects'],
    ['熵权法', 'entropy-weights'],
    ['主成分', 'pca'],
  ])('%s is %s', (name, code) => {
    expect(explainCode(name).code).toBe(code);
  });
});

test.each([
  'HC0',
  'HC4',
  'CV1',
  'CV2',
  'hac',
  'driscoll-kraay',
  'windmeijer-step',
  'doubly-corrected',
])('the covariance %s is explained', (type) => {
  expect(() => explainCode(type)).not.toThrow();
});

test.each(['2SLS', 'LIML', 'Fuller', 'CUE', 'two-step', 'within', 'twoway', 'first-difference'])(
  'the method %s is explained',
  (method) => {
    expect(() => explainCode(method)).not.toThrow();
  },
);

test('a name belongs to one entry', () => {
  const names = explanations.flatMap(({ names: all }) => all);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const codes = new Set(explanations.map(({ code }) => code));
  const others = explanations.flatMap(({ code, names: all }) =>
    all.filter((name) => name !== code && codes.has(name)),
  );
  expect(others).toEqual([]);
});

test('names and Chinese texts belong to codes that exist', async () => {
  const { names } = await import('../../bindings/words/explanations/names.js');
  const { explanations: chinese } = await import('../../bindings/words/zh/explanations/index.js');
  const codes = explanations.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining([...Object.keys(names), ...Object.keys(chinese)]));
  expect(Object.keys(chinese).length).toBeGreaterThan(40);
});
