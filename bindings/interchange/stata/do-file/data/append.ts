/** `append using wave2, generate(wave)` as the key `append`, whose rows come before all other steps. */
import type { Frame } from '../frame.js';
import { optionMap, quotedWords } from '../parts.js';

/** Reads the statement; false for another one, and after statements that concern the rows before it alone. */
export function readAppend(text: string, frame: Frame): boolean {
  const [, list, rest = ''] = /^append\s+using\s+([^,]+?)\s*(?:,([^]*))?$/.exec(text) ?? [];
  const { derived, filters, merges, reshape, known } = frame;
  const isFirst = derived.until === 0 && filters.length === 0 && merges.length === 0;
  if (list === undefined || !isFirst || reshape !== undefined || known.data === undefined)
    return false;
  const options = optionMap(rest);
  const isKnown = [...options.keys()].every((name) => /^(?:gen\w*|nol\w*|nonote\w*)$/.test(name));
  if (!isKnown) return false;
  const [source] = [...options].flatMap(([name, column]) => (name.startsWith('g') ? [column] : []));
  const files = quotedWords(list).map((path) => ({
    file: path.replace(/\\/g, '/').replace(/(^|\/)([^./]+)$/, '$1$2.dta'),
    ...(source === undefined ? {} : { source }),
  }));
  frame.appends = [...frame.appends, ...files];
  return true;
}
