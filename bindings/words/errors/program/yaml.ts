/** Errors of YAML and JSON, in English. */
import { family } from '../../family.js';
import { says, type Texts } from '../../told.js';

interface InFile {
  readonly file: string;
}

/** A character of a file, counted from 1. */
export interface InLine extends InFile {
  readonly line: number;
  readonly column: number;
}

export interface KeyNoText extends InLine {
  /** The key as written; undefined if there is none. */
  readonly written: string | undefined;
  /** Whether quotes make it a text. */
  readonly isScalar: boolean;
}

interface OfAlias extends InLine {
  readonly alias: string;
}
export const nestedAliases = says(
  'too-many-aliases/nested',
  (_: InFile) => 'expected aliases that do not repeat other aliases; write the values out',
);
export const manyAliases = says(
  'too-many-aliases/count',
  ({ most, aliases }: InFile & { readonly most: number; readonly aliases: number }) =>
    `expected at most ${most} aliases, found ${aliases}; write the values out`,
);
export const tooDeep = says(
  'too-deep/yaml',
  ({ limit }: InFile & { readonly limit: number }) =>
    `expected lists and maps nested at most ${limit} deep, found more; check its brackets and dashes`,
);
export const noKeys = says(
  'bad-value/keys',
  ({ example, found }: Texts<'path' | 'found' | 'example'>) =>
    `expected keys with values such as ${example}, found ${found}`,
);

export const yamlFault = family('syntax', {
  /** What the reader of YAML says, in English. */
  yaml: ({ words, isNested }: InLine & { readonly words: string; readonly isNested: boolean }) =>
    isNested ? `${words}; write a text that has a colon in quotes` : words,
  value: ({ words }: InFile & { readonly words: string }) => words,
  key: ({ written, isScalar }: KeyNoText) => {
    const shown = isScalar ? written : written?.slice(0, 40);
    return `expected text as a key, found ${shown ?? 'nothing'}${isScalar ? '; write it in quotes' : ''}`;
  },
  'key-twice': ({ key }: InLine & { readonly key: string }) =>
    `expected each key once, found "${key}" twice`,
  alias: ({ alias }: OfAlias) => `expected the name of an anchor above, found *${alias}`,
  'alias-circle': ({ alias, inside }: OfAlias & { readonly inside: 'map' | 'list' }) =>
    `expected a value, found the alias *${alias} inside the ${inside} that it names`,
});
