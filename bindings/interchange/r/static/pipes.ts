/** Pipes of R as nested calls: `d |> subset(x > 0) |> lm(y ~ x, data = _)` is `lm(y ~ x, data = subset(d, x > 0))`. */

import { MOST_STATEMENT } from '../../bounds.js';

const symbols = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|%>%|\|>|[([{]|[)\]}]|[^]/g;

/** Maximum steps of a pipe; each nests a call. */
const maxSteps = 100;

/** The text with its outermost pipes as calls; the text itself if a step is not a call. */
export function withoutPipes(text: string): string {
  const [first, ...steps] = stepsOf(text);
  if (steps.length === 0 || steps.length > maxSteps) return text;
  let value = first!.trim();
  for (const step of steps) {
    const call = /^\s*([\w.:]+)\s*\(([^]*)\)\s*$/.exec(step);
    if (call === null) return text;
    const [, name, args] = call;
    const placed = args!.replace(/(^|[(,=])(\s*)[._](?=\s*(?:$|[,)]))/g, (_, sign, blank) =>
      [sign, blank, value].join(''),
    );
    const joined = args!.trim() === '' ? value : `${value}, ${args!}`;
    value = `${name!}(${placed === args ? joined : placed})`;
    if (value.length > MOST_STATEMENT) return text; // a step may repeat the ones before it
  }
  return value;
}

function stepsOf(text: string): string[] {
  const steps = [''];
  let depth = 0;
  for (const [symbol] of text.matchAll(symbols)) {
    if (/^[([{]$/.test(symbol)) ++depth;
    if (/^[)\]}]$/.test(symbol)) --depth;
    if (depth === 0 && (symbol === '%>%' || symbol === '|>')) steps.push('');
    else steps[steps.length - 1] += symbol;
  }
  return steps;
}
