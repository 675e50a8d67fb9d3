/** Keys of a study file that are read at once. */
import * as v from 'valibot';
import { keyed } from '../../../core/arguments/arguments.js';
import { together } from '../../../core/arguments/inferred.js';
import { omit } from '../../../core/values/omit.js';
import { dataKeys } from '../../../models/schema/data-schema.js';
import { choice, listOf, panel, record, words } from '../../../models/schema/schema.js';
import { languages } from '../../tables/paper/index.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { aText, listOfNames, textsByName } from '../../../words/expectations/values.js';

const texts = keyed(v.record(v.string(), v.string(expects(aText())), expects(textsByName())));
const setExpected = expects(listOfNames());
const path = v.pipe(v.string(expects(wanted.aPath())), v.nonEmpty(expects(wanted.aPath())));
const paths = v.pipe(
  listOf(path, (text) => [text]),
  v.minLength(1, expects(wanted.aPath())),
);
const claimExpected = expects(wanted.aClaim());
const claimText = v.pipe(v.string(claimExpected), v.nonEmpty(claimExpected));
export const claimKeys = record({
  /** What is claimed, such as `T4.2: Gov > 0 at 0.01`. */
  claim: claimText,
  /** What the author says in words. */
  says: v.optional(v.string(expects(aText()))),
});

/** Files to write, by kind. */
export const outputs = record({
  /** Tables and claims in Markdown. */
  markdown: v.optional(path),
  /** Tables in LaTeX. */
  latex: v.optional(path),
  /** Tables in Typst. */
  typst: v.optional(path),
  /** Tables for Quarto. */
  quarto: v.optional(path),
  /** The report, one file that loads nothing. */
  html: v.optional(path),
  /** Tables for Word. */
  docx: v.optional(path),
  /** Tables for Excel. */
  xlsx: v.optional(path),
  /** Tables as PDF. */
  pdf: v.optional(path),
  /** A folder with a PNG of each table. */
  png: v.optional(path),
  /** Tables as CSV. */
  csv: v.optional(path),
  /** The whole result. */
  json: v.optional(path),
  /** A folder with an SVG of each figure. */
  figures: v.optional(path),
  /** A folder with a PNG of each figure. */
  figuresPng: v.optional(path),
  /** A folder with a PDF of each figure. */
  figuresPdf: v.optional(path),
  /** Numbers by name, for a text in LaTeX (`.tex`) or Typst (`.typ`), or `.json`. */
  numbers: v.optional(paths),
  /** A replication package: a folder, or a `.zip` file. */
  bundle: v.optional(path),
});

const heading = {
  /** The JSON Schema by which an editor checks the file. */
  $schema: v.optional(v.string(expects(wanted.anAddress()))),
  /** The version of the format. */
  study: v.optional(v.literal(1, expects(wanted.formatVersion()))),
  /** The title of the report. */
  title: v.optional(v.string(expects(aText()))),
  /** Of tables, figures, verdicts and the report; default English. */
  language: v.optional(choice(languages)),
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
        expects(wanted.namesByName()),
      ),
    ),
    {},
  ),
  /** What tables and figures call variables and coefficients, by name. */
  labels: v.optional(texts, {}),
  /** Statements about results, each of which is judged. */
  claims: v.optional(
    keyed(
      v.record(
        v.string(),
        v.union([claimText, claimKeys], claimExpected),
        expects(wanted.claimsByKey()),
      ),
    ),
    {},
  ),
  /** A template of prose, or several. */
  text: v.optional(paths),
  /** Files to write, by kind. */
  out: v.optional(outputs, {}),
});
