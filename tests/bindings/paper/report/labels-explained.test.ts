/** Every label of facts and every test that a report prints has an explanation, for all kinds of results. */
import { describe, expect, test } from 'vitest';
import { documentOf, explainCode, resultKinds } from 'wasmetrics';
import { makers } from './results.js';

const isExplained = (name: string): boolean => {
  try {
    explainCode(name);
    return true;
  } catch {
    return false;
  }
};

describe.each(resultKinds)('a report of kind %s', (kind) => {
  test('has labels and tests that explain finds', async () => {
    const { blocks } = documentOf(await makers[kind](), { form: 'full' });
    const labels = blocks.flatMap((block) => {
      if (block.type === 'facts') return block.facts.map(({ label }) => label);
      if (block.type !== 'table' || block.columns[0]!.heading !== 'test') return [];
      return block.rows.map(({ cells }) => cells[0]!.text);
    });
    const names = labels.map((label) => label.trim()).filter((label) => label !== '');
    expect(names.filter((name) => !isExplained(name))).toEqual([]);
  }, 120_000);
});
