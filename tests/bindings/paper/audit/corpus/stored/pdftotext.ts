/** Tables of the corpus in LaTeX as `pdflatex` sets them and `pdftotext -layout` (Poppler 25.03) reads the pages. */
import { readFileSync } from 'node:fs';
import type { RightTable } from '../corpus.js';
import type { Planted } from '../planted/plant.js';

interface Stored {
  readonly right: readonly { readonly layout: string; readonly text: string }[];
  readonly heldOut: readonly { readonly layout: string; readonly text: string }[];
  readonly planted: readonly Planted[];
}

const stored = JSON.parse(
  readFileSync(new URL('pdftotext.json', import.meta.url), 'utf8'),
) as Stored;

const tables = (list: Stored['right']) =>
  list.map(({ layout, text }): RightTable => ({
    layout: `${layout}, pdftotext`,
    study: 'stored',
    contents: text,
  }));

export const pdftotext = {
  right: tables(stored.right),
  heldOut: tables(stored.heldOut),
  planted: stored.planted,
};
