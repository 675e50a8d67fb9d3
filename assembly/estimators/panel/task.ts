/** State of a panel estimate, shared by its steps. */
import {
  LinearDesign,
  LinearFit,
  LinearOptions,
  PanelFit,
  PanelOptions,
} from '../../memory/records';
import { UnitMeans } from '../../panel/unit-means';


@unmanaged
export class PanelTask {
  design: LinearDesign;
  options: LinearOptions;
  panel: PanelOptions;
  fit: LinearFit;
  out: PanelFit;
  /** Means of the design's columns; not computed when effects are only absorbed. */
  means: UnitMeans;
}
