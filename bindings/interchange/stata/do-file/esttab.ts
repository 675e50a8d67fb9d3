/** `esttab`, `estout`, `etable` and `estimates table` as tables of a study. */
import { type Digits, type ModelsTable, modelsLacking, type TableKeys } from '../../study/table.js';
import { modelsNamed } from './stored.js';
import { outregKeys } from './outreg2.js';
import {
  labelsOf,
  lackingOf,
  levelOf,
  losing,
  notesOf,
  type Printed,
  type Site,
  termsOf,
  titleOf,
} from './table-options.js';
import { optionMap, partsOf, quotedWords, repeated, wordsOf } from './parts.js';
import { decimals, statKeys } from './table-stats.js';
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
  const all = (name: string) => repeated(options, name);
  const site: Site = { ...printed, models, options: given, all, lacking: modelsLacking(models) };
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

type Command = 'esttab' | 'estout' | 'etable' | 'table';

function esttabKeys(site: Site, text: string): TableKeys {
  const { options, nameOf } = site;
  const command: Command = /table$/.test(text) && text !== 'etable' ? 'table' : (text as Command);
  const cells = options.get('cells') ?? options.get('c') ?? cellsOfEtable(site);
  const { stats, rows, labels: ofStats, digits: ofRows } = statKeys(site, command === 'esttab');
  lackingOf(
    site,
    /^(?:b|se|t|p|ci|star|stars|nostar|starlevels|cells|c|cstat|keep|drop|order|indicate|mtitles?|mlabels|mgroups|scalars|stats?|mstat|s|sfmt|r2|ar2|aic|bic|coeflabels?|varlabels?|title|addnotes?|note|notes|bootstrap|level)$/,
  );
  const labels = { ...labelsOf(site).labels, ...ofStats };
  return {
    ...titleOf(options),
    ...columnsOf(site),
    ...termsOf(site, nameOf),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    digits: {
      ...digitsOf(options, cells),
      ...(Object.keys(ofRows).length > 0 && { rows: ofRows }),
    },
    below: cells === undefined ? belowOf(site, command) : belowOfCells(cells, site),
    ...levelOf(site),
    stars: starsOf(site, command, cells),
    ...(rows === undefined ? {} : { rows }),
    stats: stats!,
    ...notesOf(options),
  };
}

/** Levels of stars; cells have them only where `star` is among them. */
function starsOf(site: Site, command: Command, cells: string | undefined): TableKeys['stars'] {
  const { options } = site;
  const hasOption = ['star', 'stars', 'showstars'].some((name) => options.has(name));
  const isCell = options.has('cells') || options.has('c');
  const isStarred = isCell ? /\bstar\b/.test(cells ?? '') : command === 'esttab' || hasOption;
  if (options.has('nostar') || !isStarred) return false;
  const name = ['stars', 'star', 'starlevels'].find((one) => (options.get(one) ?? '') !== '');
  const levels = name === undefined ? undefined : levelsOf(options.get(name)!);
  if (name !== undefined && levels === undefined) losing(site, name);
  if (command === 'etable') return levels ?? { '**': 0.01, '*': 0.05 };
  return levels ?? { '***': 0.001, '**': 0.01, '*': 0.05 };
}

/** `cstat(_r_b) cstat(_r_se, nformat(%5.2f))` of etable as cells of esttab. */
function cellsOfEtable({ all }: Site): string | undefined {
  const texts = all('cstat');
  if (texts.length === 0) return undefined;
  return texts
    .map((text) => {
      const [, name = '', rest = ''] = /^_r_(\w+?)(?:_abs)?\s*(?:,([^]*))?$/.exec(text) ?? [];
      const format = optionMap(rest).get('nformat');
      return format === undefined ? name || text : `${name}(fmt(${format}))`;
    })
    .join(' ');
}

/** `mtitles("A" "B")` and `mgroups("One" "Two", pattern(1 0 1))`. */
function columnsOf(site: Site): Pick<TableKeys, 'columns' | 'spans'> {
  const { options, models } = site;
  const count = models.length;
  const name = ['mtitles', 'mtitle', 'mlabels'].find((one) => options.has(one));
  const text = (name === undefined ? '' : options.get(name)!).replace(/,[^"]*$/, '');
  const titles = text === 'none' ? [] : quotedWords(text);
  const columns =
    titles.length === 0
      ? {}
      : { columns: Array.from({ length: count }, (_, i) => titles[i] ?? `(${i + 1})`) };
  const [, groups = '', rest = ''] =
    /^([^,]*)(?:,([^]*))?$/.exec(options.get('mgroups') ?? '') ?? [];
  const starts = wordsOf(optionMap(rest).get('pattern')).map(Number);
  const from = starts.flatMap((flag, i) => (flag === 1 ? [i] : []));
  const heads = quotedWords(groups);
  if (heads.length > from.length) losing(site, 'mgroups');
  const spans = heads.flatMap((head, g) => {
    const first = from[g];
    if (first === undefined) return [];
    const end = Math.min(from[g + 1] ?? count, count);
    return [
      { head, over: Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i + 1) },
    ];
  });
  return { ...columns, ...(spans.length === 0 ? {} : { spans }) };
}

function digitsOf(options: ReadonlyMap<string, string>, cells: string | undefined) {
  const inCells = (name: string) =>
    new RegExp(`\\b${name}\\s*\\([^)]*fmt\\(([^)]*)\\)`).exec(cells ?? '')?.[1];
  const estimate: Digits = decimals(options.get('b') ?? inCells('b')) ?? 3;
  const error = ['se', 't', 'z', 'p', 'ci']
    .map((one) => decimals(options.get(one) ?? inCells(one)))
    .find((one) => one !== undefined);
  return { estimate, error: error ?? (options.get('b') === undefined ? 3 : estimate), stats: 3 };
}

/** esttab prints t and etable errors unless an option names another line; the others print estimates alone. */
function belowOf({ options }: Site, command: Command): string[] {
  if (options.has('se')) return ['stdError'];
  if (options.has('p')) return ['p'];
  if (options.has('ci')) return ['interval'];
  if (options.has('t') || command === 'esttab') return ['t'];
  return command === 'etable' ? ['stdError'] : [];
}

const lines: Readonly<Record<string, string>> = {
  se: 'stdError',
  t: 't',
  z: 'z',
  p: 'p',
  ci: 'interval',
};

/** The lines of `cells(b(star fmt(3)) se(par) p)` in their order; others are named. */
function belowOfCells(cells: string, site: Site): string[] {
  const names = [...optionMap(cells.replace(/[&"']/g, ' ')).keys()];
  if (names[0] !== 'b' || names.some((name) => name !== 'b' && lines[name] === undefined)) {
    const option = ['cells', 'c', 'cstat'].find((one) => site.options.has(one))!;
    losing(site, option);
  }
  return names.flatMap((name) => lines[name] ?? []);
}

/** `star(* 0.10 ** 0.05 *** 0.01)` and `stars(.1 "*" .05 "**", attach(_r_b))`. */
function levelsOf(text: string): Record<string, number> | undefined {
  const words = wordsOf(text.replace(/,[^]*$/, '').replace(/["']/g, ''));
  const isLevel = (word: string) => Number(word) > 0 && Number(word) < 1;
  const pairs = words.flatMap((word, i) => {
    const other = words[i ^ 1];
    return i % 2 > 0 || other === undefined ? [] : [isLevel(word) ? [other, word] : [word, other]];
  });
  const isWhole = pairs.length > 0 && pairs.length * 2 === words.length;
  if (!isWhole || !pairs.every(([word, level]) => isLevel(level!) && !isLevel(word!)))
    return undefined;
  const levels = pairs.map(([word, level]) => [word!, Number(level)] as const);
  return Object.fromEntries(levels.sort((a, b) => a[1] - b[1]));
}
