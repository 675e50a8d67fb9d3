/** What would change a verdict. */
import { count } from '../../text/counts.js';
import { digits, statistic } from '../../text/format.js';
import { confidence, jointText, pText } from '../../claim-numbers.js';
import type { By, ByDetails, ChangeDetails } from '../../vocabulary/claims.js';
import { coded, type Sentences } from '../../warning.js';
import { clauses } from './clauses.js';
import { bootstrapText, sidesText } from './names.js';

export const ways: Sentences<ByDetails> = {
  analytic: () => 'By analytic errors',
  bootstrap: (bootstrap) => `By the ${bootstrapText(bootstrap)}`,
  type: ({ type, unit }) => `With ${type} errors, which are clustered by ${unit}`,
  clusters: ({ column, count: clusters }) =>
    `With errors clustered by ${column} (${clusters} clusters)`,
  'anderson-rubin': () => 'By the Anderson-Rubin test, which is valid with weak instruments',
  method: ({ method }) => `By the ${method} test of the difference`,
  joint: ({ method }) => `By the joint ${method} test`,
};

const tests = { hansen: "Hansen's test", jTest: 'The J test', sargan: "Sargan's test" };

const wayText = (by: By) => coded(ways, by);

export const changes: Sentences<ChangeDetails> = {
  p: ({ by, sides, verdict, df, ...decided }) => {
    const joint = df === undefined ? '' : `${jointText(df)}, `;
    const side = sides === undefined ? '' : `${sidesText(sides)} `;
    return `${wayText(by)}, ${joint}${side}${pText(decided)}: ${verdict}.`;
  },
  band: ({ by, isInside, verdict }) =>
    `${wayText(by)}, the interval is ${isInside ? '' : 'not '}inside the band: ${verdict}.`,
  'no-test': ({ by, reasons }) =>
    `${wayText(by)} there is no test: ${reasons.map((clause) => coded(clauses, clause)).join('; ')}.`,
  holm: ({ claims, ...decided }) =>
    `Adjusted for the ${claims} claims of the study (Holm), ${pText(decided)}: not supported.`,
  'many-instruments': ({ instruments, units }) =>
    `There are more instruments than units (${instruments} and ${count(units)}), which overfits the endogenous variables and weakens Hansen's test.`,
  overidentified: ({ test, ...decided }) =>
    `${tests[test]} rejects the instruments (${pText(decided)}).`,
  'no-serial': ({ reason }) =>
    `There is no test of second-order serial correlation: ${reason ?? 'no pairs'}.`,
  serial: (decided) => `The AR(2) test rejects (${pText(decided)}).`,
  'one-period': ({ period, pairs }) =>
    `The AR(2) test rests on one period (${period}, ${count(pairs)} pairs), so it has little power.`,
  'weak-effective': ({ f, critical, bias }) =>
    `The first stage is weak: its effective F is ${digits(f, 3)}, below ${digits(critical, 3)} (${bias}% of the worst-case bias).`,
  'weak-rule': ({ f, rule }) =>
    `The first stage is weak: its Kleibergen-Paap F is ${statistic(f)}, below the rule of thumb of ${rule}.`,
  curve: ({ figure, supporting, of }) =>
    `${count(supporting)} of ${count(of)} admissible specifications of ${figure} (${Math.round(100 * (supporting / of))}%) support it.`,
  tost: ({ level }) =>
    `By two one-sided tests (TOST), which use the ${confidence(2 * level)} interval, the band is supported.`,
};
