/** Rows of statistics of `esttab`, `estout`, `etable` and `estimates table`. */
import type { Digits, TableKeys } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { optionMap, quotedWords, wordsOf } from './parts.js';
import { losing, type Site } from './table-options.js';
import { tableStatistic } from '../../../words/errors/interchange/tables.js';

interface NamedStat {
  readonly name: string;
  readonly label?: string | undefined;
  readonly digits?: Digits | undefined;
}

/** `%9.3f`, `3` and `a3` as digits; undefined for other formats. */
export function decimals(format: string | undefined): Digits | undefined {
  const [, fixed] = /^%?\d*\.?(\d+)f?c?$/.exec(format?.trim() ?? '') ?? [];
  const [, adaptive] = /^a(\d+)$/.exec(format?.trim() ?? '') ?? [];
  if (adaptive !== undefined) return { significant: Number(adaptive) };
  return fixed === undefined ? undefined : Number(fixed);
}

const formats = ['fmt', 'labels', 'label', 'layout', 'star', 'nformat'];

/** `scalars("r2 R-squared" N_g)`, `stats(N r2, labels("Obs." "R2") fmt(0 3))` and `mstat(N, label(Obs.))`. */
function namedStats(site: Site): NamedStat[] {
  const { options } = site;
  const format = options.get('sfmt');
  const ofScalars = wordsOf(format).map(decimals);
  if (format !== undefined && ofScalars.includes(undefined)) losing(site, 'sfmt');
  const scalars = quotedWords(options.get('scalars') ?? options.get('s') ?? '').map((text, i) => {
    const [name = '', ...label] = text.split(/\s+/);
    const digits = ofScalars[i] ?? ofScalars.at(-1);
    return { name, digits, ...(label.length === 0 ? {} : { label: label.join(' ') }) };
  });
  const listed = ['stats', 'stat', 'mstat'].flatMap((option) =>
    site.all(option).flatMap((text) => listedStats(text, option, site)),
  );
  const words = ['r2', 'ar2', 'aic', 'bic'].flatMap((name) => {
    const digits = decimals(options.get(name));
    if (!options.has(name)) return [];
    if (options.get(name) !== '' && digits === undefined) losing(site, name);
    return [{ name, digits }];
  });
  return [...words, ...scalars, ...listed];
}

function listedStats(text: string, option: string, site: Site): NamedStat[] {
  const [, names = '', rest = ''] = /^([^,]*)(?:,([^]*))?$/.exec(text) ?? [];
  const given = optionMap(rest);
  const labels = quotedWords(
    (given.get('labels') ?? given.get('label') ?? '').replace(/,[^"]*$/, ''),
  );
  const format = given.get('fmt') ?? given.get('nformat');
  const digits = wordsOf(format).map(decimals);
  const isKnown = [...given.keys()].every((name) => formats.includes(name));
  const listed = wordsOf(names);
  const isRead = digits.every((one, i) => one !== undefined || isCount(listed[i], site));
  if (!isKnown || !isRead || given.has('layout')) losing(site, option);
  return listed.map((name, i) => ({
    name,
    label: labels[i],
    digits: digits[i] ?? digits.at(-1),
  }));
}

/** True for a number of rows, and for a text of `estadd local`, which have no decimals. */
function isCount(name: string | undefined, { stored, models }: Site): boolean {
  return name === 'N' || models.some((model) => stored.added.get(model)?.[name!] !== undefined);
}

interface StatKeys extends Pick<TableKeys, 'stats' | 'rows'> {
  readonly labels: Readonly<Record<string, string>>;
  readonly digits: Readonly<Record<string, Digits>>;
}

/** The statistics that a table names, with their words and digits, and the rows that `estadd local` gave. */
export function statKeys(site: Site, isEsttab: boolean): StatKeys {
  const { options, lacking, stored, models } = site;
  const rows: (readonly [string, string[]])[] = [];
  const named = namedStats(site).flatMap(({ name, label, digits }) => {
    const cells = models.map((model) => stored.added.get(model)?.[name] ?? '');
    if (cells.some((cell) => cell !== '')) {
      rows.push([label ?? name, cells]);
      return [];
    }
    const path = statisticOf(name);
    if (path === undefined) lacking.push(tableStatistic({ name }));
    return path === undefined ? [] : [{ path, label, digits }];
  });
  const counts = options.has('noobs') || options.has('stats') ? [] : ['nobs'];
  const paths = named.map(({ path }) => path);
  return {
    stats: [...new Set(isEsttab || named.length === 0 ? [...counts, ...paths] : paths)],
    ...(rows.length === 0 ? {} : { rows: Object.fromEntries(rows) }),
    labels: Object.fromEntries(
      named.flatMap(({ path, label }) => (label === undefined ? [] : [[path, label]])),
    ),
    digits: Object.fromEntries(
      named.flatMap(({ path, digits }) =>
        digits === undefined || path === 'nobs' ? [] : [[path, digits]],
      ),
    ),
  };
}
