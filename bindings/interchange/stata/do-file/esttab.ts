/** `esttab` and `estout`, `outreg2`, `etable` and `estimates table` as tables of a study. */
import { type Digits, type ModelsTable, modelsLacking, type TableKeys } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { outregKeys } from './outreg2.js';
import { modelsNamed } from './stored.js';
import {
  labelsOf,
  lackingOf,
  notesOf,
  type Printed,
  type Site,
  termsOf,
  titleOf,
} from './table-options.js';
import { optionMap, partsOf, quotedWords, wordsOf } from './parts.js';
import { tableStatistic } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';

/** A table, and sentences on what it lacks. */
export interface PrintedTable {
  readonly table: ModelsTable;
  readonly lacking: readonly Told[];
}

const heads = /^(esttab|estout|outreg2|outreg|etable|est(?:imates)?\s+table)\b\s*/;

/** The table that a statement prints; undefined for another statement, and for names that are not stored. */
export function printedTable(text: string, printed: Printed): PrintedTable | undefined {
  const [whole, command] = heads.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const { body, options } = partsOf(text.slice(whole.length));
  const [, list = '', file] = /^([^]*?)(?:\busing\s+("[^"]*"|\S+))?\s*$/.exec(body) ?? [];
  const given = optionMap(options);
  const names = wordsOf(given.get('estimates') ?? list.replace(/[[\]]/g, ' '));
  const models = modelsOf(
    names,
    command!.startsWith('outreg')
      ? { ...printed, listed: [] }
      : { ...printed, listed: printed.stored.listed },
  );
  if (models === undefined) return undefined;
  const path = file?.replace(/"/g, '');
  const format = formatOf(path, given);
  const site: Site = { ...printed, models, options: given, lacking: modelsLacking(models) };
  const keys = command!.startsWith('outreg') ? outregKeys(site) : esttabKeys(site, command!);
  return { table: { line: printed.line, models, keys, format }, lacking: site.lacking };
}

/** The models of names, or those that eststo listed, or the last one, which alone outreg2 takes. */
function modelsOf(
  names: readonly string[],
  { stored, listed }: Printed & { readonly listed: readonly string[] },
): number[] | undefined {
  if (names.length > 0) return modelsNamed(names, stored);
  if (listed.length > 0) return modelsNamed(listed, stored);
  return stored.last === undefined ? undefined : [stored.last];
}

function formatOf(
  path: string | undefined,
  options: ReadonlyMap<string, string>,
): string | undefined {
  if (path === undefined) return undefined;
  const word = ['tex', 'rtf', 'csv', 'html', 'md', 'word', 'excel'].find((one) => options.has(one));
  if (word !== undefined) return { word: 'docx', excel: 'xlsx' }[word] ?? word;
  return /\.(\w+)$/.exec(path)?.[1];
}

function esttabKeys(site: Site, command: string): TableKeys {
  const { options, nameOf } = site;
  const cells = options.get('cells') ?? options.get('c');
  const isEsttab = command === 'esttab';
  const starred =
    isEsttab || options.has('showstars') || options.has('star') || /star/.test(cells ?? '');
  const below = cells === undefined ? belowOf(site, isEsttab) : belowOfCells(cells);
  const usual = isEsttab
    ? { '***': 0.001, '**': 0.01, '*': 0.05 }
    : { '***': 0.01, '**': 0.05, '*': 0.1 };
  const levels = options.get('star') ?? options.get('starlevels') ?? '';
  lackingOf(
    site,
    /^(?:b|se|t|p|ci|star|nostar|starlevels|cells|c|keep|drop|order|indicate|mtitles?|mgroups|scalars|stats?|mstat|s|r2|ar2|aic|bic|coeflabels?|varlabels?|title|addnotes?|note|notes|bootstrap)$/,
  );
  return {
    ...titleOf(options),
    ...columnsOf(options, site.models.length),
    ...termsOf(site, nameOf),
    ...labelsOf(site),
    digits: digitsOf(options, cells),
    below,
    stars: options.has('nostar') || !starred ? false : (levelsOf(levels) ?? usual),
    ...rowsOf(site),
    stats: statsOf(site, isEsttab),
    ...notesOf(options),
  };
}

/** `mtitles("A" "B")` and `mgroups("One" "Two", pattern(1 0 1))`. */
function columnsOf(
  options: ReadonlyMap<string, string>,
  count: number,
): Pick<TableKeys, 'columns' | 'spans'> {
  const titles = quotedWords(
    (options.get('mtitles') ?? options.get('mtitle') ?? '').replace(/,[^"]*$/, ''),
  );
  const columns =
    titles.length === 0
      ? {}
      : { columns: Array.from({ length: count }, (_, i) => titles[i] ?? `(${i + 1})`) };
  const [, groups = '', rest = ''] =
    /^([^,]*)(?:,([^]*))?$/.exec(options.get('mgroups') ?? '') ?? [];
  const starts = wordsOf(optionMap(rest).get('pattern')).map(Number);
  const from = starts.flatMap((flag, i) => (flag === 1 ? [i] : []));
  const spans = quotedWords(groups).flatMap((head, g) => {
    const first = from[g];
    if (first === undefined) return [];
    const end = Math.min(from[g + 1] ?? count, count);
    return [
      { head, over: Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i + 1) },
    ];
  });
  return { ...columns, ...(spans.length === 0 ? {} : { spans }) };
}

function decimals(format: string | undefined): Digits | undefined {
  const [, fixed] = /%?\d*\.?(\d+)f?c?\s*$/.exec(format ?? '') ?? [];
  const [, adaptive] = /^a(\d+)$/.exec(format ?? '') ?? [];
  if (adaptive !== undefined) return { significant: Number(adaptive) };
  return fixed === undefined ? undefined : Number(fixed);
}

function digitsOf(
  options: ReadonlyMap<string, string>,
  cells: string | undefined,
): TableKeys['digits'] {
  const inCells = (name: string) =>
    new RegExp(`\\b${name}\\s*\\([^)]*fmt\\(([^)]*)\\)`).exec(cells ?? '')?.[1];
  const estimate = decimals(options.get('b') ?? inCells('b')) ?? 3;
  const error = ['se', 't', 'p', 'ci']
    .map((one) => decimals(options.get(one) ?? inCells(one)))
    .find((one) => one !== undefined);
  return { estimate, error: error ?? (options.get('b') === undefined ? 3 : estimate), stats: 3 };
}

/** esttab prints t unless an option names another line. */
function belowOf({ options }: Site, isEsttab: boolean): string[] {
  if (options.has('se')) return ['stdError'];
  if (options.has('p')) return ['p'];
  if (options.has('ci')) return ['interval'];
  return options.has('t') || isEsttab ? ['t'] : ['stdError'];
}

function belowOfCells(cells: string): string[] {
  const kinds = { se: 'stdError', t: 't', z: 'z', p: 'p', ci: 'interval' } as const;
  return Object.entries(kinds).flatMap(([word, kind]) =>
    new RegExp(`\\b${word}\\b`).test(cells) ? [kind] : [],
  );
}

/** `star(* 0.10 ** 0.05 *** 0.01)`. */
function levelsOf(text: string): Record<string, number> | undefined {
  const words = wordsOf(text.replace(/["']/g, ''));
  const pairs = words.flatMap((word, i) =>
    /^\D+$/.test(word) && words[i + 1] !== undefined ? [[word, Number(words[i + 1])] as const] : [],
  );
  const known = pairs.filter(([, level]) => level > 0 && level <= 0.2);
  return known.length === 0 ? undefined : Object.fromEntries(known.sort((a, b) => a[1] - b[1]));
}

/** Rows that `estadd local` gave and `scalars()` or `stats()` name. */
function rowsOf(site: Site): Pick<TableKeys, 'rows'> {
  const { stored, models } = site;
  const rows = namedStats(site).flatMap(({ name, label }) => {
    const cells = models.map((model) => stored.added.get(model)?.[name] ?? '');
    return cells.every((cell) => cell === '') ? [] : [[label ?? name, cells] as const];
  });
  return rows.length === 0 ? {} : { rows: Object.fromEntries(rows) };
}

interface NamedStat {
  readonly name: string;
  readonly label?: string | undefined;
}

/** `scalars("r2 R-squared" N_g)` and `stats(N r2, labels("Obs." "R2"))`. */
function namedStats({ options }: Pick<Site, 'options'>): NamedStat[] {
  const scalars = quotedWords(options.get('scalars') ?? options.get('s') ?? '').map((text) => {
    const [name = '', ...label] = text.split(/\s+/);
    return { name, ...(label.length === 0 ? {} : { label: label.join(' ') }) };
  });
  const [, listed = '', rest = ''] =
    /^([^,]*)(?:,([^]*))?$/.exec(
      options.get('stats') ?? options.get('stat') ?? options.get('mstat') ?? '',
    ) ?? [];
  const labels = quotedWords(
    (optionMap(rest).get('labels') ?? optionMap(rest).get('label') ?? '').replace(/,[^"]*$/, ''),
  );
  return [...scalars, ...wordsOf(listed).map((name, i) => ({ name, label: labels[i] }))];
}

function statsOf(site: Site, isEsttab: boolean): string[] {
  const { options, lacking, stored, models } = site;
  const named = namedStats(site).flatMap(({ name }) => {
    if (models.some((model) => stored.added.get(model)?.[name] !== undefined)) return [];
    const path = statisticOf(name);
    if (path === undefined) lacking.push(tableStatistic({ name }));
    return path === undefined ? [] : [path];
  });
  const words = ['r2', 'ar2', 'aic', 'bic']
    .filter((word) => options.has(word))
    .map((word) => statisticOf(word)!);
  const counts = options.has('noobs') || options.has('stats') ? [] : ['nobs'];
  const all = isEsttab || named.length === 0 ? [...counts, ...words, ...named] : named;
  return [...new Set(all)];
}
