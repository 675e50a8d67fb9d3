/** Formulas of fixest that are several models: `c(y, z) ~ x + csw0(a, b) | sw(id, id + year)`. */
import { checkTerms } from '../bounds.js';
import type { Reader } from '../reader.js';

const calls = /(?<![\w.])(c?sw0?)\s*\(/;

/** The formulas, in the order of fixest: outcomes first, then steps. */
export function severalFormulas(formula: string, place: Reader): string[] {
  const tilde = formula.indexOf('~');
  if (tilde < 0) return [formula];
  const [left, right] = [formula.slice(0, tilde).trim(), formula.slice(tilde + 1)];
  const listed = /^c\s*\(([^]*)\)$/.exec(left);
  const outcomes = listed === null ? [left] : partsOf(listed[1]!, ',');
  const steps = stepsIn(right, place);
  checkTerms(place, outcomes.length * steps.length);
  return outcomes.flatMap((outcome) => steps.map((one) => `${outcome} ~ ${one}`));
}

function stepsIn(text: string, place: Reader): string[] {
  const call = calls.exec(text);
  if (call === null) return [text.trim()];
  const open = call.index + call[0].length;
  const close = closing(text, open);
  const [before, after] = [text.slice(0, call.index), text.slice(close + 1)];
  const parts = partsOf(text.slice(open, close), ',');
  const isCumulative = call[1]!.startsWith('c');
  const choices = parts.map((part, i) => (isCumulative ? parts.slice(0, i + 1).join(' + ') : part));
  const all = call[1]!.endsWith('0') ? ['', ...choices] : choices;
  checkTerms(place, all.length);
  return all.flatMap((choice) => stepsIn(joined(before, choice, after), place));
}

/** The text with the choice, or without its sign if there is none. */
function joined(before: string, choice: string, after: string): string {
  if (choice !== '') return `${before}${choice}${after}`;
  const left = before.replace(/\+\s*$/, '');
  if (left !== before || left.trim() === '') {
    const right = left.trim() === '' ? after.replace(/^\s*\+/, '') : after;
    const isEmpty = left.trim() === '' && !/^\s*[\w(`.]/.test(right);
    return `${left}${isEmpty ? '1 ' : ''}${right}`;
  }
  return `${left}${after.replace(/^\s*\+/, '')}`;
}

/** Parts between signs outside parentheses. */
export function partsOf(text: string, sign: ',' | '+'): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const letter of text) {
    if (quote === '' && /["'`]/.test(letter)) quote = letter;
    else if (letter === quote) quote = '';
    if (quote === '' && /[([{]/.test(letter)) ++depth;
    if (quote === '' && /[)\]}]/.test(letter)) --depth;
    if (letter === sign && depth === 0 && quote === '') parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Where the parenthesis closes that opens before `from`. */
export function closing(text: string, from: number): number {
  let depth = 1;
  let quote = '';
  for (let i = from; i < text.length; ++i) {
    const letter = text[i]!;
    if (quote === '' && /["'`]/.test(letter)) quote = letter;
    else if (letter === quote) quote = '';
    if (quote !== '') continue;
    if (/[([{]/.test(letter)) ++depth;
    if (/[)\]}]/.test(letter) && --depth === 0) return i;
  }
  return text.length;
}
