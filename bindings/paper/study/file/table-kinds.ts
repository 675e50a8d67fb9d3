/** The keys of tables of a study, and of their models. */
import * as v from 'valibot';
import { groupMethods } from '../../../analysis/bootstrap/groups/options.js';
import { whole } from '../../../core/arguments/arguments.js';
import { partly, together } from '../../../core/arguments/inferred.js';
import { pick } from '../../../core/values/omit.js';
import { splitKeys } from '../../../models/schema/build-schema.js';
import {
  choice,
  flag,
  listOf,
  name,
  record,
  words,
  written,
} from '../../../models/schema/schema.js';
import type { DataPlace } from '../../../models/schema/data-keys.js';
import { dataPlace } from '../../../models/schema/data-schema.js';
import { descriptiveStatistics } from '../../tables/paper/kinds/descriptive-table.js';
import { commonSchemas, tableSchemas } from '../../tables/paper/spec.js';
import { columnParts } from '../../tables/paper/table.js';
import { resultKinds } from './result-kinds.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { eitherOf, listOfNames, nameOfCoefficient } from '../../../words/expectations/values.js';

const names = v.pipe(listOf(name, words), v.minLength(1, expects(wanted.listOfColumnsOfData())));

const filter = {
  /** The rows that enter, such as `year > 2010`. */
  where: v.optional(v.string(expects(wanted.rowFilter()))),
};

const keys = partly(tableSchemas);

/** The keys of tables that are not of models. */
const plain = partly(commonSchemas);
const chosen = pick(keys, 'keep', 'drop');
const stars = pick(keys, 'stars');

const methodsExpected = expects(wanted.someOf({ words: groupMethods }));
export const compare = record(
  {
    /** The coefficient that is compared. */
    of: v.pipe(v.string(expects(nameOfCoefficient())), v.nonEmpty(expects(nameOfCoefficient()))),
    /** The methods; the first decides claims. Default all. */
    by: v.optional(
      v.pipe(listOf(choice(groupMethods, methodsExpected), words), v.minLength(1, methodsExpected)),
    ),
    /** The column of the clusters; default that of the errors, or the unit of the panel. */
    cluster: v.optional(name),
    /** Whether the groups share the other coefficients; default false. */
    common: v.optional(flag),
    /** Default those of the model's bootstrap, or 9999. */
    reps: v.optional(whole(1)),
    /** The seed of permutations and replicates; default that of the model's bootstrap. */
    seed: v.optional(whole(0)),
  },
  expects(wanted.compareKeys()),
);

const levelsExpected = expects(wanted.differentValues());
export const split = v.pipe(
  record(
    {
      /** The column of the groups. */
      by: name,
      /** Where the column is cut. */
      at: v.optional(splitKeys.at),
      /** What is cut, with `at`; default row. */
      level: splitKeys.level,
      /** The values and their order, without `at`. */
      levels: v.optional(
        v.pipe(
          v.array(v.union([v.string(), v.number()], levelsExpected), levelsExpected),
          v.check(
            (levels) => levels.length > 1 && new Set(levels.map(String)).size === levels.length,
            levelsExpected,
          ),
        ),
      ),
    },
    expects(wanted.byColumn()),
  ),
  v.check(
    (value) => value.at === undefined || value.levels === undefined,
    expects(wanted.cutOrLevels()),
  ),
  v.check(
    (value) => value.level === undefined || value.at !== undefined,
    expects(wanted.levelNeedsCut()),
  ),
);

const methods = ['pearson', 'spearman'] as const;

/** A path, a file with reader options, or a query. */
type WrittenPlace = string | DataPlace;

const externalFiles = listOf(dataPlace, (path) => [path]) as v.GenericSchema<
  WrittenPlace | readonly WrittenPlace[],
  readonly DataPlace[]
>;

/** The keys of each kind of table; the first names the kind and what it shows. */
export const tableKinds = {
  describe: record(
    together(
      {
        /** Columns with their counts, moments and quantiles. */
        describe: names,
        /** The column of groups, which are described apart. */
        by: v.optional(name),
        ...filter,
      },
      chosen,
      pick(keys, 'layout'),
      plain,
      {
        /** Default: n, mean, sd, min and max; with groups n, mean and sd. */
        stats: v.optional(descriptiveStatistics),
      },
    ),
  ),
  correlate: record(
    together(
      {
        /** Columns that are correlated. */
        correlate: names,
        ...filter,
      },
      stars,
      plain,
      {
        /** Default pearson. */
        method: v.optional(choice(methods, expects(eitherOf({ words: methods })))),
        /** Whether a row must have all columns; default false, so each pair has its own rows. */
        listwise: v.optional(flag),
      },
    ),
  ),
  balance: record(
    together(
      {
        /** Columns whose means are compared by group. */
        balance: names,
        /** The column of the groups. */
        by: name,
        ...filter,
      },
      chosen,
      stars,
      plain,
    ),
  ),
  ...resultKinds,
  index: record(
    together(
      {
        /** An index that `build` makes, whose weights are shown. */
        index: name,
      },
      plain,
    ),
  ),
  models: record(
    together(keys, {
      /** A column each. */
      models: v.pipe(
        v.array(v.unknown(), expects(wanted.listOfModels())),
        v.minLength(1, expects(wanted.oneModel())),
      ),
      /** Files with coefficients of models of other programs, which get columns after those of `models`. */
      external: v.optional(externalFiles, []),
    }),
  ),
  model: record(
    together(keys, {
      /** The model that is estimated in each group. */
      model: v.unknown(),
      /** The groups of rows; several make a panel of the table each. */
      split: v.optional(
        v.pipe(
          written(split, v.array(split)),
          v.transform((value) => (Array.isArray(value) ? value : [value])),
          v.array(split),
          v.minLength(1, expects(wanted.byColumn())),
        ),
      ),
      /** Compares a coefficient between the groups. */
      compare: v.optional(compare),
    }),
  ),
} as const;

const partsExpected = expects(wanted.someOf({ words: columnParts }));
/** The keys of a model of a study that say what a table shows of it. */
export const shown = v.object({
  /** Which parts of a model with instruments the table shows, a column each. */
  part: v.optional(listOf(choice(columnParts, partsExpected), words), []),
  /** Statistics that the table shows besides its own. */
  stats: v.optional(listOf(v.string(expects(listOfNames())), words), []),
});

/** Keys of models that stand once at the top of a study. */
export const onceKeys = ['data', 'append', 'reshape', 'merge', 'build'] as const;
