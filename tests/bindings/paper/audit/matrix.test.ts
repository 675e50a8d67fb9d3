/** The audit matrix: each rule finds what is planted, and leaves the table without it alone. */
import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { rules } from '../../../../bindings/paper/audit/rules/rules.js';
import { longTable, planted } from './planted.js';

const lines = (text: string | undefined) => (text ?? '').split(';').filter(Boolean);

async function findingsOf(text: string, rest: string | undefined, notes = '') {
  const table = longTable([...lines(rest), ...lines(text)], notes);
  return auditTable(readPrintedTables(table, 'T'));
}

test.each(planted)('$rule is found where it is broken, and only there', async (one) => {
  const { rule, rest, notes } = one;
  const said = rule === 'words-none' ? 'x has no effect on y' : notes;
  const wrong = await findingsOf(one.wrong, rest, said);
  expect(wrong.findings.map((finding) => finding.rule)).toContain(rule);
  const [finding] = wrong.findings.filter((each) => each.rule === rule);
  expect(finding!.message.length).toBeLessThanOrEqual(600);
  const right = await findingsOf(one.right, rest, notes);
  expect(right.findings).toEqual([]);
  expect(right.byRule[rule] ?? 0).toBeGreaterThan(0);
});

test('each rule is planted, has a formula and a source, and is not testable without its numbers', async () => {
  const names = rules.map(({ name }) => name);
  expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual([...names].sort());
  for (const { name, formula, source, needs } of rules) {
    expect(
      [formula, source, needs.join()].every((text) => text !== ''),
      name,
    ).toBe(true);
  }
});
