/** Arguments that name columns: `~ id + year`, `d$id`, `"id"`, `c("id", "year")`. */
import { accept, ended, expect, type Reader, unexpected } from '../../reader.js';
import { textsOf } from '../call.js';

/** The columns that an argument names. @throws InputError `command-syntax` */
export function columnsOf(value: Reader): string[] {
  const reader = { ...value };
  if (/^\s*(?:["']|c\s*\()/.test(reader.text.slice(reader.position, reader.end)))
    return textsOf(reader)!;
  const isFormula = accept(reader, /~/) !== undefined;
  const names: string[] = [];
  do {
    if (!isFormula) accept(reader, /[A-Za-z.][\w.]*\s*(?=\$|\[\[)/);
    const quoted = accept(reader, /\[\[\s*["']([^"']+)["']\s*\]\]/)?.[1];
    accept(reader, /\$/);
    names.push(
      quoted ?? expect(reader, /`[^`]+`|[A-Za-z.][\w.]*/, 'a column')[0].replace(/`/g, ''),
    );
  } while (accept(reader, /\+/) !== undefined);
  if (!ended(reader)) throw unexpected(reader, 'a column');
  return names;
}

/** A condition of R as a filter: `year >= 2000 & region %in% c("east", "west") & !is.na(x)`. */
export function rCondition(text: string): string {
  return text
    .trim()
    .replace(/\b[A-Za-z.]\w*\$(?=[A-Za-z.])/g, '')
    .replace(/%in%\s*c\s*\(/g, 'in (')
    .replace(/("[^"]*"|'[^']*')|&+|\|+/g, (operator, quoted: string | undefined) => {
      if (quoted !== undefined) return quoted;
      return operator.startsWith('&') ? '&&' : '||';
    })
    .replace(/!\s*is\.na\(\s*([\w.]+)\s*\)/g, '$1 == $1')
    .replace(/\s*&&\s*([\w.]+) == \1(?=\s*(?:&&|$))/g, (whole, name: string) =>
      new RegExp(`(?:^|[^\\w.])${name}\\s*(?:[=!<>]|in\\b)`).test(
        text.replace(/is\.na\([^()]*\)/g, ''),
      )
        ? ''
        : whole,
    );
}
