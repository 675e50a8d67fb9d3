/**
 * Writes the entries of `bindings/analysis/bootstrap/groups/sizes/simulated.ts` from the counts:
 * `npx tsx tests/simulation/groups/write-table.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gridUnits } from '../../../bindings/analysis/bootstrap/groups/sizes/simulated.js';
import { readCounts, tableOf } from './simulated-table.js';

const counts = new URL('../results/group-differences.csv', import.meta.url);
const source = new URL(
  '../../../bindings/analysis/bootstrap/groups/sizes/simulated.ts',
  import.meta.url,
);

const entries = Object.entries(tableOf(readCounts(readFileSync(counts, 'utf8')), gridUnits));
const lines = entries.map(([shape, tests]) => {
  const rows = Object.entries(tests).map(([test, sizes]) => {
    const name = test.includes(' ') ? `'${test}'` : test;
    return `    ${name}: [${sizes.map(String).join(', ')}],`;
  });
  return [`  '${shape}': {`, ...rows, '  },'].join('\n');
});
const text = readFileSync(source, 'utf8');
const start = text.indexOf('= {\n', text.indexOf('export const simulated')) + 4;
writeFileSync(source, `${text.slice(0, start)}${lines.join('\n')}\n};\n`);
