/** Statements of Python that print tables of models, or list models for them. */
import type { Reader, Statement } from '../../reader.js';
import { unread } from '../../study/table.js';
import type { Collected } from '../../script.js';
import type { Estimated } from '../../static/frame.js';
import { acceptCall } from '../../r/call.js';
import { originalNumber } from '../../study/numbers.js';
import { readTests } from '../../r/scripts/tests.js';
import { testsOfPython } from './test-calls.js';
import {
  isPrinter,
  type Listed,
  type Lists,
  listOf,
  listsOf,
  nameIn,
  printedTable,
} from '../../r/printed/printed.js';

/** The models of a script by the names of their results. */
interface Named {
  readonly specified: ReadonlyMap<
    string,
    { readonly index?: number; readonly estimated: Estimated; readonly library: string }
  >;
  readonly lists: Map<string, readonly Listed[]>;
  readonly unread: ReadonlySet<string>;
  readonly collected: Collected;
}

/** An element of a list of models. */
interface Element {
  readonly list: string;
  readonly head?: string | undefined;
  readonly value: string;
}

/** `m["a"] = ...` and `m.append(...)`; undefined for another statement. */
export function elementOf(text: string): Element | undefined {
  const [, list, head, value] =
    /^([A-Za-z_]\w*)\[\s*["']?([^"'\]]+?)["']?\s*\]\s*=(?!=)\s*([^]+)$/.exec(text) ?? [];
  if (list !== undefined) return { list, head, value: value! };
  const [, appended, inner] = /^([A-Za-z_]\w*)\.append\(([^]*)\)$/.exec(text) ?? [];
  return appended === undefined ? undefined : { list: appended, value: inner! };
}

/** Tables of models, and lists of models for them; false for another statement. */
export function readTable({ text, line }: Statement, script: Named): boolean {
  const { lists, specified, collected } = script;
  const numberOf = (name: string) => {
    const { index, estimated } = specified.get(name) ?? {};
    return index === undefined
      ? undefined
      : originalNumber(collected, { index, estimated: estimated! });
  };
  const known = listsOf({ ...script, numberOf });
  const [, target, value] = /^([A-Za-z_]\w*)\s*=(?!=)\s*([^]+)$/.exec(text) ?? [];
  const isEmpty = /^(?:\[\s*\]|\{\s*\}|dict\(\)|list\(\))$/.test(value?.trim() ?? '');
  const models = target === undefined || isEmpty ? undefined : listOf(value!, known);
  if (isEmpty || models?.some(({ index }) => index !== unread) === true) {
    lists.set(target!, models ?? []);
    return true;
  }
  const isTable = collected.isStudy && printTable({ text: value ?? text, line }, known, script);
  const modelOf = (name: string) => {
    const { index, estimated, library: by } = specified.get(name) ?? {};
    if (index === undefined) return undefined;
    return { estimated: estimated!, by: by!, index, numberWith: () => numberOf(name)! };
  };
  return (
    isTable ||
    readTests(
      { text, line },
      {
        tests: testsOfPython,
        modelOf,
        collected,
        unread: script.unread,
      },
    )
  );
}

function printTable(
  { text, line }: Statement,
  known: Lists,
  { specified, collected: { tables, left } }: Named,
): boolean {
  const plain = text.replace(/^print\(([^]*)\)$/, '$1');
  const isCall = /^\s*(?:[\w.]+\.)?\w+\s*\(/.test(plain);
  const call = isCall ? acceptCall({ text: plain, position: 0 }) : undefined;
  if (call === undefined || !isPrinter(call.name)) return false;
  const values = call.args.map((one) => ({ ...one, value: valuesOf(one.value) }));
  const name = call.name.endsWith('etable') ? 'pf.etable' : call.name;
  const printed = printedTable(
    { ...call, name, args: values },
    known,
    line,
    nameIn(specified.values()),
  );
  if (printed === undefined) return false;
  tables.push(printed.table);
  const statement = { text, line };
  for (const reason of printed.lacking) left.push({ statement, reason, isPart: true });
  return true;
}

/** `list(m.values())` and `m.values()` as `m`, and a list of texts in brackets as R writes it. */
function valuesOf({ text, position, end }: Reader): Reader {
  const written = text.slice(position, end).trim();
  const of = /^(?:list\(\s*)?(\w+)\.values\(\s*\)\s*\)?$/.exec(written)?.[1];
  const plain = of ?? (/^\[\s*["']/.test(written) ? `c(${written.slice(1, -1)})` : written);
  return { text: plain, position: 0 };
}
