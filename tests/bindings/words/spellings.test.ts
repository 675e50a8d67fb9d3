/** Words of options in all spellings: letter case, hyphens, underscores and spaces do not matter anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkKeys } from '../../../bindings/core/arguments/arguments.js';
import { bootstrapSchemas } from '../../../bindings/analysis/bootstrap/options.js';
import { readerSchemas } from '../../../bindings/data/readers/options.js';
import { indexKeys } from '../../../bindings/models/indices/options.js';
import { tableSchemas } from '../../../bindings/paper/tables/paper/spec.js';
import * as arrays from '../../../bindings/analysis/estimators/index.js';
import { correlate, readTable } from 'wasmetrics/data';
import {
  compareGroups,
  fit,
  multipleTests,
  ols,
  parseModel,
  permutationTest,
  predict,
} from 'wasmetrics';
import { regressionTable, renderTable, toText } from 'wasmetrics/report';
import { permuteStatistic } from 'wasmetrics/resampling';
import { every } from '../../every.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const spellings = (word: string) => [
  word.toUpperCase(),
  word.replaceAll('-', '_'),
  word.replaceAll('-', ' '),
  word.replaceAll('-', ''),
  word[0]!.toUpperCase() + word.slice(1),
];

describe('a model', () => {
  interface Key {
    readonly key: string;
    readonly estimators: readonly string[];
    readonly choices?: readonly (string | number)[];
  }
  const keys = JSON.parse(readFileSync(`${root}/schema/keys.json`, 'utf8')) as Key[];
  const words = keys.flatMap(({ key, estimators, choices = [] }) =>
    estimators.flatMap((estimator) =>
      choices.flatMap((word) => (typeof word === 'string' ? [{ key, estimator, word }] : [])),
    ),
  );
  const base: Readonly<Record<string, object>> = {
    dpd: { formula: 'y ~ L.y', gmm: [{ vars: 'y' }] },
    gmm: { formula: 'y ~ 1 | x ~ z' },
    iv: { formula: 'y ~ 1 | x ~ z' },
  };

  /** The model as it is read, or the code of its error: some words need other keys. */
  function read(estimator: string, key: string, word: string): unknown {
    const written = key.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), word);
    const panel = { unit: 'id', time: 't', ...(written as { readonly panel?: object }).panel };
    const model = {
      estimator,
      formula: 'y ~ x',
      ...base[estimator],
      ...(written as object),
      panel,
    };
    try {
      return parseModel(model);
    } catch (error) {
      return (error as { readonly code: string }).code;
    }
  }

  test('has words', () => {
    expect(words.length).toBeGreaterThan(100);
    expect(
      words.filter(({ key, estimator, word }) => typeof read(estimator, key, word) === 'object')
        .length,
    ).toBeGreaterThan(70);
  });

  test.each([...new Set(words.map(({ key }) => key))])('reads words of %s', (given) =>
    every(
      words.filter(({ key }) => key === given),
      ({ estimator, word }) => `${word} of ${estimator}`,
      ({ key, estimator, word }) => {
        const expected = read(estimator, key, word);
        for (const spelling of spellings(word)) {
          expect(read(estimator, key, spelling)).toEqual(expected);
        }
      },
    ),
  );
});

describe('options', () => {
  const tables = { bootstrapSchemas, readerSchemas, indexKeys, tableSchemas };
  interface Known {
    readonly words?: readonly string[];
    readonly item?: Known;
    readonly options?: readonly Known[];
  }
  const wordsOf = ({ words = [], item, options = [] }: Known): readonly string[] => [
    ...words,
    ...(item === undefined ? [] : wordsOf(item)),
    ...options.flatMap(wordsOf),
  ];

  test.each(Object.entries(tables))('%s accept all words in all spellings', (_, schemas) => {
    const options = Object.entries(schemas).flatMap(([name, schema]) =>
      wordsOf(schema as Known).map((word) => ({ name, schema, word })),
    );
    expect(options.length).toBeGreaterThan(3);
    for (const { name, schema, word } of options) {
      const isList = 'item' in (schema as Known);
      const given = (text: string) => ({ [name]: isList ? [text] : text });
      for (const spelling of spellings(word)) {
        expect(checkKeys('test', { [name]: schema }, given(spelling))).toEqual(given(word));
      }
    }
  });

  test('are read by the same two functions everywhere', () => {
    const files = readdirSync(`${root}/bindings`, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.ts') && !name.startsWith('generated'));
    const apart = sources.filter((name) =>
      readFileSync(`${root}/bindings/${name}`, 'utf8').includes('v.picklist('),
    );
    expect(apart.sort()).toEqual([
      'core/arguments/arguments.ts',
      'models/indices/options.ts', // + and -
      'models/multiverse/schema.ts', // forms of a value that `choice` reads
      'models/schema/bootstrap-schema.ts', // as above
      'paper/bundle/trust.ts', // files that a bundle writes
      'paper/study/file/written.ts', // as above
      'paper/tables/paper/checked.ts', // tables that the library made
      'results/read.ts', // results
    ]);
  });
});

describe('functions', () => {
  const x = Array.from({ length: 40 }, (_, i) => Math.sin(i));
  const y = x.map((value, i) => value + Math.cos(3 * i));
  const half = x.map((_, i) => i % 2);
  const data = { y, x, half };
  const model = { estimator: 'ols', formula: 'y ~ x' } as const;
  const csv = new TextEncoder().encode('a,b\n1,2\n3,4\n');
  const columns = { endogenous: x, instruments: [half, x.map((one) => one ** 3)] };
  const any = (word: string) => word as never;

  beforeAll(() => arrays.ready());

  test.each<[string, (word: (text: string) => never) => unknown]>([
    [
      'permutationTest',
      async (w) =>
        permutationTest(await ols(data, 'y ~ x'), {
          of: 'x',
          reps: 9,
          statistic: w('coefficient'),
        }),
    ],
    [
      'multipleTests',
      async (w) =>
        multipleTests([await ols(data, 'y ~ x')], {
          of: ['x'],
          reps: 99,
          adjust: [w('romano-wolf'), w('holm')],
        }),
    ],
    [
      'compareGroups',
      (w) =>
        compareGroups(data, model, {
          by: 'half',
          of: 'x',
          reps: 9,
          methods: [w('wald'), w('permutation')],
        }),
    ],
    [
      'predict',
      async (w) => predict(await ols(data, 'y ~ x'), undefined, { interval: w('prediction') }),
    ],
    ['correlate', (w) => correlate(data, { method: w('spearman') })],
    ['readTable', (w) => readTable(csv, { format: w('csv'), types: { a: w('text') } })],
    [
      'fit',
      (w) =>
        fit(data, {
          ...model,
          collinear: w('error'),
          vcov: w('driscoll-kraay:2'),
          panel: { unit: 'half', time: 'x' },
        }).catch(({ code }: { readonly code: string }) => code),
    ],
    ['toText', async (w) => toText(await ols(data, 'y ~ x'), { form: w('full') })],
    [
      'renderTable',
      async (w) =>
        renderTable(
          regressionTable([await ols(data, 'y ~ x')], {
            style: w('three-line'),
            language: w('zh'),
          }),
          w('markdown'),
        ),
    ],
    [
      'permuteStatistic',
      (w) => permuteStatistic(x, (rows) => rows[0]!, { reps: 9, alternative: w('two-sided') }),
    ],
    [
      'ols of arrays',
      (w) =>
        arrays.ols(y, [x], {
          vcov: { type: w('hac') as 'hac', kernel: w('parzen'), bandwidth: 2 },
          collinear: w('omit'),
        }),
    ],
    [
      'iv of arrays',
      (w) => arrays.iv(y, columns, { method: w('liml'), vcov: w('robust') as 'robust' }),
    ],
    [
      'gmm of arrays',
      (w) => arrays.gmm(y, columns, { method: w('two-step'), weight: w('unadjusted') }),
    ],
  ])('%s takes words in all spellings', async (_, call) => {
    const expected = await call(any);
    for (const place of [0, 1, 2, 3, 4]) {
      expect(await call((word) => any(spellings(word)[place]!))).toEqual(expected);
    }
  });
});
