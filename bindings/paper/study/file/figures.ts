/** The figures of a study, as they are written. */
import { isKeyed } from '../../../core/arguments/arguments.js';
import type { Language } from '../../tables/paper/index.js';
import { badStudyValue, readPart } from './errors.js';
import { figureKinds, type Kind } from './figure-kinds.js';
import { type Sets, withSets } from './sets.js';
import type { StudyFigure } from './study.js';
import { oneOfKeys } from '../../../words/expectations/paper/studies.js';
import { keysAndValues } from '../../../words/expectations/values.js';

const kinds = Object.keys(figureKinds) as Kind[];

/** @throws InputError `bad-value`, `unknown-key`, `unknown-set` */
export function readFigure(
  id: string,
  written: unknown,
  { sets, language }: { readonly sets: Sets; readonly language?: Language | undefined },
): StudyFigure {
  const path = `figures.${id}`;
  if (!isKeyed(written)) throw badStudyValue(path, keysAndValues(), written);
  const kind = kindOf(written);
  if (kind === undefined) {
    const keys = Object.keys(written).join(', ');
    throw badStudyValue(path, oneOfKeys({ words: kinds }), keys);
  }
  const figure = withSets(written, sets, path);
  const usual = language === undefined ? {} : { language };
  const read = readPart(path, figureKinds[kind], { ...usual, ...figure });
  return { id, path, written: read };
}

/** The kind that a key of the figure names. */
function kindOf(written: object): Kind | undefined {
  return kinds.find((kind) => Object.hasOwn(written, kind));
}
