import type { Command } from 'commander';
import { type AuditTable, auditTable, readPrintedTables } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { inputName, readInput } from '../io.js';
import { printResult } from '../print.js';

interface CheckOptions {
  readonly json?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics check tests/golden/audit/a01.csv
  npx wasmetrics check tests/golden/audit/b01.csv`;

/** `wasmetrics check printed.csv`: whether the numbers of printed tables can belong together. */
export function addCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description('check printed regression tables: whether their numbers can belong together')
    .argument('<files...>', 'tables as CSV, LaTeX, Markdown, HTML or Word, or - for standard input')
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], { json = false }: CheckOptions) => {
      const tables: AuditTable[] = [];
      for (const path of paths) {
        tables.push(...readPrintedTables(await readInput(host, path), inputName(path)));
      }
      const audit = await auditTable(tables);
      printResult(host, audit, { json });
    });
}
