/** Statements of a do-file that print tables, name estimates for them, or label columns. */
import { type Derived, meaningOf, resolvedFilter } from '../../derived.js';
import type { Filter } from '../../filters/filter.js';
import { stataFilter } from '../../filters/stata.js';
import { whereOf } from '../../filters/write.js';
import type { Collected } from '../../script.js';
import { usedSteps } from '../../static/steps.js';
import { isOfModels } from '../../study/table.js';
import { type PrintedTable, printedTable } from './esttab.js';
import type { DoFile } from './frame.js';
import { appended } from './outreg2.js';
import { readStored } from './stored.js';
import { summaryTable } from './summaries.js';

/** `label variable x "Words"`; false for another statement. */
export function readLabel(text: string, { labels }: Collected): boolean {
  const [, name, words] =
    /^la(?:b(?:el?)?)?\s+var(?:iable)?\s+(\w+)\s+`?"([^"]*)"'?$/.exec(text) ?? [];
  if (name === undefined) return false;
  labels[name] = words!;
  return true;
}

/** Tables, and the names of estimates in them; false for another statement. */
export function readTable(text: string, source: string, line: number, file: DoFile): boolean {
  const { stored, collected, derived, known } = file;
  const { tables } = collected;
  if (readStored(text, stored)) return true;
  const named = { ...derived, namesSteps: true };
  const nameOf = (name: string) => meaningOf(named, name)?.same ?? name;
  const printed = printedTable(text, { stored, nameOf, labels: collected.labels, line });
  if (printed !== undefined) {
    addTable(printed, text, file);
    return true;
  }
  const summary = /^qui/.test(source) ? undefined : summaryTable(text);
  if (summary === undefined) return false;
  const names = summary.columns.map(nameOf);
  const rows = [...file.filters, ...conditionOf(summary.condition, derived)];
  const { unit, time } = known;
  const where = whereOf(
    rows,
    [unit, time].flatMap((name) => (name === undefined ? [] : [nameOf(name)])),
  );
  const [kind = ''] = Object.keys(summary.keys);
  const by = summary.by === undefined ? {} : { by: nameOf(summary.by) };
  const keys = { ...summary.keys, ...by, [kind]: names, ...(where === undefined ? {} : { where }) };
  tables.push({ line, keys, steps: usedSteps(keys, named) });
  return true;
}

function conditionOf(condition: string | undefined, derived: Derived): Filter[] {
  if (condition === undefined) return [];
  return [resolvedFilter(stataFilter({ text: condition, position: 0 }), derived).filter];
}

/** `outreg2, append` adds columns to the table before it. */
function addTable({ table, lacking }: PrintedTable, text: string, { collected }: DoFile): void {
  const { tables, left } = collected;
  const before = tables.at(-1);
  const appends = /^outreg2?\b[^]*,[^]*\bappend\b/.test(text);
  if (appends && before !== undefined && isOfModels(before))
    tables[tables.length - 1] = appended(before, table);
  else tables.push(table);
  const statement = { text, line: table.line };
  for (const reason of lacking) left.push({ statement, reason, isPart: true });
}
