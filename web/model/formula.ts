/** A formula in parts that a form can change: `y ~ x1 + x2 | effects | endogenous ~ instruments`. */

export interface FormulaParts {
  readonly outcome: string;
  readonly regressors: readonly string[];
  readonly effects: readonly string[];
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
}

/** Splits at a sign outside of brackets and names in backticks. */
function splitAt(text: string, sign: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '`') quoted = !quoted;
    if (!quoted && letter === '(') depth++;
    if (!quoted && letter === ')') depth--;
    if (letter === sign && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

const terms = (text = '') => splitAt(text, '+').filter((term) => term !== '');

/** The parts of a formula; undefined if it has a shape that the form does not know. */
export function partsOf(formula: string): FormulaParts | undefined {
  const [left, ...rest] = splitAt(formula, '|');
  const [outcome, regressors, ...more] = splitAt(left!, '~');
  if (outcome === undefined || outcome === '' || regressors === undefined || more.length > 0) {
    return undefined;
  }
  const stage = rest.find((part) => part.includes('~'));
  const [effects, ...others] = rest.filter((part) => part !== stage);
  const [endogenous, instruments, ...beyond] = splitAt(stage ?? '~', '~');
  if (others.length > 0 || beyond.length > 0) return undefined;
  return {
    outcome,
    regressors: terms(regressors),
    effects: terms(effects),
    endogenous: terms(endogenous),
    instruments: terms(instruments),
  };
}

/** The formula of such parts. */
export function formulaOf(parts: FormulaParts): string {
  const sum = (list: readonly string[], none: string) => list.join(' + ') || none;
  const written = [`${parts.outcome} ~ ${sum(parts.regressors, '1')}`];
  if (parts.effects.length > 0) written.push(parts.effects.join(' + '));
  if (parts.endogenous.length > 0 || parts.instruments.length > 0) {
    written.push(`${sum(parts.endogenous, '0')} ~ ${sum(parts.instruments, '0')}`);
  }
  return written.join(' | ');
}
