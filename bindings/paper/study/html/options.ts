/** Options of a report, in addition to the study's result. */
import * as v from 'valibot';
import { checkArgument, checkKeys, oneOf, text } from '../../../core/arguments/arguments.js';
import type { ByName } from '../../../results/common.js';
import { type Language, languages } from '../../tables/paper/index.js';
import type { StudyResult } from '../result.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { textsByName } from '../../../words/expectations/values.js';

export interface StudyHtmlOptions {
  /** Default that of the study. */
  readonly language?: Language | undefined;
  /** The drawings of figures as SVG, by figure, as `renderFigure` returns them. Other figures show their numbers. */
  readonly drawings?: ByName<string> | undefined;
  /** The model files behind the results, by the identifiers of models such as `T5.2`. */
  readonly modelFiles?: ByName<string> | undefined;
  /** The name of the study file, for commands that run it again. */
  readonly file?: string | undefined;
  /** The name of the data. */
  readonly data?: string | undefined;
}

const texts = v.record(v.string(), v.string(expects(textsByName())), expects(textsByName()));
const svg = v.pipe(
  v.string(expects(wanted.svgByFigure())),
  v.regex(/^\s*<svg\b/, expects(wanted.svgByFigure())),
);

const schemas = {
  language: oneOf(languages),
  drawings: v.record(v.string(), svg, expects(wanted.svgByFigure())),
  modelFiles: texts,
  file: text(expects(wanted.nameOfStudyFile())),
  data: text(expects(wanted.nameOfDataFile())),
};

const expected = expects(wanted.resultOfStudy());
const list = v.array(v.looseObject({}), expected);
const keyed = v.record(v.string(), v.looseObject({}, expected), expected);

/** The parts of a result that the report reads unchecked. */
const studySchema = v.looseObject(
  {
    kind: v.literal('study', expected),
    title: v.optional(v.string(expected)),
    labels: v.optional(texts),
    tables: keyed,
    models: keyed,
    comparisons: v.record(v.string(), list, expected),
    indices: keyed,
    figures: keyed,
    places: list,
    claims: list,
    splits: list,
    warnings: list,
    failed: list,
  },
  expected,
);

/** @throws InputError `bad-value` */
export function checkReport(study: StudyResult, options: StudyHtmlOptions): StudyHtmlOptions {
  checkArgument('studyHtml', 'study', studySchema, study);
  return checkKeys('studyHtml', schemas, options);
}
