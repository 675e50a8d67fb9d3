/** Models inside calls that print them or hide their warnings. */
import { closing } from '../../static/multiple.js';

const estimates = /\b(?:lm|plm|feols|felm|ivreg|lm_robust|iv_robust|pgmm|pdynmc|glm)\s*\(/;

/** True if a statement estimates somewhere inside. */
export function estimatesInside(text: string): boolean {
  return estimates.test(text);
}

const wrapper =
  /^(?:(?:base::)?(?:print|invisible|suppressWarnings|suppressMessages|coef|nobs)\s*)?\(/;

/** `print(summary(lm(y ~ x, d)))`, `(m <- lm(y ~ x, d))` and `lm(y ~ x, d) -> m` as plain statements. */
export function unwrapped(text: string): string {
  const [, value, name] = /^([^]*\))\s*->\s*([A-Za-z.][\w.]*)$/.exec(text) ?? [];
  if (name !== undefined && estimatesInside(text)) return `${name} <- ${value!}`;
  const [start] = wrapper.exec(text) ?? [];
  if (start === undefined || !estimatesInside(text)) return text;
  const end = closing(text, start.length);
  return end === text.length - 1 ? unwrapped(text.slice(start.length, end).trim()) : text;
}

/** The results of a script. */
interface Results {
  readonly estimates: ReadonlyMap<string, unknown>;
  readonly last: unknown;
}

/** A printed model, and the lines of exported scripts that define the factor `small`. */
export function isEcho(text: string, { estimates, last }: Results): boolean {
  const name = /^[\w.]+$/.exec(text.trim())?.[0];
  if (name !== undefined && estimates.has(name)) return true;
  return last !== undefined && /^(?:g\s*<-\s*pdim\(|small\s*<-\s*g\b)/.test(text.trim());
}
