import type { Command } from 'commander';
import { EconError, InputError } from '../../../bindings/index.js';
import {
  type AuditTable,
  auditTable,
  comparePrinted,
  printedTablesOf,
  readPrintedPdf,
  readPrintedTables,
} from '../../../bindings/entries/audit.js';
import { type PaperTable, visible } from '../../../bindings/entries/report.js';
import {
  keptResults,
  runStudy,
  type StudyInput,
  type StudyResult,
} from '../../../bindings/entries/study.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { nothingCompared } from '../../../bindings/words/errors/program/data.js';
import { exitCodes, usage } from '../../exit.js';
import { type Host, print, printError, printPage, inLanguage } from '../../host.js';
import { inputName, readInput, readText } from '../../io.js';
import { listed } from '../../options/lists.js';
import { printResult } from '../../print.js';
import { memoryLimit } from '../../bootstrap/bootstrap.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { keptStorage } from '../../study/cache.js';
import { studyReader } from '../../study/data.js';
import { placedError } from '../../study/place.js';
import { studyReporter } from '../../study/progress.js';
import { readYaml } from '../../yaml.js';

interface CheckOptions {
  readonly json?: boolean;
  readonly printed?: readonly string[];
}

const examples = `
Examples, from a checkout:
  npx wasmetrics check tests/golden/audit/a01.csv
  npx wasmetrics check tests/golden/audit/b01.csv
  npx wasmetrics check examples/provinces/paper.yaml
  npx wasmetrics check examples/provinces/paper.yaml --printed examples/provinces/printed.md`;

/** `wasmetrics check printed.csv`: whether the numbers in printed tables are consistent. */
export function addCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description('find numbers in printed regression tables that contradict each other')
    .argument(
      '<files...>',
      'tables as CSV, LaTeX, Markdown, HTML, Typst, Word, Excel or PDF, or - for standard input; or a study file, whose tables are made first',
    )
    .option(
      '--printed <files>',
      'printed tables to compare with those of the study, such as printed.docx or T4=table.tex',
      listed,
    )
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const study = paths.find(isStudy);
      if (study !== undefined) return checkStudy(host, study, paths, options);
      if (options.printed !== undefined) {
        throw usage(misuse.printed());
      }
      printResult(host, await auditTable(await readTables(host, paths)), options);
    });
}

function isStudy(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}

async function checkStudy(
  host: Host,
  study: string,
  paths: readonly string[],
  { json = false, printed = [] }: CheckOptions,
): Promise<void> {
  const others = await readTables(
    host,
    paths.filter((path) => path !== study),
  );
  const beside = await readTables(host, printed);
  const { tables, failed } = await studyTables(host, study, json);
  const audited = [...printedTablesOf(tables), ...others, ...beside];
  if (failed.length > 0) host.exitCode = exitCodes.failedPart;
  for (const { id, error } of failed) {
    if (!json) printError(host, visible(`${id} failed: ${error.message} [${error.code}]`));
  }
  if (audited.length === 0) return;
  const comparison = comparisonOf(beside, tables);
  const audit = await auditUnless(audited, comparison);
  if (json) {
    const more = { ...(comparison !== undefined && { comparison }), failed };
    print(host, JSON.stringify({ ...audit, ...more }, null, 2));
  } else {
    const results = [audit, comparison].filter((result) => result !== undefined);
    results.forEach((result, i) => {
      if (i > 0) printPage(host, '');
      printResult(host, result, {});
    });
  }
  if (comparison?.compared.length === 0) throw noneCompared(comparison);
}

type Audit = Awaited<ReturnType<typeof auditTable>>;
type PrintedComparison = ReturnType<typeof comparePrinted>;

/** The audit; undefined if it has nothing to check but printed numbers could be compared. */
async function auditUnless(
  tables: readonly AuditTable[],
  comparison: PrintedComparison | undefined,
): Promise<Audit | undefined> {
  try {
    return await auditTable(tables);
  } catch (error) {
    const isUnchecked = error instanceof EconError && error.code === 'nothing-checked';
    if (isUnchecked && (comparison?.compared.length ?? 0) > 0) return undefined;
    throw error;
  }
}

function noneCompared({ unmatched }: PrintedComparison): InputError {
  const reasons = [...new Set(unmatched.map(({ reason }) => reason))];
  const why = reasons.map((one) => unmatched.find(({ reason }) => reason === one)!);
  return new InputError(nothingCompared({ reasons, why, numbers: unmatched.length }), '--printed');
}

function comparisonOf(
  printed: readonly AuditTable[],
  tables: Readonly<Record<string, PaperTable>>,
) {
  return printed.length === 0 ? undefined : comparePrinted(printed, tables);
}

/** Reads the tables of files; `T4=table.tex` names a table. */
async function readTables(host: Host, paths: readonly string[]): Promise<AuditTable[]> {
  const tables: AuditTable[] = [];
  for (const path of paths) {
    const [, id, file] = /^([\w-]+)=(.+)$/.exec(path) ?? [undefined, undefined, path];
    const contents = await readInput(host, file!);
    const isPdf = String.fromCharCode(...contents.subarray(0, 4)) === '%PDF';
    const read = await (isPdf ? readPrintedPdf : readPrintedTables)(contents, inputName(file!));
    if (id !== undefined && read.length !== 1) {
      throw usage(misuse['one-table']({ argument: path, table: id, found: read.length }));
    }
    tables.push(...(id === undefined ? read : [{ ...read[0]!, table: id }]));
  }
  return tables;
}

/** The tables of a study, for its audit. */
interface StudyTables {
  readonly tables: Readonly<Record<string, PaperTable>>;
  readonly failed: StudyResult['failed'];
}

/** Runs the tables of a study, without its figures; results cached by `study` are used. */
async function studyTables(host: Host, path: string, json: boolean): Promise<StudyTables> {
  const source = { name: inputName(path), text: await readText(host, path) };
  const reader = studyReader(host, path, { json });
  const storage = await keptStorage(host);
  const reporter = studyReporter({ json }, host.stderr, inLanguage(host));
  try {
    const written = readYaml(source.name, source.text) as StudyInput;
    const { tables, failed } = await interruptible(host, 'table', (signal) =>
      runStudy(written, undefined, {
        only: Object.keys(written.tables ?? {}),
        memory: memoryLimit(),
        read: reader.read,
        kept: keptResults(),
        storage,
        signal,
        onProgress: reporter.update,
      }),
    );
    return { tables, failed };
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  } finally {
    reporter.done();
  }
}
