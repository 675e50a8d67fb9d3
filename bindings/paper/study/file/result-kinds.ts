/** The keys of tables that show effects, tests and specifications of a model of the study. */
import * as v from 'valibot';
import { adjustments } from '../../../analysis/bootstrap/multiple/multiple-tests.js';
import { level, whole } from '../../../core/arguments/arguments.js';
import { partly, together } from '../../../core/arguments/inferred.js';
import { pick } from '../../../core/values/omit.js';
import type { Choices, MultiverseInput } from '../../../models/multiverse-keys.js';
import { choice, flag, listOf, name, record, words } from '../../../models/schema/schema.js';
import { commonSchemas, tableSchemas } from '../../tables/paper/spec.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { aText, eitherOf, listOfNames } from '../../../words/expectations/values.js';

const shared = partly({ ...commonSchemas, ...pick(tableSchemas, 'stars') });

const column = v.pipe(v.string(expects(wanted.aColumn())), v.nonEmpty(expects(wanted.aColumn())));
const columns = v.pipe(listOf(column, words), v.minLength(1, expects(wanted.tablesAndColumns())));
const texts = listOf(v.string(expects(aText())), (text) => [text]);
const value = v.union([v.string(), v.number()]);

/** The multiverse checks its choices and its bootstrap by the estimator of the model. */
const choices = v.unknown() as v.GenericSchema<Choices>;
const resampled = v.unknown() as v.GenericSchema<MultiverseInput['bootstrap']>;

export const resultKinds = {
  margins: record(
    together(
      {
        /** Variables whose marginal effects are shown. */
        margins: v.pipe(listOf(name, words), v.minLength(1, expects(listOfNames()))),
        /** The column of a table that has the model, such as `T4.2`. */
        of: column,
        /** A moderator: the effects are computed on a grid of its values. */
        over: v.optional(name),
        /** Values that variables are set to, such as `{z: [1, 2]}`. */
        at: v.optional(v.record(v.string(), v.union([value, v.array(value)]))),
        /** Whether other variables are at their means; by default effects are averaged over the rows. */
        means: v.optional(flag),
        /** Points of a grid of more than 12 values; default 11. */
        points: v.optional(whole(2)),
        /** Confidence level; default that of the model. */
        level: v.optional(level),
      },
      shared,
    ),
  ),
  tests: record(
    together(
      {
        /** The column of a table, such as `T4.2`, whose tests are shown; with `adjust` also several. */
        tests: columns,
        /** Hypotheses that are tested, such as `w = k`; without other keys the tests of the model are shown. */
        hypotheses: v.optional(texts),
        /** Functions of coefficients, by the delta method. */
        functions: v.optional(texts),
        /** Whether the assumptions of least squares are tested. */
        diagnostics: v.optional(flag),
        /** The column of the model that is efficient under the null of a Hausman test. */
        hausman: v.optional(name),
        /** Whether the Hausman test is clustered by unit. */
        robust: v.optional(flag),
        /** Adjustments of the p-values of hypotheses that a coefficient is zero, by their names. */
        adjust: v.optional(
          listOf(choice(adjustments, expects(eitherOf({ words: adjustments }))), words),
        ),
        /** Replicates of the rules that draw; default 9999. */
        reps: v.optional(whole(1)),
        /** The seed of these replicates; default 1. */
        seed: v.optional(whole(0)),
        /** Confidence level; default that of the model. */
        level: v.optional(level),
      },
      shared,
    ),
  ),
  multiverse: record(
    together(
      {
        /** The coefficient, in all specifications. */
        multiverse: name,
        /** The column of a table that has the model, such as `T4.2`. */
        of: column,
        /** The choices, by what they vary. */
        over: v.optional(choices),
        /** Which choices go together, such as `if outcome = log(y) then not control k`. */
        conditions: v.optional(v.array(v.string(expects(aText())))),
        /** A bootstrap of each specification, whose errors and intervals are shown: `{reps: 999, seed: 1}`. */
        bootstrap: v.optional(resampled),
      },
      shared,
    ),
  ),
} as const;
