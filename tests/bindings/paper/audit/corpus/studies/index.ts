/** All studies of the corpus. */
import * as basic from './basic.js';
import * as inference from './inference.js';
import * as instruments from './instruments.js';
import * as limited from './limited.js';
import type { Study } from './study.js';

// prettier-ignore
const makers: readonly ((seed: number) => Study)[] = [
  basic.nested, basic.hiddenControls, basic.fixedEffects, basic.withinR2, basic.weighted,
  basic.between, basic.splitCommon, basic.splitFull, basic.subgroups, basic.oddNames,
  basic.outcomes, basic.noConstant, basic.panels,
  instruments.instruments, instruments.unequalStages, instruments.overidentified,
  limited.binary, limited.oddsRatios, limited.tobit, limited.ordered, limited.counts,
  instruments.dynamic, instruments.discontinuity, instruments.eventStudy,
  inference.wild, inference.bootstrapped, inference.oneSided, inference.timeSeries,
  inference.twoWay, inference.sums,
];

/** Each maker with `each` seeds. */
export function studiesOf(each: number): Study[] {
  return makers.flatMap((make, i) => Array.from({ length: each }, (_, j) => make(1 + i + 31 * j)));
}
