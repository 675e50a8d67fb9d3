/** Columns of a panel: in its order of rows, and lags and differences by calendar time. */
import { difference, type Doubled } from '../doubled.js';
import { inPanelOrder, lagged, type PanelIndex } from './panel.js';

/** A panel, if there is one, and which of its positions are in the sample. */
interface Rows {
  readonly panel?: PanelIndex | undefined;
  readonly sample?: Uint8Array | undefined;
}

/** The values in the order of the panel's rows. */
export function ordered<T extends Float64Array | Int32Array>(values: T, { panel }: Rows): T {
  return panel === undefined || panel.inPlace ? values : inPanelOrder(values, panel);
}

export function shifted({ values, low }: Doubled, panel: PanelIndex, by: number): Doubled {
  return { values: lagged(values, panel, by), low: low && lagged(low, panel, by) };
}

export function differenced(column: Doubled, panel: PanelIndex, order: number): Doubled {
  let result = column;
  for (let round = 0; round < order; round++) {
    result = difference(result, shifted(result, panel, 1));
  }
  return result;
}

/** The sample in the order of the table's rows. */
export function sampleByRow({ sample, panel }: Rows): Uint8Array | undefined {
  if (sample === undefined || panel === undefined) return sample;
  const byRow = new Uint8Array(sample.length);
  sample.forEach((keep, position) => (byRow[panel.order[position]!] = keep));
  return byRow;
}
