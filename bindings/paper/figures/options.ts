/** Checks of what callers pass to figures. */
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  level,
  listOf,
  oneOf,
  type Schemas,
  text,
  keyed,
} from '../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { matcherOf } from '../../core/arguments/pattern.js';
import { spelledAs } from '../../data/formula/idioms/dotted-names.js';
import { suggestionOf } from '../../data/nearest.js';
import { checkFit } from '../../models/context.js';
import type { FitResult } from '../../results/fit.js';
import { checkedResult, readable } from '../../results/read.js';
import type { Figure } from './figure.js';
import { languages } from '../../words/languages/index.js';
import { unknownCoefficient } from '../../words/errors/paper/figures.js';
import { expects } from '../../words/expects.js';
import { levelsOfConfidence, namesOrPatterns } from '../../words/expectations/paper/figures.js';
import { aName, aText, nameOfCoefficient, textsByName } from '../../words/expectations/values.js';
import { resultList } from '../../words/expectations/paper/tables.js';

const shared: Schemas = {
  title: v.string(expects(aText())),
  labels: keyed(v.record(v.string(), v.string(), expects(textsByName()))),
  language: oneOf(languages),
};

/** The name of one coefficient. */
export const ofSchema = text(expects(nameOfCoefficient()));
/** Several coefficients. */
export const namesSchema = listOf(text(expects(aName())), expects(namesOrPatterns()));
/** Levels of intervals. */
export const levelsSchema = listOf(level, expects(levelsOfConfidence()));

/** @throws InputError `bad-value` with the option, what was expected and what was found */
export function checkFigureOptions<Options extends object>(
  options: Options,
  schemas: Schemas = {},
  required: readonly string[] = [],
): Options {
  return checkKeys('figure', { ...shared, ...schemas }, options, required);
}

/** Checks the options of a figure that computes. Throws as `checkFigureOptions`. */
export function checkDrawnOptions<Options extends object>(
  options: Options,
  schemas: Schemas = {},
  required: readonly string[] = [],
): Options {
  return checkFigureOptions(options, { ...localSchemas, ...schemas }, required);
}

/** A figure that computes. */
export function computed(
  options: LocalOptions,
  figureOf: (engine: Engine) => Figure | Promise<Figure>,
): Promise<Figure> {
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    return readable(() => figureOf(engine));
  });
}

/** @throws InputError `bad-result` for a result that lacks parts */
export function checkedFit(fit: FitResult): FitResult {
  checkFit('figure', fit);
  checkedResult(fit, ['fit']);
  return fit;
}

/** @throws InputError `bad-value` for no list of results, `bad-result` for a part that is none */
export function checkedFitList(fits: readonly FitResult[]): readonly FitResult[] {
  if (!Array.isArray(fits as unknown) || fits.length === 0) {
    throw badArgument('figure', 'fits', resultList(), fits);
  }
  return Array.from(fits, checkedFit);
}

/**
 * The names that the patterns match, in the order of the patterns: a name, or a regular expression between slashes.
 *
 * @throws InputError `unknown-coefficient` for a pattern that matches nothing, with the nearest name; `bad-value` for an
 *   expression that cannot be read
 */
export function matching(patterns: readonly string[], names: readonly string[]): string[] {
  const chosen = patterns.flatMap((pattern) => {
    const spelled = pattern.startsWith('/') ? pattern : spelledAs(names, pattern);
    const matched = names.filter(matcherOf(spelled, 'figure: of', 'of'));
    if (matched.length > 0) return matched;
    const detail = { path: 'of', found: pattern, meant: suggestionOf(pattern, names) };
    throw new InputError(unknownCoefficient(detail), { of: 'figure', key: 'of' });
  });
  return [...new Set(chosen)];
}

/** The coefficient of this name, by default the first regressor. */
export function coefficientOf({ params }: FitResult, of: string | undefined): string {
  const names = Object.keys(params);
  if (of !== undefined) return matching([of], names)[0]!;
  return names.find((name) => name !== '_cons') ?? names[0]!;
}
