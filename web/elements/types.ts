/** What programs see of the elements. */
import type { FitResult, ModelInput } from 'wasmetrics';
import type { PaperTable } from 'wasmetrics/report';

/** Why an element shows no result. */
export interface ElementFailure {
  /** A code of the library, or `unknown-control`, `unknown-table`, `missing-attribute`, `unexpected`. */
  readonly code: string;
  readonly message: string;
}

/** `<wasmetrics-model src="model.yaml" data="panel.csv" controls="lags errors">` */
export interface WasmetricsModelElement extends HTMLElement {
  /** The address of the model file. */
  src: string;
  /** The address of the data, which otherwise the model names. */
  data: string;
  /** Names of the controls, with spaces or commas between them. */
  controls: string;
  /** The model as the controls stand. A model that is set replaces that of the file. */
  model: ModelInput | undefined;
  /** The newest estimate. */
  readonly result: FitResult | undefined;
  /** Why there is no estimate. */
  readonly failure: ElementFailure | undefined;
}

/** `<wasmetrics-table src="study.yaml#T5">` */
export interface WasmetricsTableElement extends HTMLElement {
  /** The address of the study file, and after `#` the name of the table. */
  src: string;
  /** The table. */
  readonly result: PaperTable | undefined;
  /** Why there is no table. */
  readonly failure: ElementFailure | undefined;
}
