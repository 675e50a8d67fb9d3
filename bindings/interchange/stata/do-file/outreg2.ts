/** `outreg2` as tables of a study. */
import type { ModelsTable, TableKeys } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { quotedWords } from './parts.js';
import {
  labelsOf,
  lackingOf,
  levelOf,
  losing,
  notesOf,
  type Site,
  termsOf,
  titleOf,
} from './table-options.js';
import { tableStatistic } from '../../../words/errors/interchange/tables.js';

/** outreg2 has errors in parentheses and stars at 1, 5 and 10 percent. */
export function outregKeys(site: Site): TableKeys {
  const { options, nameOf } = site;
  const { below, dec } = lineBelow(options);
  const digits = (name: string) => {
    const text = options.get(name) ?? options.get('dec');
    const number = Number(text ?? 3);
    if (text === undefined || Number.isInteger(number)) return number;
    losing(site, options.has(name) ? name : 'dec');
    return 3;
  };
  const head = quotedWords((options.get('ctitle') ?? '').replace(/[(),]/g, ' ')).join(' ');
  const { stats, rows, labels: ofStats } = statsOf(site);
  const labels = { ...labelsOf(site).labels, ...ofStats };
  lackingOf(
    site,
    /^(?:keep|drop|sortvar|ctitle|addtext|addstat|tstat|pvalue|ci|se|alpha|symbol|addnote|noaster|coefastr|dec|bdec|sdec|tdec|pdec|cdec|rdec|nor2|adjr2|noobs|noni|see|onecol|text|slow|notitle|cttop|level)$/,
  );
  return {
    ...titleOf(options),
    ...(head === '' ? {} : { columns: site.models.map(() => head) }),
    ...termsOf(site, nameOf),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    digits: { estimate: digits('bdec'), error: digits(dec), stats: digits('rdec') },
    below: [below],
    ...levelOf(site),
    stars: options.has('noaster') ? false : starsOf(site),
    ...(Object.keys(rows).length === 0 ? {} : { rows }),
    stats,
    ...notesOf(options),
  };
}

function lineBelow(options: ReadonlyMap<string, string>) {
  if (options.has('tstat')) return { below: 't', dec: 'tdec' };
  if (options.has('pvalue')) return { below: 'p', dec: 'pdec' };
  return options.has('ci')
    ? { below: 'interval', dec: 'cdec' }
    : { below: 'stdError', dec: 'sdec' };
}

/** `alpha(0.001, 0.01, 0.05) symbol(***, **, *)`. */
function starsOf(site: Site): TableKeys['stars'] {
  const listed = (name: string) =>
    site.options
      .get(name)
      ?.split(',')
      .map((one) => one.trim().replace(/"/g, ''));
  const levels = (listed('alpha') ?? ['0.01', '0.05', '0.1']).map(Number);
  const words = listed('symbol') ?? ['***', '**', '*'];
  const isWhole = levels.every((level) => level > 0 && level < 1) && words.length >= levels.length;
  for (const name of ['alpha', 'symbol'])
    if (!isWhole && site.options.has(name)) losing(site, name);
  if (!isWhole) return { '***': 0.01, '**': 0.05, '*': 0.1 };
  const pairs = levels.map((level, i) => [words[i]!, level] as const);
  return Object.fromEntries(pairs.sort((a, b) => a[1] - b[1]));
}

/** The statistics, with those of `addstat(Label, e(r2_a))`, and the rows of `addtext(FE, Yes)`. */
function statsOf(site: Site) {
  const { options, models, lacking } = site;
  const pairsOf = (name: string) => {
    const texts = (options.get(name) ?? '')
      .split(/,(?![^(]*\))/)
      .map((one) => one.trim().replace(/"/g, ''));
    return texts.flatMap((label, i) =>
      i % 2 === 0 && label !== '' ? [[label, texts[i + 1] ?? ''] as const] : [],
    );
  };
  const added = pairsOf('addstat').map(([label, value]) => {
    const name = /^e\((\w+)\)$/.exec(value)?.[1];
    return { label, value, path: name === undefined ? undefined : statisticOf(name) };
  });
  for (const { path, value, label } of added) {
    const isNumber = /^-?[\d.]+$/.test(value);
    if (path === undefined && !isNumber)
      lacking.push(tableStatistic({ name: /^e\((\w+)\)$/.exec(value)?.[1] ?? label }));
  }
  const texts = [
    ...pairsOf('addtext'),
    ...added.flatMap(({ label, value }) =>
      /^-?[\d.]+$/.test(value) ? [[label, value] as const] : [],
    ),
  ];
  const known = added.flatMap(({ path, label }) =>
    path === undefined ? [] : [[path, label] as const],
  );
  const usual = [
    ...(options.has('noobs') ? [] : ['nobs']),
    ...(options.has('nor2') ? [] : ['rsquared']),
    ...(options.has('adjr2') ? ['rsquaredAdj'] : []),
  ];
  return {
    stats: [...usual, ...known.map(([path]) => path)],
    labels: Object.fromEntries(known),
    rows: Object.fromEntries(texts.map(([label, cell]) => [label, models.map(() => cell)])),
  };
}

/** A table that `outreg2` appends to: the columns of both. */
export function appended(before: ModelsTable, next: ModelsTable): ModelsTable {
  const [a, b] = [before.models.length, next.models.length];
  const heads = (table: ModelsTable, from: number) =>
    table.keys.columns ?? table.models.map((_, i) => `(${from + i + 1})`);
  const labels = [...new Set([before, next].flatMap(({ keys }) => Object.keys(keys.rows ?? {})))];
  const cells = (table: ModelsTable, label: string) =>
    (table.keys.rows?.[label] as readonly string[] | undefined) ?? table.models.map(() => '');
  const rows = Object.fromEntries(
    labels.map((label) => [label, [...cells(before, label), ...cells(next, label)]]),
  );
  const named = before.keys.columns !== undefined || next.keys.columns !== undefined;
  return {
    ...before,
    models: [...before.models, ...next.models],
    keys: {
      ...before.keys,
      ...(named ? { columns: [...heads(before, 0), ...heads(next, a)].slice(0, a + b) } : {}),
      ...(labels.length === 0 ? {} : { rows }),
      stats: [...new Set([...(before.keys.stats ?? []), ...(next.keys.stats ?? [])])],
      ...labelsOfBoth(before.keys, next.keys),
    },
  };
}

function labelsOfBoth({ labels: one }: TableKeys, { labels: other }: TableKeys) {
  const labels = { ...one, ...other };
  return Object.keys(labels).length === 0 ? {} : { labels };
}
