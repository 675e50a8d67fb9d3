/** Warnings about comparisons of groups. */
import { counted } from '../../../text/messages.js';
import type { GroupWarnings } from '../../../details/bootstrap.js';
import type { Sentences } from '../../../warning.js';

export const groupWarnings: Sentences<GroupWarnings> = {
  bdiff: ({ unit }) => {
    const rows =
      unit === undefined
        ? ''
        : `, and it permutes rows although those of a unit of ${unit} belong together`;
    return `the p-value of bdiff is that of one side, the side of the estimate, so at 5% it rejects equal coefficients in 10% of samples${rows}; report the method permutation`;
  },
  'fixed-clusters': ({ fixed, of, unit }) =>
    unit === undefined
      ? `${fixed} of ${of} clusters have a size that no other cluster has, so they are not exchanged`
      : `${fixed} of ${of} units of ${unit} have rows in periods that no other unit has, so their labels are not exchanged`,
  'group-not-estimated': ({ group, reason }) =>
    `${group}: the group cannot be estimated: ${reason}`,
  'switching-units': ({ units, unit }) =>
    `${counted(units, 'unit')} of ${unit} ${units === 1 ? 'has' : 'have'} rows in several groups, so the estimates are correlated; lags and differences were built before the split`,
  'rows-in-no-group': ({ rows, without }) =>
    `${counted(rows, 'row')}${without === undefined ? '' : ` without a value of ${without}`} ${rows === 1 ? 'is' : 'are'} in no group`,
};
