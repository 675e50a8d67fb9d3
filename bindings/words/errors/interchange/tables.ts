/** What imports say of tables and tests of models that a study has in part or not at all. */
import { says } from '../../told.js';

export const tableOption = says(
  'note/table-option',
  'the option {name}() of the table is not translated',
);
export const tableStatistic = says(
  'note/table-statistic',
  'the statistic {name} of the table is not translated',
);
export const tableArgument = says(
  'note/table-argument',
  'the argument {name} of the table is not translated',
);
export const testArgument = says(
  'note/test-argument',
  'the option {name} of {call} is not translated',
);
const laws = { F: 'F', chi2: 'chi-squared', t: 't', z: 'z' } as const;
export interface TestLaw {
  readonly call: string;
  readonly law: keyof typeof laws;
  readonly ours: keyof typeof laws;
}
export const testLaw = says(
  'note/test-law',
  ({ call, law, ours }: TestLaw) =>
    `p-values: ${call} takes ${laws[law]}, the model takes ${laws[ours]}`,
);
export const tableModels = says('note/table-models', ({ count }: { readonly count: number }) =>
  count === 1
    ? 'one of its models is not translated, so its column is left out'
    : `${count} of its models are not translated, so their columns are left out`,
);
