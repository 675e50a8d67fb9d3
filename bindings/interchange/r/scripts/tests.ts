/** Tests and marginal effects of R and Python as tables of a study: `linearHypothesis(m, "x = 1")`, `m.f_test("x = 1")`. */
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';
import type { Argument, Call } from '../../arguments.js';
import { meaningOf } from '../../derived.js';
import type { Statement } from '../../reader.js';
import type { Collected } from '../../script.js';
import type { Estimated } from '../../static/frame.js';
import { otherLaw, readTest, type TestCall } from '../../study/test-calls.js';
import { type AfterKeys, isTableOf } from '../../study/tests.js';
import { acceptCall, argumentText } from '../call.js';
import { coefficients } from './hypotheses.js';

/** A model of a script by the name of its result. */
export interface Tested {
  readonly estimated: Estimated;
  readonly index: number;
  /** The function or package that estimated it. */
  readonly by: string;
  /** Its number with the covariance that an argument names, or with its own. */
  readonly numberWith: (errors: Argument | undefined) => number;
}

/** The models and tests of a language. */
export interface TestSite {
  readonly tests: Readonly<Record<string, TestCall>>;
  readonly modelOf: (name: string) => Tested | undefined;
  /** Names of results that are not translated. */
  readonly unread: ReadonlySet<string>;
  readonly collected: Collected;
}

const assigned = /^\s*[A-Za-z.][\w.]*\s*(?:<-|=(?!=))\s*/;

/** Adds the table of a statement, or says why there is none; false for a statement that no table shows. */
export function readTests({ text, line }: Statement, site: TestSite): boolean {
  const plain = text
    .replace(assigned, '')
    .replace(/^print\(([^]*)\)$/, '$1')
    .trim();
  const method = /^([A-Za-z_]\w*)\.(?=(?:[tf]_test|wald_test)\()/.exec(plain);
  const { collected, modelOf } = site;
  if (!collected.isStudy || !/^[\w.:]+\(/.test(plain)) return false;
  const call = acceptCall({ text: plain.slice(method?.[0].length ?? 0), position: 0 });
  if (call === undefined) return false;
  const given = method === null ? { ...call, args: call.args.slice(1) } : call;
  const name = method?.[1] ?? argumentText(call.args[0]?.value) ?? '';
  const one = modelOf(name);
  if (one === undefined) return isLost(call.name, name, { text, line }, site);
  const table = call.name === 'phtest' ? hausmanOf(given, one, site) : tableOf(given, one, site);
  if (table === undefined) return false;
  addTable(table, { text, line }, plain, collected);
  return true;
}

/** Says of a test that its model is not translated. */
function isLost(test: string, model: string, statement: Statement, site: TestSite): boolean {
  const { unread, tests, collected } = site;
  if (!unread.has(model) || !Object.hasOwn(tests, test)) return false;
  collected.left.push({ statement, reason: note('lost-model') });
  return true;
}

function addTable(
  { reason, keys }: Table,
  statement: Statement,
  title: string,
  { left, after }: Collected,
): void {
  if (reason !== undefined) left.push({ statement, reason, isPart: keys !== undefined });
  if (keys === undefined) return;
  const { of, hausman, ...rest } = keys;
  const { line } = statement;
  after.push({ line, title: title.replace(/\s+/g, ' '), of, hausman, keys: rest });
}

/** The table of a test; without keys a reason why there is none. */
interface Table {
  readonly keys?: AfterKeys & { readonly of: number; readonly hausman?: number };
  readonly reason?: Told | undefined;
}

/** `phtest(fe, re)`, which has no further arguments for models. */
function hausmanOf({ args }: Call, one: Tested, { modelOf }: TestSite): Table | undefined {
  const other = modelOf(argumentText(args[0]?.value) ?? '');
  if (other === undefined || args.length > 1) return undefined;
  return { keys: { of: one.numberWith(undefined), hausman: other.numberWith(undefined) } };
}

/** The table of a model; undefined if the model lacks what is tested. */
function tableOf(call: Call, one: Tested, { tests, collected }: TestSite): Table | undefined {
  if (!Object.hasOwn(tests, call.name)) return undefined;
  const { derived } = one.estimated.frame;
  const named = derived && { ...derived, namesSteps: true };
  const nameOf = (word: string) => meaningOf(named, word)?.same ?? word;
  const read = readTest(call, one.by, tests[call.name]!, nameOf);
  if (read === undefined) return undefined;
  if ('text' in read) return { reason: read };
  const { keys, errors, law } = read;
  const { hypotheses = [], functions = [] } = keys;
  const terms = [...hypotheses, ...functions].flatMap((text) => text.match(coefficients) ?? []);
  if (!isTableOf(collected.models[one.index]!.model, keys, terms)) return undefined;
  const of = one.numberWith(errors);
  const reason = otherLaw(`${call.name}()`, law, collected.models[of]!.model);
  if (reason !== undefined && keys.hypotheses !== undefined) return { reason };
  return { keys: { ...keys, of }, reason };
}
