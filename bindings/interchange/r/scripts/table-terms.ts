/** Arguments of tables of R that name coefficients. */
import { partsOf } from '../../static/multiple.js';
import type { TableKeys } from '../../study/table.js';
import { listedValues } from './texts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** The texts of `c("a", "b")`; none for other expressions. */
export function textsIn(value: string | undefined): string[] {
  return (
    (value === undefined ? undefined : listedValues(value))?.map((one) =>
      one.replace(/^["']|["']$/g, ''),
    ) ?? []
  );
}

/** A regular expression of R for names of coefficients as a pattern of a study. */
function patternOf(text: string): string[] {
  return text.split('|').map((one) => {
    const part = one.replace(/\\\\/g, '\\');
    if (/Intercept|Constant|^const$/.test(part)) return '_cons';
    if (/^\^?(?:as\.)?factor\\?\(?$/.test(part)) return '/=/';
    const factor =
      /^[\^]?(?:(?:as\.)?factor|C|i)\\?\(([\w.]+)\\?\)/.exec(part)?.[1] ??
      /^[\^]?([\w.]+)::/.exec(part)?.[1];
    return factor === undefined ? `/${part.replace(/\//g, '.')}/` : `/^${factor}=/`;
  });
}

function termOf(name: string): string {
  if (/^\(?Intercept\)?$|^const$/.test(name)) return '_cons';
  return name
    .replace(/^I\((.*)\)$/, '$1')
    .replace(/^fit_/, '')
    .replace(/^(?:as\.)?factor\((\w+)\)(.+)$/, '$1=$2')
    .replace(/^(\w+)::(.+)$/, '$1=$2');
}

/** The terms that a table shows, and their labels. */
export function termsOf(
  options: ReadonlyMap<string, string>,
  { lacking }: { readonly lacking: Told[] },
): Pick<TableKeys, 'keep' | 'drop' | 'labels'> {
  const map = ['coef_map', 'custom.coef.map']
    .map((key) => options.get(key))
    .find((one) => one !== undefined);
  const pairs = pairsIn(map);
  const renames = pairsIn(options.get('coef_rename') ?? options.get('dict'));
  if (options.has('covariate.labels') || options.has('custom.coef.names')) {
    lacking.push(note('labels-by-position'));
  }
  const omitted = ['coef_omit', 'omit.coef', 'omit', 'drop'].flatMap((key) =>
    textsIn(options.get(key)).flatMap(patternOf),
  );
  const kept = textsIn(options.get('keep')).flatMap(patternOf);
  const keep =
    map === undefined
      ? kept
      : pairs.length > 0
        ? pairs.map(([name]) => name)
        : textsIn(map).map(termOf);
  const labels = Object.fromEntries([...renames, ...pairs]);
  return {
    ...(keep.length === 0 ? {} : { keep }),
    ...(omitted.length === 0 ? {} : { drop: [...new Set(omitted)] }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
}

/** `c("x" = "Label")` as pairs. */
function pairsIn(text: string | undefined): [string, string][] {
  const inside = /^(?:c|list)\s*\(([^]*)\)$/.exec(text?.trim() ?? '')?.[1];
  if (inside === undefined) return [];
  return partsOf(inside, ',').flatMap((part) => {
    const [, name, label] = /^["'`]?([^"'`=]+?)["'`]?\s*=\s*["']([^]*)["']$/.exec(part) ?? [];
    return name === undefined ? [] : [[termOf(name), label!] as [string, string]];
  });
}
