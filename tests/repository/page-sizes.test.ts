/** What pages load; `bench/page-sizes.ts` prints it. */
import { describe, expect, test } from 'vitest';
import { loadedParts, models, pageOf } from '../../bench/loaded-parts.js';
import { fileSize, pages, pageSize } from '../../bench/page-sizes.js';

/** Most bytes, compressed by Brotli, of JavaScript and the core together. */
const limits: Readonly<Record<keyof typeof pages, number>> = {
  'a constant of the root': 1_000,
  'least squares of arrays': 40_000,
  'instrumental variables of arrays': 104_000,
  'system GMM of arrays': 102_500,
  'system GMM of arrays with its bootstrap': 113_000,
  'wasmetrics/linalg': 40_000,
  'wasmetrics/distributions': 35_000,
  'wasmetrics/random': 35_000,
  'wasmetrics/resampling': 82_500,
  'wasmetrics/estimators': 162_000,
  'a formula on a table': 95_000,
  'a file, a formula, a bootstrap, a report': 160_000,
};

test.each(Object.entries(limits))('%s is at most %i bytes', async (name, most) => {
  const { brotli } = await pageSize(pages[name as keyof typeof pages]);
  expect(brotli).toBeLessThanOrEqual(most);
});

/** Most bytes of what a page without a bundler loads when it imports an entry point. */
const files = { linalg: 46_000, distributions: 36_000, random: 38_000 };

test.each(Object.entries(files))(
  'the files of wasmetrics/%s are at most %i bytes',
  (name, most) => {
    expect(fileSize(name).brotli).toBeLessThanOrEqual(most);
  },
);

describe('a page of a file, a formula, a bootstrap and a report', () => {
  /** Most bytes of all that it loads in parts, which compress less than one file, and the code of other estimators but their traits. */
  const runs = {
    'least squares': {
      most: 242_000,
      without: /models\/(dynamic\/(model|result\/result)|(iv|gmm)\/(?!traits))/,
    },
    'instrumental variables': {
      most: 256_000,
      without: /models\/(dynamic\/(model|result\/result)|ols\/(?!traits))/,
    },
    'system GMM': {
      most: 250_500,
      without: /models\/((ols|iv|gmm)\/(?!traits)|panel\/result)|identification\/stock/,
    },
  };

  /** Expressions over columns, which filters and steps are written in. */
  const ofExpressions = /data\/(where|steps\/(evaluate|call)|formula\/expressions\/\w+-syntax)/;

  /** What an unknown estimator, several lines of headings and marks beside numbers need. */
  const seldom = /words\/text\/method-names|readers\/heading-rows|cells\/marks/;

  test.each(Object.entries(runs))('loads what %s needs', async (name, { most, without }) => {
    const { atOnce, inAll, files } = await loadedParts(pageOf(models[name as keyof typeof models]));
    expect(atOnce.brotli).toBeLessThanOrEqual(187_000);
    expect(inAll.brotli).toBeLessThanOrEqual(most);
    expect(files.filter((file) => without.test(file))).toEqual([]);
    expect(files.filter((file) => ofExpressions.test(file))).toEqual([]);
    expect(files.filter((file) => seldom.test(file))).toEqual([]);
  });

  test('loads the language of filters and steps with a model that has them', async () => {
    const build = { index: { index: 'equal', columns: { w: '+', k: '+' } }, lk: 'log(emp)' };
    const model = { estimator: 'ols', formula: 'n ~ index + lk', where: 'year > 1977', build };
    const { files } = await loadedParts(pageOf(model));
    expect(files).toContain('bindings/data/where.ts');
    expect(files).toContain('bindings/models/preparation/built-indices.ts');
  });
});
