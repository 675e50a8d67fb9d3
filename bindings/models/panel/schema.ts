/** The keys of static panel models. */
import { eitherOf, oneOfWords } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { linearKeys } from '../linear/model/keys.js';
import { linearChoices, methods, multiverseOf } from '../multiverse/schema.js';
import { dataKeys } from '../schema/data-schema.js';
import { formulaKeys, nameKeys, reportKeys, rowKeys } from '../schema/common-keys.js';
import { choice, panel, record } from '../schema/schema.js';

const kinds = ['within', 'twoway', 'random', 'between', 'first-difference', 'pooled'] as const;

export const panelSchema = record(
  together(
    dataKeys,
    {
      /** The columns of units and periods. */
      panel,
    },
    rowKeys,
    {
      /** The estimator by its name. */
      estimator: v.literal('panel', expects(eitherOf({ words: ['panel'] }))),
      /** How the units are treated. */
      effects: v.optional(choice(kinds, oneOfWords({ words: kinds })), 'within'),
    },
    formulaKeys,
    linearKeys,
    {
      /** Choices that could have been different. */
      multiverse: multiverseOf(together(linearChoices, methods(kinds))),
    },
    reportKeys,
    nameKeys,
  ),
);
