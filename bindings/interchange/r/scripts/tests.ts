/** Tests and marginal effects of R and Python as tables of a study: `linearHypothesis(m, "x = 1")`, `m.f_test("x = 1")`. */
import type { Call } from '../../arguments.js';
import { meaningOf } from '../../derived.js';
import type { Statement } from '../../reader.js';
import type { Collected } from '../../script.js';
import type { Estimated } from '../../static/frame.js';
import { type AfterKeys, isTableOf } from '../../study/tests.js';
import { acceptCall, argumentText } from '../call.js';

/** A model of a script by the name of its result. */
interface Tested {
  readonly estimated: Estimated;
  readonly index?: number;
}

const assigned = /^\s*[A-Za-z.][\w.]*\s*(?:<-|=(?!=))\s*/;

type Models = ReadonlyMap<string, Tested>;

/** Adds the table of a statement; false for a statement that no table shows. */
export function readTests(
  { text, line }: Statement,
  models: Models,
  collected: Collected,
): boolean {
  const plain = text
    .replace(assigned, '')
    .replace(/^print\(([^]*)\)$/, '$1')
    .trim();
  const method = /^([A-Za-z_]\w*)\.(?=(?:[tf]_test|wald_test)\()/.exec(plain);
  if (!collected.isStudy || !/^[\w.:]+\(/.test(plain)) return false;
  const call = acceptCall({ text: plain.slice(method?.[0].length ?? 0), position: 0 });
  if (call === undefined) return false;
  const [first, ...others] = call.args;
  const name = method?.[1] ?? argumentText(first?.value) ?? '';
  const args = method === null ? others : call.args;
  const { index: of } = models.get(name) ?? {};
  const keys =
    call.name === 'phtest'
      ? efficientOf(args, models)
      : keysOf({ ...call, args }, models.get(name), collected);
  if (of === undefined || keys === undefined) return false;
  const { hausman, ...rest } = keys;
  collected.after.push({ line, title: plain.replace(/\s+/g, ' '), of, hausman, keys: rest });
  return true;
}

/** The second model of `phtest(fe, re)`. */
function efficientOf(args: Call['args'], models: Models): { hausman: number } | undefined {
  const hausman = models.get(argumentText(args[0]?.value) ?? '')?.index;
  return hausman === undefined || args.length > 1 ? undefined : { hausman };
}

/** The keys of the table of a model; undefined if the model lacks what is tested. */
function keysOf(
  { name, args }: Call,
  one: Tested | undefined,
  { models }: Collected,
): (AfterKeys & { readonly hausman?: undefined }) | undefined {
  const model = models[one?.index ?? -1]?.model;
  if (one === undefined || model === undefined || !Object.hasOwn(readers, name)) return undefined;
  const { derived } = one.estimated.frame;
  const named = derived && { ...derived, namesSteps: true };
  const keys = readers[name]!(args, (word) => meaningOf(named, word)?.same ?? word);
  if (keys === undefined) return undefined;
  const { hypotheses = [], functions = [] } = keys;
  const terms = [...hypotheses, ...functions].flatMap((text) => text.match(coefficients) ?? []);
  return isTableOf(model, keys, terms) ? keys : undefined;
}

type Read = (args: Call['args'], nameOf: (name: string) => string) => AfterKeys | undefined;

const diagnosed: Read = () => ({ diagnostics: true });

const readers: Readonly<Record<string, Read>> = {
  linearHypothesis: (args, nameOf) => hypothesesOf(args, nameOf, ['test']),
  t_test: (args, nameOf) => hypothesesOf(args, nameOf, []),
  f_test: (args, nameOf) => hypothesesOf(args, nameOf, []),
  wald_test: (args, nameOf) => hypothesesOf(args, nameOf, ['use_f', 'scalar']),
  deltaMethod(args, nameOf) {
    const functions = textsOf(args, []);
    return functions && { functions: functions.map((one) => written(one, nameOf)) };
  },
  avg_slopes: marginsOf,
  margins: marginsOf,
  bptest: diagnosed,
  vif: diagnosed,
  resettest: diagnosed,
  bgtest: diagnosed,
  dwtest: diagnosed,
};

const coefficients =
  /(?:log|exp|sqrt)\([A-Za-z_]\w*\)|(?<![\w.])[A-Za-z_]\w*(?::[A-Za-z_]\w*)*(?!\s*\()/g;

/** The texts of the first argument; undefined for another expression, and for other arguments than those named. */
function textsOf(args: Call['args'], others: readonly string[]): string[] | undefined {
  const [first, ...rest] = args;
  const text = argumentText(first?.value) ?? '';
  const isPlain = /^(?:(?:c\(|\[|\()\s*)?(?:["'][^"']*["']\s*,?\s*)+[\])]?$/.test(text);
  const isKnown = rest.every(({ name }) => others.includes(name ?? ''));
  if (!isPlain || !isKnown) return undefined;
  return [...text.matchAll(/["']([^"']*)["']/g)].flatMap(([, one]) => one!.split(','));
}

/** The expression with names as results have them. */
function written(text: string, nameOf: (name: string) => string): string {
  return text
    .replace(/\(?\bIntercept\)?|\bconst\b/g, '_cons')
    .replace(/\bnp\./g, '')
    .replace(coefficients, (whole) => whole.replace(/[A-Za-z_]\w*(?!\w|\()/g, nameOf))
    .trim();
}

function hypothesesOf(
  args: Call['args'],
  nameOf: (name: string) => string,
  others: readonly string[],
): AfterKeys | undefined {
  const texts = textsOf(args, others)?.map((one) => written(one, nameOf).replace('==', '='));
  if (texts === undefined || texts.some((one) => !/^[\w.+\-*/\s=:()]+$/.test(one)))
    return undefined;
  return { hypotheses: texts.map((one) => (one.includes('=') ? one : `${one} = 0`)) };
}

function marginsOf(args: Call['args'], nameOf: (name: string) => string): AfterKeys | undefined {
  const [first] = args;
  const isNamed = first?.name === undefined || first.name === 'variables';
  const margins = args.length === 1 && isNamed ? textsOf(args, []) : undefined;
  return margins && { margins: margins.map((one) => nameOf(one.trim())) };
}
