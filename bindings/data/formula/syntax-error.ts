import type { InputError } from '../../core/errors/errors.js';
import * as said from '../../words/errors/data/syntax.js';
import type { Told } from '../../words/told.js';
import { inputError, type Place } from '../place.js';

const errors = {
  'formula-syntax': said.formulaSyntax,
  'expression-syntax': said.expressionSyntax,
  'where-syntax': said.whereSyntax,
  'build-syntax': said.buildSyntax,
} as const;

/** The code of syntax errors in a text. */
export type SyntaxCode = keyof typeof errors;

export function syntaxErrorAt(place: Place, code: SyntaxCode, problem: Told): InputError {
  return inputError(place, errors[code]({ problem }));
}
