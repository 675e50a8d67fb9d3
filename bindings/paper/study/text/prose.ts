/** Decimals in the sentences of a text. */

/** A decimal of a text, and the numbers that it may mean. */
export interface ProseNumber {
  readonly text: string;
  readonly offset: number;
  /** Absolute values; a percentage may also mean its hundredth part. */
  readonly readings: readonly { readonly value: number; readonly unit: number }[];
  /** True after `p =`. */
  readonly isP: boolean;
}

/** Parts of a document that are code. */
const code = [/^---\n[\s\S]*?\n---\n/g, /```[\s\S]*?```/g, /`[^`\n]*`/g];

/**
 * Parts that are not sentences: links, references, dates and versions. Arguments of commands have at most 1000
 * characters; otherwise the search for a bracket that never closes would run to the end.
 */
const skipped = [
  /\b(?:https?:\/\/|www\.|doi:)\S+/gi,
  /\b10\.\d{4,}\/\S+/g,
  /\\(?:ref|eqref|label|cite\w*|includegraphics|input|url|href)\*?(?:\[[^\]]{0,1000}\])*\{[^}]{0,1000}\}/g,
  /\\(?:vspace|hspace|setlength|linewidth|textwidth)\*?(?:\{[^}]{0,1000}\})*/g,
  /(?<!\d)\d+(?:\.\d+)?\s*\\(?:line|text|column)width/g,
];

const latexComment = /(?<!\\)%[^\n]*/g;
const isLatex = /\\(?:begin|documentclass|section|cite\w*|ref|wm|input)\b/;

/** A decimal with two digits or more after the point; neither a version, a date nor a section. */
const decimal =
  /(?<![\w.,/:@#\u00a7])(?:\d{1,3}(?:,\d{3})+|\d+)?\.\d{2,}(?:[eE][+\-\u2212]?\d+)?(?![\w]|[.,/:]\d)/g;

/** After these a number is a limit of a p-value, and before these it is a level; neither is a number of the study. */
const isBound = /(?:[<>\u2264\u2265]|\\l[te]q?|\\ensuremath\{[<>]\}|\$[<>]\$)\s*\$?\s*$/;
const isLevel = /^\s*\$?(?:\\?%)?\s*(?:significance\s+)?level/i;
const isAfterP =
  /(?:^|[^\p{L}])p(?:\s*-?\s*values?)?(?:\s*(?:=|is|of|was|:)|\$?\s*=\s*\$?)\s*\$?\s*$/iu;
const isSection =
  /(?:section|sections|\u00a7|table|figure|version|v|eq\.|equation|chapter|appendix)\s*$/i;

/** Characters of context on each side of a number. */
const CONTEXT = 40;

/** The decimals of a text with at least two digits after the point, in the sentences of Markdown, LaTeX or plain text. */
export function decimalsIn(text: string): ProseNumber[] {
  const patterns = isLatex.test(text) ? [...skipped, latexComment] : skipped;
  const prose = blanked(withoutComments(blanked(text, code)), patterns);
  return [...prose.matchAll(decimal)].flatMap(({ 0: written, index }): ProseNumber[] => {
    const before = prose.slice(Math.max(0, index - CONTEXT), index);
    const after = prose.slice(index + written.length, index + written.length + CONTEXT);
    if (isBound.test(before) || isLevel.test(after) || isSection.test(before)) return [];
    const { value, unit } = readingOf(written);
    const isPercent = /^\s*(?:\\?%|per\s?cent|percent)/i.test(after);
    const readings = [
      { value, unit },
      ...(isPercent ? [{ value: value / 100, unit: unit / 100 }] : []),
    ];
    return [{ text: written, offset: index, readings, isP: isAfterP.test(before) }];
  });
}

const blank = (part: string) => part.replace(/[^\n]/g, ' ');
const blanked = (text: string, patterns: readonly RegExp[]) =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, blank), text);

/** Removes comments; an opening without a closing is not a comment. */
function withoutComments(text: string): string {
  const end = text.lastIndexOf('-->') + 3;
  return text.slice(0, end).replace(/<!--[\s\S]*?-->/g, blank) + text.slice(end);
}

function readingOf(written: string): { value: number; unit: number } {
  const plain = written.replace(/,/g, '').replace('\u2212', '-');
  const [mantissa = '', exponent = '0'] = plain.split(/e/i);
  const decimals = mantissa.split('.')[1]!.length;
  return { value: Number(plain), unit: 10 ** (Number(exponent) - decimals) };
}
