/** Right tables in the style of papers, typed by hand: nothing in them is impossible. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { every } from '../../../every.js';

const papers = JSON.parse(
  readFileSync(new URL('corpus/stored/papers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** Tables in which no number can be compared with another. */
const unchecked = ['weighted n', 'medicine table 1', 'multiple answers'];

test('nothing is impossible in 65 right tables in the style of papers', async () => {
  expect(Object.keys(papers)).toHaveLength(65);
  await every(
    Object.entries(papers),
    ([name]) => name,
    async ([name, text]) => {
      const audit = Promise.resolve(text).then((one) => auditTable(readPrintedTables(one, 'T')));
      if (unchecked.includes(name)) {
        await expect(audit).rejects.toMatchObject({
          code: expect.stringMatching(/^(?:bad-value|nothing-checked)$/),
        });
        return;
      }
      const { findings } = await audit;
      expect(findings.filter(({ severity }) => severity === 'impossible')).toEqual([]);
    },
  );
});
