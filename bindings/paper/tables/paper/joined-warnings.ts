/** Warnings that differ in their columns or numbers only, as one. */
import type { PaperTableWarning } from './table.js';

/** A number that is no part of a name. */
const numeral = /(?<![\p{L}\p{N}_.=])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}_])/gu;

/** A warning of some columns. */
export interface TaggedWarning extends Omit<PaperTableWarning, 'columns'> {
  readonly columns: readonly string[];
}

/** One warning for those with the same words; numbers that differ become a range, such as `8–12`. */
export function joinedWarnings(
  warnings: readonly TaggedWarning[],
  comma: string,
): PaperTableWarning[] {
  const byWords = new Map<string, TaggedWarning[]>();
  for (const warning of warnings) {
    const key = `${warning.code} ${warning.message.replace(numeral, '#')}`;
    byWords.set(key, [...(byWords.get(key) ?? []), warning]);
  }
  return [...byWords.values()].map((same) => {
    const columns = [...new Set(same.flatMap((one) => one.columns))].join(comma);
    const [{ code }] = same as [TaggedWarning];
    return { code, ...(columns !== '' && { columns }), message: ranged(same) };
  });
}

function ranged(warnings: readonly TaggedWarning[]): string {
  const numbers = warnings.map(({ message }) => message.match(numeral) ?? []);
  let next = 0;
  return warnings[0]!.message.replace(numeral, () => {
    const texts = numbers.map((all) => all[next]!);
    next++;
    const sorted = [...new Set(texts)].sort((a, b) => valueOf(a) - valueOf(b));
    return sorted.length === 1 ? sorted[0]! : `${sorted[0]!}–${sorted.at(-1)!}`;
  });
}

const valueOf = (text: string) => Number(text.replace(/,/g, ''));
