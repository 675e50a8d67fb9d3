import type { ModelReader } from '../describe.js';
import { readDynamic } from '../dynamic/model/read.js';
import { checked } from '../schema/check.js';
import type { DpdModel } from './model.js';
import { dpdSchema } from './schema.js';

/** How models of dynamic panels are read. */
export const dpdReader: ModelReader<DpdModel> = {
  name: 'dpd',
  schema: dpdSchema,
  read: (value) => readDynamic(checked(dpdSchema, value, 'dpd')),
};
