/** What a referee would object to in a table. */
import type { FitResult } from '../../results/fit.js';
import type { Warning } from '../../results/common.js';
import { readable } from '../../results/read.js';
import { checkedFits, checkTable } from './checked.js';
import { starsFor } from './settings.js';
import { checkSpec, type TableSpec } from './spec.js';
import type { PaperTable } from './table.js';

/** Columns that fit a page, by style. */
const mostColumns: Readonly<Record<string, number>> = {
  aer: 9,
  qje: 9,
  'three-line': 8,
  plain: 10,
};

type Check = (table: PaperTable, fits: readonly FitResult[], spec: TableSpec) => readonly Warning[];

const checks: readonly Check[] = [
  tooManyColumns,
  noLegend,
  unnamedErrors,
  differentSamples,
  lostStars,
];

/**
 * Findings on a table of `fits` made with `spec`: too many columns, stars without a legend, errors of an unnamed kind,
 * samples that differ, stars that a bootstrap would take away.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function lintTable(
  table: PaperTable,
  fits: readonly FitResult[],
  spec: TableSpec = {},
): readonly Warning[] {
  checkSpec(spec);
  checkTable(table);
  const checked = checkedFits(fits);
  return readable(() => checks.flatMap((check) => check(table, checked, spec)));
}

function tooManyColumns({ head }: PaperTable, _: unknown, { style = 'plain' }: TableSpec) {
  const columns = head[0]!.length - 1;
  const most = mostColumns[style]!;
  if (columns <= most) return [];
  const message = `${columns} columns do not fit a page in the style ${style}, which has room for ${most}; split the table`;
  return [{ code: 'table-too-wide', message }];
}

function noLegend({ body, notes, stars }: PaperTable): Warning[] {
  const printed = new Set(body.flatMap(({ cells }) => cells.map((cell) => cell.stars ?? '')));
  const missing = [...printed].filter(
    (mark) => mark !== '' && !notes.some((note) => note.includes(`${mark} p < ${stars[mark]}`)),
  );
  if (missing.length === 0) return [];
  const message = `the notes do not say what ${missing.join(', ')} mean; add auto to notes`;
  return [{ code: 'stars-without-legend', message }];
}

function unnamedErrors(_: PaperTable, __: unknown, { notes = ['auto'] }: TableSpec): Warning[] {
  if (notes.includes('auto') || notes.some((note) => /standard error|标准误/i.test(note)))
    return [];
  const message = 'the notes do not name the kind of standard errors; add auto to notes';
  return [{ code: 'errors-unnamed', message }];
}

/** Models of one dependent variable whose terms nest are compared on one sample. */
function differentSamples(_: PaperTable, fits: readonly FitResult[]): Warning[] {
  const nested = fits.flatMap((large, j) =>
    fits.flatMap((small, i) => (i < j && nests(small, large) ? [[i, j] as const] : [])),
  );
  return nested.flatMap(([i, j]) => {
    const [small, large] = [fits[i]!, fits[j]!];
    if (small.nobs === large.nobs) return [];
    const message = `columns (${i + 1}) and (${j + 1}) nest, but have ${small.nobs} and ${large.nobs} observations; estimate both on the rows of the smaller sample`;
    return [{ code: 'samples-differ', message }];
  });
}

function nests(small: FitResult, large: FitResult): boolean {
  const [inner, outer] = [Object.keys(small.params), new Set(Object.keys(large.params))];
  const sameModel = small.depvar === large.depvar && small.estimator === large.estimator;
  return sameModel && inner.length <= outer.size && inner.every((name) => outer.has(name));
}

function lostStars({ stars }: PaperTable, fits: readonly FitResult[]): Warning[] {
  return fits.flatMap(({ bootstrap, params, pValues }, j) => {
    if (bootstrap === undefined) return [];
    const lost = Object.keys(params).filter(
      (term) =>
        starsFor(pValues[term], stars).length > starsFor(bootstrap.pValues[term], stars).length,
    );
    if (lost.length === 0) return [];
    const message = `column (${j + 1}): ${lost.join(', ')} would lose stars by the p-values of the bootstrap`;
    return [{ code: 'stars-lost-in-bootstrap', message }];
  });
}
