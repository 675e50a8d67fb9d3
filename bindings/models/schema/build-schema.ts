/** The schema of `build`: expressions, splits and indices by the names of the new columns. */
import * as v from 'valibot';
import { omit } from '../../core/values/omit.js';
import { isKeyed } from '../../core/arguments/arguments.js';
import { cutNames, splitLevels } from '../../data/index.js';
import { indexMethods, schemas as indexSchemas } from '../indices/options.js';
import { byName, choice, flag, name, record } from './schema.js';

const expressionExpected = 'an expression such as log(x)';
const expression = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'number' ? String(value) : value)),
  v.string(expressionExpected),
  v.nonEmpty(expressionExpected),
);

const shared = { name, replace: v.optional(flag) };

const cutsExpected = `${cutNames.join(', ')}, or numbers from the lowest up`;
const cut = v.pipe(v.number(cutsExpected), v.finite(cutsExpected));
const cutPlaces = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'number' ? [value] : value)),
  v.union(
    [
      v.picklist(cutNames),
      v.pipe(
        v.array(cut),
        v.minLength(1),
        v.check((cuts) => cuts.every((value, i) => i === 0 || value > cuts[i - 1]!)),
      ),
    ],
    cutsExpected,
  ),
);

/** The keys of a split besides the column that is made. */
export const splitKeys = {
  at: cutPlaces,
  level: v.optional(choice(splitLevels, splitLevels.join(', '))),
};

const { columns } = indexSchemas;
const options = omit(indexSchemas, 'method', 'columns', 'engine', 'sensitivity');
const { entries: indexKeys } = v.partial(v.object(options));

const expressionStep = record({ ...shared, value: expression });
const splitStep = record({ ...shared, split: name, ...splitKeys });
const indexStep = record({
  ...shared,
  index: choice(indexMethods, `one of ${indexMethods.join(', ')}`),
  columns,
  ...indexKeys,
});

const buildExpected =
  'expressions, splits and indices by the names of new columns, such as {lnx: log(x)}';

export const buildSteps = byName(
  v.lazy((step) => {
    if (isKeyed(step) && 'split' in step) return splitStep;
    return isKeyed(step) && 'index' in step ? indexStep : expressionStep;
  }),
  (key, value) => (isKeyed(value) ? { ...value, name: key } : { name: key, value }),
  buildExpected,
);
