/** What a referee would object to in a table. */
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { checkTable } from './checked.js';
import { markedText } from './marks.js';
import type { Panel, TableColumn } from './parts/columns.js';
import { placedWords, templatesOf } from './parts/templates.js';
import { starsFor } from './settings.js';
import type { TableSpec } from './spec.js';
import { styleRules } from './style.js';
import { type PaperTable, usualMarks } from './table.js';

type Check = (table: PaperTable, panels: readonly Panel[], spec: TableSpec) => readonly Warning[];

const checks: readonly Check[] = [
  tooManyColumns,
  noLegend,
  unnamedErrors,
  differentSamples,
  lostStars,
];

/** @throws InputError `bad-value` */
export function findings(
  table: PaperTable,
  panels: readonly Panel[],
  spec: TableSpec,
): readonly Warning[] {
  checkTable(table);
  return checks.flatMap((check) => check(table, panels, spec));
}

function tooManyColumns({ head }: PaperTable, _: unknown, { style = 'plain' }: TableSpec) {
  const columns = head[0]!.length - 1;
  const most = styleRules[style].mostColumns;
  if (columns <= most) return [];
  const message = `${columns} columns do not fit a page in the style ${style}, which has room for ${most}; split the table`;
  return [{ code: 'table-too-wide', message }];
}

function noLegend({ body, notes, stars, marks = usualMarks }: PaperTable): Warning[] {
  const printed = new Set(body.flatMap(({ cells }) => cells.map((cell) => cell.stars ?? '')));
  const missing = [...printed].filter(
    (mark) =>
      mark !== '' && !notes.some((note) => note.includes(legendOf(mark, stars[mark]!, marks))),
  );
  if (missing.length === 0) return [];
  const message = `the notes do not say what ${missing.join(', ')} mean; add auto to notes`;
  return [{ code: 'stars-without-legend', message }];
}

function legendOf(mark: string, bound: number, marks: PaperTable['marks']): string {
  return `${mark} p < ${markedText(String(bound), marks ?? usualMarks)}`;
}

function unnamedErrors(_: PaperTable, __: unknown, spec: TableSpec): Warning[] {
  const { notes = ['auto'], rows = {} } = spec;
  const isNamed =
    notes.includes('auto') || notes.some((note) => /standard error|标准误/i.test(note));
  const showsErrors = placedWords(templatesOf(spec)).length > 0;
  if (isNamed || !showsErrors || rows['vcov'] === true) return [];
  const message = 'the notes do not name the kind of standard errors; add auto to notes';
  return [{ code: 'errors-unnamed', message }];
}

/** A column and what messages call it. */
interface NamedColumn extends TableColumn {
  readonly tag: string;
}

function namedColumns(panels: readonly Panel[]): NamedColumn[] {
  return panels.flatMap(({ title, columns }) =>
    columns.map((column, j) => ({
      ...column,
      tag: title === undefined ? `(${j + 1})` : `${title} (${j + 1})`,
    })),
  );
}

/** Models of one dependent variable whose terms nest are compared on one sample. */
function differentSamples(_: PaperTable, panels: readonly Panel[]): Warning[] {
  return panels.flatMap((panel) => {
    const columns = namedColumns(panels.length === 1 ? [{ columns: panel.columns }] : [panel]);
    const nested = columns.flatMap((large, j) =>
      columns
        .slice(0, j)
        .flatMap((small) => (nests(small.fit, large.fit) ? [{ small, large }] : [])),
    );
    return nested.flatMap(({ small, large }) => {
      if (small.fit.nobs === large.fit.nobs) return [];
      const message = `columns ${small.tag} and ${large.tag} nest, but have ${small.fit.nobs} and ${large.fit.nobs} observations; estimate both on the rows of the smaller sample`;
      return [{ code: 'samples-differ', message }];
    });
  });
}

function nests(small: FitResult, large: FitResult): boolean {
  const [inner, outer] = [Object.keys(small.params), new Set(Object.keys(large.params))];
  const sameModel = small.depvar === large.depvar && small.estimator === large.estimator;
  return sameModel && inner.length <= outer.size && inner.every((name) => outer.has(name));
}

function lostStars({ stars }: PaperTable, panels: readonly Panel[]): Warning[] {
  return namedColumns(panels).flatMap(({ fit: { bootstrap, params, pValues }, tag }) => {
    if (bootstrap === undefined) return [];
    const lost = Object.keys(params).filter(
      (term) =>
        starsFor(pValues[term], stars).length > starsFor(bootstrap.pValues[term], stars).length,
    );
    if (lost.length === 0) return [];
    const message = `column ${tag}: ${lost.join(', ')} would lose stars by the p-values of the bootstrap`;
    return [{ code: 'stars-lost-in-bootstrap', message }];
  });
}
