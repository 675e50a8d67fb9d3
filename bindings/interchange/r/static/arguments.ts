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
    names.push(quoted ?? expect(reader, /`[^`]+`|[A-Za-z.][\w.]*/, 'column')[0].replace(/`/g, ''));
  } while (accept(reader, /\+/) !== undefined);
  if (!ended(reader)) throw unexpected(reader, 'column');
  return names;
}
