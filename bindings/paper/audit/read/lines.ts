/** The lines of a table of models: estimates, what is below them, statistics and words. */
import type { AuditField } from '../../../results/audit/audit.js';
import { type ReadCell, readCell } from './cells.js';
import { fieldOf } from './fields.js';
import { isBelow, type Rows } from './heads.js';
import { isDescription, isHeading, isTest, statisticOf } from './labels.js';
import { readPrinted } from '../printed.js';

export interface Line {
  readonly kind: 'estimate' | 'below' | 'statistic' | 'p-below' | 'words';
  /** Of what is below a coefficient, the label of that. */
  readonly label: string;
  /** The name of a statistic; its label where it is unknown. */
  readonly statistic: string;
  /** What the label of a line below a coefficient names. */
  readonly field: AuditField | undefined;
  /** True for a coefficient that may not belong to a regressor. */
  readonly extra: boolean;
  readonly texts: readonly string[];
  readonly cells: readonly ReadCell[];
}

interface State {
  /** The coefficient that the last line was of, and the statistic. */
  label: string;
  statistic: string;
  hasEstimates: boolean;
  /** True once statistics of fit have begun: brackets below them are p-values of tests, not errors. */
  inStatistics: boolean;
}

/** Statistics that end the coefficients. */
const ofFit =
  /^(n|r2|adj_r2|pseudo_r2|(?:within|between|overall|transformed|adj_transformed)_r2|ll|rmse|groups|instruments)$/;

export function linesOf(body: Rows): Line[] {
  const state: State = { label: '', statistic: '', hasEstimates: false, inStatistics: false };
  const read = body.map(([, ...texts]) => texts.map(readCell));
  const labels = body.map(([label = '']) => label);
  const table = {
    hasErrors: body.some(
      (row, i) =>
        isBelow(row) || read[i]!.some(({ groups, kind }) => kind === 'number' && groups.length > 0),
    ),
    decimal: hasCommas(read) ? (',' as const) : ('.' as const),
    repeated: repeatedIn(labels),
  };
  return body.flatMap((row, i): Line[] => {
    if (isHeading(row) && !isWordsRow(row)) {
      if (row[0] !== '') Object.assign(state, { label: '', statistic: '', inStatistics: false });
      return [];
    }
    if (isRepeatedHead(row)) return [];
    const line = lineOf(row, read[i]!, { state, table, next: body[i + 1] ?? [] });
    return line === undefined ? [] : [line];
  });
}

function repeatedIn(labels: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const label of labels) (seen.has(label) ? repeated : seen).add(label);
  return repeated;
}

/** Whether numbers such as `0,512` have decimal commas. */
function hasCommas(read: readonly (readonly ReadCell[])[]): boolean {
  return read.some((cells) =>
    cells.some(({ number, groups }) =>
      [number, ...groups.map((group) => group.number)].some((text) =>
        /^[-\u2212]?0?,\d/.test(text),
      ),
    ),
  );
}

/** Whether a row is `(1) (2) (3)`, as on the next page of a long table. */
function isRepeatedHead([label, ...cells]: readonly string[]): boolean {
  const numbers = [...new Set(cells.filter((text) => text !== ''))];
  return label === '' && numbers.length > 2 && numbers.every((text, i) => text === `(${i + 1})`);
}

/** Whether all cells are words, each for its column. */
function isWordsRow([, ...cells]: readonly string[]): boolean {
  return cells.length > 0 && cells.every((text) => /^(yes|no|y|n|✓|✔|x|×|是|否)$/i.test(text));
}

interface Around {
  readonly state: State;
  readonly table: {
    readonly hasErrors: boolean;
    readonly decimal: '.' | ',';
    readonly repeated: ReadonlySet<string>;
  };
  readonly next: readonly string[];
}

function lineOf(
  row: readonly string[],
  cells: readonly ReadCell[],
  around: Around,
): Line | undefined {
  const [label = '', ...texts] = row;
  const { state } = around;
  const kinds = new Set(cells.map(({ kind }) => kind).filter((kind) => kind !== 'empty'));
  const line = { label, statistic: '', field: undefined, extra: false, texts, cells };
  if (kinds.size === 0) return undefined;
  if (kinds.has('words'))
    return kinds.has('number') ? mixed(line, around) : { ...line, kind: 'words' };
  const field = fieldBelow(label, around);
  const continues = label === '' || label === state.label || field !== undefined;
  if (continues && state.label !== '') return { ...line, kind: 'below', label: state.label, field };
  if (label === '') {
    return state.statistic === ''
      ? undefined
      : { ...line, kind: 'p-below', statistic: state.statistic };
  }
  return labelled(line, around);
}

type Start = Omit<Line, 'kind'>;

/** A row of numbers and words, such as a statistic with a footnote, or another kind of model. */
function mixed(line: Start, around: Around): Line {
  const isNumeric = statisticOf(line.label) !== undefined || isBelow(around.next);
  return isNumeric ? labelled(line, around) : { ...line, kind: 'words' };
}

/** The field that a label such as `SE` or `t` names, if lines with it recur below coefficients. */
function fieldBelow(label: string, { table, next }: Around): AuditField | undefined {
  if (!table.repeated.has(label) || isBelow(next)) return undefined;
  const field = fieldOf(label.replace(/^\((.*)\)$/, '$1'));
  return field === 'se' || field === 't' || field === 'z' || field === 'p' ? field : undefined;
}

/** A row of coefficients or of a statistic. */
function labelled(line: Start, around: Around): Line {
  const { state, table, next } = around;
  const { label, cells } = line;
  if (isDescription(label)) return { ...line, kind: 'words' };
  const statistic = statisticOf(label);
  const hasErrors = isBelow(next) || cells.some(({ groups }) => groups.length > 0);
  const hasStars = cells.some(({ stars }) => stars !== '');
  const isOther =
    isTest(label) || state.inStatistics || isStatistic(line, hasErrors, table.decimal);
  if (!isOther && (hasErrors || hasStars || !table.hasErrors)) {
    Object.assign(state, { label, statistic: '', hasEstimates: true });
    return { ...line, kind: 'estimate', extra: !hasErrors && (table.hasErrors || !hasStars) };
  }
  const named = statistic ?? label;
  const begins = state.hasEstimates && ofFit.test(statistic ?? '');
  Object.assign(state, { label: '', statistic: named, inStatistics: state.inStatistics || begins });
  return { ...line, kind: 'statistic', statistic: named };
}

const shortNames =
  /^(k|n|n_g|r2|r|f|j|p|ll|df|df1|df2|obs|params|groups|instruments|units|ids?|firms|periods|years|waves|rmse|chi2|省份|企业|银行|国家|城市|学校)$/i;

/**
 * True if a label names a statistic. If it has an error and not all numbers are whole, it may be a regressor of that
 * name.
 */
function isStatistic({ label, cells }: Start, hasErrors: boolean, decimal: '.' | ','): boolean {
  if (statisticOf(label) === undefined) return false;
  const numbers = cells.filter(({ kind }) => kind === 'number');
  const isWhole = numbers.every(
    ({ number, stars }) => stars === '' && readPrinted(number, decimal)?.whole !== false,
  );
  return !hasErrors || isWhole || !shortNames.test(label);
}
