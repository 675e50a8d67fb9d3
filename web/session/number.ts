/** The number whose source is shown: any number of a result can be opened. */
import { signal } from '@preact/signals';
import type { FitResult } from 'wasmetrics';
import { fit, fittedModel } from './estimate.js';
import type { WrittenModel } from './model.js';

export interface OpenedNumber {
  readonly fit: FitResult;
  readonly model: WrittenModel;
  /** The coefficient; absent if the whole model is opened. */
  readonly coefficient?: string;
  /** SHA-256 of the result, if it is not the estimate of the model alone. */
  readonly resultHash?: string;
}

export const opened = signal<OpenedNumber | undefined>(undefined);

/** Opens a number, by default of the estimate on the page. */
export function openNumber(number: Partial<OpenedNumber>): void {
  const shown = number.fit ?? fit.value;
  const model = number.model ?? fittedModel.value;
  if (shown !== undefined) opened.value = { ...number, fit: shown, model };
}
