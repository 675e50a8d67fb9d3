/** Statements of R that print tables of models, or list models for them. */
import type { Reader, Statement } from '../../reader.js';
import type { Argument } from '../../arguments.js';
import type { ModelInput } from '../../../models/model.js';
import { originalNumber } from '../../study/numbers.js';
import type { Estimated } from '../../static/frame.js';
import type { Collected } from '../../script.js';
import { acceptCall } from '../call.js';
import {
  isPrinter,
  type Listed,
  listOf,
  listsOf,
  nameIn,
  printedTable,
} from '../printed/printed.js';
import { testsOfR } from '../scripts/test-calls.js';
import { readTests, type Tested } from '../scripts/tests.js';
import { unread } from '../../study/table.js';
import { callErrors } from './call-errors.js';
import { withoutPipes } from './pipes.js';

interface Estimate {
  readonly by: string;
  readonly index: number;
  readonly estimated: Estimated;
  readonly order: string | undefined;
}

/** The models of a script by the names of their results. */
interface Named {
  readonly estimates: ReadonlyMap<string, Estimate>;
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
  const numberOf = (name: string) => {
    const one = estimates.get(name);
    return one === undefined ? dynamic.get(name)?.index : originalNumber(collected, one);
  };
  const known = listsOf({ ...script, numberOf });
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
  if (!isPrinter(call.name)) {
    const modelOf = (name: string) => testedOf(estimates.get(name), collected);
    return readTests(
      { text, line },
      { tests: testsOfR, modelOf, collected, unread: script.unread },
    );
  }
  const printed = printedTable(call, known, line, nameIn(estimates.values()));
  if (printed === undefined) return false;
  collected.tables.push(printed.table);
  for (const reason of printed.lacking) {
    collected.left.push({ statement: { text, line }, reason, isPart: true });
  }
  return true;
}

function testedOf(one: Estimate | undefined, collected: Collected): Tested | undefined {
  if (one === undefined) return undefined;
  return { ...one, numberWith: (errors) => numberWith(one, errors, collected) };
}

/** The number of the model with the covariance that a test names, such as `vcov. = vcovHC(m)`. */
function numberWith(one: Estimate, errors: Argument | undefined, collected: Collected): number {
  const { estimated } = one;
  if (errors === undefined) return originalNumber(collected, one);
  const call = { name: 'coeftest', offset: 0, args: [{ ...errors, name: 'vcov.' }] };
  const { vcov, notes } = callErrors(call, one, estimated.model);
  if (vcov === undefined) return originalNumber(collected, one);
  const model = { ...estimated.model, vcov } as ModelInput;
  return originalNumber(collected, {
    ...one,
    estimated: { ...estimated, model, notes: [...estimated.notes, ...notes] },
  });
}
