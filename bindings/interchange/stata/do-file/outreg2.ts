/** `outreg2` as tables of a study. */
import type { ModelsTable, TableKeys } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { labelsOf, lackingOf, notesOf, type Site, termsOf, titleOf } from './table-options.js';
import { tableStatistic } from '../../../words/errors/interchange/tables.js';

/** outreg2 has errors in parentheses and stars at 1, 5 and 10 percent. */
export function outregKeys(site: Site): TableKeys {
  const { options, nameOf } = site;
  const digits = (name: string) => {
    const text = options.get(name) ?? options.get('dec');
    return text === undefined ? 3 : Number(text);
  };
  const below = options.has('tstat')
    ? ['t']
    : options.has('pvalue')
      ? ['p']
      : options.has('ci')
        ? ['interval']
        : ['stdError'];
  const texts = (options.get('addtext') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/"/g, ''));
  const rows = texts.flatMap((label, i) =>
    i % 2 === 0 && label !== ''
      ? [[label, site.models.map(() => texts[i + 1] ?? '')] as const]
      : [],
  );
  const stats = (options.get('addstat') ?? '').split(',').flatMap((one) => {
    const [, name] = /e\((\w+)\)/.exec(one) ?? [];
    const path = name === undefined ? undefined : statisticOf(name);
    if (name !== undefined && path === undefined) site.lacking.push(tableStatistic({ name }));
    return path === undefined ? [] : [path];
  });
  const head = (options.get('ctitle') ?? '').replace(/["()]/g, '').split(',')[0]!.trim();
  lackingOf(
    site,
    /^(?:keep|drop|ctitle|addtext|addstat|tstat|pvalue|ci|se|alpha|symbol|addnote|aster|coefastr)$/,
  );
  return {
    ...titleOf(options),
    ...(head === '' ? {} : { columns: site.models.map(() => head) }),
    ...termsOf(site, nameOf),
    ...labelsOf(site),
    digits: { estimate: digits('bdec'), error: digits('sdec'), stats: digits('rdec') },
    below,
    stars: options.has('noaster') ? false : { '***': 0.01, '**': 0.05, '*': 0.1 },
    ...(rows.length === 0 ? {} : { rows: Object.fromEntries(rows) }),
    stats: ['nobs', 'rsquared', ...stats],
    ...notesOf(options),
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
    },
  };
}
