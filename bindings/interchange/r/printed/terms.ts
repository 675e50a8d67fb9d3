/** Arguments of tables of R that name coefficients. */
import { partsOf } from '../../static/multiple.js';
import type { TableKeys } from '../../study/table.js';
import { isNone, type TableArguments } from './arguments.js';
import type { NameOf } from '../../study/terms.js';
import { listedValues, textsIn } from '../scripts/texts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** A regular expression of R for names of coefficients as patterns of a study; undefined if a study cannot read it. */
function patternOf(text: string, nameOf: NameOf): string[] | undefined {
  if (/^!/.test(text)) return undefined;
  return text
    .replace(/^%/, '')
    .split('|')
    .map((one) => {
      const part = one.replace(/\\\\/g, '\\');
      if (/Intercept|Constant|^const$/.test(part)) return '_cons';
      if (/^\^?(?:as\.)?factor\\?\(?$/.test(part)) return '/=/';
      const factor =
        /^[\^]?(?:(?:as\.)?factor|C|i)\\?\(([\w.]+)\\?\)/.exec(part)?.[1] ??
        /^[\^]?([\w.]+)::/.exec(part)?.[1];
      return factor === undefined ? `/${withNames(part, nameOf)}/` : `/^${nameOf(factor)}=/`;
    });
}

/** A pattern with the names that columns have in the study. */
function withNames(pattern: string, nameOf: NameOf): string {
  return pattern.replace(/\//g, '.').replace(/(?<!\\)[A-Za-z_]\w*/g, nameOf);
}

function termOf(name: string, nameOf: NameOf): string {
  if (/^\(?Intercept\)?$|^const$/.test(name)) return '_cons';
  const [term, ...level] = name
    .replace(/^I\((.*)\)$/, '$1')
    .replace(/^fit_/, '')
    .replace(/^(?:as\.)?factor\((\w+)\)(.+)$/, '$1=$2')
    .replace(/^(\w+)::(.+)$/, '$1=$2')
    .split('=');
  return [term!.replace(/[A-Za-z_]\w*(?!\w|\()/g, nameOf), ...level].join('=');
}

/** The patterns of the first argument that is given, which is named if they are not texts. */
function patterns(args: TableArguments, names: readonly string[], nameOf: NameOf): string[] {
  return names.flatMap((name) => {
    const value = args.get(name);
    if (value === undefined || isNone(value)) return [];
    const read = textsIn(value)?.map((one) => patternOf(one, nameOf));
    if (read !== undefined && !read.includes(undefined)) return read.flatMap((one) => one!);
    args.lose(name);
    return [];
  });
}

/** The terms that a table shows, in their order, and their labels. */
export function termsOf(
  args: TableArguments,
  lacking: Told[],
  nameOf: NameOf,
): Pick<TableKeys, 'keep' | 'drop' | 'labels'> {
  const positions = ['covariate.labels', 'custom.coef.names'].filter((name) => args.has(name));
  if (positions.length > 0) lacking.push(note('labels-by-position'));
  const renames = ['coef_rename', 'dict', 'labels'].flatMap((name) => pairsOf(args, name, nameOf));
  const omitted = patterns(args, ['coef_omit', 'omit.coef', 'omit', 'drop'], nameOf);
  const { keep, pairs } = keptOf(args, nameOf);
  const labels = Object.fromEntries([...renames, ...pairs]);
  return {
    ...(keep.length === 0 ? {} : { keep }),
    ...(omitted.length === 0 ? {} : { drop: [...new Set(omitted)] }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
}

type Pairs = readonly (readonly [string, string])[];

/** `keep`, `order` and their like; a map keeps, orders and labels. */
function keptOf(
  args: TableArguments,
  nameOf: NameOf,
): { readonly keep: string[]; readonly pairs: Pairs } {
  const map = ['coef_map', 'custom.coef.map'].find((name) => args.has(name));
  if (map !== undefined) {
    const names = textsIn(args.get(map));
    const pairs = /=/.test(args.get(map)!) ? pairsOf(args, map, nameOf) : [];
    if (pairs.length === 0 && names === undefined) args.lose(map);
    const keep =
      pairs.length > 0
        ? pairs.map(([name]) => name)
        : (names ?? []).map((name) => termOf(name, nameOf));
    return { keep, pairs };
  }
  const kept = patterns(args, ['keep'], nameOf);
  const first = [...patterns(args, ['order'], nameOf), ...regressorsFirst(args, nameOf)];
  if (first.length === 0) return { keep: kept, pairs: [] };
  const isDropped = /^True$/.test(args.get('drop_omitted') ?? '');
  const rest = kept.length === 0 && !isDropped ? ['/./'] : kept;
  return { keep: [...first, ...rest.filter((one) => !first.includes(one))], pairs: [] };
}

/** `regressor_order = ["x", "z"]` of statsmodels. */
function regressorsFirst(args: TableArguments, nameOf: NameOf): string[] {
  const value = args.get('regressor_order');
  const names = value === undefined ? [] : textsIn(value.replace(/^\(([^]*)\)$/, 'c($1)'));
  if (names === undefined) args.lose('regressor_order');
  return (names ?? []).map((one) => termOf(one, nameOf));
}

/** `c("x" = "Label")` as pairs; named if it is another expression. */
function pairsOf(args: TableArguments, name: string, nameOf: NameOf): Pairs {
  const value = args.get(name);
  const isUsual = name === 'dict' && value === 'TRUE';
  if (value === undefined || isNone(value) || isUsual) return [];
  const inside = /^(?:c|list)\s*\(([^]*)\)$/.exec(value)?.[1] ?? /^\{([^]*)\}$/.exec(value)?.[1];
  const parts = inside === undefined ? [undefined] : partsOf(inside, ',');
  const pairs = parts.map((part) =>
    /^(?:["'`]([^"'`]+)["'`]|([\w.]+))\s*[=:]\s*(["'][^]*["'])$/.exec(part ?? ''),
  );
  if (pairs.includes(null)) args.lose(name);
  return pairs.flatMap((pair) => {
    const label = listedValues(pair?.[3] ?? '')?.[0];
    const of = pair?.[1] ?? pair?.[2];
    return of === undefined || label === undefined
      ? []
      : [[termOf(of, nameOf), label.replace(/^["']|["']$/g, '')] as const];
  });
}
