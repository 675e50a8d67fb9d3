/** A regressor or a number with its sign: `+ x`, `- 1`. */
export interface Signed {
  readonly sign: '+' | '-';
  readonly text: string;
}

/** The parts of a canonical formula, as text. */
export interface FormulaParts {
  readonly depvar: string;
  readonly regressors: readonly Signed[];
  readonly effects: readonly string[];
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
}

/** `y ~ x1 + x2 | fe | endogenous ~ instruments`. A formula without regressors has `1`, the intercept. */
export function printParts(parts: FormulaParts): string {
  const { depvar, regressors, effects, endogenous, instruments } = parts;
  const [first = { sign: '+', text: '1' }, ...others] = regressors;
  const right = [
    `${first.sign === '-' ? '- ' : ''}${first.text}`,
    ...others.map(({ sign, text }) => `${sign} ${text}`),
  ].join(' ');
  return [
    `${depvar} ~ ${right}`,
    ...(effects.length > 0 ? [effects.join(' + ')] : []),
    ...(endogenous.length > 0 ? [`${endogenous.join(' + ')} ~ ${instruments.join(' + ')}`] : []),
  ].join(' | ');
}
