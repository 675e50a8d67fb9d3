/** The replicates of a dynamic panel: units are drawn with all their periods. */
import type { UnitDraws } from '../../protocol.js';
import { putDesign } from '../estimate/records.js';
import type { DynamicFit } from '../fit.js';
import { unitMomentsTask } from './task.js';

export const dynamicDraws: UnitDraws<DynamicFit> = {
  names: ({ sample }, units) => Array.from(units, (unit) => sample.panel.unitNames[unit]!),
  task: unitMomentsTask,
  implied: ({ sample: { design }, estimate }) => ({
    nunits: design.nunits,
    ninstruments: estimate.ninstruments,
    units: 'units',
    fill(engine, arena, out) {
      const params = arena.putFloats(estimate.params);
      return engine.exports.dpd_implied_probabilities(putDesign(arena, design), params, out);
    },
  }),
};
