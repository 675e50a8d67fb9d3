/** The tests of results of Python, and what becomes of their arguments. */
import { note } from '../../../words/errors/interchange/notes.js';
import type { TestCall } from '../../study/test-calls.js';
import { hypothesesOf } from '../../r/scripts/hypotheses.js';

const none = /^None$/;
const any = /^/;

/** `use_t=` and `use_f=` choose the distribution; without them it is that of the model. */
const chosen =
  (argument: string, yes: 't' | 'F', no: 'z' | 'chi2'): TestCall['law'] =>
  ({ textOf }) => {
    const text = textOf(argument);
    if (text === undefined || text === 'None') return undefined;
    return text === 'True' ? yes : no;
  };

export const testsOfPython: Readonly<Record<string, TestCall>> = {
  t_test: {
    names: ['r_matrix', 'cov_p', 'use_t'],
    plain: { cov_p: none },
    of: ['statsmodels'],
    law: chosen('use_t', 't', 'z'),
    read: ({ textOf }, nameOf) => hypothesesOf(textOf('r_matrix'), nameOf),
  },
  f_test: {
    names: ['r_matrix', 'cov_p', 'invcov'],
    plain: { cov_p: none, invcov: none },
    of: ['statsmodels'],
    law: () => 'F',
    read: ({ textOf }, nameOf) => hypothesesOf(textOf('r_matrix'), nameOf),
  },
  wald_test: {
    names: ['r_matrix', 'cov_p', 'invcov', 'use_f', 'df_constraints', 'scalar'],
    plain: { cov_p: none, invcov: none, df_constraints: none, scalar: any },
    of: ['statsmodels', 'linearmodels'],
    law: (given) => (given.by === 'linearmodels' ? 'chi2' : chosen('use_f', 'F', 'chi2')!(given)),
    read({ by, textOf }, nameOf) {
      const text = by === 'linearmodels' ? textOf('formula') : textOf('r_matrix');
      return text === undefined ? note('matrix-tests') : hypothesesOf(text, nameOf);
    },
  },
};
