/** All options that make numbers of a column of a text table, where the first cell alone does not show them. */
import type { NumberHint, TextCells } from '../../../words/details/cells.js';
import type { NumberKeys } from '../../../words/details/columns.js';
import { cellWarnings } from '../../../words/en/warnings/cells.js';
import { warning } from '../../../words/warning.js';
import { isAccount } from '../../cells/marks.js';
import { keysOfColumns } from '../../cells/number-keys.js';
import type { Table } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';

/** The table whose warnings of texts that may be numbers name all options which the column needs. */
export function withNumberHints(table: Table): Table {
  const { warnings = [], columns } = table;
  return {
    ...table,
    warnings: warnings.map((one): TableWarning => {
      const column = columns.get(one.column ?? '');
      if (one.code !== 'not-a-number' || column?.kind !== 'text') return one;
      const detail = one.detail as TextCells;
      const keys = keysOfColumns([[detail.column, column.values]])[0]?.keys;
      const isNegative = keys?.marks === true && column.values.some(isAccount);
      const hint: NumberHint | undefined = isNegative
        ? { kind: 'keys', keys, negative: true }
        : hintOf(detail, keys);
      return {
        ...one,
        ...warning(cellWarnings, 'not-a-number', hint ? { ...detail, hint } : detail),
      };
    }),
  };
}

/** Hints whose words name two options. */
const bothSigns = ['comma-decimal-point-thousands', 'point-thousands-comma-decimal'];

/** What is said of the first cell, unless the column needs further options, or has marks. */
function hintOf({ hint }: TextCells, keys: NumberKeys = {}): NumberHint | undefined {
  const { decimal, missing = [], ...others } = keys;
  const signs = { ...(decimal === ',' && { decimal }), ...others };
  const isNone = Object.keys(signs).length === 0;
  const isMissing = hint?.kind === 'missing';
  if (hint?.kind === 'comma' || (isNone && (!isMissing || missing.length < 2))) return hint;
  if (missing.length === 0 && !isMissing && saysAll(hint, signs)) return hint;
  return { kind: 'keys', keys: { ...signs, ...(missing.length > 0 && { missing }) } };
}

function saysAll(hint: NumberHint | undefined, signs: NumberKeys): boolean {
  if (hint === undefined || (signs.marks === true && hint.kind !== 'marks')) return false;
  return Object.keys(signs).length < 2 || bothSigns.includes(hint.kind);
}
