/** The tests of car, lmtest, marginaleffects and margins, and what becomes of their arguments. */
import { note } from '../../../words/errors/interchange/notes.js';
import type { TestArguments, Law, TestCall } from '../../study/test-calls.js';
import { functionsOf, hypothesesOf, textsOf } from './hypotheses.js';

const any = /^/;
const none = /^NULL$/;
const no = /^F(?:ALSE)?$/;

const levelOf = (level: number | undefined) => (level === undefined ? {} : { level });

/** linearHypothesis() takes F for lm() and chi-squared for other models, unless `test` names one. */
function lawOfHypotheses({ by, textOf }: TestArguments): Law {
  const word = /^["'](\w+)["']$/.exec(textOf('test') ?? '')?.[1];
  if (word === undefined) return by === 'lm' ? 'F' : 'chi2';
  return word.startsWith('C') ? 'chi2' : 'F';
}

function slopes(names: readonly string[], level: string): TestCall {
  return {
    names,
    plain: { type: /^["']response["']$/, newdata: none, by: /^TRUE$/ },
    law: () => 'z',
    read({ textOf, numberOf }, nameOf) {
      const margins = textsOf(textOf('variables'));
      return (
        margins && {
          margins: margins.map((one) => nameOf(one.trim())),
          ...levelOf(numberOf(level)),
        }
      );
    },
  };
}

const inOrder: TestCall = { names: [], read: () => note('order-tests'), plain: {} };

export const testsOfR: Readonly<Record<string, TestCall>> = {
  linearHypothesis: {
    // prettier-ignore
    names: [
      'hypothesis.matrix', 'rhs', 'test', 'vcov.', 'white.adjust', 'singular.ok', 'verbose',
      'suppress.vcov.msg', 'coef.', 'error.df',
    ],
    plain: {
      rhs: none,
      'white.adjust': no,
      'singular.ok': any,
      verbose: any,
      'suppress.vcov.msg': any,
    },
    errors: 'vcov.',
    law: lawOfHypotheses,
    read: ({ textOf }, nameOf) => hypothesesOf(textOf('hypothesis.matrix'), nameOf),
  },
  deltaMethod: {
    names: ['g.', 'vcov.', 'func', 'constants', 'level', 'rhs', 'singular.ok'],
    plain: { func: any, rhs: none, 'singular.ok': any },
    errors: 'vcov.',
    law: () => 'z',
    read({ textOf, numberOf }, nameOf) {
      const keys = functionsOf(textOf('g.'), nameOf);
      return keys && { ...keys, ...levelOf(numberOf('level')) };
    },
  },
  // prettier-ignore
  avg_slopes: slopes(
    ['newdata', 'variables', 'type', 'by', 'vcov', 'conf_level', 'slope', 'wts', 'hypothesis',
     'equivalence', 'df', 'eps', 'numderiv'],
    'conf_level',
  ),
  margins: slopes(
    ['data', 'variables', 'at', 'type', 'vcov', 'vce', 'iterations', 'unit_ses', 'eps'],
    '',
  ),
  bptest: {
    names: ['varformula', 'studentize', 'data', 'weights'],
    plain: { varformula: none, studentize: /^(?:T|F|TRUE|FALSE)$/, data: any, weights: none },
    of: ['lm'],
    read: () => ({ diagnostics: true }),
  },
  vif: { names: ['type'], of: ['lm'], read: () => ({ diagnostics: true }) },
  resettest: {
    names: ['power', 'type', 'data', 'vcov'],
    plain: { type: /^["']fitted["']$/, data: any, vcov: none },
    of: ['lm'],
    read: ({ textOf }) =>
      /^(?:2:4|c\(2,\s*3,\s*4\))$/.test(textOf('power') ?? '')
        ? { diagnostics: true }
        : note('powers-of-reset'),
  },
  bgtest: { ...inOrder, names: ['order', 'order.by', 'type', 'data', 'fill'] },
  dwtest: {
    ...inOrder,
    names: ['order.by', 'alternative', 'iterations', 'exact', 'tol', 'data'],
  },
};
