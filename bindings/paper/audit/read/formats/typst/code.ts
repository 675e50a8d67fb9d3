/** Code and markup of Typst as plain text. */

/** An argument of a call: its code, its text, and the call that it is, if it is one. */
export interface Argument {
  readonly name?: string | undefined;
  readonly code: string;
  readonly text: string;
  readonly call?: { readonly name: string; readonly args: readonly Argument[] } | undefined;
}

interface Read {
  readonly text: string;
  /** The place after it. */
  readonly end: number;
}

/** Maximum nesting; deeper code is no text of a table. */
const DEEPEST = 40;

/** The text of the arguments without names. */
export function textOf(args: readonly Argument[]): string {
  return args.map(({ name, text }) => (name === undefined ? text : '')).join('');
}

/** The arguments of a call from after its parenthesis. */
export function argumentsAt(
  code: string,
  start: number,
  depth = 0,
): { readonly args: Argument[]; readonly end: number } {
  const args: Argument[] = [];
  let i = start;
  while (i < code.length && code[i] !== ')') {
    const begin = i + /^\s*/.exec(code.slice(i, i + 1000))![0].length;
    const label = /^([A-Za-z][\w-]*)\s*:\s*/.exec(code.slice(begin, begin + 100));
    const from = begin + (label?.[0].length ?? 0);
    const { text, end, call } = expressionAt(code, from, depth + 1);
    const written = code.slice(from, end).trim();
    if (written !== '') args.push({ name: label?.[1], code: written, text, call });
    i = code[end] === ',' ? end + 1 : end;
    if (code[i] !== ')' && i === begin) i++;
  }
  return { args, end: i + 1 };
}

/** The text of an expression up to the comma or bracket after it. */
export function expressionAt(
  code: string,
  start: number,
  depth = 0,
): Read & { readonly call?: Argument['call'] } {
  const texts: string[] = [];
  const calls: NonNullable<Argument['call']>[] = [];
  let i = start;
  while (i < code.length && !/[,)\]};]/.test(code[i]!)) {
    const part = partAt(code, i, depth);
    texts.push(part.text);
    if (part.call !== undefined) calls.push(part.call);
    i = Math.max(part.end, i + 1);
    if (depth === 0 && /["[]/.test(code[start]!)) break;
  }
  const isCall = calls.length === 1 && /^[A-Za-z]/.test(code.slice(start).trimStart());
  return { text: texts.join(''), end: i, ...(isCall && { call: calls[0] }) };
}

function partAt(
  code: string,
  i: number,
  depth: number,
): Read & { readonly call?: Argument['call'] } {
  const sign = code[i]!;
  if (sign === '"') return stringAt(code, i);
  if (depth > DEEPEST) return { text: '', end: i + 1 };
  if (sign === '[') return contentAt(code, i, depth);
  if (sign === '$') return mathAt(code, i);
  if (sign === '(') {
    const { args, end } = argumentsAt(code, i + 1, depth);
    return { text: textOf(args), end };
  }
  const word = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*/.exec(code.slice(i, i + 100))?.[0];
  return word === undefined
    ? { text: '', end: i + 1 }
    : callAt(code, i + word.length, [word, depth]);
}

/** A call with its arguments in parentheses and its content in brackets. */
function callAt(code: string, start: number, [name, depth]: readonly [string, number]) {
  let i = start;
  const args: Argument[] = [];
  if (code[i] === '(') {
    const read = argumentsAt(code, i + 1, depth);
    args.push(...read.args);
    i = read.end;
  }
  while (code[i] === '[') {
    const { text, end } = contentAt(code, i, depth);
    args.push({ code: code.slice(i, end), text });
    i = end;
  }
  const text = /^(?:hide|[hv]|image|line|rect|label|footnote)$/.test(name) ? '' : textOf(args);
  const scripts = name.endsWith('attach') ? args.filter((one) => one.name !== undefined) : [];
  return {
    text: [text, ...scripts.map((one) => one.text)].join(''),
    end: i,
    ...(i > start && { call: { name, args } }),
  };
}

function stringAt(code: string, start: number): Read {
  const [quoted = '"'] = /^"(?:[^"\\]|\\[^])*"?/.exec(code.slice(start)) ?? [];
  return { text: unescaped(quoted.slice(1).replace(/"$/, '')), end: start + quoted.length };
}

function unescaped(text: string): string {
  return text
    .replace(/\\u\{([0-9a-f]{1,6})\}/gi, (whole, digits: string) => {
      const code = Number.parseInt(digits, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    })
    .replace(/\\(.)/g, '$1');
}

/** Markup in brackets. */
function contentAt(code: string, start: number, depth: number): Read {
  let text = '';
  let i = start + 1;
  while (i < code.length && code[i] !== ']') {
    const read = markupAt(code, i, depth);
    text += read.text;
    i = Math.max(read.end, i + 1);
  }
  return { text, end: i + 1 };
}

const marks: Readonly<Record<string, string>> = { '~': ' ', '*': '', _: '' };

/** One character of markup, or what it begins. */
function markupAt(code: string, i: number, depth: number): Read {
  const sign = code[i]!;
  if (sign === '\\') {
    const escape = /^\\(?:u\{[0-9a-f]{1,6}\}|[^])/i.exec(code.slice(i, i + 12))?.[0] ?? sign;
    return { text: /\\\s/.test(escape) ? ' ' : unescaped(escape), end: i + escape.length };
  }
  if (sign === '[') {
    const { text, end } = partAt(code, i, depth + 1);
    return { text: `[${text}]`, end };
  }
  if (sign === '$') return mathAt(code, i);
  if (sign === '#' && /["[A-Za-z(]/.test(code[i + 1] ?? '')) return partAt(code, i + 1, depth + 1);
  return { text: marks[sign] ?? sign, end: i + 1 };
}

const greek: Readonly<Record<string, string>> = { chi: 'χ', beta: 'β', sigma: 'σ', rho: 'ρ' };

/** A formula such as `$0.013^(***)$`, `$R^2$` or `$p < 0.05$`. */
function mathAt(code: string, start: number): Read {
  const stop = code.indexOf('$', start + 1);
  const end = stop < 0 ? code.length : stop;
  const text = code
    .slice(start + 1, end)
    .replace(/[\^_]\(([^()]*)\)/g, '$1')
    .replace(/[\^_"]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/\b[a-z]+\b/g, (word) => greek[word] ?? word);
  return { text, end: end + 1 };
}
