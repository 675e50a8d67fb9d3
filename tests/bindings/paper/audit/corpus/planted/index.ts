import { columnsOfModels } from './columns.js';
import { coefficientsOfModels } from './models.js';
import type { Planted } from './plant.js';
import { columns, correlations, descriptives } from './typed.js';

/** All impossible tables, with the right ones that they were made from. */
export const planted: readonly Planted[] = [
  ...coefficientsOfModels,
  ...columnsOfModels,
  ...[descriptives, correlations, columns]
    .flat()
    .map((one): Planted => ({ ...one, layout: 'typed' })),
];
