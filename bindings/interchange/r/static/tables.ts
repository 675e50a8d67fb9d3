/** Statements of R that print tables of models, or list models for them. */
import type { Reader, Statement } from '../../reader.js';
import type { Estimated } from '../../static/frame.js';
import type { Collected } from '../../script.js';
import { acceptCall } from '../call.js';
import {
  isPrinter,
  type Listed,
  type Lists,
  listOf,
  printedTable,
  unreadLists,
} from '../scripts/printed.js';
import { readTests } from '../scripts/tests.js';
import { unread } from '../../study/table.js';
import { withoutPipes } from './pipes.js';

/** The models of a script by the names of their results. */
interface Named {
  readonly estimates: ReadonlyMap<
    string,
    { readonly index: number; readonly estimated: Estimated }
  >;
  readonly dynamic: ReadonlyMap<string, { readonly index: number }>;
  readonly lists: Map<string, readonly Listed[]>;
  readonly unread: ReadonlySet<string>;
  readonly collected: Collected;
}

/** The number of the model that a name has; undefined for other names. */
export function modelNamed(name: string, { estimates, dynamic }: Named): number | undefined {
  return (estimates.get(name) ?? dynamic.get(name))?.index;
}

/** Tables of models, and lists of models for them; false for another statement. */
export function readTable({ text, line }: Statement, script: Named): boolean {
  const { lists, estimates, dynamic, collected } = script;
  const known: Lists = new Map<string, readonly Listed[]>([
    ...unreadLists(script.unread),
    ...lists,
    ...[...estimates, ...dynamic].map(([name, { index }]) => [name, [{ index }]] as const),
  ]);
  const [, target, value] = /^([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))\s*([^]+)$/.exec(text) ?? [];
  const models = target === undefined ? undefined : listOf(value!, known);
  if (models?.length === 0 || models?.some(({ index }) => index !== unread) === true) {
    lists.set(target!, models);
    return true;
  }
  const reader: Reader = { text: withoutPipes(value ?? text), position: 0 };
  const isCall = /^\s*(?:[\w.]+::)?[\w.]+\s*\(/.test(reader.text);
  const call = isCall ? acceptCall(reader) : undefined;
  if (!collected.isStudy || call === undefined) return false;
  if (!isPrinter(call.name)) return readTests({ text, line }, estimates, collected);
  const printed = printedTable(call, known, line);
  if (printed === undefined) return false;
  collected.tables.push(printed.table);
  for (const reason of printed.lacking) {
    collected.left.push({ statement: { text, line }, reason, isPart: true });
  }
  return true;
}
