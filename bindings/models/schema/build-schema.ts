/** The schema of `build`: expressions, splits and indices by the names of the new columns. */
import * as v from 'valibot';
import { omit } from '../../core/values/omit.js';
import { isKeyed } from '../../core/arguments/arguments.js';
import { cutNames, splitLevels } from '../../data/index.js';
import { indexMethods, schemas as indexSchemas } from '../indices/options.js';
import { byName, choice, flag, name, record, textOrNumber, written } from './schema.js';

const expressionExpected = 'an expression such as log(x)';
const expression = v.pipe(
  textOrNumber(),
  v.string(expressionExpected),
  v.nonEmpty(expressionExpected),
);

const replace = v.optional(flag);

const cutsExpected = `${cutNames.join(', ')}, or numbers from the lowest up`;
const cut = v.pipe(v.number(cutsExpected), v.finite(cutsExpected));
const cuts = v.union(
  [
    v.picklist(cutNames),
    v.pipe(
      v.array(cut),
      v.minLength(1),
      v.check((all) => all.every((value, i) => i === 0 || value > all[i - 1]!), cutsExpected),
    ),
  ],
  cutsExpected,
);
const cutPlaces = v.pipe(
  written(cut, cuts),
  v.transform((value) => (typeof value === 'number' ? [value] : value)),
  cuts,
);

/** The keys of a split besides the column that is made. */
export const splitKeys = {
  at: cutPlaces,
  level: v.optional(choice(splitLevels, splitLevels.join(', '))),
};

const { columns } = indexSchemas;
const options = omit(indexSchemas, 'method', 'columns', 'engine', 'sensitivity');
const { entries: indexKeys } = v.partial(v.object(options));

/** The keys of a step besides its name, by what it makes. */
const steps = {
  expression: { replace, value: expression },
  split: { replace, split: name, ...splitKeys },
  index: {
    replace,
    index: choice(indexMethods, `one of ${indexMethods.join(', ')}`),
    columns,
    ...indexKeys,
  },
};
const expressionStep = record({ name, ...steps.expression });
const splitStep = record({ name, ...steps.split });
const indexStep = record({ name, ...steps.index });

const oneStep = v.pipe(
  written(expressionStep, splitStep, indexStep),
  v.lazy((step) => {
    if (isKeyed(step) && 'split' in step) return splitStep;
    return isKeyed(step) && 'index' in step ? indexStep : expressionStep;
  }),
);

const buildExpected =
  'expressions, splits and indices by the names of new columns, such as {lnx: log(x)}';

export const buildSteps = byName(
  {
    value: v.union([
      expression,
      v.strictObject(steps.expression),
      v.strictObject(steps.split),
      v.strictObject(steps.index),
    ]),
    item: oneStep,
    expected: buildExpected,
  },
  (key, value) => (isKeyed(value) ? { ...value, name: key } : { name: key, value }),
);
