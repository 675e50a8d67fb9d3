/** Results and tasks that were stored, and labels that are written. */
import { fitModel, type FitResult, parseResult } from 'wasmetrics';
import { compareOutputs, findPersonal } from 'wasmetrics/bundle';
import { toTable } from 'wasmetrics/data';
import { checkTask, decodePlain } from 'wasmetrics/jobs';
import {
  documentOf,
  regressionTable,
  renderTables,
  toCsv,
  toJson,
  toMarkdown,
  toText,
  visibleMessage,
  withoutSecrets,
} from 'wasmetrics/report';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const data = toTable({ y: [1, 3, 2, 5, 4, 6], x: [1, 2, 3, 4, 5, 7] });
const fit = toJson(await fitModel(data, { estimator: 'ols', formula: 'y ~ x' }));

/** The result with another name of the regressor. */
const named = (name: string) =>
  parseResult(JSON.parse(fit.replaceAll('"x"', JSON.stringify(name))));

const table = (label: string, format: 'text' | 'latex' | 'html' | 'typst' | 'markdown') =>
  renderTables({ T1: regressionTable([named(label)], { title: label, notes: [label] }) }, format);

const odd = (parts: number) => '<&_$\\{}|*`"'.repeat(parts / 10);

const labels = (['text', 'latex', 'html', 'typst', 'markdown'] as const).map((format) =>
  texts(`labels in ${format}`, 20_000, odd, (label) => table(label, format)),
);

export const results: readonly Generator[] = [
  ...labels,
  texts('labels of a result', 40_000, odd, (label) => {
    const result = named(label);
    return [toText(result), toMarkdown(result), toCsv(result), documentOf(result)];
  }),
  texts(
    'result: coefficients',
    2000,
    (n) => {
      const result = JSON.parse(fit) as FitResult;
      const params = Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, 1]));
      return JSON.stringify({ ...result, params });
    },
    (text) => parseResult(JSON.parse(text)),
  ),
  texts(
    'task: jobs',
    20_000,
    (n) => JSON.stringify({ kind: 'bootstrap', jobs: Array.from({ length: n }, () => 0) }),
    (text) => checkTask(JSON.parse(text)),
  ),
  texts(
    'plain data: brackets',
    50_000,
    (n) => '['.repeat(n),
    (text) => {
      const bytes = new TextEncoder().encode(text);
      return decodePlain(
        new Uint8Array([
          bytes.length & 255,
          bytes.length >> 8,
          0,
          0,
          ...new Uint8Array(4),
          ...bytes,
        ]),
      );
    },
  ),
  texts(
    'message: addresses',
    60_000,
    (n) => 'a://b@'.repeat(n / 6),
    (text) => withoutSecrets(text, ['secret']),
  ),
  texts('message: lines', 100_000, (n) => '\n'.repeat(n), visibleMessage),
  texts(
    'personal data: digits',
    60_000,
    (n) => '1'.repeat(n),
    (text) => findPersonal({ x: [text] }),
  ),
  texts(
    'personal data: dots',
    60_000,
    (n) => 'a.'.repeat(n / 2),
    (text) => findPersonal({ x: [text] }),
  ),
  texts(
    'outputs of two bundles',
    4000,
    (n) => many(n, (i) => `x${i} 0.${i}`, '\n'),
    (text) => {
      const bytes = new TextEncoder().encode(text);
      const outputs = new Map([['T1.md', bytes]]);
      return compareOutputs(outputs, new Map([['T1.md', bytes.slice(1)]]));
    },
  ),
];
