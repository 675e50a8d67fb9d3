/** Every case of the provinces out of one study file, each with its own specification. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { runStudy, type StudyInput, type StudyResult } from 'wasmetrics/study';
import type { Tolerance } from '../../../golden/check.js';
import { compareFit, type ExpectedFit, failures } from '../../../golden/compare.js';

const golden = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, golden), 'utf8');

interface Case {
  readonly expected: ExpectedFit;
  readonly tolerance: Tolerance;
}

let result: StudyResult;

beforeAll(async () => {
  const study = parse(read('study.yaml')) as StudyInput;
  const data = await readTable(new URL('provinces/data.csv', golden).pathname);
  result = await runStudy(study, data, { workers: 0 });
});

function goldenCase(name: string): Case {
  const folder = name === 'ols-hc1' || name === 'ols-unadjusted' ? 'provinces_pca' : 'provinces';
  return JSON.parse(read(`${folder}/${name}.json`)) as Case;
}

/** The case of a model: its name, or that of its group. */
function caseOf({ id, table, group }: StudyResult['places'][number]): string {
  if (group === undefined) return result.models[id]!.name!;
  const errors = table.endsWith('Unadjusted') ? 'unadjusted' : 'hc1';
  return `ols-${group.by.toLowerCase()}-${group.value}-${errors}`;
}

test('nothing fails, and every model is of a case', () => {
  expect(result.failed).toEqual([]);
  expect(result.places).toHaveLength(30);
});

it('gives the numbers of other programs', () => {
  const wrong = result.places.flatMap((place) => {
    const { expected, tolerance } = goldenCase(caseOf(place));
    const found = failures(compareFit(expected, result.models[place.id]!, tolerance));
    return found.map((line) => `${caseOf(place)}: ${line}`);
  });
  expect(wrong).toEqual([]);
});

describe('indices', () => {
  it('have the entropies and components of R', () => {
    const { Entropy: entropy, Composite: pca } = result.indices;
    const expected = JSON.parse(read('index/index_entropy_provinces.json')) as {
      readonly expected: {
        readonly pooled: { readonly entropy: Readonly<Record<string, number>> };
      };
    };
    if (entropy?.method !== 'entropy' || pca?.method !== 'pca') throw new Error('other methods');
    for (const [name, value] of Object.entries(expected.expected.pooled.entropy)) {
      expect(entropy.entropy![name]).toBeCloseTo(value, 12);
    }
    expect(pca.components).toBe(5);
    expect(pca.eigenvalues[0]).toBeCloseTo(1.95125087448455, 9);
  });
});

test('the described columns have the moments of R', () => {
  const rows = result.tables['descriptive']!.body;
  const level = Object.fromEntries(rows[0]!.cells.map((cell) => [cell.statistic, cell.value]));
  expect(level).toMatchObject({ n: 150, min: 0.045, max: 0.288 });
  expect(level['mean']).toBeCloseTo(0.0800000000333333, 12);
  expect(level['sd']).toBeCloseTo(0.0270000000305552, 12);
});
