/** Objections that a referee would have to a table. */
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { checkTable } from './checked.js';
import { markedText } from './marks.js';
import type { Panel, TableColumn } from './parts/columns.js';
import { isTinyTerm, placedWords, templatesOf } from './parts/templates.js';
import { digitsOf, starsFor, termDigits } from './settings.js';
import type { TableSpec } from './spec.js';
import { styleRules } from './style.js';
import { type NumberMarks, type PaperTable, usualMarks } from './table.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { standardErrorWords } from '../../../words/languages/index.js';
import { warning } from '../../../words/warning.js';

type Check = (table: PaperTable, panels: readonly Panel[], spec: TableSpec) => readonly Warning[];

const checks: readonly Check[] = [
  tooManyColumns,
  noLegend,
  unnamedErrors,
  differentSamples,
  lostStars,
  tinyCoefficients,
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
  return [warning(paperWarnings, 'table-too-wide', { columns, style, most })];
}

function noLegend({ body, notes, stars, marks = usualMarks }: PaperTable): Warning[] {
  const printed = new Set(body.flatMap(({ cells }) => cells.map((cell) => cell.stars ?? '')));
  const missing = [...printed].filter(
    (mark) =>
      mark !== '' && !notes.some((note) => isLegend(note, mark, stars[mark]!, marks ?? usualMarks)),
  );
  if (missing.length === 0) return [];
  return [warning(paperWarnings, 'stars-without-legend', { marks: missing })];
}

/** Whether a note names a star and its level, as a bound of p or in percent. */
function isLegend(note: string, mark: string, bound: number, marks: NumberMarks): boolean {
  const percent = markedText(String(Number((100 * bound).toPrecision(12))), marks);
  const levels = [`< ${markedText(String(bound), marks)}`, `${percent}%`, `${percent} percent`];
  return note.includes(mark) && levels.some((level) => note.includes(level));
}

function unnamedErrors(_: PaperTable, __: unknown, spec: TableSpec): Warning[] {
  const { notes = ['auto'], rows = {} } = spec;
  const names = standardErrorWords(spec.language ?? 'en');
  const isNamed = notes.some(
    (note) => note === 'auto' || names.some((name) => note.toLowerCase().includes(name)),
  );
  const showsErrors = placedWords(templatesOf(spec)).length > 0;
  if (isNamed || !showsErrors || rows['vcov'] === true) return [];
  return [warning(paperWarnings, 'errors-unnamed', {})];
}

/** A column and its name in messages. */
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

/** Models of one dependent variable with nested terms should use the same sample. */
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
      const columns = [small.tag, large.tag] as const;
      const nobs = [small.fit.nobs, large.fit.nobs] as const;
      return [warning(paperWarnings, 'samples-differ', { columns, nobs })];
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
    return [warning(paperWarnings, 'stars-lost-in-bootstrap', { column: tag, terms: lost })];
  });
}

/** Coefficients of which the table's digits would print nothing, or nothing of their standard errors. */
function tinyCoefficients(
  { stars }: PaperTable,
  panels: readonly Panel[],
  spec: TableSpec,
): Warning[] {
  const digits = digitsOf(spec.digits);
  return namedColumns(panels).flatMap(({ fit, tag }) => {
    const terms = Object.keys(fit.params).filter((term) =>
      isTinyTerm([fit, term], termDigits(digits, term), starsFor(fit.pValues[term], stars)),
    );
    return terms.length === 0
      ? []
      : [warning(paperWarnings, 'tiny-coefficients', { column: tag, terms })];
  });
}
