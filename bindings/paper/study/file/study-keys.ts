/** Keys of a study file that are read at once. */
import * as v from 'valibot';
import { keyed } from '../../../core/arguments/arguments.js';
import { together } from '../../../core/arguments/inferred.js';
import { omit } from '../../../core/values/omit.js';
import { dataKeys } from '../../../models/schema/data-schema.js';
import { listOf, panel, record, words } from '../../../models/schema/schema.js';
import { languages } from '../../tables/paper/index.js';

const texts = keyed(v.record(v.string(), v.string('a text'), 'texts by name'));
const setExpected = 'a list of names';
const path = v.pipe(v.string('a path'), v.nonEmpty('a path'));
const paths = v.pipe(
  listOf(path, (text) => [text]),
  v.minLength(1, 'a path'),
);
const claimExpected = 'a claim such as "T4.2: Gov > 0 at 0.01"';
const claimText = v.pipe(v.string(claimExpected), v.nonEmpty(claimExpected));
export const claimKeys = record({
  /** What is claimed, such as `T4.2: Gov > 0 at 0.01`. */
  claim: claimText,
  /** What the author says in words. */
  says: v.optional(v.string('a text')),
});

/** Files to write, by kind. */
export const outputs = record({
  markdown: v.optional(path),
  latex: v.optional(path),
  typst: v.optional(path),
  quarto: v.optional(path),
  html: v.optional(path),
  docx: v.optional(path),
  xlsx: v.optional(path),
  csv: v.optional(path),
  json: v.optional(path),
  /** A folder. */
  figures: v.optional(path),
  numbers: v.optional(paths),
  bundle: v.optional(path),
});

const heading = {
  /** The JSON Schema by which an editor checks the file. */
  $schema: v.optional(v.string('an address')),
  /** The version of the format. */
  study: v.optional(v.literal(1, '1, the version of the format')),
  title: v.optional(v.string('a text')),
  /** Of tables, figures, verdicts and the report; default English. */
  language: v.optional(v.picklist(languages, languages.join(' or '))),
};

/** The keys of a study, apart from those that may name sets, which are read when the sets are known. */
export const studyKeys = together(heading, omit(dataKeys, 'build'), {
  /** The columns of units and periods. */
  panel: v.optional(panel),
  /** Lists of names that `$name` stands for. */
  sets: v.optional(
    keyed(
      v.record(
        v.string(),
        v.pipe(listOf(v.string(setExpected), words), v.minLength(1, setExpected)),
        'lists of names by name',
      ),
    ),
    {},
  ),
  /** What tables and figures call variables and coefficients, by name. */
  labels: v.optional(texts, {}),
  /** Statements about results, each of which is judged. */
  claims: v.optional(
    keyed(v.record(v.string(), v.union([claimText, claimKeys], claimExpected), 'claims by name')),
    {},
  ),
  /** A template of prose, or several. */
  text: v.optional(paths),
  /** Files to write, by kind. */
  out: v.optional(outputs, {}),
});
