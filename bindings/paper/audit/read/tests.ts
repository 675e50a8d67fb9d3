/** Tables of tests: a statistic in each row, with its degrees of freedom and p-value. */
import type { AuditColumn } from '../table.js';
import { readCell } from './cells.js';
import type { Rows } from './heads.js';
import { momentOf } from './labels.js';

const kinds = [
  ['statistic', /^(?:test )?(?:statistics?|stat\.|value)$|^统计量$/i],
  ['df', /^(?:d\.?f\.?|degrees of freedom|自由度)$/i],
  ['p', /^(?:p|p[ -]*values?|prob\.?|sig\.?|p ?值)$/i],
] as const;

type Kind = (typeof kinds)[number][0] | 'vif';

function kindOf(head: string): Kind | undefined {
  const kind = kinds.find(([, pattern]) => pattern.test(head.trim()))?.[0];
  return kind ?? (momentOf(head) === 'vif' ? 'vif' : undefined);
}

/** Tests whose statistic is chi-squared. */
const ofChi2 =
  /χ|\bchi|\bLM\b|LR\b|wald|sargan|hansen|\bj\b|score|basmann$|anderson|kleibergen|durbin|hausman|white|breusch|cook|jarque|likelihood ratio|卡方/i;

/** A column for each row with a test, and one of the variables; undefined for other tables. */
export function readTests(heads: Rows, body: Rows): AuditColumn[] | undefined {
  const names = (heads.at(-1) ?? []).map(kindOf);
  if (
    names[0] !== undefined ||
    !['statistic', 'df', 'p'].every((one) => names.includes(one as Kind))
  )
    return undefined;
  const cell = (row: readonly string[], kind: Kind) => row[names.indexOf(kind)] ?? '';
  const tests = body.flatMap((row, i): AuditColumn[] => {
    const stats = statsOf(row[0] ?? '', (kind) => cell(row, kind));
    return stats === undefined
      ? []
      : [{ column: row[0]!, number: i + 1, rows: [], stats, variables: {} }];
  });
  const factors = !names.includes('vif')
    ? []
    : body.flatMap((row) => {
        const { kind, number } = readCell(cell(row, 'vif'));
        return kind === 'number' ? [[row[0]!, { vif: number }] as const] : [];
      });
  if (factors.length === 0) return tests;
  const variables = Object.fromEntries(factors);
  return [...tests, { column: 'VIF', rows: [], stats: {}, variables }];
}

/** The statistic by its law, which the label and the number of degrees of freedom name. */
function statsOf(
  label: string,
  cell: (kind: Kind) => string,
): Readonly<Record<string, string>> | undefined {
  const statistic = readCell(cell('statistic'));
  const p = readCell(cell('p'));
  if (statistic.kind !== 'number' || p.kind !== 'number') return undefined;
  const dfs = /^\(?\s*(\d+(?:\.\d+)?)(?:\s*[,;/]\s*(\d+(?:\.\d+)?))?\s*\)?$/.exec(cell('df'));
  const [, df1, df2] = dfs ?? [];
  const value = statistic.number;
  if (df2 !== undefined) return { f: value, df1: df1!, df2, f_p: p.number };
  if (df1 !== undefined && ofChi2.test(label)) return { chi2: value, df: df1, chi2_p: p.number };
  return { [label]: value };
}
