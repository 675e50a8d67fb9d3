import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';

interface Label {
  readonly clean: boolean;
  readonly severity?: string;
  readonly column?: string;
  readonly row?: string;
  readonly field?: string;
  readonly stat?: string;
}

const folder = new URL('../../../golden/audit/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const { expected } = JSON.parse(read('expected.json')) as {
  readonly expected: Readonly<Record<string, Label>>;
};

test.each(Object.entries(expected))('table %s has the findings of its label', async (id, label) => {
  const { findings } = await auditTable(readPrintedTables(read(`${id}.csv`), id));
  if (label.clean) return expect(findings).toEqual([]);
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  const { severity, column, row } = label;
  expect(finding).toMatchObject({ severity, column, ...(row !== undefined && { row }) });
  expect(finding!.involves).toContain(label.field ?? label.stat);
});
