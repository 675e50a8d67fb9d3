/** All numbers of a study, by name. */
import { badArgument, isKeyed } from '../../../core/arguments/arguments.js';
import { readable } from '../../../results/read.js';
import { claimNumbers } from './claim-numbers.js';
import { comparisonNumbers } from './comparison-numbers.js';
import { modelNumbers } from './model-numbers.js';
import type { NamedNumber, NumberedStudy, StudyNumber, StudyNumbers } from './number.js';
import { tableNumbers } from './table-numbers.js';

/**
 * Every number that a template or a text can name, written as the tables print it: coefficients of models
 * (`T4.2.Gov`, `.se`, `.t`, `.p`, `.low`, `.high`, `.stars`), their statistics by the paths of tables (`T4.2.nobs`,
 * `T5.2.ar[2].p`), cells of descriptive tables (`T3.Level.mean`), differences between groups
 * (`T7.difference.west-east.p`) and claims (`H1.verdict`, `H1.p`).
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function numbersOf(study: NumberedStudy): StudyNumbers {
  if (!isKeyed(study) || !isKeyed(study.models)) {
    throw badArgument('numbersOf', 'study', 'the result of a study', study);
  }
  return readable(() => {
    const all: NamedNumber[] = [
      ...modelNumbers(study),
      ...comparisonNumbers(study),
      ...tableNumbers(study),
      ...claimNumbers(study),
    ];
    const numbers = new Map<string, StudyNumber>();
    for (const [name, number] of all) if (!numbers.has(name)) numbers.set(name, number);
    return Object.fromEntries(numbers);
  });
}
