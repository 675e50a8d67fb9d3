/** Statements of R and Python after estimates that a command of the program does. */
import type { Advice } from '../../../words/errors/interchange/notes.js';

const hypotheses =
  /(?:\blinearHypothesis\s*\(\s*[\w.$[\]"]+\s*,|\.(?:t_test|f_test|wald_test)\s*\(|\bhypotheses\s*\(\s*[\w.]+\s*,)\s*([^]*)$/;

const commands: readonly (readonly [call: RegExp, command: string])[] = [
  [
    /\b(?:linearHypothesis|waldtest|wald|hypotheses)\s*\(|\.(?:[tf]_test|wald_test)\s*\(/,
    'test model.yaml "x = 0, z = 0"',
  ],
  [/\b(?:deltaMethod|delta_method)\s*\(/, 'test model.yaml --function "x / z"'],
  [/\bphtest\s*\(/, 'test fixed.yaml --hausman random.yaml'],
  [
    /\b(?:avg_slopes|slopes|marginaleffects|margins|margeff)\s*\(|\.get_margeff\s*\(/,
    'margins model.yaml --of VARIABLE',
  ],
  [
    /\b(?:bptest|vif|resettest|bgtest|dwtest|het_breuschpagan|het_white|variance_inflation_factor|jarque\.bera\.test)\s*\(/,
    'test model.yaml --diagnostics',
  ],
  [
    /\bpredict\s*\(|\b(?:residuals|resid|fitted)\s*\(|\.(?:resid|fittedvalues|predict)\b/,
    'predict model.yaml --save rows.csv',
  ],
  [/\bboottest\s*\(|\bwildboottest\b/, 'ols FILE "y ~ x" --cluster g --bootstrap 999'],
];

/** True for `m.t_test("x = 0")` of statsmodels and its like, also in print(). */
export function isTest(text: string): boolean {
  return /\w\s*\.\s*(?:[tf]_test|wald_test\w*|get_margeff)\s*\(/.test(text);
}

/** What does the work of a statement; undefined for another one. */
export function adviceAfterCall(text: string): Advice | undefined {
  const written = hypothesesIn(text);
  if (written !== undefined) return { run: `test model.yaml "${written}"` };
  const command = commands.find(([call]) => call.test(text))?.[1];
  return command === undefined ? undefined : { run: command };
}

/** `c("x = 0", "z = w")` as `x = 0, z = w`. */
function hypothesesIn(text: string): string | undefined {
  const [, rest = ''] = hypotheses.exec(text) ?? [];
  const texts = [...rest.matchAll(/["']([^"']+)["']/g)].map(([, one]) => one!.trim());
  const isWhole = /^(?:c\(|\[|\()?\s*["'][^]*["']\s*[\])]*\s*$/.test(rest);
  if (texts.length === 0 || !isWhole) return undefined;
  const sides = texts.map((one) => (one.includes('=') ? one.replace('==', '=') : `${one} = 0`));
  return sides.every((one) => /^[\w.+\-*/\s=]+$/.test(one)) ? sides.join(', ') : undefined;
}
