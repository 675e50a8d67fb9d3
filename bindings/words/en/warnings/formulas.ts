/** Warnings about names in formulas and about periods. */
import type { FormulaWarnings } from '../../details/formulas.js';
import { plural } from '../../text/counts.js';
import type { Sentences } from '../../warning.js';

export const formulaWarnings: Sentences<FormulaWarnings> = {
  'operator-like-name': (detail) =>
    'operator' in detail
      ? `${detail.name} is read as the column of that name; write ${detail.operator} for the operator, or \`${detail.name}\` in backquotes for the column`
      : `${detail.name} is computed from ${detail.from.join(' and ')}, although a column has that name; write \`${detail.name}\` in backquotes for the column`,
  'overlapping-samples': ({ overlaps }) =>
    `${overlaps.map(({ samples, rows }) => `${samples.join(' and ')} share ${plural(rows, 'row')}`).join(', ')}, so their estimates are not independent`,
  'period-numbers': ({ column, unit, before, after, type }) =>
    `column "${column}" looks like ${unit} written as numbers: ${after} counts as ${after - before} periods after ${before}, so that lags and differences across years are lost; set types: {${column}: "${type}"} in data`,
};
