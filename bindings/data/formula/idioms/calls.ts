/** Translations of function calls in R and Python, by name. */
import { productOf } from './arithmetic.js';
import { dummies, treatment } from './factors.js';
import { NoMeaning } from './no-meaning.js';
import { differenceOf, lagsOf, readOrders, refuseLongDifference } from './orders.js';
import { type Call, namedArgument } from './split.js';
import * as said from '../../../words/errors/data/idioms.js';

/** A call, its text, and a reader for the terms inside it. */
export interface Written extends Call {
  readonly part: string;
  readonly read: (text: string) => string;
}

type Idiom = (call: Written) => string[];

const factor: Idiom = ({ args, part, read }) => {
  const [of = '', ...others] = args;
  if (others.length === 0) return [dummies(read(of))];
  const given = treatment(others);
  if (given !== undefined) return [dummies(read(of), given)];
  const write = dummies(of, 'LEVEL');
  throw new NoMeaning(part, said.otherReferenceLevel({ part, found: others, write }));
};

/** `relevel(factor(x), ref = "2")`. */
const relevel: Idiom = ({ args, part, read }) => {
  const [of = '', ...others] = args;
  const given = treatment(others);
  const column = /^i\((.*)\)$/s.exec(read(of))?.[1] ?? read(of);
  if (given !== undefined) return [dummies(column, given)];
  throw new NoMeaning(part, said.noReferenceLevel({ part, write: dummies(column, 'LEVEL') }));
};

/** fixest's `i(year, treated)`: the slope of the second at each level of the first. */
const interactedDummies: Idiom = ({ name, args, part, read }) => {
  const [of = '', second = '', ...others] = args;
  const references = others.map(namedArgument).filter((one) => one?.[0] === 'ref');
  const plain = args.length < 2 || namedArgument(second) !== undefined;
  if (plain) return [`${name}(${args.join(', ')})`];
  const column = read(second.replace(/^i\.(?=.)/, ''));
  const other = /^i\./.test(second) ? dummies(column) : column;
  if (others.length === 0) return [`${dummies(of)}:${other}`];
  const reference = references.length === others.length ? references[0]![1] : 'LEVEL';
  const write = `${other} + ${other}:${dummies(of, reference)}`;
  throw new NoMeaning(part, said.slopesWithReference({ part, slope: other, write }));
};

/** The orders of `lag(x, 2)` or `lag(x, k = 1:2)`, 1 by default; `sign` is -1 for leads. */
function shifted(sign: 1 | -1): Idiom {
  return ({ name, args, part, read }) => {
    const [of = '', written = '1', ...others] = args;
    const named = namedArgument(written);
    const orders = readOrders(named === undefined ? written : named[1]);
    const known = named === undefined || ['k', 'n'].includes(named[0]);
    if (orders === undefined || !known || others.length > 0) {
      const write = lagsOf([sign, 2 * sign], of).join(' + ');
      throw new NoMeaning(part, said.badPeriods({ part, name, of, found: args.slice(1), write }));
    }
    const shifts = orders.map((order) => sign * order);
    return lagsOf(sign > 0 ? shifts : shifts.reverse(), read(of));
  };
}

/** `diff(x)`; `diff(x, 1, 2)` is the difference of the difference. */
const difference: Idiom = ({ args, part, read }) => {
  const [of = '', ...others] = args;
  const values = new Map(
    others.map((arg, i) => namedArgument(arg) ?? [['lag', 'differences'][i] ?? arg, arg]),
  );
  const [periods = NaN] = readOrders(values.get('lag') ?? '1') ?? [];
  const [order = NaN] = readOrders(values.get('differences') ?? '1') ?? [];
  const known = [...values.keys()].every((key) => ['lag', 'differences'].includes(key));
  if (known && periods === 1 && order > 0) return [differenceOf(order, read(of))];
  throw refuseLongDifference(part, of, periods);
};

/** `poly(x, 2, raw = TRUE)`. Without raw, R makes orthogonal polynomials, which are other columns. */
const poly: Idiom = ({ args, part, read }) => {
  const [of = '', ...others] = args;
  const named = new Map(others.map((arg) => namedArgument(arg) ?? ['degree', arg]));
  const [degree = NaN] = readOrders(named.get('degree') ?? '1') ?? [];
  const powers = (term: string) =>
    Array.from({ length: degree }, (_, i) => (i === 0 ? term : `${term}^${i + 1}`));
  const raw = /^(?:T|TRUE|True)$/.test(named.get('raw') ?? '');
  if (raw && degree >= 1 && degree <= mostPowers) return powers(read(of));
  const instead = degree >= 1 && degree <= mostPowers ? powers(of) : [of, `${of}^2`];
  throw new NoMeaning(part, said.orthogonalPowers({ part, write: instead.join(' + ') }));
};

const several: Idiom = ({ part }) => {
  throw new NoMeaning(part, said.severalFormulas({ part }));
};

/** Higher powers of most columns differ only by rounding. */
const mostPowers = 20;

const renamed =
  (name: string): Idiom =>
  ({ args, read }) => [`${name}(${args.map(read).join(', ')})`];

const table: ReadonlyMap<string, Idiom> = new Map([
  ...['factor', 'as.factor', 'as_factor', 'C'].map((name) => [name, factor] as const),
  ['relevel', relevel],
  ['i', interactedDummies],
  ...['lag', 'l', 'L', 'Lag'].map((name) => [name, shifted(1)] as const),
  ...['lead', 'f', 'F', 'Lead'].map((name) => [name, shifted(-1)] as const),
  ...['diff', 'd', 'D', 'Diff'].map((name) => [name, difference] as const),
  ['poly', poly],
  ['I', ({ args, part, read }) => [productOf(args.join(','), part, read)]],
  ['ln', renamed('log')],
  ...['log', 'exp', 'sqrt', 'abs'].map((name) => [`np.${name}`, renamed(name)] as const),
  ...['c', 'sw', 'sw0', 'csw', 'csw0', 'mvsw'].map((name) => [name, several] as const),
  ['Q', ({ args }) => [`\`${(args[0] ?? '').replace(/^["']|["']$/g, '')}\``]],
]);

/** True for a function whose calls are translated. */
export const isTranslatedCall = (name: string) => table.has(name);

/** The terms of a call. A function that is not in the table keeps its name. */
export function translateCall(call: Written): string[] {
  return (table.get(call.name) ?? renamed(call.name))(call);
}
