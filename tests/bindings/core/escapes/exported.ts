import { InputError } from '../../../../bindings/core/errors/errors.js';

/** What is exported for each name; a name that the program, or a formula, cannot express is refused, not written. */
export function exported<Case>(names: readonly string[], make: (name: string) => Case): Case[] {
  return names.flatMap((name) => {
    try {
      return [make(name)];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}

/** The bytes of a text in UTF-8, as no program reads them as code. */
export function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}
