import { checkArgument, oneOf, text } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { suggestionOf } from '../../data/index.js';
import type { Entry } from '../../words/explanations/explanation.js';
import {
  entries,
  type ExplainedCode,
  type ExplainedKind,
  names,
} from '../../words/explanations/index.js';
import { type Language, languages, vocabularyOf } from '../../words/languages/index.js';
import { explained as inLanguages } from '../../words/languages/explained.js';
import { unknownCode } from '../../words/errors/paper/explanations.js';
import { codeToExplain } from '../../words/expectations/paper/reports.js';

/** What a warning, a test, an error or a term means. */
export interface Explanation {
  /** As in results: `many-instruments`, `hansen`. */
  readonly code: string;
  readonly kind: 'warning' | 'test' | 'error' | 'term';
  readonly meaning: string;
  /** Why it matters for the conclusions. */
  readonly matters: string;
  readonly references: readonly string[];
  /** What to do. */
  readonly change: string;
  /** Other names, as results print them or in other languages. */
  readonly names: readonly string[];
  /** The explanation in Chinese, in a sentence or two. */
  readonly chinese: string;
}

function explained(kind: ExplainedKind): Explanation[] {
  const all: Readonly<Record<string, Entry>> = entries[kind];
  return Object.entries(all).map(([code, [meaning, matters, change, ...references]]) => ({
    code,
    kind,
    meaning,
    matters,
    references,
    change,
    names: [names, ...Object.values(inLanguages).map((one) => one.names)].flatMap(
      (all) => all[code] ?? [],
    ),
    chinese: inLanguages.zh.explanations[code as ExplainedCode].join(''),
  }));
}

/** All warnings and tests in results, the errors from the sample or the arithmetic, and the terms that results use. */
export const explanations: readonly Explanation[] = (
  ['warning', 'test', 'error', 'term'] as const
).flatMap(explained);

/** Explanations by each spelling of their names; codes come first. */
const bySpelling: ReadonlyMap<string, Explanation> = new Map(
  explanations
    .flatMap((entry) =>
      [entry.code, ...entry.names].map((name) => [spelling(name), entry] as const),
    )
    .reverse(),
);

/**
 * Explains a code: what it means, why it matters, what to do, and the papers. A name that results print is found too,
 * such as `AR(2)` or `within R2`, in any letter case, and so are Chinese names. A code that is both a warning and an
 * error is explained as the warning.
 *
 * @throws InputError `unknown-code` names the nearest known code
 */
export function explainCode(code: string): Explanation {
  checkArgument('explain', 'code', text(codeToExplain()), code);
  const explanation =
    explanations.find((entry) => entry.code === code) ??
    explanations.find((entry) => entry.names.includes(code)) ??
    bySpelling.get(spelling(code)) ??
    bySpelling.get(withoutOrder(spelling(code)));
  if (explanation !== undefined) return explanation;
  const known = explanations.flatMap((entry) => [entry.code, ...entry.names]);
  throw new InputError(unknownCode({ found: code, meant: suggestionOf(code, known) }), 'explain');
}

/**
 * The explanation of a code or name in a language, in paragraphs: what it means, why it matters, what to do.
 *
 * @throws InputError as `explainCode`
 */
export async function explainIn(code: string, language: Language): Promise<readonly string[]> {
  const { code: known } = explainCode(code);
  language = checkArgument('explain', 'language', oneOf(languages), language);
  return (await vocabularyOf(language).explanations())[known as ExplainedCode];
}

/** A name without letter case, spaces and punctuation. */
function spelling(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `ar3` and `breuschgodfrey4nr2` for any order. */
function withoutOrder(name: string): string {
  return name.replace(/^(ar|breuschgodfrey)\d+.*$/, '$1');
}
