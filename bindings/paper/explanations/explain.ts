import { checkArgument, text } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { suggestionOf } from '../../data/index.js';
import { explanations as chinese } from '../../words/zh/explanations.js';
import { errors } from './errors.js';
import { explained, type Explanation } from './explanation.js';
import { names } from './names.js';
import { standardErrors } from './terms/errors.js';
import { estimators } from './terms/estimators.js';
import { fit } from './terms/fit.js';
import { studies } from './terms/studies.js';
import { tests } from './tests.js';
import { warnings } from './warnings.js';
import { unknownCode } from '../../words/errors/paper/explanations.js';
import { codeToExplain } from '../../words/expectations/paper/reports.js';

/** Explanations of terms in results and options, in addition to codes of warnings, tests and errors. */
const terms = [standardErrors, estimators, fit, studies].flatMap((entries) =>
  explained('term', entries),
);

/** All warnings and tests in results, the errors from the sample or the arithmetic, and the terms that results use. */
export const explanations: readonly Explanation[] = [
  ...warnings,
  ...tests,
  ...errors,
  ...terms,
].map((entry) => ({
  ...entry,
  names: names[entry.code] ?? [],
  ...(chinese[entry.code] !== undefined && { chinese: chinese[entry.code]! }),
}));

/** Explanations by each spelling of their names; codes come first. */
const bySpelling = new Map<string, Explanation>();
for (const entry of explanations) {
  for (const name of [entry.code, ...entry.names]) {
    const key = spelling(name);
    if (!bySpelling.has(key)) bySpelling.set(key, entry);
  }
}

/**
 * Explains a code: what it means, why it matters, what to do, and the papers. A name that results print is found too,
 * such as `AR(2)` or `within R2`, in any letter case, and so are Chinese names. A code that is both a warning and an
 * error is explained as the warning.
 *
 * @throws InputError `unknown-code` names the nearest known code
 */
export function explainCode(code: string): Explanation {
  checkArgument('explain', 'code', text(codeToExplain()), code);
  const explanation =
    explanations.find((entry) => entry.code === code) ??
    explanations.find((entry) => entry.names.includes(code)) ??
    bySpelling.get(spelling(code)) ??
    bySpelling.get(withoutOrder(spelling(code)));
  if (explanation !== undefined) return explanation;
  const known = explanations.flatMap((entry) => [entry.code, ...entry.names]);
  throw new InputError(unknownCode({ found: code, meant: suggestionOf(code, known) }), 'explain');
}

/** A name without letter case, spaces and punctuation. */
function spelling(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `ar3` and `breuschgodfrey4nr2` for any order. */
function withoutOrder(name: string): string {
  return name.replace(/^(ar|breuschgodfrey)\d+.*$/, '$1');
}
